import type { Pointer } from '../../../src/model/common.ts';
import { metricId } from '../../../src/model/ids.ts';
import type { Metric } from '../../../src/model/metric.ts';
import type { Exhibit } from '../shared/exhibit.ts';
import { jsonRecord, markdown } from '../shared/records.ts';
import { lines } from '../shared/sample-bundle.ts';
import { seriesFrom, seriesRecord } from '../shared/series.ts';
import {
  currentDigest,
  DIRECTORY,
  idOf,
  lockedDigest,
  MISSING,
  statusOf,
  UNLISTED,
} from './documents.ts';
import { COMPLETE, STEPS, servedBy } from './items.ts';
import { AUDITS, PHASE_1, PHASE_2 } from './listed.ts';
import { COMMIT, LOCKED_AT, stepOf } from './source.ts';

/** Where a file's digest stands, in the lock as in the listing of the directory. */
export function pointerTo(file: string): Pointer {
  return { kind: 'json', pointer: `/files/${file}` };
}

const covered = STEPS[2].filter((step) => servedBy(2, step).length > 0);
const multiple = STEPS[2].filter((step) => servedBy(2, step).length > 1);

const LOCK: Exhibit = jsonRecord(
  {
    id: 'E-lock',
    kind: 'lock-manifest',
    path: 'evidence/lock/phase-1.json',
    collectedAt: LOCKED_AT,
    producer: { id: 'docs lead' },
    covers: ['phase 1'],
  },
  {
    phase: 1,
    lockedAt: LOCKED_AT,
    files: Object.fromEntries(PHASE_1.map(({ file }) => [file, lockedDigest(file)])),
  },
  PHASE_1.map(({ file }) => `/files/${file}`),
);

const present = [...PHASE_1, ...AUDITS, ...PHASE_2].filter(({ file }) => !MISSING.has(file));

const TREE: Exhibit = jsonRecord(
  {
    id: 'E-tree',
    kind: 'directory-listing',
    path: 'evidence/tree/docs-specs.json',
    collectedAt: '2026-11-20T06:00:00Z',
    collector: { name: 'tree-listing', version: '1.4.0' },
    commit: COMMIT,
    producer: { id: 'ci' },
    covers: [
      'phase 1',
      'phase 2',
      ...covered.map((step) => stepOf(2, step)),
      ...present.map((listed) => idOf(listed)),
    ],
  },
  {
    directory: DIRECTORY,
    listedCount: PHASE_1.length + AUDITS.length + PHASE_2.length,
    presentCount: present.length,
    missingCount: MISSING.size,
    unlistedCount: UNLISTED.length,
    unlisted: UNLISTED,
    files: Object.fromEntries(present.map(({ file }) => [file, currentDigest(file)])),
  },
  [
    '/listedCount',
    '/presentCount',
    '/missingCount',
    '/unlistedCount',
    '/unlisted',
    ...PHASE_1.map(({ file }) => `/files/${file}`),
  ],
);

const COVERAGE: Exhibit = jsonRecord(
  {
    id: 'E-coverage',
    kind: 'coverage-record',
    path: 'evidence/tree/step-coverage.json',
    collectedAt: '2026-11-20T06:01:00Z',
    collector: { name: 'tree-listing', version: '1.4.0' },
    commit: COMMIT,
    producer: { id: 'ci' },
    covers: ['phase 2'],
  },
  {
    phase: 2,
    steps: STEPS[2].length,
    covered: covered.length,
    uncovered: STEPS[2].filter((step) => !covered.includes(step)),
    multiple,
    multipleCount: multiple.length,
    proposed: PHASE_2.filter((listed) => statusOf(listed) === 'proposed').length,
  },
  ['/steps', '/covered', '/uncovered', '/multiple', '/multipleCount', '/proposed'],
);

const AUDIT: Exhibit = markdown(
  {
    id: 'E-audit',
    kind: 'audit-report',
    path: 'evidence/audits/engagement-acceptance.md',
    collectedAt: '2026-10-11T15:30:00Z',
    producer: { id: 'docs lead' },
    covers: ['phase 1'],
  },
  lines(
    '# Coherence of engagement and acceptance',
    '',
    '| topic | within phase 1 |',
    '| --- | --- |',
    '| engagement | yes |',
    '| acceptance | yes |',
    '| reminders | yes |',
    '| audit timeline | yes |',
  ),
);

const reviewed = ([1, 2] as const).flatMap((phase) =>
  COMPLETE[phase]
    .filter((step) => servedBy(phase, step).length > 0)
    .map((step) => stepOf(phase, step)),
);

const REVIEWS: Exhibit = jsonRecord(
  {
    id: 'E-reviews',
    kind: 'review-record',
    path: 'evidence/reviews/steps.json',
    collectedAt: '2026-11-19T17:00:00Z',
    producer: { id: 'docs lead' },
    covers: reviewed,
  },
  { reviewers: ['docs lead', 'backend lead'], count: reviewed.length, steps: reviewed },
  ['/count', '/steps'],
);

function weekly(metric: string, values: readonly number[]) {
  const series = seriesFrom('2026-10-09T06:00:00Z', 7 * 86_400, values);
  const record = seriesRecord(
    {
      id: `E-metric-${metric}`,
      kind: 'metrics',
      path: `evidence/metrics/${metric}.json`,
      collectedAt: '2026-11-20T06:05:00Z',
      producer: { id: 'ci' },
      covers: ['phase 2'],
    },
    metric,
    series,
  );
  return { series, record, evidence: [record.entry.id] };
}

const PRESENT = weekly('documents-present', [80.9, 85.1, 87.2, 91.5, 91.5, 93.6, 95.7]);
const COVERED = weekly('steps-covered', [42.9, 47.6, 52.4, 57.1, 61.9, 66.7, 66.7]);

export const EXHIBITS: readonly Exhibit[] = [
  LOCK,
  TREE,
  COVERAGE,
  AUDIT,
  REVIEWS,
  PRESENT.record,
  COVERED.record,
];

/** Made up: the index sets no number. */
export const METRICS: readonly Metric[] = [
  {
    id: metricId('documents-present'),
    title: 'Listed documents that exist',
    unit: '%',
    better: 'higher',
    group: 'Index',
    target: { operator: 'at-least', value: 100, aggregate: 'last' },
    evidence: PRESENT.evidence,
    series: PRESENT.series,
  },
  {
    id: metricId('steps-covered'),
    title: 'Phase 2 steps with a document',
    unit: '%',
    better: 'higher',
    group: 'Index',
    target: { operator: 'at-least', value: 100, aggregate: 'last' },
    evidence: COVERED.evidence,
    series: COVERED.series,
  },
];
