import type { Deliverable } from '../../../src/model/contract.ts';
import type { FileFact } from '../../../src/model/evidence.ts';
import type { Exhibit } from '../shared/exhibit.ts';
import { type Json, jsonRecord } from '../shared/records.ts';
import { junitReport, named, type SampleCase } from '../shared/test-reports.ts';
import { DELIVERABLES } from './deliverables.ts';
import { GATE_DOCUMENT, GATE_RECORD_FILE } from './gate-document.ts';
import { rulesFor } from './measure.ts';
import {
  GRAPH_TESTS,
  measurement,
  ROUTER_TESTS,
  STATE_TESTS,
  SUMMARY,
  VALIDATION,
  workPackage,
} from './names.ts';
import { PACKAGE_REPORT } from './package-report.ts';
import { SETTING_FILES } from './settings.ts';
import { TABLES } from './tables.ts';

const MEASURED_AT = '2026-11-19T17:30:00Z';
const COLLECTED_AT = '2026-11-19T18:00:00Z';

interface Measurement {
  readonly number: number;
  /** Absent: the file is not there. */
  readonly lines?: number;
  readonly counts?: Readonly<Record<string, number>>;
  /** Forbidden patterns that were found, with their lines. */
  readonly found?: readonly { readonly rule: string; readonly lines: readonly number[] }[];
}

/**
 * Files that the bundle does not hold: made-up measurements. The router is too long, the
 * guardrails hold two forbidden markers, the residency check was not written.
 */
const MEASUREMENTS: readonly Measurement[] = [
  { number: 1, lines: 214, counts: { methods: 4 } },
  { number: 2, lines: 168, counts: { methods: 3 } },
  { number: 3, lines: 187, counts: { nodes: 5 } },
  { number: 4, lines: 312, counts: { methods: 5 } },
  { number: 5, lines: 142, counts: { methods: 3 } },
  {
    number: 6,
    lines: 196,
    counts: { methods: 4 },
    found: [{ rule: 'todo', lines: [88, 131] }],
  },
  { number: 7, lines: 287 },
  { number: 8 },
  { number: 12, lines: 88, counts: { tables: 3 } },
  { number: 13, lines: 364, counts: { sections: 8, codeExamples: 11, diagrams: 3 } },
  { number: 14, lines: 176, counts: { tests: 6 } },
  { number: 15, lines: 159, counts: { tests: 5 } },
  { number: 16, lines: 211, counts: { tests: 7 } },
];

function fileRecord(measurementText: Measurement): Exhibit {
  const { number, lines, counts, found } = measurementText;
  const deliverable = DELIVERABLES[number - 1];
  if (deliverable === undefined) throw new Error(`No deliverable ${number}`);
  const fact: FileFact =
    lines === undefined
      ? { type: 'file', path: deliverable.path, exists: false }
      : {
          type: 'file',
          path: deliverable.path,
          exists: true,
          lines,
          patterns: rulesFor(deliverable.path).map((rule) => {
            const hits = found?.find((hit) => hit.rule === rule.id)?.lines ?? [];
            const required = deliverable.required?.some((wanted) => wanted.id === rule.id);
            return {
              rule: rule.id,
              count: required === true ? Math.max(rule.minCount ?? 1, 3) : hits.length,
              ...(hits.length === 0 ? {} : { lines: hits }),
            };
          }),
          counts: { ...counts, ...namesOf(deliverable) },
        };
  const { type: _type, ...record } = fact;
  return jsonRecord(
    {
      id: measurement(number),
      kind: 'measurement',
      path: `evidence/measurements/${deliverable.id}.json`,
      collectedAt: COLLECTED_AT,
      observedAt: MEASURED_AT,
      collector: { name: 'contract-validator', version: '1.2.0' },
      producer: { id: 'ci' },
      covers: [deliverable.id],
    },
    plain(record),
    [],
    [fact],
  );
}

/** Each name that must be there, counted under itself. */
function namesOf(deliverable: Deliverable): Readonly<Record<string, number>> {
  return Object.fromEntries((deliverable.mustContain ?? []).map(({ name }) => [name, 1]));
}

function plain(record: Omit<FileFact, 'type'>): Json {
  return {
    path: record.path,
    exists: record.exists,
    ...(record.lines === undefined ? {} : { lines: record.lines }),
    ...(record.counts === undefined ? {} : { counts: record.counts }),
    ...(record.patterns === undefined
      ? {}
      : {
          patterns: record.patterns.map((entry) => ({
            rule: entry.rule,
            count: entry.count,
            lines: entry.lines ?? [],
          })),
        }),
  };
}

const DELIVERED: readonly Exhibit[] = [
  ...MEASUREMENTS.map(fileRecord),
  ...SETTING_FILES,
  GATE_RECORD_FILE,
  ...TABLES,
  PACKAGE_REPORT,
];

function report(id: string, name: string, item: string, cases: readonly SampleCase[]): Exhibit {
  return junitReport(
    {
      id,
      kind: 'test-report',
      path: `evidence/tests/${name}.xml`,
      collectedAt: COLLECTED_AT,
      observedAt: '2026-11-19T16:45:00Z',
      producer: { id: 'ci' },
      covers: [item, `tests/integration/${name}.py`],
    },
    { cases },
  );
}

const TESTS: readonly Exhibit[] = [
  report(
    STATE_TESTS,
    'test_state_repository',
    workPackage('state'),
    named(
      'state',
      'saves and reads back',
      'reads from the cache first',
      'falls back to the database',
      'notices a changed payload',
      'expires after its time',
      'survives a thousand repetitions',
    ),
  ),
  report(
    GRAPH_TESTS,
    'test_orchestration',
    workPackage('orchestration'),
    named(
      'orchestration',
      'runs from planner to approver',
      'goes back to the coder for refinement',
      'passes on when nothing is to be refined',
      'stops at a breach of policy',
      'rebuilds from a snapshot',
    ),
  ),
  report(ROUTER_TESTS, 'test_model_router', workPackage('router'), [
    ...named(
      'router',
      'refuses what exceeds the daily cap',
      'refuses what exceeds the monthly cap',
      'falls back to the local model',
      'keeps the cost of each task',
      'estimates before it asks',
      'retries three times',
    ),
    {
      suite: 'router',
      name: 'chooses the expected provider in 92 % of cases',
      outcome: 'failed',
      millis: 44,
      message: 'expected at least 0.92, got 0.9167',
    },
  ]),
];

/** Physical lines of every delivered file. */
export const LINES_MEASURED = DELIVERED.reduce(
  (sum, entry) =>
    sum +
    (entry.entry.facts ?? []).reduce(
      (lines, fact) => lines + (fact.type === 'file' ? (fact.lines ?? 0) : 0),
      0,
    ),
  0,
);

const TOTALS: Exhibit = jsonRecord(
  {
    id: SUMMARY,
    kind: 'measurement',
    path: 'evidence/measurements/summary.json',
    collectedAt: COLLECTED_AT,
    observedAt: MEASURED_AT,
    collector: { name: 'contract-validator', version: '1.2.0' },
    producer: { id: 'ci' },
  },
  {
    files_present: 21,
    lines_delivered: LINES_MEASURED,
    forbidden_patterns_found: 2,
    routing_accuracy: Math.round((11 / 12) * 10_000) / 10_000,
  },
  ['/files_present', '/lines_delivered', '/forbidden_patterns_found', '/routing_accuracy'],
);

/** A run of the validator before the attempt was handed in; it saw the files as they are. */
const DRY_RUN: Exhibit = jsonRecord(
  {
    id: VALIDATION,
    kind: 'validation-report',
    path: 'evidence/validation/phase1_contract_validation.json',
    collectedAt: COLLECTED_AT,
    observedAt: '2026-11-19T17:40:00Z',
    collector: { name: 'validate_contract.py' },
    producer: { id: 'ci' },
    rawStatus: 'REJECTED',
    covers: ['phase-1'],
  },
  {
    contract: 'PHASE_1_CORE_ARCHITECTURE_2025',
    exit_code: 1,
    verdict: 'REJECTED',
    saw: DELIVERED.map((entry) => ({
      file: entry.path,
      sha256: entry.entry.digest?.sha256 ?? null,
    })),
  },
  ['/exit_code', '/verdict'],
);

export const EXHIBITS: readonly Exhibit[] = [...DELIVERED, ...TESTS, TOTALS, DRY_RUN];

/** What the gate document states beside what was measured. */
export const STATED_BESIDE_MEASURED = [
  { id: 'lines', title: 'Lines delivered', left: '/lines_delivered', right: '/lines_delivered' },
  {
    id: 'forbidden',
    title: 'Forbidden markers found',
    left: '/forbidden_patterns_found',
    right: '/forbidden_patterns_found',
  },
  { id: 'files', title: 'Files delivered', left: '/deliverables_count', right: '/files_present' },
  {
    id: 'accuracy',
    title: 'Accuracy of the router',
    left: '/subsystems/router/routing_accuracy',
    right: '/routing_accuracy',
  },
] as const;

/** The verdict that the gate document states of itself. */
export const STATED_VERDICT = GATE_DOCUMENT.status;
