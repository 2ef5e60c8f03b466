import { Fragment, type ReactNode } from 'react';
import { mixesScripts, shortenMiddle, visiblePieces, visibleText } from '../lib/text/visible.ts';
import { classNames } from './class-names.ts';
import styles from './safe-text.module.css';
import { StateGlyph } from './state-glyph.tsx';
import { useWording } from './wording/use-wording.ts';

export interface SafeTextProps {
  /** Text from a bundle, taken as it is. */
  readonly text: string;
  /** Keeps line breaks and tabs, for blocks of text. */
  readonly multiline?: boolean;
  /** Lets long names and paths break where their words end, before they break inside one. */
  readonly breaks?: boolean;
  readonly className?: string | undefined;
}

/**
 * Text from a bundle: isolated from the direction of its surroundings, with control, invisible
 * and direction characters shown as escapes. Every string that a bundle brings goes through it.
 */
export function SafeText({
  text,
  multiline = false,
  breaks = false,
  className,
}: SafeTextProps): ReactNode {
  const pieces = visiblePieces(text, multiline ? '\n\t' : '');
  return (
    <bdi className={classNames(multiline && styles.block, className)}>
      {pieces.map((piece, index) =>
        piece.kind === 'text' ? (
          breaks ? (
            withBreaks(piece.text)
          ) : (
            piece.text
          )
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one string never move
          <span key={index} className={styles.escape}>
            {piece.text}
          </span>
        ),
      )}
    </bdi>
  );
}

/** Shorter ones stand in one line wherever there is a column. */
const BREAKS_FROM = 16;

function withBreaks(text: string): ReactNode {
  if (text.length < BREAKS_FROM) return text;
  return text.split(/(?<=[/_.:-])(?=[^/_.:-])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one string never move
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

export interface CodeRefProps {
  /** An id, digest, path or pointer from a bundle. */
  readonly code: string;
  /** Keeps both ends and at most this many characters; the whole is in the title. */
  readonly most?: number;
  /** Whether look-alike letters are worth a warning; they are in ids. */
  readonly id?: boolean;
  readonly strong?: boolean;
  readonly className?: string | undefined;
}

/** An id, digest, path or pointer, in the fixed-width type. */
export function CodeRef({
  code,
  most,
  id = false,
  strong = false,
  className,
}: CodeRefProps): ReactNode {
  const words = useWording();
  const short = most === undefined ? code : shortenMiddle(code, most);
  return (
    <code
      className={classNames(styles.code, strong && styles.strong, className)}
      title={short === code ? undefined : visibleText(code)}
    >
      <SafeText text={short} breaks />
      {id && mixesScripts(code) && (
        <span className={styles.flag} title={words.mixedScripts}>
          <StateGlyph tone="missing" size={12} label={words.mixedScripts} />
        </span>
      )}
    </code>
  );
}
