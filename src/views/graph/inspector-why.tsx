import { FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CauseRow, ItemDetail } from '../../derive/types.ts';
import type { ItemState } from '../../gates/types.ts';
import { CauseGlyph } from '../../parts/cause-glyph.tsx';
import { EvidenceUses } from '../../parts/evidence-uses.tsx';
import { GateLink, ItemLink } from '../../parts/links.tsx';
import { ProofTree } from '../../parts/proof-tree.tsx';
import { ReasonText } from '../../parts/reason-text.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import styles from './inspector.module.css';
import { useInspectorWords } from './inspector-words.ts';
import { useAssumeCleared } from './scenario/scenario-menu.tsx';
import { useScenarioWords } from './scenario/words.ts';
import type { InspectorWords } from './words/inspector-en.ts';

const calm: Readonly<Record<ItemState, keyof InspectorWords['nothingInTheWay']>> = {
  complete: 'complete',
  ready: 'ready',
  'in-progress': 'in-progress',
  blocked: 'other',
  failed: 'other',
  stopped: 'other',
  contradicted: 'other',
  deferred: 'other',
};

/** Why the item is as it is, and the least that would change it. */
export function InspectorWhy({ detail }: { readonly detail: ItemDetail }): ReactNode {
  const words = useInspectorWords();
  const { assumeCause } = useScenarioWords();
  const assumeCleared = useAssumeCleared();
  const { row, proof, release } = detail;
  return (
    <div className={styles.stack}>
      <p className={styles.reason}>
        <ReasonText reason={row.reason} />
      </p>
      {proof.children.length === 0 ? (
        <p className={styles.muted}>{words.nothingInTheWay[calm[row.state]]}</p>
      ) : (
        <ProofTree proof={proof} />
      )}
      {release.causes.length > 0 && (
        <section className={styles.release}>
          <h3 className={styles.subheading}>{words.toRelease(row.id)}</h3>
          <p className={styles.muted}>
            {release.exact ? words.releaseExact : words.releaseApproximate}
          </p>
          <ol className={styles.causes}>
            {release.causes.map((cause) => (
              <li key={cause.key} className={styles.cause}>
                <CauseGlyph cause={cause} />
                <CauseText cause={cause} />
              </li>
            ))}
          </ol>
          <p>
            <Button
              size="small"
              icon={<Icon of={FlaskConical} size={14} />}
              onClick={() => assumeCleared(release.causes.map(({ key }) => key))}
            >
              {assumeCause}
            </Button>
          </p>
        </section>
      )}
    </div>
  );
}

function CauseText({ cause }: { readonly cause: CauseRow }): ReactNode {
  const title = <SafeText text={cause.title} />;
  return (
    <div className={styles.words}>
      <div>
        {cause.item !== undefined && (
          <>
            <ItemLink item={cause.item} className={styles.link}>
              <CodeRef code={cause.item} id strong />
            </ItemLink>{' '}
          </>
        )}
        {cause.cause.kind === 'condition' ? (
          <GateLink
            gate={cause.cause.gate}
            condition={cause.cause.condition}
            className={styles.link}
          >
            {title}
          </GateLink>
        ) : (
          title
        )}
      </div>
      <div className={styles.note}>
        <ReasonText reason={cause.reason} />
      </div>
      {cause.uses.length > 0 && <EvidenceUses uses={cause.uses} />}
    </div>
  );
}
