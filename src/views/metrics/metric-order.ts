import type { MetricRow } from '../../derive/types.ts';
import { nearShare } from './detail/chart-data.ts';
import type { MetricsSearch } from './metrics-search.ts';

const risk: Readonly<Record<MetricRow['verdict'], number>> = {
  failed: 0,
  unknown: 1,
  stale: 2,
  missing: 3,
  waived: 4,
  passed: 5,
  'not-applicable': 6,
  'no-target': 7,
};

/** Whether the target holds with less than a tenth of it to spare. */
export function isNear({ verdict, headroom }: MetricRow): boolean {
  return verdict === 'passed' && headroom !== undefined && headroom < nearShare;
}

/** What is furthest from holding first: by verdict, then by distance. */
function byRisk(a: MetricRow, b: MetricRow): number {
  const far = (row: MetricRow): number => row.headroom ?? Number.MAX_VALUE;
  return risk[a.verdict] - risk[b.verdict] || far(a) - far(b);
}

export function matches(
  metric: MetricRow,
  { q, verdict, set }: Pick<MetricsSearch, 'q' | 'verdict' | 'set'>,
): boolean {
  if (verdict !== undefined && !verdict.some((wanted) => wanted === metric.verdict)) return false;
  if (set !== undefined && (metric.group ?? '') !== set) return false;
  const text = q?.toLowerCase();
  return (
    text === undefined ||
    [metric.id, metric.title, metric.group ?? ''].some((candidate) =>
      candidate.toLowerCase().includes(text),
    )
  );
}

/** Groups with their metrics in the order asked for; by risk the group with the worst metric first. */
export function orderedGroups(
  metrics: readonly MetricRow[],
  sort: MetricsSearch['sort'],
): readonly (readonly [group: string, members: readonly MetricRow[]])[] {
  const ordered =
    sort === 'plan'
      ? metrics
      : sort === 'name'
        ? metrics.toSorted((a, b) => a.title.localeCompare(b.title))
        : metrics.toSorted(byRisk);
  const groups = [...Map.groupBy(ordered, (metric) => metric.group ?? '')];
  // By name the groups stay in the order of the plan.
  if (sort !== 'name') return groups;
  const places = new Map(metrics.toReversed().map(({ group }, at) => [group ?? '', -at]));
  return groups.toSorted(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
