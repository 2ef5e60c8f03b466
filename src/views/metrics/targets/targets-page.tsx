import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { TargetRow } from '../../../derive/metrics/targets.ts';
import { EvidenceLink, MetricLink } from '../../../parts/links.tsx';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { formatScalar, formatTarget } from '../../../parts/quantity.ts';
import { ReasonText } from '../../../parts/reason-text.tsx';
import type { SearchProps } from '../../../parts/search-props.ts';
import { conditionTone } from '../../../parts/tones.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { targetsQuery } from '../../../queries/metric-options.ts';
import { EmptyState } from '../../../ui/feedback.tsx';
import { ToneText } from '../../../ui/page-heading.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { StateBadge } from '../../../ui/state-glyph.tsx';
import { HeadCell, WideTable } from '../../../ui/wide-table.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import type { MetricsSearch } from '../metrics-search.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import styles from './targets.module.css';

/** Every target of the plan with what was measured, its proof, and whether anybody delivers that. */
export function TargetsPage(_: SearchProps<MetricsSearch>): ReactNode {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const { data, error } = useQuery(targetsQuery(session, request));
  if (error !== null) throw error;
  if (data === undefined) return <SkeletonRows rows={10} rowHeight={32} />;
  if (data.length === 0) return <EmptyState title={words.noTargets} />;
  const nobody = data.filter(({ delivery }) => delivery === 'nobody').length;
  const noFile = data.filter(({ delivery }) => delivery === 'no-file').length;
  const note = words.targetsNote(nobody, noFile);
  return (
    <>
      {note !== '' && <p>{note}.</p>}
      {(['summary', 'section', 'metric'] as const).map((place) => {
        const rows = data.filter(({ statedIn }) => statedIn === place);
        if (rows.length === 0) return null;
        return (
          <Panel key={place} title={words.stated[place]} aside={rows.length} padding="none">
            <WideTable
              label={words.stated[place]}
              least={860}
              head={
                <>
                  <HeadCell>{words.metric}</HeadCell>
                  <HeadCell end>{words.wanted}</HeadCell>
                  <HeadCell end>{words.measured}</HeadCell>
                  <HeadCell>{words.verdict}</HeadCell>
                  <HeadCell>{words.evidence}</HeadCell>
                </>
              }
            >
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </WideTable>
          </Panel>
        );
      })}
    </>
  );
}

function Row({ row }: { readonly row: TargetRow }): ReactNode {
  const words = useMetricsWords();
  const states = useStateWords();
  const { locale } = useFormat();
  const { metric, measured, verdict, reason, aggregate, samples } = row;
  const title = <SafeText text={row.title} />;
  return (
    <tr>
      <th scope="row">
        {metric === undefined ? title : <MetricLink metric={metric}>{title}</MetricLink>}
      </th>
      <td className={styles.number}>{formatTarget(row, row.unit, locale)}</td>
      <td className={styles.number}>
        {measured === undefined ? '–' : formatScalar(measured.value, measured.unit, locale)}
        {row.cap !== undefined && (
          <span className={styles.quiet}>
            {words.highestSpend(formatScalar(row.cap.value, row.cap.unit, locale))}
          </span>
        )}
        {measured !== undefined && samples !== undefined && (
          <span className={styles.quiet}>
            {[aggregate, words.samples(samples)].filter((part) => part !== undefined).join(', ')}
          </span>
        )}
      </td>
      <td>
        {verdict === undefined ? (
          <StateBadge tone="unknown" word={words.notJudged} look="plain" />
        ) : (
          <StateBadge tone={conditionTone[verdict]} word={states.condition[verdict]} look="plain" />
        )}
        {reason !== undefined && verdict !== 'passed' && (
          <span className={styles.quiet}>
            <ReasonText reason={reason} />
          </span>
        )}
      </td>
      <td>
        <Proof row={row} />
      </td>
    </tr>
  );
}

/** The file that is said to prove it, and who delivers it. */
function Proof({ row }: { readonly row: TargetRow }): ReactNode {
  const words = useMetricsWords();
  const { evidencePath, evidence, evidenceNote, delivery, deliverable } = row;
  const name = evidencePath ?? evidence;
  const code = name === undefined ? undefined : <CodeRef code={name} most={44} />;
  return (
    <>
      {code !== undefined &&
        (evidence === undefined ? code : <EvidenceLink evidence={evidence}>{code}</EvidenceLink>)}
      <span className={styles.quiet}>
        {delivery === 'nobody' ? (
          <ToneText tone="missing">{words.nobodyDelivers}</ToneText>
        ) : delivery === 'no-file' ? (
          <ToneText tone="missing">{words.noFileNamed}</ToneText>
        ) : delivery === 'deliverable' ? (
          words.deliveredBy(deliverable ?? '')
        ) : row.statedIn === 'metric' ? undefined : (
          words.inBundle
        )}
      </span>
      {evidenceNote !== undefined && (
        <span className={styles.quiet}>
          <SafeText text={evidenceNote} />
        </span>
      )}
    </>
  );
}
