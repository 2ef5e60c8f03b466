import type { ReactNode } from 'react';
import type { ContractDetail, TargetDetail } from '../../derive/contracts.ts';
import { QuantityText } from '../../parts/condition-card.tsx';
import { EvidenceLink, MetricLink } from '../../parts/links.tsx';
import { useValues } from '../../parts/use-values.ts';
import { InStages } from '../../ui/in-stages.tsx';
import { ToneText } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { HeadCell, WideTable } from '../../ui/wide-table.tsx';
import styles from './contract.module.css';
import { Verdict } from './verdict.tsx';
import { useContractWords } from './words/use-contract-words.ts';

/** Each target with what was measured, the file that is said to prove it, and who delivers that. */
export function Targets({ detail }: { readonly detail: ContractDetail }): ReactNode {
  const words = useContractWords();
  return (['summary', 'section'] as const).map((place) => {
    const targets = detail.targets.filter(({ target }) => target.statedIn === place);
    if (targets.length === 0) return null;
    const title = place === 'summary' ? words.summaryTargets : words.sectionTargets;
    return (
      <Panel key={place} title={title} aside={targets.length} padding="none">
        <WideTable
          label={title}
          least={760}
          head={
            <>
              <HeadCell>{words.target}</HeadCell>
              <HeadCell end>{words.wanted}</HeadCell>
              <HeadCell end>{words.measured}</HeadCell>
              <HeadCell>{words.verdict}</HeadCell>
              <HeadCell>{words.proof}</HeadCell>
            </>
          }
        >
          <InStages first={8} step={8}>
            {targets.map((entry) => (
              <Row key={entry.target.id} entry={entry} detail={detail} />
            ))}
          </InStages>
        </WideTable>
      </Panel>
    );
  });
}

function Row({
  entry: { target, result, deliveredBy, evidence },
  detail,
}: {
  readonly entry: TargetDetail;
  readonly detail: ContractDetail;
}): ReactNode {
  const words = useContractWords();
  const values = useValues();
  const title = <SafeText text={target.title} />;
  const delivered = detail.deliverables.find(({ deliverable }) => deliverable.id === deliveredBy);
  return (
    <tr>
      <th scope="row">
        {target.metric === undefined ? (
          title
        ) : (
          <MetricLink metric={target.metric}>{title}</MetricLink>
        )}
      </th>
      <td className={styles.number}>{values.target(target, target.unit)}</td>
      <td className={styles.number}>
        {result?.actual === undefined ? '–' : <QuantityText quantity={result.actual} />}
      </td>
      <td>
        <Verdict result={result} />
      </td>
      <td>
        {target.evidencePath === undefined ? (
          <>
            {target.evidenceNote !== undefined && <SafeText text={target.evidenceNote} />}
            <span className={styles.quiet}>{words.noFileNamed}</span>
          </>
        ) : (
          <>
            {evidence === undefined ? (
              <CodeRef code={target.evidencePath} most={44} />
            ) : (
              <EvidenceLink evidence={evidence}>
                <CodeRef code={target.evidencePath} most={44} />
              </EvidenceLink>
            )}
            <span className={styles.quiet}>
              {delivered !== undefined ? (
                <SafeText
                  text={`${words.deliveredBy} ${delivered.deliverable.number ?? delivered.deliverable.id}`}
                />
              ) : evidence !== undefined ? (
                words.inBundle
              ) : (
                <ToneText tone="missing">{words.nobodyDelivers}</ToneText>
              )}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
