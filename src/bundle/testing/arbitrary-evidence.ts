import fc from 'fast-check';
import type { Evidence, Fact, TestCase } from '../../model/evidence.ts';
import type { EvidenceId } from '../../model/ids.ts';
import {
  acceptanceIds,
  atLeastOneOf,
  evidenceKinds,
  jsonPointer,
  oneOf,
  pointer,
  record,
  scalar,
  scalars,
  seconds,
  someOf,
  sourceRef,
  strengthLevels,
  text,
  timestamp,
  units,
  type World,
  worldCommit,
} from './basics.ts';

const testCase: fc.Arbitrary<TestCase> = fc.record(
  {
    name: fc.constantFrom('logs in', 'logs out', 'A-1 pays'),
    suite: fc.constantFrom('api', 'browser'),
    outcome: fc.oneof(
      { weight: 6, arbitrary: fc.constant('passed' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('failed', 'error', 'skipped', 'flaky', 'unknown'),
      },
    ),
    acceptance: someOf(acceptanceIds),
    duration: fc.integer({ min: 0, max: 90 }),
    message: text,
    pointer,
  },
  { requiredKeys: ['name', 'outcome'] },
);

/** Totals agree with the cases where cases are given; else they are drawn freely. */
const tests = (world: World): fc.Arbitrary<Fact> =>
  fc.oneof(
    fc
      .tuple(
        fc.array(testCase, { maxLength: 4 }),
        fc.record({ tier: oneOf(world.tiers), pointer }, { requiredKeys: [] }),
      )
      .map(([cases, rest]) => {
        const count = (...outcomes: string[]) =>
          cases.filter((one) => outcomes.includes(one.outcome)).length;
        return {
          type: 'tests' as const,
          total: cases.length,
          passed: count('passed'),
          failed: count('failed', 'error', 'unknown'),
          skipped: count('skipped'),
          flaky: count('flaky'),
          cases,
          ...rest,
        };
      }),
    fc
      .record(
        {
          passed: fc.integer({ min: 0, max: 20 }),
          failed: fc.oneof(
            { weight: 4, arbitrary: fc.constant(0) },
            { weight: 1, arbitrary: fc.constant(2) },
          ),
          skipped: fc.constant(0),
          flaky: fc.constant(0),
          tier: oneOf(world.tiers),
        },
        { requiredKeys: ['passed', 'failed'] },
      )
      .map((counts) => ({
        type: 'tests' as const,
        total: counts.passed + counts.failed,
        ...counts,
      })),
  );

export const arbitraryFact = (world: World): fc.Arbitrary<Fact> =>
  fc.oneof(
    { weight: 3, arbitrary: tests(world) },
    {
      weight: 2,
      arbitrary: fc.record(
        {
          type: fc.constant('value' as const),
          pointer: fc.oneof(
            fc.record({ kind: fc.constant('json' as const), pointer: jsonPointer }),
            pointer,
          ),
          value: scalars,
          unit: fc.constantFrom(...units),
        },
        { requiredKeys: ['type', 'pointer', 'value'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          type: fc.constant('file' as const),
          path: fc.constantFrom('src/a.ts', 'src/b.ts'),
          exists: fc.boolean(),
          lines: fc.integer({ min: 0, max: 400 }),
          rows: fc.integer({ min: 0, max: 400 }),
          columns: fc.subarray(['value', 'region', 'time']),
          patterns: fc.array(
            fc.record(
              {
                rule: fc.constantFrom('no-todo', 'has-header'),
                count: fc.integer({ min: 0, max: 3 }),
                lines: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }),
              },
              { requiredKeys: ['rule', 'count'] },
            ),
            { maxLength: 2 },
          ),
          counts: record(fc.integer({ min: 0, max: 9 })),
          digest: fc.constant('cd'.repeat(32)),
        },
        { requiredKeys: ['type', 'path', 'exists'] },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        {
          type: fc.constant('observation' as const),
          probe: oneOf(world.probes),
          value: scalars,
          at: timestamp,
          step: oneOf(world.items),
          moment: fc.constantFrom('before' as const, 'after' as const),
          pointer,
        },
        { requiredKeys: ['type', 'probe', 'value', 'at'] },
      ),
    },
    {
      weight: 1,
      arbitrary: record(scalar).chain((entry) =>
        fc.record(
          {
            type: fc.constant('rehearsal' as const),
            step: oneOf(world.items),
            at: timestamp,
            entry: fc.constant(entry),
            exit: fc.oneof(fc.constant({ ...entry }), record(scalar)),
            exempt: fc.subarray(['rows', 'locks']),
            pointer,
          },
          { requiredKeys: ['type', 'step', 'at', 'entry', 'exit'] },
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          type: fc.constant('attestation' as const),
          predicateType: fc.constantFrom('https://slsa.dev/verification_summary/v1', 'x'),
          signer: fc.constantFrom('release-key', 'other-key'),
          subjects: fc.array(
            fc.record(
              { name: oneOf<string>(world.items), sha256: fc.constant('ab'.repeat(32)) },
              { requiredKeys: ['name'] },
            ),
            { maxLength: 2 },
          ),
          result: fc.constantFrom('passed' as const, 'failed' as const),
          verified: fc.boolean(),
        },
        { requiredKeys: ['type', 'predicateType', 'subjects'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          type: fc.constant('review' as const),
          role: oneOf(world.roles),
          person: fc.constantFrom('p1', 'p2'),
          subject: oneOf<string>([...world.items, ...world.documents]),
          decision: fc.constantFrom(
            'accepted' as const,
            'questioned' as const,
            'rejected' as const,
          ),
          at: timestamp,
        },
        { requiredKeys: ['type', 'role', 'subject', 'decision', 'at'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('report' as const),
        step: oneOf(world.items),
        fields: record(scalars),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record(
        { type: fc.constant('series' as const), metric: oneOf(world.metrics), pointer },
        { requiredKeys: ['type', 'metric'] },
      ),
    },
  );

/** One evidence record; it supersedes only records before it. */
export function arbitraryEvidence(
  world: World,
  id: EvidenceId,
  index: number,
): fc.Arbitrary<Evidence> {
  const earlier = world.evidence.slice(0, index);
  const usual = fc.record(
    {
      collectedAt: timestamp,
      observedAt: timestamp,
      commit: fc.constantFrom(worldCommit, worldCommit, '0000000'),
      producer: fc.record(
        {
          id: fc.constantFrom('ci', 'agent-7'),
          role: oneOf(world.roles),
          advisory: fc.boolean(),
        },
        { requiredKeys: ['id'] },
      ),
      strength: fc.constantFrom(...strengthLevels),
      covers: atLeastOneOf<string>([...world.items, ...acceptanceIds]),
      facts: fc.array(arbitraryFact(world), { maxLength: 3 }),
    },
    { requiredKeys: ['observedAt', 'facts'] },
  );
  const rare = fc.record(
    {
      path: fc.constant(`evidence/${id}.json`),
      uri: fc.constant('https://ci.example/runs/1'),
      digest: fc.record({ sha256: fc.constant('ef'.repeat(32)) }),
      size: fc.integer({ min: 0, max: 1 << 24 }),
      mediaType: fc.constant('application/json'),
      collector: fc.record(
        { name: fc.constant('wavegate'), version: fc.constant('0.1.0') },
        { requiredKeys: ['name'] },
      ),
      runUrl: fc.constant('https://ci.example/runs/1'),
      rawStatus: text,
      inadmissible: fc.record({ reason: text }),
      validFor: seconds,
      supersedes: earlier.length === 0 ? fc.constant([]) : atLeastOneOf(earlier, 2),
      warnings: fc.array(text, { maxLength: 2 }),
      annotations: record(scalar),
      source: sourceRef,
    },
    { requiredKeys: [] },
  );
  return fc
    .tuple(
      fc.record({
        id: fc.constant(id),
        kind: fc.constantFrom(...evidenceKinds),
        name: text,
      }),
      usual,
      fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: rare }),
    )
    .map(([named, often, seldom]) => ({ ...named, ...often, ...seldom }));
}
