import fc from 'fast-check';
import type { Condition, EvidenceSelector, Operand } from '../../model/condition.ts';
import { type ConditionId, conditionId, type GateId } from '../../model/ids.ts';
import {
  acceptanceIds,
  aggregate,
  atLeastOneOf,
  evidenceKinds,
  jsonPointer,
  numericOperator,
  oneOf,
  operator,
  pointer,
  scalar,
  scalars,
  seconds,
  sourceRef,
  strengthLevels,
  text,
  units,
  type World,
  worldCommit,
} from './basics.ts';

const optionalBase = {
  statement: text,
  blocking: fc.boolean(),
  owner: text,
  notApplicable: fc.record({ reason: text, by: text }, { requiredKeys: ['reason'] }),
  source: sourceRef,
};

/** Rare members are left out most of the time, so that most generated conditions can pass. */
const rarely = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | object> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });

const admission = (world: World) =>
  fc.record(
    {
      maxAge: seconds,
      commit: fc.constantFrom('revision', worldCommit, '0000000'),
      minStrength: fc.constantFrom(...strengthLevels),
      producers: atLeastOneOf(world.roles),
    },
    { requiredKeys: [] },
  );

const selector = (world: World): fc.Arbitrary<EvidenceSelector> =>
  fc.oneof(
    fc.record({ ids: atLeastOneOf(world.evidence) }),
    fc.record(
      {
        kind: fc.constantFrom(...evidenceKinds),
        covers: oneOf<string>([...world.items, ...acceptanceIds]),
      },
      { requiredKeys: ['kind'] },
    ),
    fc.record({ path: oneOf(world.evidence).map((id) => `evidence/${id}.json`) }),
    fc.constant({}),
  );

const operand = (world: World): fc.Arbitrary<Operand> =>
  fc.oneof(
    fc.record({ value: scalar, source: sourceRef }, { requiredKeys: ['value'] }),
    fc.record({ evidence: oneOf(world.evidence), pointer }),
  );

type Leaves = ReturnType<typeof makeLeaves>;
const made = new WeakMap<World, Map<number, Leaves>>();

/** The same for all conditions of a plan that may refer to as many gates; made once. */
const leafMembers = (world: World, gates: readonly GateId[]): Leaves => {
  const known = made.get(world) ?? new Map<number, Leaves>();
  made.set(world, known);
  const leaves = known.get(gates.length) ?? makeLeaves(world, gates);
  known.set(gates.length, leaves);
  return leaves;
};

const makeLeaves = (world: World, gates: readonly GateId[]) => {
  const evidence = selector(world);
  const count = fc.integer({ min: 0, max: 3 });
  const withAdmission = <T extends object>(members: fc.Arbitrary<T>) =>
    fc.tuple(members, rarely(admission(world))).map(([own, shared]) => ({ ...own, ...shared }));
  return {
    evidence: withAdmission(
      fc.record(
        { kind: fc.constant('evidence' as const), evidence, minCount: count },
        { requiredKeys: ['kind', 'evidence'] },
      ),
    ),
    tests: withAdmission(
      fc.record(
        {
          kind: fc.constant('tests' as const),
          evidence,
          tier: oneOf(world.tiers),
          acceptance: atLeastOneOf(acceptanceIds),
          suite: fc.constantFrom('api', 'browser'),
          minCases: count,
          maxFailed: count,
          maxSkipped: count,
          maxFlaky: count,
        },
        { requiredKeys: ['kind', 'evidence'] },
      ),
    ),
    metric: withAdmission(
      fc.record(
        {
          kind: fc.constant('metric' as const),
          metric: oneOf(world.metrics),
          aggregate,
          operator: numericOperator,
          target: fc.integer({ min: 0, max: 100 }),
          unit: fc.constantFrom(...units),
          window: seconds,
          minSamples: count,
        },
        { requiredKeys: ['kind', 'metric', 'aggregate', 'operator', 'target', 'unit'] },
      ),
    ),
    budget: withAdmission(
      fc.record({
        kind: fc.constant('budget' as const),
        budget: oneOf(world.budgets),
        check: fc.constantFrom('daily-cap', 'monthly-cap', 'caps', 'alert-lead', 'consistent'),
      }),
    ),
    authorisation: fc.record(
      {
        kind: fc.constant('authorisation' as const),
        rule: oneOf(world.rules),
        step: oneOf(world.items),
      },
      { requiredKeys: ['kind', 'rule'] },
    ),
    probe: withAdmission(
      fc.record(
        {
          kind: fc.constant('probe' as const),
          probe: oneOf(world.probes),
          step: oneOf(world.items),
          moment: fc.constantFrom('before' as const, 'after' as const, 'latest' as const),
        },
        { requiredKeys: ['kind', 'probe'] },
      ),
    ),
    rehearsal: withAdmission(
      fc.record({ kind: fc.constant('rehearsal' as const), step: oneOf(world.items) }),
    ),
    deliverable: fc.record(
      {
        kind: fc.constant('deliverable' as const),
        deliverable: oneOf(world.deliverables),
        checks: fc.subarray(['exists', 'lines', 'required', 'forbidden', 'structure'] as const, {
          minLength: 1,
        }),
      },
      { requiredKeys: ['kind', 'deliverable'] },
    ),
    'cross-check': fc.record(
      {
        kind: fc.constant('cross-check' as const),
        left: operand(world),
        right: operand(world),
        operator,
      },
      { requiredKeys: ['kind', 'left', 'right'] },
    ),
    value: withAdmission(
      fc.record(
        {
          kind: fc.constant('value' as const),
          evidence: oneOf(world.evidence),
          pointer: fc.oneof(
            fc.record({ kind: fc.constant('json' as const), pointer: jsonPointer }),
            pointer,
          ),
          operator,
          target: scalars,
          unit: fc.constantFrom(...units),
        },
        { requiredKeys: ['kind', 'evidence', 'pointer', 'operator'] },
      ),
    ),
    attestation: withAdmission(
      fc.record(
        {
          kind: fc.constant('attestation' as const),
          predicateType: fc.constantFrom('https://slsa.dev/verification_summary/v1', 'x'),
          signers: fc.constant(['release-key']),
          subject: oneOf<string>(world.items),
          subjectDigest: fc.constant('ab'.repeat(32)),
        },
        { requiredKeys: ['kind', 'predicateType'] },
      ),
    ),
    document: fc.record(
      {
        kind: fc.constant('document' as const),
        document: oneOf(world.documents),
        status: fc.subarray(['accepted', 'draft'], { minLength: 1 }),
      },
      { requiredKeys: ['kind', 'document'] },
    ),
    review: withAdmission(
      fc.record({
        kind: fc.constant('review' as const),
        role: oneOf(world.roles),
        subject: oneOf<string>([...world.items, ...world.documents]),
      }),
    ),
    gate:
      gates.length === 0
        ? undefined
        : fc.record({ kind: fc.constant('gate' as const), gate: oneOf(gates) }),
    unrecognised: fc.record({
      kind: fc.constant('unrecognised' as const),
      originalKind: fc.constantFrom('quantum-proof', 'metric'),
      original: fc.constant({ kind: 'quantum-proof', level: [1, { deep: true }] }),
    }),
  };
};

type Members = Condition extends infer C
  ? C extends Condition
    ? Omit<C, 'id' | 'title'>
    : never
  : never;

const finish = (
  members: fc.Arbitrary<Members>,
  id: ConditionId,
  world: World,
  gates: readonly GateId[],
  depth: number,
): fc.Arbitrary<Condition> => {
  const applies =
    depth === 0
      ? fc.constant({})
      : rarely(
          fc.record({
            appliesWhen: fc.record({
              condition: fc
                .constant(0)
                .chain(() => arbitraryCondition(world, gates, conditionId(`${id}/applies`), 0)),
              reason: text,
            }),
          }),
        );
  return fc
    .tuple(
      members,
      fc.record({ id: fc.constant(id), title: text }),
      rarely(fc.record(optionalBase, { requiredKeys: [] })),
      applies,
    )
    .map(
      ([own, named, optional, when]) => ({ ...optional, ...when, ...named, ...own }) as Condition,
    );
};

/**
 * A condition of any kind. `gates` are the gates that it may refer to, the first ones of the world;
 * leave it empty, or give only gates before the condition's own, to keep gates free of cycles. `depth` bounds nesting.
 */
export function arbitraryCondition(
  world: World,
  gates: readonly GateId[],
  id: ConditionId,
  depth = 2,
): fc.Arbitrary<Condition> {
  const leaves = leafMembers(world, gates);
  const choices: fc.WeightedArbitrary<Members>[] = Object.entries(leaves).flatMap(
    ([kind, arbitrary]) =>
      arbitrary === undefined ? [] : [{ arbitrary, weight: kind === 'unrecognised' ? 1 : 4 }],
  );
  const nested = (part: string) =>
    arbitraryCondition(world, gates, conditionId(`${id}/${part}`), depth - 1);
  if (depth > 0) {
    const parts = fc
      .integer({ min: 0, max: 3 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, k) => nested(`${k}`))));
    const negated = fc.oneof(
      leaves.probe,
      leaves.deliverable.map((leaf) => ({ ...leaf, checks: ['forbidden' as const] })),
    );
    choices.push(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('all' as const), of: parts }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('any' as const), of: parts }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('at-least' as const),
          count: fc.integer({ min: 0, max: 3 }),
          of: parts,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('not' as const),
          of: finish(negated, conditionId(`${id}/not`), world, gates, 0),
        }),
      },
    );
  }
  return finish(fc.oneof(...choices), id, world, gates, depth);
}

/** Conditions with ids that are unique inside their gate: `c1`, `c2`, `c10`… */
export function arbitraryConditions(
  world: World,
  gates: readonly GateId[],
  options: { readonly min?: number; readonly max?: number; readonly depth?: number } = {},
): fc.Arbitrary<Condition[]> {
  const { min = 0, max = 4, depth = 2 } = options;
  return fc
    .integer({ min, max })
    .chain((n) =>
      fc.tuple(
        ...Array.from({ length: n }, (_, k) =>
          arbitraryCondition(world, gates, conditionId(`c${k}`), depth),
        ),
      ),
    );
}
