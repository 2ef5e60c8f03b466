import type { ReactNode } from 'react';
import type { CauseRow, PlanSnapshot } from '../../derive/types.ts';
import { CauseGlyph } from '../../parts/cause-glyph.tsx';
import { useItemForms } from '../../parts/item-word.ts';
import { EvidenceLink, GateLink, ItemLink } from '../../parts/links.tsx';
import { PointerText } from '../../parts/pointer-view.tsx';
import { ReasonText } from '../../parts/reason-text.tsx';
import { Panel, PanelRow, PanelRows } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import styles from './overview.module.css';
import { useOverviewWords } from './words/use-overview-words.ts';

/** More than these and the list stops being an answer. */
const MOST_CAUSES = 8;

/** What holds the plan back, the cause that frees most first. */
export function Causes({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useOverviewWords();
  const { answers, info } = snapshot;
  const forms = useItemForms(info);
  const shown = answers.causes.slice(0, MOST_CAUSES);
  const more = answers.causeCount - shown.length;
  const set = new Set(answers.unblocking.causes);
  const smallest = answers.causes.filter((cause) => set.has(cause.key));
  const unnamed = answers.unblocking.count - smallest.length;
  return (
    <div id="causes" tabIndex={-1} className={styles.anchor}>
      <Panel
        title={words.holds}
        aside={shown.length > 0 && words.byReleased(forms)}
        padding="none"
        footer={
          smallest.length > 0 && (
            <span>
              {answers.unblocking.exact ? words.smallestSet : words.smallestSetApproximate}{' '}
              {perItem(smallest).map(([cause, count], index) => (
                <span key={cause.key}>
                  {index > 0 && ', '}
                  <CauseLink cause={cause} />
                  {count > 1 && ` (${words.causeCount(count)})`}
                </span>
              ))}
              {unnamed > 0 && ` ${words.moreInSet(unnamed)}`}
            </span>
          )
        }
      >
        {shown.length === 0 ? (
          <p className={styles.nothing}>{words.noCauses}</p>
        ) : (
          <PanelRows>
            {shown.map((cause) => (
              <PanelRow
                key={cause.key}
                lead={<CauseGlyph cause={cause} />}
                code={cause.item !== undefined && <CodeRef code={cause.item} id strong />}
                title={<CauseLink cause={cause} whole />}
                note={<CauseNote cause={cause} />}
                end={
                  cause.releaseCount > 0
                    ? words.released(cause.releaseCount, forms)
                    : words.heldToo(cause.holdCount, forms)
                }
                endNote={cause.owner !== undefined && <SafeText text={cause.owner} />}
              />
            ))}
          </PanelRows>
        )}
        {more > 0 && <p className={styles.nothing}>{words.moreCauses(more)}</p>}
      </Panel>
    </div>
  );
}

/** The first cause of each item with their number; a cause without an item stands alone. */
function perItem(causes: readonly CauseRow[]): [CauseRow, number][] {
  const groups = Map.groupBy(causes, (cause) => cause.item ?? cause.key);
  return [...groups.values()].flatMap((members): [CauseRow, number][] => {
    const [first] = members;
    return first === undefined ? [] : [[first, members.length]];
  });
}

function CauseLink({
  cause,
  whole = false,
}: {
  readonly cause: CauseRow;
  readonly whole?: boolean;
}): ReactNode {
  const text = whole ? cause.title : (cause.item ?? cause.title);
  const label = <SafeText text={text} />;
  if (cause.cause.kind === 'condition') {
    return (
      <GateLink gate={cause.cause.gate} condition={cause.cause.condition} className={styles.link}>
        {label}
      </GateLink>
    );
  }
  if (cause.item === undefined) return label;
  return (
    <ItemLink item={cause.item} className={styles.link}>
      {label}
    </ItemLink>
  );
}

function CauseNote({ cause }: { readonly cause: CauseRow }): ReactNode {
  const use = cause.uses[0];
  return (
    <>
      <ReasonText reason={cause.reason} />
      {use !== undefined && (
        <>
          {' · '}
          <EvidenceLink evidence={use.evidence} pointer={use.pointer} className={styles.evidence}>
            <PointerText evidence={use.evidence} pointer={use.pointer} />
          </EvidenceLink>
        </>
      )}
    </>
  );
}
