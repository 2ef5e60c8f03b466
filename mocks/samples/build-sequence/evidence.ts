import { metricId } from '../../../src/model/ids.ts';
import type { Metric } from '../../../src/model/metric.ts';
import type { Exhibit, ExhibitInfo } from '../shared/exhibit.ts';
import {
  csvTable,
  type Json,
  jsonRecord,
  markdown,
  textLog,
  type Wanted,
} from '../shared/records.ts';
import { lines } from '../shared/sample-bundle.ts';
import { seriesFrom, seriesRecord } from '../shared/series.ts';
import { cases, ctrfReport, junitReport, named, type SampleCase } from '../shared/test-reports.ts';
import { COMMIT } from './source.ts';

function info(
  id: string,
  kind: string,
  path: string,
  collectedAt: string,
  covers: readonly string[],
): ExhibitInfo {
  return { id, kind, path, collectedAt, commit: COMMIT, producer: { id: 'ci' }, covers };
}

function record(
  id: string,
  path: string,
  at: string,
  covers: readonly string[],
  body: Json,
  wanted: readonly Wanted[],
): Exhibit {
  return jsonRecord(info(id, 'check-result', path, at, covers), body, wanted);
}

/** Proof of the first two phases and of the steps that are done. */
const FOUNDATIONS: readonly Exhibit[] = [
  record(
    'E-todo-gate',
    'evidence/p0/todo-gate.json',
    '2026-10-09T11:20:00Z',
    ['P0'],
    { gate: 'todo', boxes: 41, ticked: 41, withoutEvidence: 0, passed: true },
    ['/passed'],
  ),
  record(
    'E-policy-gate',
    'evidence/p0/policy-gate.json',
    '2026-10-09T11:24:00Z',
    ['P0'],
    { gate: 'policy', rules: 17, violations: 0, passed: true },
    ['/passed'],
  ),
  record(
    'E-compile',
    'evidence/p1/compile.json',
    '2026-10-21T10:40:00Z',
    ['P1', 'step 2'],
    { command: 'cargo check --workspace', exitCode: 0, crates: 9, seconds: 74 },
    ['/exitCode', { pointer: '/seconds', unit: 's' }],
  ),
  record(
    'E-crate-roots',
    'evidence/p1/crate-roots.json',
    '2026-10-20T16:30:00Z',
    ['P1', 'step 3'],
    { expected: 9, found: 9, missing: 0, first: ['domain', 'db'] },
    ['/missing', '/first'],
  ),
  textLog(
    info('E-migrations', 'log', 'evidence/p2/migrations.log', '2026-10-29T14:50:00Z', ['step 4']),
    lines(
      '2026-10-29T14:49:02Z regenerate migrations from specification',
      '2026-10-29T14:49:31Z 14 migrations written',
      '2026-10-29T14:49:58Z applied to an empty database, rolled back, applied again',
    ),
  ),
  markdown(
    {
      ...info(
        'E-S00-closure',
        'stage-closure',
        'evidence/stages/s00-closure.md',
        '2026-10-08T15:55:00Z',
        ['S00', 'step 1'],
      ),
      producer: { id: 'l.marchetti' },
    },
    lines('# Closing S00', '', 'Every governance wave is closed; 41 boxes link to evidence.'),
  ),
];

const CORE_CASES: readonly SampleCase[] = [
  ...cases('note', 19, (n) => `note primitive ${n}`),
  ...cases('event', 23, (n) => `event primitive ${n}`),
];

/** 40 answers to a stale cursor, three of which lack the head of the log. */
const STALE_CASES: readonly SampleCase[] = cases(
  'stale-cursor',
  40,
  (n) => `cursor ${n} behind the log`,
).map((entry, index) =>
  [11, 24, 37].includes(index)
    ? { ...entry, outcome: 'failed', message: 'STALE_CURSOR without head' }
    : entry,
);

function acceptance(tier: string, count: number): readonly SampleCase[] {
  return cases(`acceptance-${tier}`, count, (n) => `acceptance ${n}`).map((entry, index) => ({
    ...entry,
    acceptance: [`COMM-${String(index + 1).padStart(2, '0')}`],
  }));
}

/** Evidence of the communication layer. Tier T2 was never run. */
const COMMUNICATION: readonly Exhibit[] = [
  junitReport(
    info('E-core', 'test-report', 'evidence/p2/core.xml', '2026-11-18T07:30:00Z', [
      'P2',
      'P2/note',
      'P2/event',
    ]),
    { cases: CORE_CASES, tier: 'T0' },
  ),
  ctrfReport(
    info('E-request-id', 'test-report', 'evidence/comm/request-ids.json', '2026-11-14T15:00:00Z', [
      'G-COMM',
      'G-COMM/request-id',
    ]),
    {
      tool: 'cargo-nextest',
      cases: [
        ...named('request-id-http', 'on 400', 'on 401', 'on 403', 'on 409', 'on 422', 'on 500'),
        ...named('request-id-ws', 'on bad frame', 'on close', 'on refusal', 'on replay error'),
      ],
    },
  ),
  record(
    'E-occ',
    'evidence/comm/optimistic-concurrency.json',
    '2026-11-14T15:20:00Z',
    ['G-COMM'],
    { runs: 500, seeds: 25, diverging: 0, duplicatedEffects: 0 },
    ['/runs', '/diverging'],
  ),
  junitReport(
    info('E-stale-cursor', 'test-report', 'evidence/comm/ws-replay.xml', '2026-11-19T16:00:00Z', [
      'G-COMM',
      'G-COMM/stale-cursor',
    ]),
    { cases: STALE_CASES, tier: 'T1' },
  ),
  record(
    'E-csrf',
    'evidence/comm/enforcement.json',
    '2026-11-14T15:40:00Z',
    ['G-COMM'],
    { mutatingEndpoints: 31, enforced: 31, exempt: [] },
    ['/enforced', '/mutatingEndpoints'],
  ),
  ctrfReport(
    info(
      'E-acceptance-T0',
      'test-report',
      'evidence/comm/acceptance-t0.json',
      '2026-11-14T16:00:00Z',
      ['G-COMM', 'communication'],
    ),
    { tool: 'cargo-nextest', tier: 'T0', cases: acceptance('T0', 27) },
  ),
  ctrfReport(
    info(
      'E-acceptance-T1',
      'test-report',
      'evidence/comm/acceptance-t1.json',
      '2026-11-14T16:20:00Z',
      ['G-COMM', 'communication'],
    ),
    { tool: 'cargo-nextest', tier: 'T1', cases: acceptance('T1', 26) },
  ),
  jsonRecord(
    {
      ...info(
        'E-comm-record',
        'gate-record',
        'evidence/comm/gate-record.json',
        '2026-11-14T17:40:00Z',
        ['G-COMM'],
      ),
      producer: { id: 'l.marchetti' },
      rawStatus: 'PASS',
    },
    { gate: 'communication layer', verdict: 'PASS', decidedBy: 'l.marchetti' },
    ['/verdict'],
  ),
  markdown(
    {
      ...info(
        'E-S03-closure',
        'stage-closure',
        'evidence/stages/s03-closure.md',
        '2026-11-14T17:55:00Z',
        ['S03'],
      ),
      producer: { id: 'l.marchetti' },
    },
    lines('# Closing S03', '', 'Closed on the recorded pass of the communication gate.'),
  ),
];

const BUILD_TIMES = [71, 69, 73, 74, 74, 78, 77, 81, 80, 84, 83, 86] as const;

const BUILD_TABLE: Exhibit = csvTable(
  info('E-build-times', 'metrics', 'metrics/build-times.csv', '2026-11-20T05:00:00Z', ['P1']),
  ['time', 'value'],
  BUILD_TIMES.map((value, index) => [
    `2026-11-${String(index + 9).padStart(2, '0')}T04:00:00Z`,
    value,
  ]),
  [
    {
      type: 'series',
      metric: metricId('build-time'),
      pointer: { kind: 'rows', from: 1, to: BUILD_TIMES.length, column: 'value' },
    },
  ],
);

const STALE_SHARE = seriesFrom('2026-11-13T16:00:00Z', 86_400, [
  100,
  100,
  null,
  null,
  95,
  95,
  92.5,
]);

const STALE_TABLE: Exhibit = seriesRecord(
  info('E-stale-share', 'metrics', 'evidence/comm/stale-share.json', '2026-11-19T16:10:00Z', [
    'G-COMM',
  ]),
  'stale-cursor-detail',
  STALE_SHARE,
);

export const EXHIBITS: readonly Exhibit[] = [
  ...FOUNDATIONS,
  ...COMMUNICATION,
  BUILD_TABLE,
  STALE_TABLE,
];

/** Made up: the document sets no number. */
export const METRICS: readonly Metric[] = [
  {
    id: metricId('build-time'),
    title: 'Workspace check',
    unit: 's',
    better: 'lower',
    group: 'Build',
    target: { operator: 'at-most', value: 90, aggregate: 'last' },
    evidence: [BUILD_TABLE.entry.id],
    seriesFile: { path: 'metrics/build-times.csv', timeColumn: 'time', valueColumn: 'value' },
  },
  {
    id: metricId('stale-cursor-detail'),
    title: 'Stale cursors answered in full',
    unit: '%',
    better: 'higher',
    group: 'Communication',
    target: { operator: 'at-least', value: 100, aggregate: 'last' },
    evidence: [STALE_TABLE.entry.id],
    series: STALE_SHARE,
  },
];
