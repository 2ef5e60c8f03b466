import type { CSSProperties, ReactNode } from 'react';
import { readAnsiLine } from '../../../formats/logs/ansi.ts';
import type { LogColour, LogSpan, LogStyle } from '../../../formats/reports/log-text.ts';
import { classNames } from '../../../ui/class-names.ts';
import { SafeText } from '../../../ui/safe-text.tsx';
import styles from './ansi-text.module.css';

/**
 * A line with the colours of its terminal. They are mapped to sixteen colours that can be read on the
 * page's own ground in every theme; backgrounds are drawn as a frame, so that no text gets lost in one.
 */
export function AnsiText({
  line,
  before,
}: {
  readonly line: string;
  /** What the line above left switched on. */
  readonly before?: LogStyle | undefined;
}): ReactNode {
  const { spans } = readAnsiLine(line, before);
  return <Spans spans={spans} />;
}

export function Spans({ spans }: { readonly spans: readonly LogSpan[] }): ReactNode {
  return spans.map(({ text, style }, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line never move
      key={index}
      className={classNames(
        style.bold === true && styles.bold,
        style.dim === true && styles.dim,
        style.italic === true && styles.italic,
        (style.underline === true || style.inverse === true) && styles.underline,
        style.strike === true && styles.strike,
        style.background !== undefined && styles.ground,
      )}
      style={colours(style)}
    >
      <SafeText text={text} multiline />
    </span>
  ));
}

function colours({ colour, background }: LogStyle): CSSProperties | undefined {
  if (colour === undefined && background === undefined) return undefined;
  return {
    ...(colour !== undefined && { color: token(colour) }),
    ...(background !== undefined && { outlineColor: token(background) }),
  };
}

const tokens = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

function token(colour: LogColour): string {
  return `var(--ansi-${tokens[nearest(colour)] ?? 'white'})`;
}

/** Of eight: the hue counts, since how bright it may be is up to the theme. */
function nearest(colour: LogColour): number {
  if (colour.kind === 'rgb') return nearestOf(colour.red, colour.green, colour.blue);
  const { index } = colour;
  if (index < 16) return index % 8;
  if (index >= 232) return index < 244 ? 0 : 7;
  // Source: the 6 × 6 × 6 cube of xterm.
  const cube = index - 16;
  return nearestOf(Math.floor(cube / 36) * 51, (Math.floor(cube / 6) % 6) * 51, (cube % 6) * 51);
}

function nearestOf(red: number, green: number, blue: number): number {
  const high = Math.max(red, green, blue);
  if (high < 64) return 0;
  const bit = (value: number): number => (value > high * 0.6 ? 1 : 0);
  return bit(red) + 2 * bit(green) + 4 * bit(blue);
}
