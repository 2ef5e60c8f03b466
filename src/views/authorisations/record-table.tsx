import type { ReactNode } from 'react';
import type { RecordStanding } from '../../derive/authorisations.ts';
import type { Standing } from '../../gates/records.ts';
import { EvidenceLink, ItemLink } from '../../parts/links.tsx';
import { ReasonText } from '../../parts/reason-text.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { HeadCell, WideTable } from '../../ui/wide-table.tsx';
import styles from './record-table.module.css';
import { useAuthorisationsWords } from './words/use-authorisations-words.ts';

export const standingTone: Readonly<Record<Standing, StateTone>> = {
  granted: 'passed',
  against: 'failed',
  unreadable: 'unknown',
  expired: 'stale',
  rejected: 'missing',
};

/** Every record of leave, those that do not count with the reason why. */
export function RecordTable({
  records,
}: {
  readonly records: readonly RecordStanding[];
}): ReactNode {
  const words = useAuthorisationsWords();
  return (
    <WideTable
      label={words.records}
      least={720}
      head={[
        words.record,
        words.counts,
        words.steps,
        words.decision,
        words.role,
        words.rule,
        words.at,
      ].map((name) => <HeadCell key={name}>{name}</HeadCell>)}
    >
      {records.map((entry) => (
        <Row key={entry.record.id} entry={entry} />
      ))}
    </WideTable>
  );
}

function Row({ entry: { record, standing, why } }: { readonly entry: RecordStanding }): ReactNode {
  const words = useAuthorisationsWords();
  const evidence = record.evidence?.[0];
  const code = <CodeRef code={record.id} id />;
  return (
    <tr>
      <th scope="row" className={styles.ids}>
        {evidence === undefined ? code : <EvidenceLink evidence={evidence}>{code}</EvidenceLink>}
      </th>
      <td>
        <StateBadge
          tone={standingTone[standing]}
          word={standing === 'granted' ? words.countsYes : words.countsNo}
          look="plain"
        />
        {why !== undefined && (
          <span className={styles.why}>
            <ReasonText reason={why} />
          </span>
        )}
      </td>
      <td className={styles.ids}>
        {record.steps.length === 0 ? words.wholePlan : null}
        {record.steps.map((step) => (
          <ItemLink key={step} item={step} className={styles.step}>
            <CodeRef code={step} id />
          </ItemLink>
        ))}
      </td>
      <td>
        {words.decisions[record.decision]} {words.scopes[record.scope]}
        <span className={styles.form}>
          <SafeText text={record.form} />
        </span>
      </td>
      <td>
        <SafeText
          text={record.person === undefined ? record.role : `${record.role} · ${record.person}`}
        />
      </td>
      <td className={styles.ids}>
        <CodeRef code={record.rule} id />
      </td>
      <td>
        <ExactTime at={record.at} />
      </td>
    </tr>
  );
}
