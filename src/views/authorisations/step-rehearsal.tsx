import type { ReactNode } from 'react';
import type { StepAuthorisation } from '../../derive/authorisation-step.ts';
import type { RehearsalFact } from '../../model/evidence.ts';
import type { Rollback } from '../../model/plan.ts';
import { ConditionCard } from '../../parts/condition-card.tsx';
import { EvidenceLink } from '../../parts/links.tsx';
import { useValues } from '../../parts/use-values.ts';
import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { HeadCell, WideTable } from '../../ui/wide-table.tsx';
import styles from './step-detail.module.css';
import { useAuthorisationsWords } from './words/use-authorisations-words.ts';

/** Whether the rehearsal left everything as it was, and the way back. */
export function StepRehearsal({
  detail: { rehearsal, item },
}: {
  readonly detail: StepAuthorisation;
}): ReactNode {
  const words = useAuthorisationsWords();
  return (
    <Panel headingLevel={3} title={words.rehearsal}>
      {rehearsal === undefined ? (
        <p className={styles.quiet}>{words.noRehearsal}</p>
      ) : (
        <>
          <ConditionCard gate={rehearsal.gate} result={rehearsal.result} />
          {rehearsal.fact !== undefined && (
            <Disclosure summary={words.entryExit}>
              <States fact={rehearsal.fact} />
            </Disclosure>
          )}
        </>
      )}
      <RollbackList rollback={item.rollback ?? []} />
    </Panel>
  );
}

function States({ fact }: { readonly fact: RehearsalFact }): ReactNode {
  const words = useAuthorisationsWords();
  const entry = new Map(Object.entries(fact.entry));
  const exit = new Map(Object.entries(fact.exit));
  const values = useValues();
  const text = (state: typeof entry, name: string): string => {
    const value = state.get(name);
    return value === undefined ? words.absent : values.scalar(value);
  };
  return (
    <WideTable
      label={words.entryExit}
      least={320}
      head={
        <>
          <HeadCell>{words.name}</HeadCell>
          <HeadCell end>{words.entry}</HeadCell>
          <HeadCell end>{words.exit}</HeadCell>
        </>
      }
    >
      {[...new Set([...entry.keys(), ...exit.keys()])].map((name) => (
        <tr key={name}>
          <th scope="row">
            <CodeRef code={name} /> {fact.exempt?.includes(name) && <Badge>{words.exempt}</Badge>}
          </th>
          <td className={styles.number}>
            <SafeText text={text(entry, name)} />
          </td>
          <td className={styles.number}>
            <SafeText text={text(exit, name)} />
          </td>
        </tr>
      ))}
    </WideTable>
  );
}

function RollbackList({ rollback }: { readonly rollback: readonly Rollback[] }): ReactNode {
  const words = useAuthorisationsWords();
  if (rollback.length === 0) return null;
  return (
    <>
      <h4 className={styles.subheading}>{words.rollback}</h4>
      <ul className={styles.list}>
        {rollback.map(({ text, state, evidence }) => (
          <li key={text}>
            <SafeText text={text} />{' '}
            {state !== undefined && (
              <Badge>
                <SafeText text={state} />
              </Badge>
            )}{' '}
            {(evidence ?? []).map((id) => (
              <EvidenceLink key={id} evidence={id} className={styles.link}>
                <CodeRef code={id} id />
              </EvidenceLink>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
