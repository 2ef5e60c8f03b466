import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ContractDetail } from '../../derive/contracts.ts';
import type { ConditionResult } from '../../gates/types.ts';
import { ConditionCard } from '../../parts/condition-card.tsx';
import { useOpenProject } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { contentQuery } from '../../queries/options.ts';
import { EmptyState } from '../../ui/feedback.tsx';
import { InStages } from '../../ui/in-stages.tsx';
import { Stat, StatStrip } from '../../ui/key-values.tsx';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import { Attempts } from './attempts.tsx';
import { Budgets } from './budgets.tsx';
import { Checklists } from './checklists.tsx';
import styles from './contract.module.css';
import type { ContractSearch } from './contract-search.ts';
import { CrossChecks } from './cross-checks.tsx';
import { Deliverables } from './deliverables.tsx';
import { ReportButtons } from './report/report-buttons.tsx';
import { StatedCounts } from './stated-counts.tsx';
import { Targets } from './targets.tsx';
import { useContractWords } from './words/use-contract-words.ts';

/** Is the delivery what was agreed? Everything that the contract demands beside what was found. */
export function ContractView({ search, setSearch }: SearchProps<ContractSearch>): ReactNode {
  const words = useContractWords();
  const { session, request } = useOpenProject();
  const { data } = useSuspenseQuery(contentQuery(session, request));
  const { contracts, budgets, checklists } = data;
  if (contracts.length === 0) {
    return (
      <div className={styles.page}>
        <PageHeading question={words.question} answer={words.none} />
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <InStages>
        {contracts.map((detail) => (
          <Contract
            key={detail.contract.id}
            detail={detail}
            search={search}
            setSearch={setSearch}
          />
        ))}
        {budgets.length > 0 && <Budgets budgets={budgets} />}
        {checklists.length > 0 && <Checklists checklists={checklists} />}
      </InStages>
    </div>
  );
}

function Contract({
  detail,
  search,
  setSearch,
}: SearchProps<ContractSearch> & { readonly detail: ContractDetail }): ReactNode {
  const words = useContractWords();
  const { contract, deliverables, targets, crossChecks, definitionOfDone } = detail;
  const met = count(deliverables);
  const summary = targets.filter(({ target }) => target.statedIn === 'summary');
  const targetsMet = count(summary);
  return (
    <InStages first={4}>
      <PageHeading
        question={words.question}
        answer={
          <>
            <ToneText tone={met === deliverables.length ? 'passed' : 'failed'}>
              {words.deliverablesMet(met, deliverables.length)}
            </ToneText>
            {summary.length > 0 && (
              <>
                {', '}
                <ToneText tone={targetsMet === summary.length ? 'passed' : 'missing'}>
                  {words.targetsMet(targetsMet, summary.length)}
                </ToneText>
              </>
            )}
            .
          </>
        }
        note={
          <>
            <SafeText text={contract.title} /> · <CodeRef code={contract.id} id />
          </>
        }
      />
      <ReportButtons detail={detail} />
      <Strip detail={detail} />
      <Deliverables detail={detail} search={search} setSearch={setSearch} />
      {crossChecks.length > 0 && <CrossChecks checks={crossChecks} />}
      <Targets detail={detail} />
      {definitionOfDone.length > 0 && (
        <Panel
          title={words.definitionOfDone}
          aside={words.of(count(definitionOfDone), definitionOfDone.length)}
        >
          <ol className={styles.cards}>
            <InStages first={2} step={2}>
              {definitionOfDone.map(({ result }) => (
                <li key={result.id}>
                  <ConditionCard gate="" result={result} linked={false} brief />
                </li>
              ))}
            </InStages>
          </ol>
        </Panel>
      )}
      <div className={styles.pair}>
        <Attempts detail={detail} />
        <StatedCounts detail={detail} />
      </div>
    </InStages>
  );
}

function Strip({ detail }: { readonly detail: ContractDetail }): ReactNode {
  const words = useContractWords();
  const { contract, crossChecks, definitionOfDone, lines, attempts } = detail;
  const format = useFormat();
  const wanted = contract.totals?.lines;
  const open = contract.deliverables.filter((entry) => entry.lines?.max === undefined).length;
  return (
    <>
      <StatStrip>
        {crossChecks.length > 0 && (
          <Stat
            label={words.crossChecks}
            value={words.of(count(crossChecks), crossChecks.length)}
          />
        )}
        {definitionOfDone.length > 0 && (
          <Stat
            label={words.criteria}
            value={words.of(count(definitionOfDone), definitionOfDone.length)}
          />
        )}
        <Stat
          label={words.lines}
          value={format.number(lines.measured)}
          note={
            wanted === undefined
              ? words.linesOf(lines.files)
              : words.linesWanted(wanted.min, wanted.max, format)
          }
        />
        <Stat
          label={words.attempts}
          value={words.attemptsUsed(attempts.made, contract.attemptLimit)}
          note={words.rejected(attempts.rejected)}
        />
      </StatStrip>
      {wanted !== undefined &&
        (lines.least < wanted.min || lines.most > wanted.max || open > 0) && (
          <p className={styles.quiet}>
            {words.linesPossible(lines.least, lines.most, open, format)}
          </p>
        )}
    </>
  );
}

/** How many pass. What is waived is excused, and not as agreed; what nobody judged is neither. */
function count(list: readonly { readonly result?: ConditionResult }[]): number {
  return list.filter(({ result }) => result?.verdict === 'passed').length;
}
