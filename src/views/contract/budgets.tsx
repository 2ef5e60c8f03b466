import type { ReactNode } from 'react';
import type { BudgetDetail } from '../../derive/budgets.ts';
import { EvidenceLink, MetricLink } from '../../parts/links.tsx';
import { useValues } from '../../parts/use-values.ts';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import styles from './contract.module.css';
import { Verdict } from './verdict.tsx';
import { useContractWords } from './words/use-contract-words.ts';

/** Caps, whether they are kept, and every place that states them. */
export function Budgets({ budgets }: { readonly budgets: readonly BudgetDetail[] }): ReactNode {
  const words = useContractWords();
  return (
    <Panel title={words.budgets}>
      <div className={styles.budgets}>
        {budgets.map((detail) => (
          <Budget key={detail.budget.id} detail={detail} />
        ))}
      </div>
    </Panel>
  );
}

function Budget({
  detail: { budget, checks, thirtyDays },
}: {
  readonly detail: BudgetDetail;
}): ReactNode {
  const words = useContractWords();
  const { currency, dailyCap, monthlyCap, alertAt, statedIn, tokenCeilings, spend } = budget;
  const values = useValues();
  const format = useFormat();
  const money = (value: number): string => values.value(value, currency);
  const title = <SafeText text={budget.title} />;
  return (
    <section aria-label={budget.title}>
      <h3 className={styles.budgetTitle}>
        {spend === undefined ? title : <MetricLink metric={spend}>{title}</MetricLink>}
      </h3>
      <p>
        {[
          dailyCap === undefined ? undefined : `${money(dailyCap)} ${words.daily}`,
          monthlyCap === undefined ? undefined : `${money(monthlyCap)} ${words.monthly}`,
          alertAt === undefined
            ? undefined
            : words.alertAt(format.quantity(alertAt * 100, '%') ?? String(alertAt)),
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      <ul className={styles.list}>
        {checks.map(({ check, result }) => (
          <li key={check}>
            <strong>{words.budgetCheck[check]}</strong> <Verdict result={result} />
          </li>
        ))}
      </ul>
      {thirtyDays !== undefined && monthlyCap !== undefined && thirtyDays > monthlyCap && (
        <p className={styles.quiet}>{words.thirtyDays(money(thirtyDays), money(monthlyCap))}</p>
      )}
      {(statedIn ?? []).map(({ source, evidence, dailyCap: day, monthlyCap: month }) => (
        <p key={source.path} className={styles.quiet}>
          {words.statedIn}{' '}
          {evidence === undefined ? (
            <CodeRef code={source.path} />
          ) : (
            <EvidenceLink evidence={evidence}>
              <CodeRef code={source.path} />
            </EvidenceLink>
          )}
          : {day === undefined ? '–' : money(day)} · {month === undefined ? '–' : money(month)}
        </p>
      ))}
      {(tokenCeilings ?? []).length > 0 && (
        <p className={styles.quiet}>
          {words.ceilings}:{' '}
          <SafeText
            text={(tokenCeilings ?? [])
              .map(
                ({ provider, maxTokens }) =>
                  `${provider} ${format.quantity(maxTokens, '') ?? maxTokens}`,
              )
              .join(', ')}
          />
        </p>
      )}
    </section>
  );
}
