import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { MetricDetail } from '../../derive/types.ts';
import { EvidenceLink, GateLink } from '../../parts/links.tsx';
import { useOpenProject } from '../../parts/project-context.tsx';
import { formatTarget, formatValue } from '../../parts/quantity.ts';
import { ReasonText } from '../../parts/reason-text.tsx';
import { metricTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { metricDetailQuery } from '../../queries/options.ts';
import { IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type KeyValue, KeyValueList } from '../../ui/key-values.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { MetricChart } from './metric-chart.tsx';
import styles from './metric-panel.module.css';
import { MetricTable } from './metric-table.tsx';
import { distance } from './metric-tile.tsx';
import { useMetricsWords } from './words.tsx';

/** About two points a pixel of the widest chart; more would only cost time. */
const MOST_POINTS = 2000;

/** One metric whole: its course against the target, what the gate made of it, and its evidence. */
export function MetricPanel({
  metric,
  onClose,
}: {
  readonly metric: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const { data, error } = useQuery(metricDetailQuery(session, request, metric, MOST_POINTS));
  if (error !== null) throw error;
  if (data === null) return <EmptyState title={words.unknownMetric(metric)} />;
  if (data === undefined) return <SkeletonRows rows={6} rowHeight={48} />;
  return (
    <Panel
      title={<SafeText text={data.metric.title} />}
      aside={
        <IconButton label={words.close} icon={<Icon of={X} />} size="small" onClick={onClose} />
      }
    >
      <div className={styles.columns}>
        <Course detail={data} />
        <Facts detail={data} />
      </div>
    </Panel>
  );
}

function Course({ detail }: { readonly detail: MetricDetail }): ReactNode {
  const words = useMetricsWords();
  const [show, setShow] = useState<'chart' | 'table'>('chart');
  if (detail.t.length === 0)
    return <EmptyState title={words.noPoints}>{words.noPointsWhy}</EmptyState>;
  return (
    <div className={styles.course}>
      <SegmentedControl
        label={words.show}
        value={show}
        onChange={setShow}
        options={[
          { value: 'chart', label: words.chart },
          { value: 'table', label: words.table },
        ]}
      />
      {show === 'chart' ? <MetricChart detail={detail} /> : <MetricTable detail={detail} />}
      <p className={styles.note}>
        {words.timeZone}{' '}
        {detail.total > detail.t.length && words.downsampled(detail.t.length, detail.total)}
      </p>
    </div>
  );
}

function Facts({
  detail: { metric, row, firstBreach, usedBy },
}: {
  readonly detail: MetricDetail;
}): ReactNode {
  const words = useMetricsWords();
  const states = useStateWords();
  const facts: KeyValue[] = [
    {
      id: 'verdict',
      name: words.verdict,
      value: (
        <StateBadge
          tone={metricTone[row.verdict]}
          word={row.verdict === 'no-target' ? words.withoutTarget : states.condition[row.verdict]}
        />
      ),
    },
    { id: 'reason', name: words.reason, value: <ReasonText reason={row.reason} /> },
    {
      id: 'value',
      name: words.value,
      value: row.value === undefined ? words.noValue : formatValue(row.value, row.unit),
    },
  ];
  if (row.aggregate !== undefined) {
    facts.push({
      id: 'aggregate',
      name: words.aggregate,
      value: `${row.aggregate}, ${words.samples(row.samples)}`,
    });
  }
  if (row.target !== undefined) {
    facts.push({
      id: 'target',
      name: words.targetName,
      value: formatTarget(row.target, row.unit),
    });
    facts.push({
      id: 'breach',
      name: words.firstBreach,
      value:
        firstBreach === undefined ? (
          words.never
        ) : (
          <>
            <ExactTime at={new Date(firstBreach.t).toISOString()} />:{' '}
            {formatValue(firstBreach.v, row.unit)}
          </>
        ),
    });
  }
  if (row.headroom !== undefined) {
    facts.push({ id: 'distance', name: words.distance, value: distance(row.headroom, words) });
  }
  if (metric.evidence !== undefined && metric.evidence.length > 0) {
    facts.push({
      id: 'evidence',
      name: words.evidence,
      value: metric.evidence.map((evidence) => (
        <EvidenceLink key={evidence} evidence={evidence} className={styles.link}>
          <CodeRef code={evidence} />
        </EvidenceLink>
      )),
    });
  }
  facts.push({
    id: 'used',
    name: words.usedBy,
    value:
      usedBy.length === 0
        ? words.usedByNone
        : usedBy.map((use) => (
            <GateLink
              key={JSON.stringify([use.gate, use.condition])}
              gate={use.gate}
              condition={use.condition}
              className={styles.link}
            >
              <CodeRef code={use.gate} /> <SafeText text={use.title} />
            </GateLink>
          )),
  });
  if (metric.note !== undefined) {
    facts.push({ id: 'note', name: words.note, value: <SafeText text={metric.note} multiline /> });
  }
  return <KeyValueList items={facts} />;
}
