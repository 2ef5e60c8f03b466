import { describe, expect, it } from 'vitest';
import type { Condition } from '../../model/condition.ts';
import type { Fact } from '../../model/evidence.ts';
import {
  authorisationRuleId,
  budgetId,
  conditionId,
  definitionId,
  deliverableId,
  documentId,
  evidenceId,
  gateId,
  itemId,
  metricId,
  probeId,
  roleId,
} from '../../model/ids.ts';
import type { Reading } from '../../model/project-index.ts';
import { CONDITION_KINDS } from '../registry.ts';
import {
  AS_OF,
  type Bare,
  condition,
  evidence,
  flag,
  flagged,
  gate,
  item,
  judgeCondition,
  needs,
  type Parts,
  withFacts,
  YESTERDAY,
} from '../testing/builders.ts';

/**
 * Every kind of condition in every case that the rules name. A kind for which a case cannot come up
 * says why; a kind that is not here, or a case, does not compile or fails.
 */
const CASES = [
  'pass',
  'fail',
  'missing',
  'stale',
  'malformed',
  'zero input',
  'unit mismatch',
] as const;
type Case = (typeof CASES)[number];

interface Given {
  readonly gives: string;
  readonly because: string;
  readonly asked: Bare<Condition>;
  readonly parts?: Parts;
  readonly reading?: Partial<Reading>;
}
type Row = Readonly<Record<Case, Given | string>>;

const LONG_AGO = '2026-01-01T00:00:00Z';
const END = Date.parse(AS_OF);
const one = { ids: [evidenceId('a')] };
const noUnits = 'compares no numbers with units';
const at = { kind: 'json', pointer: '/v' } as const;
const a = (facts: readonly Fact[], more = {}): Parts => ({
  evidence: [withFacts('a', facts, more)],
});
const gives = (
  verdict: string,
  because: string,
  asked: Bare<Condition>,
  parts: Parts = {},
  reading: Partial<Reading> = {},
): Given => ({ gives: verdict, because, asked, parts, reading });
const damaged: Partial<Reading> = { digests: new Map([[evidenceId('a'), 'mismatch']]) };

const report = (more = {}): Fact => ({ type: 'tests', total: 2, passed: 2, failed: 0, ...more });
const tests: Bare<Condition> = { kind: 'tests', evidence: one, maxFailed: 0 };

const metric = (unit: string, values: readonly (number | null)[], ageMs = 0): Parts => ({
  metrics: [
    {
      id: metricId('m'),
      title: 'M',
      unit,
      better: 'lower',
      evidence: [evidenceId('a')],
      series: { t: values.map((_, n) => END - ageMs - n), v: values },
    },
  ],
  evidence: [evidence('a')],
  budgets: [{ id: budgetId('b'), title: 'B', currency: 'EUR', dailyCap: 10, spend: metricId('m') }],
});
const p95: Bare<Condition> = {
  kind: 'metric',
  metric: metricId('m'),
  aggregate: 'p95',
  operator: 'at-most',
  target: 50,
  unit: 'ms',
};
const caps: Bare<Condition> = { kind: 'budget', budget: budgetId('b'), check: 'daily-cap' };

const M = authorisationRuleId('M');
const lead = roleId('lead');
const grants = (decision: 'granted' | 'refused' | undefined, more = {}, rule = {}): Parts => ({
  items: [item('s')],
  roles: [{ id: lead, title: 'Lead', level: 2 }],
  authorisationRules: [
    {
      id: M,
      title: 'M',
      perStep: true,
      definitions: [
        { id: definitionId('D'), title: 'D', from: LONG_AGO, demands: [{ role: lead, ...rule }] },
      ],
    },
  ],
  authorisations:
    decision === undefined
      ? []
      : [
          {
            id: 'r' as never,
            rule: M,
            role: lead,
            form: 'row',
            steps: [itemId('s')],
            decision,
            scope: 'commit',
            at: YESTERDAY,
            ...more,
          },
        ],
});
const leave: Bare<Condition> = { kind: 'authorisation', rule: M, step: itemId('s') };

const probed = (value: number | undefined, when = YESTERDAY): Parts => ({
  probes: [{ id: probeId('p'), title: 'P', expectations: [{ operator: 'equals', value: 6 }] }],
  ...a(value === undefined ? [] : [{ type: 'observation', probe: probeId('p'), value, at: when }]),
});
const probe: Bare<Condition> = { kind: 'probe', probe: probeId('p') };
const rehearsed = (entry: object, exit: object, when = YESTERDAY): Parts => ({
  items: [item('s')],
  ...a([
    {
      type: 'rehearsal',
      step: itemId('s'),
      at: when,
      entry: { ...entry },
      exit: { ...exit },
    },
  ]),
});
const rehearsal: Bare<Condition> = { kind: 'rehearsal', step: itemId('s') };

const file = (more: object | undefined, wanted = {}, digest?: string): Parts => ({
  contracts: [
    {
      id: 'k',
      title: 'K',
      categories: [],
      deliverables: [
        {
          id: deliverableId('d'),
          title: 'D',
          path: 'd.ts',
          category: 'c',
          kind: 'source',
          lines: { count: 'physical', min: 2 },
          ...wanted,
        },
      ],
    },
  ],
  evidence: [
    ...(more === undefined
      ? []
      : [withFacts('a', [{ type: 'file', path: 'd.ts', exists: true, ...more }])]),
    ...(digest === undefined ? [] : [evidence('d', { path: 'd.ts', digest: { sha256: digest } })]),
  ],
});
const deliverable: Bare<Condition> = { kind: 'deliverable', deliverable: deliverableId('d') };

const value = (found: number | undefined, unit?: string): Fact[] =>
  found === undefined
    ? []
    : [{ type: 'value', pointer: at, value: found, ...(unit === undefined ? {} : { unit }) }];
const atMost: Bare<Condition> = {
  kind: 'value',
  evidence: evidenceId('a'),
  pointer: at,
  operator: 'at-most',
  target: 5,
};
const agree: Bare<Condition> = {
  kind: 'cross-check',
  left: { evidence: evidenceId('a'), pointer: at },
  right: { evidence: evidenceId('b'), pointer: at },
};
const both = (left: Fact[], right: Fact[], more = {}): Parts => ({
  evidence: [withFacts('a', left, more), withFacts('b', right)],
});

const statement = (more = {}): Parts =>
  a([
    {
      type: 'attestation',
      predicateType: 't',
      subjects: [{ name: 'app', sha256: 'aa' }],
      ...more,
    },
  ]);
const attested: Bare<Condition> = { kind: 'attestation', predicateType: 't' };
const doc = (more?: object): Parts => ({
  documents: more === undefined ? [] : [{ id: documentId('d'), path: 'd.md', title: 'D', ...more }],
});
const document: Bare<Condition> = { kind: 'document', document: documentId('d') };
const review = (decision: 'accepted' | 'rejected', when = YESTERDAY): Parts => ({
  roles: [{ id: lead, title: 'Lead' }],
  ...a([{ type: 'review', role: lead, person: 'ann', subject: 'W1', decision, at: when }]),
});
const reviewed: Bare<Condition> = { kind: 'review', role: lead, subject: 'W1' };

const P = needs('P', 'here');
const F = flagged('F', 'no');
const old: Condition = { ...needs('S', 'old'), maxAge: 60 } as Condition;
const lost = needs('L', 'lost');
const odd = condition({ kind: 'unrecognised', originalKind: 'x', original: {} });
const mixed: Parts = {
  evidence: [evidence('here'), flag('no', false), evidence('old', { collectedAt: LONG_AGO })],
};
const guarded = (...conditions: readonly Condition[]): Parts => ({
  ...mixed,
  gates: [gate('G', {}, conditions)],
});
const other: Bare<Condition> = { kind: 'gate', gate: gateId('G') };
const turned = (
  of: Condition = condition({ ...probe, id: conditionId('of') }),
): Bare<Condition> => ({
  kind: 'not',
  of,
});
const ofParts = 'is that of its parts';

const TABLE: Readonly<Record<string, Row>> = {
  evidence: {
    pass: gives('passed', 'evidence-present', { kind: 'evidence', evidence: one }, a([])),
    fail: 'what is there cannot be wrong by being there',
    missing: gives('missing', 'evidence-not-found', { kind: 'evidence', evidence: one }),
    stale: gives(
      'stale',
      'evidence-stale',
      { kind: 'evidence', evidence: one, maxAge: 60 },
      a([], { collectedAt: LONG_AGO }),
    ),
    malformed: gives(
      'unknown',
      'digest-mismatch',
      { kind: 'evidence', evidence: one },
      a([]),
      damaged,
    ),
    'zero input': gives('missing', 'selector-empty', { kind: 'evidence', evidence: {} }, a([])),
    'unit mismatch': noUnits,
  },
  tests: {
    pass: gives('passed', 'tests-passed', tests, a([report()])),
    fail: gives('failed', 'tests-failed', tests, a([report({ passed: 1, failed: 1 })])),
    missing: gives('missing', 'evidence-not-found', tests),
    stale: gives(
      'stale',
      'evidence-stale',
      { ...tests, maxAge: 60 },
      a([report()], { collectedAt: LONG_AGO }),
    ),
    malformed: gives('unknown', 'tests-counts-inconsistent', tests, a([report({ total: 1 })])),
    'zero input': gives('missing', 'tests-none', tests, a([report({ total: 0, passed: 0 })])),
    'unit mismatch': noUnits,
  },
  metric: {
    pass: gives('passed', 'metric-holds', p95, metric('ms', [50])),
    fail: gives('failed', 'metric-misses', p95, metric('ms', [51])),
    missing: gives('missing', 'metric-without-points', p95, metric('ms', [])),
    stale: gives('stale', 'evidence-stale', { ...p95, maxAge: 60 }, metric('ms', [1], 120_000)),
    malformed: gives('unknown', 'digest-mismatch', p95, metric('ms', [1]), damaged),
    'zero input': gives('missing', 'metric-without-points', p95, metric('ms', [null])),
    'unit mismatch': gives('unknown', 'unit-mismatch', p95, metric('%', [1])),
  },
  budget: {
    pass: gives('passed', 'budget-kept', caps, metric('EUR', [10])),
    fail: gives('failed', 'budget-day-over', caps, metric('EUR', [10.01])),
    missing: gives('missing', 'metric-without-points', caps, metric('EUR', [])),
    stale: gives('stale', 'evidence-stale', { ...caps, maxAge: 60 }, metric('EUR', [1], 120_000)),
    malformed: gives('unknown', 'digest-mismatch', caps, metric('EUR', [1]), damaged),
    'zero input': gives('unknown', 'budget-days-missing', caps, metric('EUR', [null])),
    'unit mismatch': gives('unknown', 'unit-mismatch', caps, metric('USD', [1])),
  },
  authorisation: {
    pass: gives('passed', 'authorised', leave, grants('granted')),
    fail: gives('failed', 'authorisation-refused', leave, grants('refused')),
    missing: gives('missing', 'authorisation-none', leave, grants(undefined)),
    stale: gives(
      'stale',
      'authorisation-expired',
      leave,
      grants('granted', { at: LONG_AGO }, { validity: 60 }),
    ),
    malformed: gives(
      'unknown',
      'not-a-number',
      leave,
      grants('granted', {}, { quorum: Number.NaN }),
    ),
    'zero input': gives('missing', 'authorisation-none', leave, grants('granted', { steps: [] })),
    'unit mismatch': noUnits,
  },
  probe: {
    pass: gives('passed', 'probe-holds', probe, probed(6)),
    fail: gives('failed', 'probe-drifts', probe, probed(7)),
    missing: gives('missing', 'probe-not-observed', probe, probed(undefined)),
    stale: gives('stale', 'probe-stale', { ...probe, maxAge: 60 }, probed(6, LONG_AGO)),
    malformed: gives('unknown', 'digest-mismatch', probe, probed(6), damaged),
    'zero input': gives('failed', 'probe-drifts', probe, probed(0)),
    'unit mismatch': 'an observation carries no unit; a value of another type is unknown',
  },
  rehearsal: {
    pass: gives('passed', 'rehearsal-clean', rehearsal, rehearsed({ n: 1 }, { n: 1 })),
    fail: gives('failed', 'rehearsal-residue', rehearsal, rehearsed({ n: 1 }, { n: 2 })),
    missing: gives('missing', 'rehearsal-none', rehearsal, { items: [item('s')] }),
    stale: gives(
      'stale',
      'rehearsal-stale',
      { ...rehearsal, maxAge: 60 },
      rehearsed({ n: 1 }, { n: 1 }, LONG_AGO),
    ),
    malformed: gives(
      'unknown',
      'digest-mismatch',
      rehearsal,
      rehearsed({ n: 1 }, { n: 1 }),
      damaged,
    ),
    'zero input': gives('unknown', 'rehearsal-nothing-compared', rehearsal, rehearsed({}, {})),
    'unit mismatch': noUnits,
  },
  deliverable: {
    pass: gives('passed', 'deliverable-ok', deliverable, file({ lines: 2 })),
    fail: gives('failed', 'deliverable-lines', deliverable, file({ lines: 1 })),
    missing: gives('missing', 'deliverable-not-measured', deliverable, file(undefined)),
    stale: gives(
      'stale',
      'deliverable-other-content',
      deliverable,
      file({ lines: 2, digest: 'AA' }, {}, 'BB'),
    ),
    malformed: gives('unknown', 'digest-mismatch', deliverable, file({ lines: 2 }), damaged),
    'zero input': gives('failed', 'deliverable-lines', deliverable, file({ lines: 0 })),
    'unit mismatch': 'lines are counted, and how is stated by the contract',
  },
  'cross-check': {
    pass: gives('passed', 'values-agree', agree, both(value(5), value(5))),
    fail: gives('failed', 'values-disagree', agree, both(value(5), value(6))),
    missing: gives('missing', 'value-not-found', agree, both(value(5), value(undefined))),
    stale: 'two facts agree or not, whatever their age',
    malformed: gives('unknown', 'digest-mismatch', agree, both(value(5), value(5)), damaged),
    'zero input': gives('missing', 'value-not-found', agree, both([], [])),
    'unit mismatch': gives('unknown', 'unit-mismatch', agree, both(value(5, 's'), value(5, '%'))),
  },
  value: {
    pass: gives('passed', 'value-holds', atMost, a(value(5))),
    fail: gives('failed', 'value-differs', atMost, a(value(6))),
    missing: gives('missing', 'value-not-found', atMost, a(value(undefined))),
    stale: gives(
      'stale',
      'evidence-stale',
      { ...atMost, maxAge: 60 },
      a(value(5), { collectedAt: LONG_AGO }),
    ),
    malformed: gives('unknown', 'value-ambiguous', atMost, a([...value(5), ...value(6)])),
    'zero input': gives('passed', 'value-holds', atMost, a(value(0))),
    'unit mismatch': gives('unknown', 'unit-mismatch', { ...atMost, unit: 's' }, a(value(5, '%'))),
  },
  attestation: {
    pass: gives('passed', 'attested', attested, statement()),
    fail: gives('failed', 'attestation-failed', attested, statement({ result: 'failed' })),
    missing: gives('missing', 'attestation-none', attested, a([])),
    stale: gives(
      'stale',
      'evidence-stale',
      { ...attested, maxAge: 60 },
      { evidence: (statement().evidence ?? []).map((e) => ({ ...e, collectedAt: LONG_AGO })) },
    ),
    malformed: gives('unknown', 'digest-mismatch', attested, statement(), damaged),
    'zero input': gives(
      'missing',
      'attestation-other-subject',
      { ...attested, subject: 'app' },
      statement({ subjects: [] }),
    ),
    'unit mismatch': noUnits,
  },
  document: {
    pass: gives('passed', 'document-there', document, doc({ exists: true })),
    fail: gives('failed', 'document-absent', document, doc({ exists: false })),
    missing: gives('missing', 'document-absent', document, doc()),
    stale: 'an entry of the catalogue has no age',
    malformed: gives('unknown', 'reading-problem', document, doc({ exists: true }), {
      problems: [{ code: 'x', severity: 'error', affects: ['d'] }],
    }),
    'zero input': gives(
      'failed',
      'document-status',
      { ...document, status: [] },
      doc({ exists: true, status: 'final' }),
    ),
    'unit mismatch': noUnits,
  },
  review: {
    pass: gives('passed', 'reviewed', reviewed, review('accepted')),
    fail: gives('failed', 'review-objects', reviewed, review('rejected')),
    missing: gives('missing', 'review-none', reviewed, { ...review('accepted'), evidence: [] }),
    stale: gives(
      'stale',
      'evidence-stale',
      { ...reviewed, maxAge: 60 },
      review('accepted', LONG_AGO),
    ),
    malformed: gives('unknown', 'digest-mismatch', reviewed, review('accepted'), damaged),
    'zero input': gives('missing', 'review-none', reviewed, { ...review('accepted'), ...a([]) }),
    'unit mismatch': noUnits,
  },
  gate: {
    pass: gives('passed', 'other-gate', other, guarded(P)),
    fail: gives('failed', 'other-gate', other, guarded(F)),
    missing: gives('missing', 'other-gate', other, guarded(lost)),
    stale: gives('stale', 'other-gate', other, guarded(old)),
    malformed: gives('unknown', 'other-gate', other, guarded(odd)),
    'zero input': gives('missing', 'other-gate', other, guarded()),
    'unit mismatch': ofParts,
  },
  all: {
    pass: gives('passed', 'parts-hold', { kind: 'all', of: [P, P] }, mixed),
    fail: gives('failed', 'parts-open', { kind: 'all', of: [P, F, odd] }, mixed),
    missing: gives('missing', 'parts-open', { kind: 'all', of: [P, lost] }, mixed),
    stale: gives('stale', 'parts-open', { kind: 'all', of: [lost, old] }, mixed),
    malformed: gives('unknown', 'parts-open', { kind: 'all', of: [old, odd] }, mixed),
    'zero input': gives('unknown', 'parts-none', { kind: 'all', of: [] }, mixed),
    'unit mismatch': ofParts,
  },
  any: {
    pass: gives('passed', 'parts-hold', { kind: 'any', of: [F, P] }, mixed),
    fail: gives('failed', 'parts-open', { kind: 'any', of: [F, F] }, mixed),
    missing: gives('missing', 'parts-open', { kind: 'any', of: [lost, F] }, mixed),
    stale: gives('stale', 'parts-open', { kind: 'any', of: [old, F] }, mixed),
    malformed: gives('unknown', 'parts-open', { kind: 'any', of: [odd, F] }, mixed),
    'zero input': gives('unknown', 'parts-none', { kind: 'any', of: [] }, mixed),
    'unit mismatch': ofParts,
  },
  'at-least': {
    pass: gives('passed', 'parts-hold', { kind: 'at-least', count: 1, of: [P, F] }, mixed),
    fail: gives('failed', 'parts-open', { kind: 'at-least', count: 2, of: [P, F] }, mixed),
    missing: gives('missing', 'parts-open', { kind: 'at-least', count: 2, of: [P, lost] }, mixed),
    stale: gives('stale', 'parts-open', { kind: 'at-least', count: 2, of: [P, old] }, mixed),
    malformed: gives('unknown', 'parts-open', { kind: 'at-least', count: 2, of: [P, odd] }, mixed),
    'zero input': gives(
      'unknown',
      'parts-count-impossible',
      { kind: 'at-least', count: 0, of: [] },
      mixed,
    ),
    'unit mismatch': ofParts,
  },
  not: {
    pass: gives('passed', 'not-holds', turned(), probed(7)),
    fail: gives('failed', 'not-violated', turned(), probed(6)),
    missing: gives('missing', 'probe-not-observed', turned(), probed(undefined)),
    stale: gives(
      'stale',
      'probe-stale',
      turned(condition({ ...probe, maxAge: 60 })),
      probed(7, LONG_AGO),
    ),
    malformed: gives('unknown', 'not-confined', turned(P), mixed),
    'zero input': gives('passed', 'not-holds', turned(), probed(0)),
    'unit mismatch': ofParts,
  },
};

describe.each(Object.entries(TABLE))('%s', (_kind, row) => {
  for (const name of CASES) {
    const given = row[name];
    if (typeof given === 'string') continue;
    it(`${name}: ${given.gives}`, () => {
      const result = judgeCondition(given.asked, given.parts, given.reading);
      expect(`${result.verdict} ${result.reason.code}`).toBe(`${given.gives} ${given.because}`);
    });
  }
});

it('has every kind, and says why a case cannot come up', () => {
  const kinds = CONDITION_KINDS.filter((kind) => kind !== 'unrecognised');
  expect(Object.keys(TABLE).sort()).toEqual(kinds.toSorted());
  for (const row of Object.values(TABLE)) {
    expect(Object.keys(row)).toEqual([...CASES]);
    for (const given of Object.values(row))
      if (typeof given === 'string') expect(given).not.toBe('');
  }
});
