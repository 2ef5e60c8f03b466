import fc from 'fast-check';
import type { Operator, Pointer, Scalar, SourceRef, Timestamp } from '../../model/common.ts';
import type { Aggregate } from '../../model/condition.ts';
import type {
  AuthorisationRuleId,
  BudgetId,
  DeliverableId,
  DocumentId,
  EvidenceId,
  GateId,
  ItemId,
  MetricId,
  ProbeId,
  RoleId,
  TierId,
} from '../../model/ids.ts';

/** Generated times lie inside this span, so that ages and windows decide both ways. */
export const worldStart = Date.UTC(2026, 0, 1);
export const worldEnd = Date.UTC(2026, 5, 30);

/** The commit of every generated revision. */
export const worldCommit = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export const strengthLevels = ['isolated-component', 'integration', 'browser-path'] as const;
export const evidenceKinds = ['test-report', 'metrics', 'gate-record', 'statement'] as const;
export const acceptanceIds = ['A-1', 'A-2', 'A-10'] as const;
export const units = ['ms', 's', '%', 'count', 'EUR'] as const;

/** The ids of a generated plan: everything that refers to something draws from here. */
export interface World {
  readonly items: readonly ItemId[];
  readonly gates: readonly GateId[];
  readonly evidence: readonly EvidenceId[];
  readonly metrics: readonly MetricId[];
  readonly budgets: readonly BudgetId[];
  readonly probes: readonly ProbeId[];
  readonly rules: readonly AuthorisationRuleId[];
  readonly roles: readonly RoleId[];
  readonly tiers: readonly TierId[];
  readonly documents: readonly DocumentId[];
  readonly deliverables: readonly DeliverableId[];
}

export const timestamp: fc.Arbitrary<Timestamp> = fc
  .integer({ min: 0, max: (worldEnd - worldStart) / 60_000 })
  .map((minutes) => new Date(worldStart + minutes * 60_000).toISOString().replace('.000Z', 'Z'));

/** An instant at which to judge: inside the span, or shortly after it. */
export const asOf: fc.Arbitrary<Timestamp> = fc
  .integer({ min: 0, max: (worldEnd - worldStart) / 60_000 + 60 * 24 * 60 })
  .map((minutes) => new Date(worldStart + minutes * 60_000).toISOString().replace('.000Z', 'Z'));

export const seconds = fc.constantFrom(60, 3600, 86_400, 7 * 86_400, 90 * 86_400, 400 * 86_400);

/** Words with what breaks careless code: quotes, brackets, other scripts, newlines, emoji. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('build', 'proof of load', 'W1', 'rollback & restore') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<b>x</b>', '"quoted"', 'día\n2', '=1+1', '\u202etxt', '🙂', '日本'),
  },
);

export const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom<Scalar>(0, 1, 2, 10, true, false, null, 'a', 'b', ''),
  fc.integer({ min: -1000, max: 1000 }),
);
export const scalars = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);

export const operator: fc.Arbitrary<Operator> = fc.constantFrom(
  'equals',
  'not-equals',
  'less-than',
  'at-most',
  'greater-than',
  'at-least',
  'contains',
  'one-of',
  'matches',
  'exists',
  'absent',
);
export const numericOperator: fc.Arbitrary<Operator> = fc.constantFrom(
  'less-than',
  'at-most',
  'greater-than',
  'at-least',
  'equals',
);
export const aggregate: fc.Arbitrary<Aggregate> = fc.constantFrom(
  'p50',
  'p90',
  'p95',
  'p99',
  'mean',
  'min',
  'max',
  'last',
  'sum',
  'rate',
  'count',
);

/** Two values only, so that a condition and a fact often mean the same place. */
export const jsonPointer = fc.constantFrom('/summary/count', '/state');

export const pointer: fc.Arbitrary<Pointer> = fc.oneof(
  fc.record({ kind: fc.constant('json' as const), pointer: jsonPointer }),
  fc.record({
    kind: fc.constant('cell' as const),
    row: fc.integer({ min: 1, max: 3 }),
    column: fc.constantFrom('value', 'region'),
  }),
  fc.record(
    {
      kind: fc.constant('rows' as const),
      from: fc.constant(1),
      to: fc.integer({ min: 1, max: 9 }),
      column: fc.constant('value'),
    },
    { requiredKeys: ['kind', 'from', 'to'] },
  ),
  fc.record({
    kind: fc.constant('lines' as const),
    from: fc.constant(1),
    to: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record(
    {
      kind: fc.constant('test' as const),
      suite: fc.constantFrom('api', 'browser'),
      name: fc.constantFrom('logs in', 'logs out'),
      line: fc.integer({ min: 1, max: 200 }),
    },
    { requiredKeys: ['kind', 'name'] },
  ),
  fc.record({ kind: fc.constant('whole' as const) }),
);

export const sourceRef: fc.Arbitrary<SourceRef> = fc.record(
  {
    path: fc.constantFrom('docs/plan.md', 'docs/gates.md'),
    line: fc.integer({ min: 1, max: 400 }),
    endLine: fc.integer({ min: 400, max: 500 }),
    raw: text,
    repaired: fc.constant('mac-roman-mojibake'),
  },
  { requiredKeys: ['path'] },
);

export const record = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(fc.constantFrom('rows', 'locks', 'status', 'x/y~z'), value, { maxKeys: 3 });

/** One of the ids; every generated world has at least one of each sort. */
export const oneOf = <T>(ids: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...ids);
export const someOf = <T>(ids: readonly T[], maxLength = 3): fc.Arbitrary<T[]> =>
  fc.subarray([...ids], { minLength: 0, maxLength: Math.min(maxLength, ids.length) });
export const atLeastOneOf = <T>(ids: readonly T[], maxLength = 3): fc.Arbitrary<T[]> =>
  fc.subarray([...ids], { minLength: 1, maxLength: Math.min(maxLength, ids.length) });

/** One entry for each id, in order. */
export const each = <I, T>(
  ids: readonly I[],
  make: (id: I, index: number) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> => fc.tuple(...ids.map((id, index) => make(id, index)));
