import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { Counterexample, Finding, InvariantResult } from '../../gates/types.ts';
import type { ItemId } from '../../model/ids.ts';
import { EvidenceUses } from '../../parts/evidence-uses.tsx';
import { EvidenceLink, GateLink, ItemLink } from '../../parts/links.tsx';
import { useOpenProject, useSnapshot } from '../../parts/project-context.tsx';
import { ReasonText } from '../../parts/reason-text.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { contentQuery } from '../../queries/options.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { ToggleSet } from '../../ui/segmented-control.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateBadge, StateGlyph } from '../../ui/state-glyph.tsx';
import { useIntoView } from '../../ui/use-into-view.ts';
import styles from './invariants.module.css';
import { type InvariantsSearch, invariantVerdicts } from './invariants-search.ts';
import { useInvariantsWords } from './words/use-invariants-words.ts';

const tones: Readonly<Record<InvariantResult['verdict'], StateTone>> = {
  holds: 'passed',
  violated: 'failed',
  'not-evaluated': 'unknown',
};

/** More than these are counted; the graph and the gates have the rest. */
const most = 50;

/** Which rules of the plan hold? Each with what speaks against it, item by item. */
export function InvariantsView({ search, setSearch }: SearchProps<InvariantsSearch>): ReactNode {
  const words = useInvariantsWords();
  const { session, request } = useOpenProject();
  const { invariants: all, findings } = useSnapshot();
  const { data: content } = useSuspenseQuery(contentQuery(session, request));
  const statements = new Map(content.invariants.map(({ id, statement }) => [id, statement]));
  const { verdict } = search;
  const judged = all.filter((result) => !isIdle(result));
  const idle = all.filter(isIdle);
  const shown = invariantVerdicts
    .flatMap((wanted) => judged.filter((result) => result.verdict === wanted))
    .filter((result) => verdict === undefined || verdict.includes(result.verdict));
  const options = invariantVerdicts
    .map((value) => ({
      value,
      count: judged.filter((result) => result.verdict === value).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => ({
      value,
      icon: <StateGlyph tone={tones[value]} size={14} />,
      label: `${words.verdict[value]} ${count}`,
    }));
  return (
    <div className={styles.page}>
      <PageHeading question={words.question} answer={<Answer invariants={judged} />} />
      {options.length > 1 && (
        <div className={styles.filters}>
          <ToggleSet
            label={words.byVerdict}
            options={options}
            value={verdict ?? []}
            onChange={(chosen) =>
              setSearch({ verdict: chosen.length === 0 ? undefined : chosen }, { replace: true })
            }
          />
        </div>
      )}
      {judged.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState kind="filtered" title={words.nothingMatches} />
      ) : (
        <ul className={styles.rules} aria-label={words.rules}>
          {shown.map((result) => (
            <Rule
              key={result.id}
              result={result}
              statement={statements.get(result.id)}
              chosen={result.id === search.rule}
            />
          ))}
        </ul>
      )}
      {idle.length > 0 && (
        <Disclosure summary={words.idle(idle.length)}>
          <ul className={styles.none}>
            {idle.map(({ id, title }) => (
              <li key={id}>
                <SafeText text={words.builtIn.get(title) ?? title} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {findings.length > 0 && <Findings findings={findings} />}
    </div>
  );
}

/** The plan has nothing of what the rule speaks of. */
function isIdle({ reason }: InvariantResult): boolean {
  return reason.code === 'invariant-nothing-to-judge';
}

function Answer({ invariants }: { readonly invariants: readonly InvariantResult[] }): ReactNode {
  const words = useInvariantsWords();
  const count = (verdict: InvariantResult['verdict']): number =>
    invariants.filter((result) => result.verdict === verdict).length;
  const [violated, open, holding] = [count('violated'), count('not-evaluated'), count('holds')];
  if (invariants.length === 0) return `${words.none}.`;
  if (holding === invariants.length) return words.allHold(holding);
  return (
    <>
      {violated > 0 && <ToneText tone="failed">{words.violated(violated)}</ToneText>}
      {violated > 0 && open > 0 && ', '}
      {open > 0 && <ToneText tone="unknown">{words.notEvaluated(open)}</ToneText>}
      {'. '}
      {words.holdOf(holding, invariants.length)}
    </>
  );
}

function Rule({
  result,
  statement,
  chosen,
}: {
  readonly result: InvariantResult;
  readonly statement: string | undefined;
  readonly chosen: boolean;
}): ReactNode {
  const words = useInvariantsWords();
  const { request } = useOpenProject();
  const place = useRef<HTMLLIElement>(null);
  useIntoView(place, chosen);
  const { counterexamples } = result;
  return (
    <li ref={place} className={styles.rule} aria-current={chosen} data-chosen={chosen}>
      <div className={styles.head}>
        <StateBadge tone={tones[result.verdict]} word={words.verdict[result.verdict]} />
        <h2 className={styles.title}>
          <SafeText text={words.builtIn.get(result.title) ?? result.title} />
        </h2>
        <CodeRef code={result.id} id className={styles.code} />
      </div>
      {statement !== undefined && (
        <p className={styles.quiet}>
          <SafeText text={statement} multiline />
        </p>
      )}
      <p className={styles.quiet}>
        <ReasonText reason={result.reason} />.
      </p>
      {counterexamples.some(({ items }) => items.length > 0) && (
        <p>
          <Link
            to="/p/$project/graph"
            params={{ project: request.project }}
            search={{ rule: result.id }}
          >
            {words.onGraph}
          </Link>
        </p>
      )}
      {counterexamples.length > 0 && (
        <ul className={styles.examples} aria-label={words.counterexamples(counterexamples.length)}>
          {counterexamples.slice(0, most).map((example) => (
            <Example
              key={JSON.stringify([example.items, example.subject, example.reason])}
              example={example}
            />
          ))}
          {counterexamples.length > most && (
            <li className={styles.quiet}>{words.more(counterexamples.length - most)}</li>
          )}
        </ul>
      )}
    </li>
  );
}

function Example({
  example: { items, reason, uses },
}: {
  readonly example: Counterexample;
}): ReactNode {
  return (
    <li className={styles.example}>
      <span>
        <ReasonText reason={reason} />
      </span>
      <Items items={items} />
      {uses !== undefined && uses.length > 0 && <EvidenceUses uses={uses} />}
    </li>
  );
}

function Items({ items }: { readonly items: readonly ItemId[] }): ReactNode {
  const words = useInvariantsWords();
  if (items.length === 0) return null;
  return (
    <span className={styles.items}>
      {items.slice(0, most).map((item) => (
        <ItemLink key={item} item={item}>
          <CodeRef code={item} id />
        </ItemLink>
      ))}
      {items.length > most && words.more(items.length - most)}
    </span>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const words = useInvariantsWords();
  return (
    <Panel title={words.findings} aside={words.findingsHint}>
      <ul className={styles.examples}>
        {findings.slice(0, most).map((finding) => (
          <li key={JSON.stringify(finding)} className={styles.example}>
            <ReasonText reason={finding.reason} />
            <Items items={finding.items} />
            {(finding.gates ?? []).map((gate) => (
              <GateLink key={gate} gate={gate}>
                <CodeRef code={gate} id />
              </GateLink>
            ))}
            {(finding.evidence ?? []).map((evidence) => (
              <EvidenceLink key={evidence} evidence={evidence}>
                <CodeRef code={evidence} id />
              </EvidenceLink>
            ))}
          </li>
        ))}
        {findings.length > most && (
          <li className={styles.quiet}>{words.more(findings.length - most)}</li>
        )}
      </ul>
    </Panel>
  );
}
