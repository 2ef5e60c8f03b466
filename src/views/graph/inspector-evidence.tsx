import type { ReactNode } from 'react';
import type { EvidenceRow } from '../../derive/types.ts';
import { digestTone } from '../../parts/evidence-uses.tsx';
import { EvidenceLink } from '../../parts/links.tsx';
import { useStateWords } from '../../parts/wording/states.ts';
import { EmptyState } from '../../ui/feedback.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './inspector.module.css';
import { useInspectorWords } from './inspector-words.ts';

/** What the item's gates and its declared state rely on. */
export function InspectorEvidence({ rows }: { readonly rows: readonly EvidenceRow[] }): ReactNode {
  const words = useInspectorWords();
  const states = useStateWords();
  if (rows.length === 0) {
    return <EmptyState title={words.noEvidence}>{words.noEvidenceRemedy}</EmptyState>;
  }
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={row.id} className={styles.row}>
          <EvidenceLink evidence={row.id} className={styles.evidence}>
            <SafeText text={row.name} />
          </EvidenceLink>
          <span className={styles.note}>
            <SafeText text={row.kind} />
          </span>
          <span className={styles.digest}>
            <StateGlyph tone={digestTone[row.digest]} size={12} />
            {states.digest[row.digest]}
          </span>
        </li>
      ))}
    </ul>
  );
}
