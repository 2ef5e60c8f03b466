import fc from 'fast-check';
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
  projectId,
  revisionId,
  roleId,
  tierId,
} from '../../model/ids.ts';
import type { Dependency, PlanItem } from '../../model/plan.ts';
import type { ProjectContent } from '../../model/project.ts';
import { arbitraryCondition } from './arbitrary-conditions.ts';
import { arbitraryEvidence } from './arbitrary-evidence.ts';
import * as governance from './arbitrary-governance.ts';
import { budgets, contracts, metrics } from './arbitrary-measures.ts';
import {
  acceptanceIds,
  each,
  oneOf,
  record,
  scalar,
  someOf,
  sourceRef,
  strengthLevels,
  text,
  timestamp,
  type World,
  worldCommit,
} from './basics.ts';

export interface ContentOptions {
  /** Default 8. */
  readonly maxItems?: number;
  /** Default 4. */
  readonly maxGates?: number;
  /** Default 6. */
  readonly maxEvidence?: number;
  /** Dependencies may then form cycles and stand on their own item. Default false. */
  readonly cycles?: boolean;
  /** Dependencies may then name items that do not exist. Default false. */
  readonly dangling?: boolean;
}

/** Ids that careless code takes apart: prefixes of each other, separators, same id in two sorts. */
const itemIds = ['W1', 'W10', 'W1-0', 'W5A', 'W5B', 'M-1', '1', 'a.b', 'a', 'a-b', 'é', 'x y'];
const gateIds = ['G1', '1', 'G-1', 'a', 'g:x/y', 'G10', 'W1', 'G 2'];

const named = <T>(ids: readonly string[], count: number, mint: (id: string) => T): T[] =>
  Array.from({ length: count }, (_, k) => mint(ids[k] ?? `${ids[k % ids.length]}#${k}`));

const numbered = <T>(prefix: string, count: number, mint: (id: string) => T): T[] =>
  Array.from({ length: count }, (_, k) => mint(`${prefix}${k}`));

/** The ids of a plan; at least one of each sort. */
export function arbitraryWorld(options: ContentOptions = {}): fc.Arbitrary<World> {
  const { maxItems = 8, maxGates = 4, maxEvidence = 6 } = options;
  const upTo = (max: number) => fc.integer({ min: 1, max });
  return fc
    .record({
      items: upTo(maxItems),
      gates: upTo(maxGates),
      evidence: upTo(maxEvidence),
      metrics: upTo(3),
      rest: upTo(2),
    })
    .map((n) => ({
      items: named(itemIds, n.items, itemId),
      gates: named(gateIds, n.gates, gateId),
      evidence: numbered('e', n.evidence, evidenceId),
      metrics: numbered('m', n.metrics, metricId),
      budgets: numbered('b', n.rest, budgetId),
      probes: numbered('p', n.rest, probeId),
      rules: numbered('rule-', n.rest, authorisationRuleId),
      roles: numbered('r', n.rest + 1, roleId),
      tiers: numbered('T', n.rest, tierId),
      documents: numbered('doc', n.rest, documentId),
      deliverables: numbered('d', n.rest, deliverableId),
    }));
}

const items = (world: World): fc.Arbitrary<PlanItem[]> =>
  each(world.items, (id, index) => {
    const parents = world.items.slice(0, index);
    const usual = fc.record(
      {
        declared: fc.record(
          {
            state: fc.constantFrom(
              'not-started' as const,
              'in-progress' as const,
              'complete' as const,
              'complete' as const,
              'blocked' as const,
              'failed' as const,
              'deferred' as const,
              'reopened' as const,
              'stopped' as const,
              'unknown' as const,
            ),
            raw: text,
            at: timestamp,
            by: text,
            evidence: someOf(world.evidence),
            source: sourceRef,
          },
          { requiredKeys: ['state'] },
        ),
        order: fc.nat(20),
        class: fc.constantFrom('blocking', 'later'),
        evidence: someOf(world.evidence),
        ...(parents.length === 0 ? {} : { parent: oneOf(parents) }),
      },
      { requiredKeys: [] },
    );
    const rare = fc.record(
      {
        description: text,
        goal: text,
        output: text,
        numbers: fc.array(
          fc.record(
            {
              namespace: fc.constantFrom('step', 'stage'),
              value: fc.constantFrom('0', '1'),
              source: sourceRef,
            },
            { requiredKeys: ['namespace', 'value'] },
          ),
          { maxLength: 2 },
        ),
        labels: fc.array(text, { maxLength: 2 }),
        owner: text,
        estimate: fc.record({ value: fc.integer({ min: 0, max: 20 }), unit: fc.constant('d') }),
        period: text,
        deferred: fc.record(
          {
            reason: text,
            reactivation: text,
            reactivatedWhen: arbitraryCondition(world, [], conditionId('back'), 0),
          },
          { requiredKeys: ['reason'] },
        ),
        recursPer: fc.constant('wave'),
        forbidden: fc.record(
          { reason: text, unless: oneOf<string>(world.rules) },
          { requiredKeys: ['reason'] },
        ),
        effects: fc.array(
          fc.record(
            {
              id: fc.constantFrom('e1', 'e2'),
              text,
              kind: fc.constantFrom('allowed' as const, 'forbidden' as const),
              probe: oneOf<string>(world.probes),
              source: sourceRef,
            },
            { requiredKeys: ['id', 'text', 'kind'] },
          ),
          { maxLength: 2 },
        ),
        rollback: fc.array(
          fc.record(
            {
              text,
              state: fc.constantFrom('documented', 'missing'),
              evidence: someOf(world.evidence),
            },
            { requiredKeys: ['text'] },
          ),
          { maxLength: 1 },
        ),
        report: fc.record(
          {
            fields: fc.constant([{ id: 'rows', title: 'Rows', note: 'before and after' }]),
            evidence: someOf(world.evidence),
            source: sourceRef,
          },
          { requiredKeys: ['fields'] },
        ),
        attributes: record(scalar),
        source: sourceRef,
      },
      { requiredKeys: [] },
    );
    return fc
      .tuple(
        fc.record({
          id: fc.constant(id),
          kind: fc.constantFrom('wave', 'step', 'phase'),
          title: text,
        }),
        usual,
        fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: rare }),
      )
      .map(([name, often, seldom]) => ({ ...name, ...often, ...seldom }));
  });

const dependencies = (world: World, options: ContentOptions): fc.Arbitrary<Dependency[]> => {
  const pair = fc
    .tuple(fc.nat(world.items.length - 1), fc.nat(world.items.length - 1))
    .filter(([a, b]) => options.cycles === true || a !== b)
    .map(([a, b]) => {
      const [item, on] = options.cycles === true ? [a, b] : [Math.max(a, b), Math.min(a, b)];
      return { item: world.items[item] ?? itemId('?'), on: world.items[on] ?? itemId('?') };
    });
  const loose = oneOf(world.items).map((item) => ({ item, on: itemId('no such item') }));
  const ends =
    options.dangling === true
      ? fc.oneof({ weight: 6, arbitrary: pair }, { weight: 1, arbitrary: loose })
      : pair;
  const rest = fc.record(
    {
      origin: fc.constantFrom('explicit' as const, 'implied' as const, 'positional' as const),
      optional: fc.boolean(),
      condition: text,
      reason: text,
      source: sourceRef,
    },
    { requiredKeys: [] },
  );
  const one = fc
    .tuple(ends, fc.oneof(fc.constant({}), rest))
    .map(([dependency, optional]) => ({ ...dependency, ...optional }));
  const possible = options.cycles === true || world.items.length > 1;
  return possible ? fc.array(one, { maxLength: world.items.length * 2 }) : fc.constant([]);
};

const smallThings = (world: World) => ({
  sampleNote: text,
  sample: fc.boolean(),
  policy: fc.record(
    { maxEvidenceAge: fc.constantFrom(86_400, 400 * 86_400) },
    { requiredKeys: [] },
  ),
  definitions: fc.tuple(
    fc.record(
      {
        id: fc.constant(definitionId('plan 1')),
        title: text,
        from: timestamp,
        until: timestamp,
        redefines: fc.array(text, { maxLength: 1 }),
      },
      { requiredKeys: ['id', 'title', 'from'] },
    ),
  ),
  classes: fc.constant([
    { id: 'blocking', title: 'Blocking', countedAs: 'blocking waves' },
    { id: 'later', title: 'Later', startsAfter: 'proven' as const, outOfProgress: true },
  ]),
  relations: fc.array(
    fc.record(
      {
        from: oneOf<string>(world.items),
        to: oneOf<string>(world.items),
        kind: fc.constantFrom('same-as' as const, 'belongs-to' as const, 'see' as const),
        stated: fc.constantFrom('explicit' as const, 'positional' as const, 'assumed' as const),
        note: text,
      },
      { requiredKeys: ['from', 'to', 'kind', 'stated'] },
    ),
    { maxLength: 2 },
  ),
  people: fc.constant([{ id: 'p1', name: 'Ada' }, { id: 'p2' }]),
  tiers: fc.constant(world.tiers.map((id, order) => ({ id, title: `Tier ${id}`, order }))),
  acceptance: fc.constant([
    { id: 'login', title: 'Login', ids: [...acceptanceIds], tiers: [...world.tiers] },
    { id: 'open', title: 'Not enumerated', tiers: [] },
  ]),
  strengthScales: fc.constant([{ id: 'browser', levels: [...strengthLevels] }]),
  registers: fc.constant([
    { id: 'register', title: 'Register', directory: 'docs', unlisted: ['docs/x.md'] },
  ]),
  checklists: fc.tuple(
    fc.record(
      {
        id: fc.constant('list'),
        title: text,
        item: oneOf(world.items),
        groups: fc.tuple(
          fc.record({
            title: text,
            boxes: fc.tuple(
              fc.record(
                {
                  id: fc.constant('box'),
                  text,
                  checked: fc.boolean(),
                  evidence: someOf(world.evidence),
                  links: fc.constant([{ href: 'evidence/e0.json', exists: true }]),
                  refs: fc.constant(['A-1']),
                },
                { requiredKeys: ['id', 'text', 'checked'] },
              ),
            ),
          }),
        ),
      },
      { requiredKeys: ['id', 'title', 'groups'] },
    ),
  ),
  workflows: fc.constant([
    {
      id: 'loop',
      title: 'Loop',
      nodes: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
      ],
      transitions: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a', when: 'again' },
      ],
    },
  ]),
  notes: fc.constant([
    { id: 'n1', kind: 'lesson', title: 'T', text: 'Learned.', order: 1, refs: ['W1'] },
  ]),
});

/**
 * Content of a whole plan that is valid by the schema and whose references all lead somewhere
 * (unless `dangling`). Every condition kind, every fact and every optional member occurs; most
 * members are left out most of the time, so that passes are as frequent as the other verdicts.
 */
export function arbitraryContent(options: ContentOptions = {}): fc.Arbitrary<ProjectContent> {
  return arbitraryWorld(options).chain((world) => arbitraryContentOf(world, options));
}

/** The same over given ids. */
export function arbitraryContentOf(
  world: World,
  options: ContentOptions = {},
): fc.Arbitrary<ProjectContent> {
  return fc.record(
    {
      project: fc.record(
        {
          id: fc.constant(projectId('plan')),
          title: text,
          description: text,
          itemWord: fc.constant({ one: 'wave', other: 'waves' }),
          sources: fc.array(sourceRef, { maxLength: 1 }),
        },
        { requiredKeys: ['id', 'title'] },
      ),
      revision: fc.record(
        {
          id: fc.constant(revisionId('r1')),
          createdAt: timestamp,
          commit: fc.constant(worldCommit),
          previous: fc.constant(revisionId('r0')),
          label: text,
        },
        { requiredKeys: ['id', 'createdAt'] },
      ),
      items: items(world),
      dependencies: dependencies(world, options),
      gates: governance.gates(world),
      waivers: governance.waivers(world),
      invariants: governance.invariants(world),
      stopConditions: governance.stopConditions(world),
      roles: governance.roles(world),
      authorisationRules: governance.authorisationRules(world),
      authorisations: governance.authorisations(world),
      probes: governance.probes(world),
      reverifications: governance.reverifications(world),
      documents: governance.documents(world),
      contracts: contracts(world),
      metrics: metrics(world),
      budgets: budgets(world),
      evidence: each(world.evidence, (id, index) => arbitraryEvidence(world, id, index)),
      ...smallThings(world),
    },
    {
      requiredKeys: [
        'project',
        'revision',
        'items',
        'dependencies',
        'gates',
        'roles',
        'authorisationRules',
        'probes',
        'metrics',
        'budgets',
        'documents',
        'contracts',
        'evidence',
        'classes',
        'tiers',
        'strengthScales',
      ],
    },
  );
}
