import type { ReactNode } from 'react';
import { itemTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import type { StateWords } from '../../parts/wording/states-en.ts';
import { StateBadge, StateGlyph } from '../../ui/state-glyph.tsx';
import { isSupposed, type MarkKind, markBox, markPaths, type NodeMark } from './node-mark.ts';
import styles from './node-mark-chip.module.css';
import type { GraphWords } from './words/en.ts';
import { useGraphWords } from './words.tsx';

/** The glyph of a mark, in the colour of the text around it. */
export function MarkGlyph({
  kind,
  size = 12,
}: {
  readonly kind: MarkKind;
  readonly size?: number;
}): ReactNode {
  return (
    <svg
      className={styles.glyph}
      width={size}
      height={size}
      viewBox={`0 0 ${markBox} ${markBox}`}
      aria-hidden
    >
      <path d={markPaths[kind]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}

/** Hangs from the lower rim of a node; what is seen, while the node's name says it in words. */
export function MarkChip({ mark }: { readonly mark: NodeMark }): ReactNode {
  const words = useGraphWords();
  const states = useStateWords();
  return (
    <span className={styles.chip} data-mark={mark.kind} aria-hidden>
      <MarkGlyph kind={mark.kind} size={11} />
      {mark.state === undefined || mark.kind === 'removed' ? (
        (mark.label ?? words.mark[mark.kind])
      ) : (
        <>
          <StateGlyph tone={itemTone[mark.state]} size={11} />
          {stateOf(mark.kind, states.item[mark.state], words, states)}
        </>
      )}
    </span>
  );
}

/** A comparison shows the state that was, a scenario the one that would be. */
function stateOf(kind: MarkKind, state: string, words: GraphWords, states: StateWords): string {
  return isSupposed(kind) ? state : words.markWas(states.inside(state));
}

/** The same in a table: the mark in words, and the other state. */
export function MarkCell({ mark }: { readonly mark: NodeMark | undefined }): ReactNode {
  const words = useGraphWords();
  const states = useStateWords();
  if (mark === undefined) return null;
  return (
    <span className={styles.cell} data-mark={mark.kind}>
      <MarkGlyph kind={mark.kind} />
      {mark.label ?? words.mark[mark.kind]}
      {mark.state !== undefined && (
        <StateBadge
          tone={itemTone[mark.state]}
          word={stateOf(mark.kind, states.item[mark.state], words, states)}
          look="plain"
        />
      )}
    </span>
  );
}
