import fc from 'fast-check';
import {
  authorisationRecordId,
  conditionId,
  definitionId,
  invariantId,
  stopConditionId,
} from '../../model/ids.ts';
import type { ProjectContent } from '../../model/project.ts';
import { arbitraryCondition, arbitraryConditions } from './arbitrary-conditions.ts';
import {
  atLeastOneOf,
  each,
  oneOf,
  operator,
  scalars,
  seconds,
  someOf,
  sourceRef,
  text,
  timestamp,
  type World,
} from './basics.ts';

type Of<K extends keyof ProjectContent> = NonNullable<ProjectContent[K]>[number &
  keyof NonNullable<ProjectContent[K]>];
type List<K extends keyof ProjectContent> = fc.Arbitrary<Of<K>[]>;

const few = <T>(make: (index: number) => fc.Arbitrary<T>, max = 2): fc.Arbitrary<T[]> =>
  fc
    .integer({ min: 0, max })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, k) => make(k))));

/** Gates; each refers only to gates before it. */
export const gates = (world: World): List<'gates'> =>
  each(world.gates, (id, index) =>
    fc.record(
      {
        id: fc.constant(id),
        title: text,
        statement: text,
        guards: fc.array(
          fc.record({
            item: oneOf(world.items),
            effect: fc.constantFrom('start' as const, 'complete' as const, 'advance' as const),
          }),
          { maxLength: 3 },
        ),
        conditions: arbitraryConditions(world, world.gates.slice(0, index)),
        nonBypassable: fc.boolean(),
        owner: text,
        declared: fc.record(
          {
            verdict: fc.constantFrom('passed' as const, 'failed' as const, 'unknown' as const),
            raw: text,
            at: timestamp,
            by: text,
            evidence: someOf(world.evidence),
            source: sourceRef,
          },
          { requiredKeys: ['verdict'] },
        ),
        source: sourceRef,
      },
      { requiredKeys: ['id', 'title', 'guards', 'conditions'] },
    ),
  );

export const waivers = (world: World): List<'waivers'> =>
  few((k) =>
    fc.record(
      {
        id: fc.constant(`waiver ${k}`),
        gate: oneOf(world.gates),
        condition: fc.constantFrom(conditionId('c0'), conditionId('c1')),
        reason: text,
        author: text,
        at: timestamp,
        expires: timestamp,
        evidence: someOf(world.evidence),
      },
      { requiredKeys: ['id', 'gate', 'condition', 'reason', 'author', 'at', 'expires'] },
    ),
  );

export const invariants = (world: World): List<'invariants'> =>
  few((k) => {
    const named = fc.record(
      {
        id: fc.constant(invariantId(`invariant ${k}`)),
        title: text,
        statement: text,
        items: someOf(world.items),
        source: sourceRef,
      },
      { requiredKeys: ['id', 'title'] },
    );
    const rule = fc.constantFrom(
      'complete-needs-evidence' as const,
      'complete-after-dependencies' as const,
      'earlier-phase-blocks-later' as const,
      'guarded-close-needs-gate' as const,
      'step-needs-own-authorisation' as const,
      'one-authorisation-one-step' as const,
      're-verified-between-steps' as const,
      'advisory-authorises-nothing' as const,
      'attempts-within-limit' as const,
      'forbidden-effects-absent' as const,
      'recorded-equals-recomputed' as const,
      'one-name-one-thing' as const,
      'referenced-file-is-delivered' as const,
      'stated-counts-agree' as const,
      'stated-numbers-agree' as const,
    );
    return fc
      .tuple(
        named,
        fc.oneof(
          { weight: 3, arbitrary: fc.record({ rule }) },
          {
            weight: 1,
            arbitrary: fc.record({
              condition: arbitraryCondition(world, world.gates, conditionId('rule'), 1),
            }),
          },
        ),
      )
      .map(([shared, own]) => ({ ...shared, ...own }));
  }, 3);

export const stopConditions = (world: World): List<'stopConditions'> =>
  few((k) =>
    fc.record(
      {
        id: fc.constant(stopConditionId(`stop ${k}`)),
        title: text,
        statement: text,
        items: someOf(world.items),
        safeWhile: arbitraryCondition(world, [], conditionId('safe'), 1),
        events: fc.array(
          fc.record(
            {
              item: oneOf(world.items),
              at: timestamp,
              reason: text,
              evidence: someOf(world.evidence),
              finding: oneOf(world.evidence),
              authorisation: fc.constantFrom(
                authorisationRecordId('record 0'),
                authorisationRecordId('record 1'),
              ),
              clearedAt: timestamp,
            },
            { requiredKeys: ['item', 'at'] },
          ),
          { maxLength: 2 },
        ),
        source: sourceRef,
      },
      { requiredKeys: ['id', 'title'] },
    ),
  );

export const roles = (world: World): List<'roles'> =>
  each(world.roles, (id, index) =>
    fc.record(
      {
        id: fc.constant(id),
        title: text,
        level: fc.constant(index),
        advisory: index === 0 ? fc.constant(true) : fc.boolean(),
        holders: fc.subarray(['p1', 'p2']),
        note: text,
      },
      { requiredKeys: ['id', 'title', 'level'] },
    ),
  );

export const authorisationRules = (world: World): List<'authorisationRules'> =>
  each(world.rules, (id, index) =>
    fc.record(
      {
        id: fc.constant(id),
        title: text,
        statement: text,
        perStep: fc.boolean(),
        master: fc.boolean(),
        ...(index === 0 ? {} : { partOf: oneOf(world.rules.slice(0, index)) }),
        consequence: text,
        definitions: fc.integer({ min: 1, max: 2 }).chain((n) =>
          fc.tuple(
            ...Array.from({ length: n }, (_, k) =>
              fc.record(
                {
                  id: fc.constant(definitionId(`${id}: definition ${k}`)),
                  title: text,
                  from: timestamp,
                  until: timestamp,
                  supersedes:
                    k === 0 ? fc.constant([]) : fc.constant([definitionId(`${id}: definition 0`)]),
                  keeps: fc.array(text, { maxLength: 1 }),
                  redefines: fc.array(text, { maxLength: 1 }),
                  note: text,
                  source: sourceRef,
                  demands: fc.array(
                    fc.record(
                      {
                        role: oneOf(world.roles),
                        forms: fc.subarray(['approval-row', 'e-signature'], { minLength: 1 }),
                        quorum: fc.integer({ min: 1, max: 2 }),
                        distinctPersons: fc.boolean(),
                        validity: seconds,
                      },
                      { requiredKeys: ['role'] },
                    ),
                    { maxLength: 2 },
                  ),
                },
                { requiredKeys: ['id', 'title', 'from', 'demands'] },
              ),
            ),
          ),
        ),
        source: sourceRef,
      },
      { requiredKeys: ['id', 'title', 'perStep', 'definitions'] },
    ),
  );

export const authorisations = (world: World): List<'authorisations'> =>
  few(
    (k) =>
      fc.record(
        {
          id: fc.constant(authorisationRecordId(`record ${k}`)),
          rule: oneOf(world.rules),
          role: oneOf(world.roles),
          person: fc.constantFrom('p1', 'p2'),
          form: fc.constantFrom('approval-row', 'e-signature'),
          steps: fc.oneof(
            { weight: 4, arbitrary: oneOf(world.items).map((item) => [item]) },
            { weight: 1, arbitrary: someOf(world.items) },
          ),
          decision: fc.constantFrom(
            'granted' as const,
            'granted' as const,
            'refused' as const,
            'withdrawn' as const,
          ),
          scope: fc.constantFrom('commit' as const, 'commit' as const, 'rehearsal' as const),
          at: timestamp,
          expires: timestamp,
          advisory: fc.boolean(),
          evidence: someOf(world.evidence),
          note: text,
        },
        { requiredKeys: ['id', 'rule', 'role', 'form', 'steps', 'decision', 'scope', 'at'] },
      ),
    5,
  );

export const probes = (world: World): List<'probes'> =>
  each(world.probes, (id) =>
    fc.record(
      {
        id: fc.constant(id),
        title: text,
        query: fc.constant('SELECT count(*) FROM t'),
        group: fc.constantFrom('rows', 'locks'),
        unit: fc.constant('count'),
        organicGrowth: fc.boolean(),
        maxAge: seconds,
        expectations: fc.array(
          fc.record(
            {
              after: oneOf(world.items),
              before: oneOf(world.items),
              operator: fc.oneof(operator, fc.constant('unchanged' as const)),
              value: scalars,
            },
            { requiredKeys: ['operator'] },
          ),
          { maxLength: 3 },
        ),
        source: sourceRef,
      },
      { requiredKeys: ['id', 'title', 'expectations'] },
    ),
  );

export const reverifications = (world: World): List<'reverifications'> =>
  fc.array(
    fc.record(
      {
        after: oneOf(world.items),
        before: oneOf(world.items),
        at: timestamp,
        evidence: someOf(world.evidence),
        result: fc.constantFrom('passed' as const, 'failed' as const),
      },
      { requiredKeys: ['after', 'at', 'result'] },
    ),
    { maxLength: 2 },
  );

export const documents = (world: World): List<'documents'> =>
  each(world.documents, (id, index) =>
    fc.record(
      {
        id: fc.constant(id),
        path: fc.constant(`docs/${index}.md`),
        title: text,
        description: text,
        register: fc.constant('register'),
        phase: oneOf(world.items),
        steps: someOf(world.items),
        number: fc.constantFrom('01', '02'),
        status: fc.constantFrom('accepted', 'draft'),
        maturity: fc.subarray(['proposed', 'extension']),
        owners: atLeastOneOf(world.roles),
        exists: fc.boolean(),
        lock: fc.record(
          { at: timestamp, sha256: fc.constant('12'.repeat(32)) },
          { requiredKeys: ['at'] },
        ),
        sha256: fc.constant('34'.repeat(32)),
        changedAt: timestamp,
        amends: someOf(world.documents.slice(0, index)),
        supersedes: someOf(world.documents.slice(0, index)),
        audits: someOf(world.documents.slice(0, index)),
        evidence: someOf(world.evidence),
        source: sourceRef,
      },
      { requiredKeys: ['id', 'path', 'title'] },
    ),
  );
