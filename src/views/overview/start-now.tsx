import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ItemRow, PlanSnapshot } from '../../derive/types.ts';
import type { ItemState } from '../../gates/types.ts';
import { useItemForms } from '../../parts/item-word.ts';
import { ItemLink } from '../../parts/links.tsx';
import { useOpenProject } from '../../parts/project-context.tsx';
import { itemTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Panel, PanelRow, PanelRows } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './overview.module.css';
import { useOverviewWords } from './words/use-overview-words.ts';

const MOST_ITEMS = 6;

/** The frontier, what is under way, and what waits for a single cause. */
export function StartNow({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useOverviewWords();
  const states = useStateWords();
  const { answers } = snapshot;
  const isDone = answers.headline === 'all-complete';
  const rows = new Map(snapshot.items.map((item) => [item.id, item]));
  const causes = new Map(answers.causes.map((cause) => [cause.key, cause]));
  const row = (item: ItemRow | undefined, note: ReactNode): ReactNode =>
    item !== undefined && (
      <PanelRow
        key={item.id}
        lead={<StateGlyph tone={itemTone[item.state]} label={states.item[item.state]} />}
        code={<CodeRef code={item.id} id strong />}
        title={
          <ItemLink item={item.id} className={styles.link}>
            <SafeText text={item.title} />
          </ItemLink>
        }
        note={note}
      />
    );
  return (
    <Panel title={words.startNow} padding="none">
      {answers.ready.length === 0 ? (
        <p className={styles.nothing}>
          <strong>{isDone ? words.nothingLeft : words.nothingStarts}.</strong>{' '}
          {isDone ? words.nothingLeftWhy : words.nothingStartsWhy}
        </p>
      ) : (
        <>
          <PanelRows>
            {answers.ready.slice(0, MOST_ITEMS).map((id) => row(rows.get(id), words.readyNote))}
          </PanelRows>
          <More snapshot={snapshot} count={answers.ready.length} state="ready" />
        </>
      )}
      {answers.inProgress.length > 0 && (
        <>
          <h3 className={styles.subheading}>{words.inProgress}</h3>
          <PanelRows>
            {answers.inProgress.slice(0, MOST_ITEMS).map((id) => {
              const item = rows.get(id);
              return row(item, item !== undefined && <OpenConditions item={item} />);
            })}
          </PanelRows>
          <More snapshot={snapshot} count={answers.inProgress.length} state="in-progress" />
        </>
      )}
      {answers.oneStepAway.length > 0 && (
        <>
          <h3 className={styles.subheading}>{words.oneStepAway}</h3>
          <PanelRows>
            {answers.oneStepAway.slice(0, MOST_ITEMS).map(({ item, cause }) => {
              const only = causes.get(cause);
              return row(
                rows.get(item),
                only !== undefined && (
                  <>
                    {words.waitsOnlyFor} <SafeText text={only.title} />
                  </>
                ),
              );
            })}
          </PanelRows>
          <More snapshot={snapshot} count={answers.oneStepAway.length} />
        </>
      )}
    </Panel>
  );
}

/** What a list leaves out; leads to the graph where a state says which items these are. */
function More({
  snapshot,
  count,
  state,
}: {
  readonly snapshot: PlanSnapshot;
  readonly count: number;
  readonly state?: ItemState;
}): ReactNode {
  const words = useOverviewWords();
  const { request } = useOpenProject();
  const forms = useItemForms(snapshot.info);
  if (count <= MOST_ITEMS) return null;
  const text = words.moreItems(count - MOST_ITEMS, forms);
  return (
    <p className={styles.nothing}>
      {state === undefined ? (
        text
      ) : (
        <Link
          to="/p/$project/graph"
          params={{ project: request.project }}
          search={{ state: [state] }}
          className={styles.link}
        >
          {text}
        </Link>
      )}
    </p>
  );
}

function OpenConditions({ item }: { readonly item: ItemRow }): ReactNode {
  const words = useOverviewWords();
  if (item.pips.length === 0) return words.noConditions;
  const met = item.pips.filter(
    (pip) => pip === 'passed' || pip === 'waived' || pip === 'not-applicable',
  ).length;
  return words.conditionsMet(met, item.pips.length);
}
