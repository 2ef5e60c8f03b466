import { type ReactNode, useId, useState } from 'react';
import { CountBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './revisions.module.css';
import { useRevisionsWords } from './words/use-revisions-words.ts';

/** A plan of thousands is not written out before somebody asks. */
const shownAtFirst = 50;

/** One kind of difference; nothing at all where there is none. */
export function DiffList<Row>({
  title,
  rows,
  keyOf,
  children,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
}): ReactNode {
  const words = useRevisionsWords();
  const id = useId();
  const [count, setCount] = useState(shownAtFirst);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.kind}>
      <h3 id={id} className={styles.kindTitle}>
        {title} <CountBadge>{rows.length}</CountBadge>
      </h3>
      <ul className={styles.lines}>
        {rows.slice(0, count).map((row) => (
          <li key={keyOf(row)} className={styles.line}>
            {children(row)}
          </li>
        ))}
      </ul>
      {rows.length > count && (
        <Button size="small" look="quiet" onClick={() => setCount(count + 500)}>
          {words.more(rows.length - count)}
        </Button>
      )}
    </section>
  );
}

/** A state with its glyph, or that there was none. */
export function Side({
  tone,
  word,
}: {
  readonly tone: StateTone | undefined;
  readonly word: string | undefined;
}): ReactNode {
  const words = useRevisionsWords();
  return (
    <span className={styles.side}>
      <StateGlyph tone={tone ?? 'not-reached'} size={14} />
      {word ?? words.absent}
    </span>
  );
}

/** What it was and what it is. */
export function BeforeAfter({
  before,
  after,
}: {
  readonly before: ReactNode;
  readonly after: ReactNode;
}): ReactNode {
  return (
    <span className={styles.sides}>
      {before}
      <span aria-hidden="true">→</span>
      {after}
    </span>
  );
}
