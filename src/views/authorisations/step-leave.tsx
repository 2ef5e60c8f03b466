import type { ReactNode } from 'react';
import type { DemandDetail, StepAuthorisation } from '../../derive/authorisation-step.ts';
import type { Role } from '../../model/plan.ts';
import { ReasonText } from '../../parts/reason-text.tsx';
import { conditionTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { ToneText } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { standingTone } from './record-table.tsx';
import styles from './step-detail.module.css';
import { useAuthorisationsWords } from './words/use-authorisations-words.ts';

/** What each rule demands for the step under each definition, and the records that speak to it. */
export function StepLeave({
  detail: { demands, leaves },
  roles,
}: {
  readonly detail: StepAuthorisation;
  readonly roles: readonly Role[];
}): ReactNode {
  const words = useAuthorisationsWords();
  return (
    <Panel headingLevel={3} title={words.leave}>
      {leaves.length === 0 ? (
        <p className={styles.quiet}>{words.needsNoLeave}</p>
      ) : (
        <ul className={styles.list}>
          {demands.map((entry) => (
            <Demand
              key={JSON.stringify([entry.rule, entry.definition.id, entry.demand])}
              entry={entry}
              roles={roles}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Demand({
  entry: { rule, definition, demand, verdict, reason, granted, needed, samePerson, records },
  roles,
}: {
  readonly entry: DemandDetail;
  readonly roles: readonly Role[];
}): ReactNode {
  const words = useAuthorisationsWords();
  const states = useStateWords();
  const role = roles.find(({ id }) => id === demand.role)?.title ?? demand.role;
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.marked}>
          <StateGlyph tone={conditionTone[verdict]} label={states.condition[verdict]} size={14} />
          <CodeRef code={rule} id strong />{' '}
          <SafeText text={words.demand(role, needed, demand.forms ?? [])} />
        </span>
        <span className={styles.value}>{words.of(granted, needed)}</span>
      </div>
      <p className={styles.small}>
        <SafeText text={definition.title} />.{' '}
        <ToneText tone={conditionTone[verdict]}>
          <ReasonText reason={reason} />
        </ToneText>
        . {samePerson && words.samePerson}
      </p>
      {records.length > 0 && (
        <ul className={styles.records}>
          {records.map(({ record, standing, why }) => (
            <li key={record.id} className={styles.marked}>
              <StateGlyph
                tone={standingTone[standing]}
                label={standing === 'granted' ? words.countsYes : words.countsNo}
                size={12}
              />
              {why === undefined ? <CodeRef code={record.id} id /> : <ReasonText reason={why} />}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
