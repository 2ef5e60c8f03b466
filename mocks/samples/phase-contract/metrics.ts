import { metricId } from '../../../src/model/ids.ts';
import type { Metric, MetricTarget } from '../../../src/model/metric.ts';
import { seriesFrom } from '../shared/series.ts';
import { at, GATE_RECORD, measurement, type PackageName, workPackage } from './names.ts';

const CACHE = 'metrics/performance/state_cache_latency.csv';

/** When the package report of the sample was made. */
const REPORTED = '2026-11-17T11:00:00Z';
/** The instant that the gate document states. */
const STATED = '2025-10-01T22:00:00Z';

interface Text {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly better: Metric['better'];
  readonly package: PackageName;
  readonly line: number;
  readonly target: MetricTarget;
  readonly more?: Pick<Metric, 'seriesFile' | 'series' | 'note' | 'evidence'>;
}

const under = (value: number, aggregate: MetricTarget['aggregate'] = 'max'): MetricTarget => ({
  operator: 'less-than',
  value,
  aggregate,
});
const atLeast = (value: number, minSamples?: number): MetricTarget => ({
  operator: 'at-least',
  value,
  aggregate: 'mean',
  ...(minSamples === undefined ? {} : { minSamples }),
});
const exactly = (value: number): MetricTarget => ({
  operator: 'equals',
  value,
  aggregate: 'last',
});

/** What the summary table and the sections name, measured as far as a file can show it. */
const MEASURED: readonly Text[] = [
  {
    id: 'redis-get-p95',
    title: 'Redis GET, 95th percentile',
    unit: 'ms',
    better: 'lower',
    package: 'state',
    line: 962,
    target: under(50),
    more: {
      seriesFile: {
        path: CACHE,
        timeColumn: 'timestamp',
        valueColumn: 'latency_ms',
        where: { operation: 'GET', percentile: 'p95' },
      },
      evidence: [measurement(18)],
      note: 'The file holds percentiles already, so that the highest of them is judged.',
    },
  },
  {
    id: 'postgres-write',
    title: 'PostgreSQL write',
    unit: 'ms',
    better: 'lower',
    package: 'state',
    line: 963,
    target: under(120),
    more: {
      seriesFile: {
        path: CACHE,
        timeColumn: 'timestamp',
        valueColumn: 'latency_ms',
        where: { operation: 'WRITE', percentile: 'p95' },
      },
      evidence: [measurement(18)],
      note: 'The file named as proof shows GET operations only.',
    },
  },
  {
    id: 'cache-hit-ratio',
    title: 'Hit ratio of the cache',
    unit: '%',
    better: 'higher',
    package: 'state',
    line: 964,
    target: atLeast(92),
    more: {
      seriesFile: { path: CACHE, timeColumn: 'timestamp', valueColumn: 'hit_ratio' },
      evidence: [measurement(18)],
      note: 'The file named as proof has no column from which a hit ratio could be told.',
    },
  },
  {
    id: 'ledger-append',
    title: 'Append to the ledger',
    unit: 'ms',
    better: 'lower',
    package: 'ledger',
    line: 965,
    target: under(80),
    more: { note: 'Said to be embedded in the state tests; no file is named.' },
  },
  {
    id: 'graph-execution',
    title: 'One loop of the graph',
    unit: 's',
    better: 'lower',
    package: 'orchestration',
    line: 966,
    target: under(1.5),
    more: { note: 'Said to be in the integration tests; no file is named.' },
  },
  {
    id: 'router-decision',
    title: 'Decision of the router, 95th percentile',
    unit: 'ms',
    better: 'lower',
    package: 'router',
    line: 967,
    target: under(120, 'p95'),
    more: { note: 'The file named as proof is no deliverable and is not here.' },
  },
  {
    id: 'notification-latency',
    title: 'Delivery of a notification',
    unit: 'ms',
    better: 'lower',
    package: 'telemetry',
    line: 968,
    target: under(5000),
    more: {
      seriesFile: {
        path: 'notifications/delivery_log.csv',
        timeColumn: 'timestamp',
        valueColumn: 'latency_ms',
        categoryColumn: 'destination',
      },
      evidence: [measurement(20)],
    },
  },
  {
    id: 'notification-success',
    title: 'Notifications delivered',
    unit: 'ratio',
    better: 'higher',
    package: 'telemetry',
    line: 969,
    target: atLeast(0.995, 25),
    more: {
      seriesFile: {
        path: 'notifications/delivery_log.csv',
        timeColumn: 'timestamp',
        valueColumn: 'status',
        categoryColumn: 'destination',
        oneWhen: 'delivered',
      },
      evidence: [measurement(20)],
      note: 'With 25 rows one failure is 96 %; the target tolerates a failure from 200 rows on.',
    },
  },
  {
    id: 'router-accuracy',
    title: 'Accuracy of the router',
    unit: 'ratio',
    better: 'higher',
    package: 'router',
    line: 970,
    target: atLeast(0.92),
    more: {
      seriesFile: {
        path: 'metrics/quality/model_routing_accuracy.csv',
        timeColumn: 'timestamp',
        valueColumn: 'correct',
        categoryColumn: 'task_type',
        oneWhen: 'true',
      },
      evidence: [measurement(19)],
      note: 'The example of the document, 11 of 12, is 91.67 % and misses its own target.',
    },
  },
  {
    id: 'budget-breach-rate',
    title: 'Days over the daily cap',
    unit: '%',
    better: 'lower',
    package: 'finops',
    line: 971,
    target: exactly(0),
    more: { note: 'Judged by the budget itself, from the daily spending.' },
  },
  {
    id: 'failover-success',
    title: 'Failovers that succeed',
    unit: '%',
    better: 'higher',
    package: 'router',
    line: 972,
    target: atLeast(99),
    more: { note: 'Said to be in the integration tests; no file is named.' },
  },
  {
    id: 'eu-compliance',
    title: 'Requests that stay in the Union',
    unit: '%',
    better: 'higher',
    package: 'residency',
    line: 973,
    target: exactly(100),
    more: {
      note: 'The file named as proof is a configuration, and a configuration measures nothing.',
    },
  },
  {
    id: 'package-time',
    title: 'Duration of package verification',
    unit: 'min',
    better: 'lower',
    package: 'packages',
    line: 974,
    target: under(8, 'last'),
    more: { series: seriesFrom(REPORTED, 1, [6.8]), evidence: [measurement(22)] },
  },
  {
    id: 'unverified-dependencies',
    title: 'Unverified dependencies',
    unit: 'count',
    better: 'lower',
    package: 'packages',
    line: 975,
    target: exactly(0),
    more: { series: seriesFrom(REPORTED, 1, [0]), evidence: [measurement(22)] },
  },
  unmeasured('spend-variance', 'Deviation of a day from plan', '%', 'lower', 'finops', 419, {
    operator: 'at-most',
    value: 5,
    aggregate: 'max',
  }),
  unmeasured('alert-lead', 'Warning before the monthly cap', 'h', 'higher', 'finops', 420, {
    operator: 'at-least',
    value: 24,
    aggregate: 'min',
  }),
  unmeasured('token-ceiling', 'Token ceilings kept', '%', 'higher', 'finops', 421, exactly(100)),
  unmeasured(
    'correlation-coverage',
    'Notifications with a correlation id',
    '%',
    'higher',
    'telemetry',
    375,
    exactly(100),
  ),
  unmeasured(
    'snapshot-rebuild',
    'Rebuilding the graph from a snapshot',
    's',
    'lower',
    'orchestration',
    273,
    under(30),
  ),
  unmeasured(
    'residency-check',
    'Duration of the residency check',
    'min',
    'lower',
    'residency',
    555,
    under(2),
  ),
  unmeasured(
    'policy-coverage',
    'Paths under policy',
    '%',
    'higher',
    'orchestration',
    229,
    exactly(100),
  ),
];

function unmeasured(
  id: string,
  title: string,
  unit: string,
  better: Metric['better'],
  owner: PackageName,
  line: number,
  target: MetricTarget,
): Text {
  return {
    id,
    title,
    unit,
    better,
    package: owner,
    line,
    target,
    more: { note: 'Stated in a section only, without a file that would show it.' },
  };
}

/** Values that the gate document states: subsystem, member, unit, value, and a target if any. */
const IN_DOCUMENT: readonly (readonly [
  owner: PackageName,
  member: string,
  unit: string,
  value: number,
  better: Metric['better'],
  target?: MetricTarget,
])[] = [
  ['state', 'redis_latency_p95_ms', 'ms', 45, 'lower', under(50, 'last')],
  ['state', 'postgres_latency_p95_ms', 'ms', 115, 'lower', under(120, 'last')],
  ['state', 'cache_hit_ratio', 'ratio', 0.94, 'higher', atLeast(0.92)],
  ['state', 'integrity_checks_passed', 'count', 1000, 'higher'],
  ['orchestration', 'graph_execution_latency_ms', 'ms', 1420, 'lower', under(1500, 'last')],
  ['orchestration', 'conditional_accuracy', 'ratio', 0.91, 'higher'],
  ['orchestration', 'policy_violations', 'count', 0, 'lower'],
  ['router', 'routing_latency_p95_ms', 'ms', 118, 'lower', under(120, 'last')],
  ['router', 'routing_accuracy', 'ratio', 0.93, 'higher', atLeast(0.92)],
  ['router', 'failover_success_rate', 'ratio', 0.995, 'higher', atLeast(0.99)],
  ['router', 'budget_breaches', 'count', 0, 'lower', exactly(0)],
  [
    'finops',
    'daily_spend_variance_pct',
    '%',
    3.2,
    'lower',
    { operator: 'at-most', value: 5, aggregate: 'last' },
  ],
  ['finops', 'alert_lead_time_hours', 'h', 26, 'higher', atLeast(24)],
  ['finops', 'token_ceiling_enforcement_rate', 'ratio', 1, 'higher', exactly(1)],
  ['residency', 'eu_compliance_rate', 'ratio', 1, 'higher', exactly(1)],
  ['residency', 'non_eu_requests', 'count', 0, 'lower'],
  ['packages', 'total_dependencies', 'count', 87, 'lower'],
  ['packages', 'verified_dependencies', 'count', 87, 'higher'],
  ['packages', 'unverified_dependencies', 'count', 0, 'lower', exactly(0)],
  ['packages', 'vulnerabilities_found', 'count', 0, 'lower'],
  ['packages', 'execution_time_minutes', 'min', 6.8, 'lower', under(8, 'last')],
];

export const DAILY_SPEND = metricId('daily-spend');

export const METRICS: readonly Metric[] = [
  ...MEASURED.map(
    (text): Metric => ({
      id: metricId(text.id),
      title: text.title,
      unit: text.unit,
      better: text.better,
      group: 'Measured',
      item: workPackage(text.package),
      target: text.target,
      ...text.more,
      source: at(text.line),
    }),
  ),
  {
    id: DAILY_SPEND,
    title: 'Spending a day',
    unit: 'EUR',
    better: 'lower',
    group: 'Measured',
    item: workPackage('finops'),
    target: { operator: 'at-most', value: 450, aggregate: 'max' },
    seriesFile: {
      path: 'metrics/cost/budget_report.csv',
      timeColumn: 'date',
      valueColumn: 'daily_spend_eur',
    },
    evidence: [measurement(21)],
    source: at(870),
  },
  ...IN_DOCUMENT.map(
    ([owner, member, unit, value, better, target]): Metric => ({
      id: metricId(`stated-${member}`),
      title: member.replaceAll('_', ' '),
      unit,
      better,
      group: 'Stated in the gate document',
      item: workPackage(owner),
      ...(target === undefined ? {} : { target }),
      series: seriesFrom(STATED, 1, [value]),
      evidence: [GATE_RECORD],
      ...(target === undefined ? { note: 'Stated without a target.' } : {}),
      source: at(782),
    }),
  ),
];
