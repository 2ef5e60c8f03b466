import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Gate } from '../model/gate.ts';
import type { Problem } from '../model/problem.ts';
import { type ParsedPlan, parsePlan } from './parse-plan.ts';

const folder = new URL('../../mocks/golden/1.0/', import.meta.url);

function read(name: string): ParsedPlan {
  return parsePlan(readFileSync(new URL(name, folder)), 'bundle.json');
}

/** `code pointer line:column`, for each problem. */
const told = ({ code, path, position }: Problem): string =>
  [code, path ?? '-', position === undefined ? '-' : `${position.line}:${position.column}`].join(
    ' ',
  );

const expected: Readonly<Record<string, readonly string[]>> = {
  'minimal.json': [],
  'small.json': [],
  'everything.json': [
    'critical-unknown /critical/0 5:3',
    'duplicate-id /gates/1 322:3',
    'condition-unrecognised /gates/1/conditions/18 1004:5',
  ],
  'empty.json': ['empty - -'],
  'not-json.json': ['json-syntax - 2:44'],
  'not-an-object.json': ['not-an-object  1:1'],
  'too-deep.json': ['too-deep - 1:107'],
  'proto-key.json': ['refused-key - 1:66'],
  'proto-key-escaped.json': ['refused-key - 1:46'],
  'duplicate-member-at-root.json': [
    'duplicate-member /items 1:36',
    'duplicate-member-at-root /items 1:32',
  ],
  'duplicate-member.json': [
    'duplicate-member /gates/0/conditions/0/minCases 54:11',
    'record-unreadable /gates/0 39:5',
  ],
  'version-missing.json': ['version-missing  1:1'],
  'version-next-major.json': ['version-unsupported /wavegate 2:15'],
  'version-next-minor.json': ['version-newer /wavegate 2:15'],
  'critical-unknown.json': ['critical-unknown /critical/0 79:5'],
  'unknown-field.json': [
    'member-unknown /items/0/colour 19:17',
    'member-unknown /evidence/0/facts/0/mutants 75:22',
    'member-unknown /mood 80:11',
  ],
  'unknown-kind.json': [
    'condition-unknown-kind /gates/0/conditions/1 59:9',
    'condition-unreadable /gates/0/conditions/2 65:9',
  ],
  'malformed-records.json': [
    'word-unknown /items/0/declared/state 17:18',
    'member-left-out /items/1/order 25:16',
    'record-unreadable /items/3 32:5',
    'record-unreadable /gates/1 67:5',
    'record-unreadable /evidence/1 89:5',
  ],
  'duplicate-ids.json': [
    'duplicate-id /items/3 31:5',
    'duplicate-id /gates/1 66:5',
    'duplicate-id /evidence/1 100:5',
  ],
  'dangling.json': [
    'dangling-reference /items/1/parent 24:17',
    'dangling-reference /dependencies/1/on 39:13',
    'dangling-reference /gates/0/guards/1/item 52:19',
    'dangling-reference /gates/0/conditions/1/metric 71:21',
    'dangling-reference /gates/0/conditions/2/evidence/ids/0 83:15',
  ],
  'cycles.json': [
    'parent-cycle /items/2/parent 30:17',
    'dependency-cycle /dependencies/0 34:5',
    'gate-cycle /gates/0 44:5',
  ],
  'unsafe.json': [
    'id-mixed-scripts /items/3/id 32:13',
    'unsafe-path /evidence/1/path 86:15',
    'unit-unknown /metrics/0/unit 93:15',
    'series-uneven /metrics/0/series 95:17',
  ],
};

describe('golden bundles of format 1.0', () => {
  it('are all expected here', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(expected).sort());
  });

  for (const [name, problems] of Object.entries(expected)) {
    it(`${name} goes on being read in the same way`, () => {
      const plan = read(name);
      expect(plan.problems.map(told)).toEqual(problems);
      const isFatal = plan.problems.some((problem) => problem.severity === 'fatal');
      expect(plan.content === undefined).toBe(isFatal);
    });
  }
});

describe('what cannot be read never makes a gate greener', () => {
  const gatesOn = (plan: ParsedPlan, item: string): readonly Gate[] =>
    plan.content?.gates?.filter(({ guards }) => guards.some((guard) => guard.item === item)) ?? [];
  const isHeld = (plan: ParsedPlan, item: string): boolean =>
    gatesOn(plan, item).some(({ conditions }) =>
      conditions.some(({ kind, blocking }) => kind === 'unrecognised' && blocking !== false),
    );

  it('a gate whose guards are lost holds every item', () => {
    const plan = read('malformed-records.json');
    expect(plan.content?.items.map(({ id }) => isHeld(plan, id))).toEqual([true, true, true, true]);
  });

  it('an unreadable item stays, and is held', () => {
    const plan = read('malformed-records.json');
    const item = plan.content?.items.find(({ id }) => id === 'W2');
    expect(item).toEqual({
      id: 'W2',
      kind: 'unreadable',
      title: 'Bad kind',
      declared: { state: 'unknown' },
    });
  });

  it('an unreadable piece of evidence stays without being believed', () => {
    const plan = read('malformed-records.json');
    expect(plan.content?.evidence?.map(({ id }) => id)).toEqual(['unit', 'bad']);
    const affected = plan.problems.flatMap(({ affects }) => affects ?? []);
    expect(affected).toContain('bad');
  });

  it('two gates of one id are one gate that asks for both', () => {
    const plan = read('duplicate-ids.json');
    const gates = plan.content?.gates?.filter(({ id }) => id === 'G1') ?? [];
    expect(gates.map(({ conditions }) => conditions.map(({ id }) => id))).toEqual([['c1', 'c2']]);
    expect(gates.map(({ guards }) => guards.map(({ item }) => item))).toEqual([['W1', 'W0']]);
  });

  it('an unknown kind or operator is kept whole', () => {
    const [gate] = read('unknown-kind.json').content?.gates ?? [];
    expect(gate?.conditions.slice(1)).toEqual([
      {
        kind: 'unrecognised',
        id: 'c2',
        title: 'Proof',
        originalKind: 'quantum-proof',
        original: { id: 'c2', title: 'Proof', kind: 'quantum-proof', level: 3 },
      },
      {
        kind: 'unrecognised',
        id: 'c3',
        title: 'Latency',
        originalKind: 'metric',
        original: {
          id: 'c3',
          title: 'Latency',
          kind: 'metric',
          metric: 'latency',
          aggregate: 'p95',
          operator: 'roughly',
          target: 1,
          unit: 's',
        },
      },
    ]);
  });

  it('names what is critical and not known, and only that', () => {
    expect(read('critical-unknown.json').unknownCritical).toEqual(['org.example.drift']);
  });
});
