import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BudgetView, StatedCap } from '../../../derive/metrics/budget-views.ts';
import { EvidenceLink, MetricLink } from '../../../parts/links.tsx';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { formatValue } from '../../../parts/quantity.ts';
import { ReasonText } from '../../../parts/reason-text.tsx';
import type { SearchProps } from '../../../parts/search-props.ts';
import { conditionTone } from '../../../parts/tones.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { budgetsQuery } from '../../../queries/metric-options.ts';
import { EmptyState } from '../../../ui/feedback.tsx';
import { type KeyValue, KeyValueList } from '../../../ui/key-values.tsx';
import { ToneText } from '../../../ui/page-heading.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { StateBadge } from '../../../ui/state-glyph.tsx';
import { HeadCell, WideTable } from '../../../ui/wide-table.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import type { MetricsSearch } from '../metrics-search.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import styles from './budgets.module.css';
import { MonthPanel } from './month-panel.tsx';

/** Caps, what was spent against them, what is to be expected, and where the caps are stated. */
export function BudgetsPage({ search, setSearch }: SearchProps<MetricsSearch>): ReactNode {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const { data, error } = useQuery(budgetsQuery(session, request));
  if (error !== null) throw error;
  if (data === undefined) return <SkeletonRows rows={10} rowHeight={32} />;
  if (data.length === 0)
    return <EmptyState title={words.noBudgets}>{words.noBudgetsWhy}</EmptyState>;
  return data.map((view) => (
    <Panel key={view.budget.id} title={<SafeText text={view.budget.title} />}>
      <Budget view={view} search={search} setSearch={setSearch} />
    </Panel>
  ));
}

function Budget({
  view,
  search,
  setSearch,
}: SearchProps<MetricsSearch> & { readonly view: BudgetView }): ReactNode {
  const words = useMetricsWords();
  const { locale } = useFormat();
  const { budget, thirtyDays, months, stated, unitDiffers } = view;
  const money = (value: number): string => formatValue(value, budget.currency, locale);
  const isOver =
    thirtyDays !== undefined && budget.monthlyCap !== undefined && thirtyDays > budget.monthlyCap;
  const isOwn = search.budget === undefined || search.budget === budget.id;
  const month = months.find((each) => isOwn && each.month === search.month) ?? months.at(-1);
  return (
    <div className={styles.budget}>
      <div className={styles.terms}>
        <Terms view={view} money={money} />
        <Promises view={view} />
      </div>
      {isOver && thirtyDays !== undefined && budget.monthlyCap !== undefined && (
        <p className={styles.remark}>
          {words.thirtyDays(money(thirtyDays), money(budget.monthlyCap))}
        </p>
      )}
      {unitDiffers && <p className={styles.remark}>{words.unitDiffers}</p>}
      {month === undefined ? (
        <p className={styles.remark}>{words.noSpending}</p>
      ) : (
        <MonthPanel
          view={view}
          month={month}
          money={money}
          show={search.view === 'table' ? 'table' : 'chart'}
          onMonth={(next) => setSearch({ month: next, budget: budget.id }, { replace: true })}
          onShow={(show) =>
            setSearch({ view: show === 'table' ? 'table' : undefined }, { replace: true })
          }
        />
      )}
      {stated.length > 0 && <Stated view={view} money={money} />}
      <Ceilings view={view} />
    </div>
  );
}

type Money = (value: number) => string;

function Terms({
  view: { budget, spendTitle },
  money,
}: {
  readonly view: BudgetView;
  readonly money: Money;
}): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  const { dailyCap, monthlyCap, alertAt, minLead, maxDailyVariance, phase, spend } = budget;
  const facts: KeyValue[] = [];
  const add = (id: string, name: string, value: ReactNode): void => {
    facts.push({ id, name, value });
  };
  if (phase !== undefined) add('phase', words.phase, <SafeText text={phase} />);
  add('daily', words.dailyCap, dailyCap === undefined ? words.notStated : money(dailyCap));
  add('monthly', words.monthlyCap, monthlyCap === undefined ? words.notStated : money(monthlyCap));
  if (alertAt !== undefined) {
    const amount = monthlyCap === undefined ? words.notStated : money(alertAt * monthlyCap);
    add('alert', words.alertAt, words.alertAtText(format.percent(alertAt) ?? '', amount));
  }
  if (minLead !== undefined) {
    add('lead', words.leadWanted, words.leadText(format.duration(minLead * 1000) ?? ''));
  }
  if ((budget.alertChannels ?? []).length > 0) {
    const channels = (budget.alertChannels ?? []).map(
      ({ type, destination }) => `${type} ${destination}`,
    );
    add('channels', words.channels, <SafeText text={channels.join(', ')} />);
  }
  if (maxDailyVariance !== undefined) {
    add('variance', words.variance, words.varianceText(format.percent(maxDailyVariance) ?? ''));
  }
  if (spend !== undefined) {
    add(
      'spend',
      words.spending,
      <MetricLink metric={spend}>
        <SafeText text={spendTitle ?? spend} />
      </MetricLink>,
    );
  }
  return <KeyValueList items={facts} />;
}

/** What the engine makes of each promise. */
function Promises({ view: { checks } }: { readonly view: BudgetView }): ReactNode {
  const words = useMetricsWords();
  const states = useStateWords();
  if (checks.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={words.promises}>
      {checks.map(({ check, result }) => (
        <li key={check} className={styles.promise}>
          <StateBadge
            tone={conditionTone[result.verdict]}
            word={states.condition[result.verdict]}
            look="plain"
          />
          <span>
            <strong>{words.checks[check]}</strong>
            <span className={styles.quiet}>
              <ReasonText reason={result.reason} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Every place that states a cap, side by side with the budget's own. */
function Stated({
  view: { budget, stated },
  money,
}: {
  readonly view: BudgetView;
  readonly money: Money;
}): ReactNode {
  const words = useMetricsWords();
  const cell = (value: number | undefined, differs: boolean): ReactNode =>
    value === undefined ? (
      words.notStated
    ) : (
      <>
        {money(value)}{' '}
        {differs ? (
          <ToneText tone="contradicted">{words.differs}</ToneText>
        ) : (
          <span className={styles.inlineQuiet}>{words.agrees}</span>
        )}
      </>
    );
  const place = ({ path, evidence }: StatedCap): ReactNode =>
    evidence === undefined ? (
      <CodeRef code={path} most={44} />
    ) : (
      <EvidenceLink evidence={evidence}>
        <CodeRef code={path} most={44} />
      </EvidenceLink>
    );
  return (
    <WideTable
      label={words.statedCaps}
      least={480}
      framed
      head={
        <>
          <HeadCell>{words.statedCaps}</HeadCell>
          <HeadCell end>{words.dailyCap}</HeadCell>
          <HeadCell end>{words.monthlyCap}</HeadCell>
        </>
      }
    >
      <tr>
        <th scope="row">{words.ofBudget}</th>
        <td className={styles.number}>
          {budget.dailyCap === undefined ? words.notStated : money(budget.dailyCap)}
        </td>
        <td className={styles.number}>
          {budget.monthlyCap === undefined ? words.notStated : money(budget.monthlyCap)}
        </td>
      </tr>
      {stated.map((cap) => (
        <tr key={cap.path}>
          <th scope="row">{place(cap)}</th>
          <td className={styles.number}>{cell(cap.dailyCap, cap.differs.daily)}</td>
          <td className={styles.number}>{cell(cap.monthlyCap, cap.differs.monthly)}</td>
        </tr>
      ))}
    </WideTable>
  );
}

function Ceilings({ view: { budget } }: { readonly view: BudgetView }): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  const ceilings = budget.tokenCeilings ?? [];
  if (ceilings.length === 0) return null;
  return (
    <div>
      <WideTable
        label={words.ceilings}
        least={420}
        framed
        head={
          <>
            <HeadCell>{words.provider}</HeadCell>
            <HeadCell end>{words.tokens}</HeadCell>
            <HeadCell>{words.models}</HeadCell>
          </>
        }
      >
        {ceilings.map(({ provider, maxTokens, models }) => (
          <tr key={provider}>
            <th scope="row">
              <SafeText text={provider} />
            </th>
            <td className={styles.number}>{format.number(maxTokens)}</td>
            <td>{models === undefined ? words.anyModel : <SafeText text={models.join(', ')} />}</td>
          </tr>
        ))}
      </WideTable>
      <p className={styles.quiet}>{words.ceilingsUnmeasured}</p>
    </div>
  );
}
