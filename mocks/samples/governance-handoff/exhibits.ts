import type { Scalar } from '../../../src/model/common.ts';
import type { ObservationFact, RehearsalFact, ReportFact } from '../../../src/model/evidence.ts';
import { type ItemId, probeId } from '../../../src/model/ids.ts';
import type { Exhibit } from '../shared/exhibit.ts';
import { type Json, jsonRecord, markdown, textLog } from '../shared/records.ts';
import { lines } from '../shared/sample-bundle.ts';
import { RECORDS } from './authorisations.ts';
import { CORRECTIONS } from './corrections.ts';
import { predicateType, TIMEOUTS } from './gates.ts';
import { ADVISER, BOOTSTRAP, BUILDER, COMMITTED, DRY_RUN, step } from './names.ts';
import { PROBE_TEXTS } from './probes.ts';
import { REPORT_FIELDS } from './report.ts';

const BUILD_AGENT = { id: 'build-agent', role: BUILDER };
const COLLECTED = '2026-11-20T07:00:00Z';

interface Seen {
  readonly probe: string;
  readonly value: Scalar;
}

/** A run of probes at one instant; every observation points at its entry in the record. */
function probeRun(
  id: string,
  at: string,
  seen: readonly Seen[],
  around?: { readonly step: ItemId; readonly moment: 'before' | 'after' },
): Exhibit {
  const facts = seen.map(
    ({ probe, value }, index): ObservationFact => ({
      type: 'observation',
      probe: probeId(probe),
      value,
      at,
      ...around,
      pointer: { kind: 'json', pointer: `/observations/${index}/value` },
    }),
  );
  return jsonRecord(
    {
      id,
      kind: 'probe-run',
      path: `evidence/probes/${id}.json`,
      collectedAt: COLLECTED,
      observedAt: at,
      producer: BUILD_AGENT,
      ...(around === undefined ? {} : { covers: [around.step] }),
    },
    { at, database: 'directus', observations: seen.map(({ probe, value }) => ({ probe, value })) },
    [],
    facts,
  );
}

const BASELINE = probeRun(
  'probe-run-baseline',
  '2026-10-19T06:00:00Z',
  PROBE_TEXTS.map((text) => ({ probe: text.id, value: text.baseline })),
);

const PREFLIGHT = probeRun(
  'probe-run-preflight',
  '2026-11-20T06:10:00Z',
  PROBE_TEXTS.flatMap((text) =>
    text.preflight === undefined ? [] : [{ probe: text.id, value: text.preflight }],
  ),
);

const DURING_STEP_4 = probeRun(
  'probe-run-step-4',
  '2026-11-12T13:42:10Z',
  [{ probe: 'idle-in-transaction', value: 1 }],
  { step: step(4), moment: 'before' },
);

const COUNTED: Readonly<Record<string, number>> = {
  apr_action_types: 6,
  governance_relations: 1288,
  governance_registry: 412,
  dot_tools: 37,
  dot_domains: 11,
  dot_coverage_required: 29,
  event_type_registry: 164,
  birth_registry: 18_777,
  event_outbox: 95_102,
};

/** The day on which each rehearsal ran; SB-0's is the day that the addendum states. */
function rehearsedAt(item: ItemId): string {
  const index = COMMITTED.indexOf(item);
  return item === BOOTSTRAP
    ? '2026-06-02T09:00:00Z'
    : `2026-11-${String(index < 0 ? 16 : 9 + Math.floor(index / 2)).padStart(2, '0')}T13:40:00Z`;
}

function rehearsal(item: ItemId): Exhibit {
  const at = rehearsedAt(item);
  const exit = {
    ...COUNTED,
    birth_registry: 18_781,
    event_outbox: 95_140,
  };
  const exempt = ['birth_registry', 'event_outbox'];
  const fact: RehearsalFact = {
    type: 'rehearsal',
    step: item,
    at,
    entry: COUNTED,
    exit,
    exempt,
    pointer: { kind: 'json', pointer: '/exit' },
  };
  const timeouts = Object.fromEntries(TIMEOUTS.map(({ name, value }) => [name, value]));
  return jsonRecord(
    {
      id: `rehearsal-${item}`,
      kind: 'rehearsal',
      path: `evidence/rehearsals/${item}.json`,
      collectedAt: COLLECTED,
      observedAt: at,
      producer: BUILD_AGENT,
      rawStatus: 'REHEARSED-GREEN',
      covers: [item],
    },
    { step: item, at, ended: 'ROLLBACK', timeouts, entry: COUNTED, exit, exempt },
    TIMEOUTS.map(({ name }) => `/timeouts/${name}`),
    [fact],
  );
}

function rollback(item: ItemId): Exhibit {
  return textLog(
    {
      id: `rollback-${item}`,
      kind: 'rollback-script',
      path: `evidence/rollback/${item}.sql`,
      mediaType: 'application/sql',
      collectedAt: COLLECTED,
      observedAt: rehearsedAt(item),
      producer: BUILD_AGENT,
      covers: [item],
    },
    lines(
      `-- Undoes ${item}; sample script, never run.`,
      'BEGIN;',
      ...TIMEOUTS.map(({ name, value }) => `SET LOCAL ${name} = '${value}';`),
      ...(UNDO[item] ?? ['-- Greenfield tables are dropped, reused rows deleted by origin.']),
      'COMMIT;',
    ),
  );
}

const UNDO: Readonly<Record<string, readonly string[]>> = {
  'sb-0': [
    'DROP TABLE IF EXISTS axis_assignment;',
    'DROP TABLE IF EXISTS axis_registry;',
    'DROP TABLE IF EXISTS governance_build_authorization;',
  ],
  'step-1': ["UPDATE apr_action_types SET status = 'retired' WHERE _dot_origin = 'SB-1';"],
  'step-2': [
    'DROP TABLE IF EXISTS governance_object_ownership CASCADE;',
    'DROP TABLE IF EXISTS governance_responsibility_scope CASCADE;',
  ],
  'step-3': ['DROP TABLE IF EXISTS governance_ruleset;'],
  'step-4': ['DROP TABLE IF EXISTS gov_worker_cursor;'],
  'step-5': [
    'DROP TABLE IF EXISTS candidate_scan_run;',
    'DROP TABLE IF EXISTS governance_candidate_state;',
  ],
  'step-6': ["DELETE FROM event_type_registry WHERE event_domain = 'governance';"],
  'step-7': [
    "DELETE FROM dot_coverage_required WHERE _dot_origin = 'T6/T7';",
    "DELETE FROM dot_tools WHERE _dot_origin = 'T6/T7';",
    "DELETE FROM dot_domains WHERE _dot_origin = 'T6/T7';",
  ],
};

function islandScan(item: ItemId): Exhibit {
  return jsonRecord(
    {
      id: `island-scan-${item}`,
      kind: 'island-scan',
      path: `evidence/island-scans/${item}.json`,
      collectedAt: COLLECTED,
      observedAt: rehearsedAt(item),
      producer: { id: 'ci' },
      covers: [item],
    },
    { step: item, islands: 0, channels: 2 },
    ['/islands'],
  );
}

function correctionCheck(id: string, item: ItemId): Exhibit {
  return jsonRecord(
    {
      id: `correction-${id}`,
      kind: 'correction-check',
      path: `evidence/corrections/${id}.json`,
      collectedAt: COLLECTED,
      observedAt: '2026-11-09T15:00:00Z',
      producer: BUILD_AGENT,
      covers: [id],
    },
    { correction: id, step: item, applied: true },
    ['/applied'],
  );
}

const REPORT_VALUES: Readonly<Record<string, Scalar | readonly Scalar[]>> = {
  step: 'STEP 0',
  authorisations: 'none: nothing is committed',
  preCounts: 'evidence/probes/probe-run-baseline.json',
  corrections: 'none',
  rehearsal: 'not owed: nothing is written',
  dump: 'not owed: nothing is written',
  committed: false,
  postCounts: 'evidence/probes/probe-run-preflight.json',
  rollback: 'not owed: nothing is written',
  noHardcode: true,
  noIsland: true,
  eventsEmitted: 0,
  lawUnchanged: true,
  stops: ['no-approval'],
};

const REPORT: Exhibit = (() => {
  const fact: ReportFact = { type: 'report', step: step(0), fields: REPORT_VALUES };
  return jsonRecord(
    {
      id: 'report-step-0',
      kind: 'step-report',
      path: 'evidence/reports/step-0.json',
      collectedAt: COLLECTED,
      observedAt: '2026-11-20T06:20:00Z',
      producer: BUILD_AGENT,
      covers: [step(0)],
    },
    { fields: REPORT_VALUES },
    REPORT_FIELDS.map((field) => `/fields/${field.id}`),
    [fact],
  );
})();

const REGISTER: Exhibit = jsonRecord(
  {
    id: 'authorisation-register',
    kind: 'authorisation-register',
    path: 'evidence/authorisations/register.json',
    collectedAt: COLLECTED,
    observedAt: '2026-11-20T06:15:00Z',
    producer: { id: 'registrar' },
  },
  {
    os_proposal_approvals: 0,
    records: RECORDS.filter((record) => record.advisory !== true).map(
      (record): Json => ({
        id: record.id,
        rule: record.rule,
        role: record.role,
        person: record.person ?? null,
        form: record.form,
        steps: record.steps,
        at: record.at,
        expires: record.expires ?? null,
      }),
    ),
  },
  ['/os_proposal_approvals'],
);

const DIRECTION: Exhibit = markdown(
  {
    id: 'gpt-direction',
    kind: 'statement',
    path: 'evidence/statements/gpt-direction.md',
    collectedAt: COLLECTED,
    observedAt: '2026-11-18T09:30:00Z',
    producer: { id: 'gpt', role: ADVISER, advisory: true },
    covers: [step(1)],
  },
  lines(
    '# Advice on the next step (sample)',
    '',
    'All rehearsals are green. I advise to go ahead with STEP 1.',
    '',
    'This is advice. It allows a rehearsal at most, and no commit.',
  ),
);

/** Unsigned, so that it shows how a bare claim is treated. */
const CLAIM: Exhibit = jsonRecord(
  {
    id: 'attestation-step-1-no-hardcode',
    kind: 'attestation',
    path: 'evidence/attestations/step-1-no-hardcode.json',
    mediaType: 'application/vnd.in-toto+json',
    collectedAt: COLLECTED,
    observedAt: '2026-11-09T16:00:00Z',
    producer: BUILD_AGENT,
    covers: [step(1)],
    warnings: ['unsigned'],
  },
  {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: step(1) }],
    predicateType: predicateType('no-hardcode'),
    predicate: { result: 'passed' },
  },
  [],
  [
    {
      type: 'attestation',
      predicateType: predicateType('no-hardcode'),
      subjects: [{ name: step(1) }],
      result: 'passed',
    },
  ],
);

const DUMP: Exhibit = jsonRecord(
  {
    id: 'dump-step-1',
    kind: 'dump-manifest',
    path: 'evidence/dumps/step-1-rehearsal.json',
    collectedAt: COLLECTED,
    observedAt: '2026-11-09T13:35:00Z',
    producer: BUILD_AGENT,
    covers: ['rehearsal of STEP 1'],
    annotations: { note: 'Taken for the rehearsal; the commit needs one of its own.' },
  },
  {
    tables: [
      'apr_action_types',
      'governance_relations',
      'governance_registry',
      'dot_tools',
      'dot_domains',
      'dot_coverage_required',
      'event_type_registry',
    ],
  },
  ['/tables'],
);

export const EXHIBITS: readonly Exhibit[] = [
  PREFLIGHT,
  BASELINE,
  DURING_STEP_4,
  ...COMMITTED.map(rehearsal),
  rehearsal(DRY_RUN),
  ...COMMITTED.map(rollback),
  ...COMMITTED.map(islandScan),
  ...CORRECTIONS.filter((text) => text.applied).map((text) => correctionCheck(text.id, text.step)),
  REPORT,
  REGISTER,
  DIRECTION,
  CLAIM,
  DUMP,
];
