import type { ReactNode } from 'react';
import type { EvidenceRelations, RelatedEvidence } from '../../derive/evidence-types.ts';
import { EvidenceLink } from '../../parts/links.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import styles from './evidence-detail.module.css';
import { useDetailWords } from './words/use-detail-words.ts';

/** More than these are counted. */
const mostRelated = 12;

const kinds = ['supersededBy', 'supersedes', 'sameName', 'sameBytes'] as const;

/** Other pieces that a reader must know of before believing this one. */
export function RelationList({ relations }: { readonly relations: EvidenceRelations }): ReactNode {
  const words = useDetailWords();
  return (
    <ul className={styles.references}>
      {kinds.flatMap((kind) =>
        relations[kind].slice(0, mostRelated).map((other) => (
          <li key={JSON.stringify([kind, other.id])} className={styles.reference}>
            <span className={styles.factKind}>{words.relations[kind]}</span>
            <Other other={other} />
          </li>
        )),
      )}
      {kinds.map(
        (kind) =>
          relations[kind].length > mostRelated && (
            <li key={kind} className={styles.quiet}>
              {words.relations[kind]}: {words.moreFacts(relations[kind].length - mostRelated)}
            </li>
          ),
      )}
    </ul>
  );
}

function Other({ other }: { readonly other: RelatedEvidence }): ReactNode {
  return (
    <>
      <EvidenceLink evidence={other.id} className={styles.condition}>
        <SafeText text={other.name} /> <CodeRef code={other.id} id />
      </EvidenceLink>
      {other.collectedAt !== undefined && (
        <span className={styles.quiet}>
          <ExactTime at={other.collectedAt} />
        </span>
      )}
    </>
  );
}

export function hasRelations(relations: EvidenceRelations): boolean {
  return kinds.some((kind) => relations[kind].length > 0);
}
