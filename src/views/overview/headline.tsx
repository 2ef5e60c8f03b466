import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { ItemState } from '../../gates/types.ts';
import type { ItemId } from '../../model/ids.ts';
import { useItemForms } from '../../parts/item-word.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import { itemTone } from '../../parts/tones.ts';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import styles from './overview.module.css';
import { useOverviewWords } from './words/use-overview-words.ts';

/** The answer as one sentence; each noun leads to what it counts. */
export function Headline({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useOverviewWords();
  return <PageHeading question={words.question} answer={<Answer snapshot={snapshot} />} />;
}

function Answer({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useOverviewWords();
  const { answers, info } = snapshot;
  const { request } = useOpenProject();
  const forms = useItemForms(info);
  const circle = inCircles(snapshot);
  const inState =
    (state: ItemState) =>
    (text: string): ReactNode => <StateLink state={state}>{text}</StateLink>;
  const why = (
    <> {answers.held > 0 && answers.causeCount > 0 && <HeldBy snapshot={snapshot} short />}</>
  );
  switch (answers.headline) {
    case 'empty':
      return words.empty;
    case 'all-complete':
      return words.allComplete(
        { complete: answers.complete, others: snapshot.items.length - answers.inScope },
        forms,
        inState('complete'),
      );
    case 'not-begun':
      return words.notBegun(answers.ready.length, forms, inState('ready'));
    case 'may-advance':
      return words.mayAdvance(
        {
          ready: answers.ready.length,
          inProgress: answers.inProgress.length,
          held: answers.held,
          inScope: answers.inScope,
        },
        forms,
        {
          ready: inState('ready'),
          inProgress: inState('in-progress'),
          held: inState('blocked'),
        },
      );
    case 'halted':
      return (
        <>
          {words.halted(answers.stopped.length, forms, inState('stopped'))}
          {why}
        </>
      );
    case 'contradicted':
      return (
        <>
          {answers.contradicted.length > 0
            ? words.contradicted(answers.contradicted.length, forms, inState('contradicted'))
            : words.contradictedGates(claimed(snapshot), (text) => (
                <Link
                  to="/p/$project/gates"
                  params={{ project: request.project }}
                  className={styles.noun}
                >
                  <ToneText tone="contradicted">{text}</ToneText>
                </Link>
              ))}
          {why}
        </>
      );
    case 'held':
      return circle.length === 0 ? (
        <HeldBy snapshot={snapshot} />
      ) : (
        <>
          {words.circle(circle.length, forms, (text) => (
            <Link
              to="/p/$project/graph"
              params={{ project: request.project }}
              search={{ item: circle[0] }}
              className={styles.noun}
            >
              <ToneText tone="contradicted">{text}</ToneText>
            </Link>
          ))}
          {why}
        </>
      );
  }
}

/** The items that wait for each other, each once. */
function inCircles({ findings }: PlanSnapshot): readonly ItemId[] {
  const found = findings.filter(({ reason }) => reason.code === 'item-in-cycle');
  return [...new Set(found.flatMap(({ items }) => items))];
}

/** Gates that are recorded as passed and do not pass. */
function claimed({ gates }: PlanSnapshot): number {
  return gates.filter(({ declared, contradicts }) => contradicts && declared === 'passed').length;
}

/** How much is held back by how many causes; `short` where another "No." stands before it. */
function HeldBy({
  snapshot,
  short = false,
}: {
  readonly snapshot: PlanSnapshot;
  readonly short?: boolean;
}): ReactNode {
  const words = useOverviewWords();
  const { answers, info } = snapshot;
  const first = answers.causes[0]?.releaseCount ?? 0;
  const causes = (text: string): ReactNode => (
    <button type="button" className={styles.noun} onClick={showCauses}>
      <ToneText tone="failed">{text}</ToneText>
    </button>
  );
  const sentence = (short ? words.heldShort : words.held)(
    { causes: answers.causeCount, held: answers.held, inScope: answers.inScope },
    useItemForms(info),
    {
      causes,
      held: (text) => <StateLink state="blocked">{text}</StateLink>,
    },
  );
  if (answers.held === 0) return words.open(answers.causeCount, causes);
  return (
    <>
      {sentence}
      {first > 0 ? words.firstFrees(first) : words.together}
    </>
  );
}

function StateLink({
  state,
  children,
}: {
  readonly state: ItemState;
  readonly children: ReactNode;
}): ReactNode {
  const { request } = useOpenProject();
  return (
    <Link
      to="/p/$project/graph"
      params={{ project: request.project }}
      search={{ state: [state] }}
      className={styles.noun}
    >
      <ToneText tone={itemTone[state]}>{children}</ToneText>
    </Link>
  );
}

/** The part of the address behind the # holds the place in the app, so no anchor can do this. */
function showCauses(): void {
  const causes = document.getElementById('causes');
  causes?.scrollIntoView({ block: 'start' });
  causes?.focus();
}
