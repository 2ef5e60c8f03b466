import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ProjectContent } from '../model/project.ts';
import { limits } from './limits.ts';
import { beginPlan, parsePlan } from './parse-plan.ts';
import { problemCodes } from './problem-codes.ts';
import { arbitraryContent } from './testing/arbitrary-content.ts';

// Many generated plans on a busy machine take longer than one test usually may.
vi.setConfig({ testTimeout: 120_000 });

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const wire = (content: ProjectContent): Record<string, unknown> => ({
  wavegate: '1.0.0',
  ...content,
});
const plan = (changes: Record<string, unknown> = {}) =>
  parsePlan(
    bytesOf({
      wavegate: '1.0.0',
      project: { id: 'p', title: 'P' },
      revision: { id: 'r', createdAt: '2026-05-04T09:00:00Z' },
      items: [
        { id: 'A', kind: 'step', title: 'A' },
        { id: 'B', kind: 'wave', title: 'B' },
      ],
      dependencies: [],
      ...changes,
    }),
    'bundle.json',
  );
const codes = (parsed: ReturnType<typeof plan>) => parsed.problems.map(({ code }) => code);

/** Items that a condition which cannot be judged keeps from starting and completing. */
const held = (parsed: ReturnType<typeof plan>): string[] => {
  const items = new Set<string>();
  for (const gate of parsed.content?.gates ?? []) {
    const isStuck = gate.conditions.some(
      ({ kind, blocking }) => kind === 'unrecognised' && blocking !== false,
    );
    if (!isStuck) continue;
    for (const { item, effect } of gate.guards) if (effect === 'complete') items.add(item);
  }
  return [...items].sort();
};

describe('parsePlan', () => {
  it('reads back any valid content whole', () => {
    fc.assert(
      fc.property(arbitraryContent({ cycles: true, dangling: true }), (content) => {
        const parsed = parsePlan(bytesOf(wire(content)), 'bundle.json');
        expect(parsed.content).toEqual(content);
        expect(parsed.unknownCritical).toEqual([]);
      }),
    );
  });

  it('never throws, whatever happens to the bytes', () => {
    const mutation = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ maxLength: 3 }),
      drop: fc.nat(4),
    });
    fc.assert(
      fc.property(
        arbitraryContent(),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        (content, mutations) => {
          let bytes = [...bytesOf(wire(content))];
          for (const { at, bytes: inserted, drop } of mutations) {
            bytes = bytes.toSpliced(Math.floor(at * bytes.length), drop, ...inserted);
          }
          const parsed = parsePlan(Uint8Array.from(bytes), 'bundle.json');
          const isFatal = parsed.problems.some(({ severity }) => severity === 'fatal');
          expect(parsed.content === undefined).toBe(isFatal);
          for (const { code } of parsed.problems) expect(Object.keys(problemCodes)).toContain(code);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('loses no other record when the type of one value is wrong', () => {
    const lists = [
      'items',
      'dependencies',
      'gates',
      'evidence',
      'metrics',
      'probes',
      'roles',
    ] as const;
    fc.assert(
      fc.property(
        arbitraryContent(),
        fc.constantFrom(...lists),
        fc.nat(),
        fc.constantFrom(null, 7, [], 'x', {}),
        (content, list, at, junk) => {
          const records = content[list] ?? [];
          const hit = records.length === 0 ? 0 : at % records.length;
          const broken = { ...wire(content), [list]: records.toSpliced(hit, 1, junk as never) };
          const parsed = parsePlan(bytesOf(broken), 'bundle.json');
          const kept: readonly unknown[] = parsed.content?.[list] ?? [];
          for (const record of records.toSpliced(hit, 1)) expect(kept).toContainEqual(record);
          expect(parsed.problems).not.toEqual([]);
        },
      ),
    );
  });

  it('refuses more items or points than the limits, and nothing at the limits', () => {
    const many = Array.from({ length: limits.items + 1 }, (_, k) => ({
      id: `${k}`,
      kind: 'w',
      title: 'w',
    }));
    expect(codes(plan({ items: many }))).toEqual(['too-many-items']);
    expect(codes(plan({ items: many.slice(1) }))).toEqual([]);
    const zeros = new Array(limits.points).fill(0);
    const metric = (id: string, n: number) => ({
      id,
      title: id,
      unit: 's',
      better: 'lower',
      series: { t: zeros.slice(0, n), v: zeros.slice(0, n) },
    });
    expect(codes(plan({ metrics: [metric('a', limits.points), metric('b', 1)] }))).toEqual([
      'too-many-points',
    ]);
    expect(codes(plan({ metrics: [metric('a', limits.points)] }))).toEqual([]);
  });

  it('lists a limited number of problems and still says whom the rest affects', () => {
    const bad = Array.from({ length: limits.problems + 5 }, (_, k) => ({ id: `e${k}`, kind: 1 }));
    const parsed = plan({ evidence: bad });
    expect(parsed.problems).toHaveLength(limits.problems + 1);
    const last = parsed.problems.at(-1);
    expect(last).toMatchObject({ code: 'problems-not-listed', params: { count: 5 } });
    expect(last?.affects).toContain(`e${limits.problems + 4}`);
  });
});

describe('what is lost holds what it may concern', () => {
  it('an unreadable gate holds the items that it guards', () => {
    const gate = { id: 'G', title: 7, guards: [{ item: 'B', effect: 'begin' }], conditions: [] };
    const parsed = plan({ gates: [gate] });
    expect(held(parsed)).toEqual(['B']);
  });

  it('gates that are no list hold every item', () => {
    expect(held(plan({ gates: { G: {} } }))).toEqual(['A', 'B']);
    expect(held(plan({ gates: [null] }))).toEqual(['A', 'B']);
    expect(held(plan())).toEqual([]);
  });

  it('an item with an unreadable parent holds all, since any may have lost a child', () => {
    expect(
      held(
        plan({
          items: [
            { id: 'A', kind: 'w', title: 'A', parent: 3 },
            { id: 'B', kind: 'w', title: 'B' },
          ],
        }),
      ),
    ).toEqual(['A', 'B']);
    expect(
      held(
        plan({
          items: [
            { id: 'A', kind: 3, title: 'A', parent: 'B' },
            { id: 'B', kind: 'w', title: 'B' },
          ],
        }),
      ),
    ).toEqual(['A']);
  });

  it('a dependency on something unreadable stays a dependency', () => {
    const parsed = plan({ dependencies: [{ item: 'A', on: 5 }] });
    expect(parsed.content?.dependencies).toEqual([{ item: 'A', on: 'unreadable:/dependencies/0' }]);
    expect(held(plan({ dependencies: [{ item: 5, on: 'A' }] }))).toEqual(['A', 'B']);
    expect(held(plan({ dependencies: undefined }))).toEqual(['A', 'B']);
  });

  it('an optional mark that cannot be read makes a dependency binding', () => {
    const parsed = plan({ dependencies: [{ item: 'A', on: 'B', optional: 'yes' }] });
    expect(parsed.content?.dependencies).toEqual([{ item: 'A', on: 'B' }]);
  });

  it('an optional dependency on what is not there holds nothing, and is said', () => {
    const gone = { item: 'A', on: 'gone' };
    const optional = plan({ dependencies: [{ ...gone, optional: true }] });
    expect(optional.problems).toMatchObject([
      { code: 'dangling-mention', severity: 'warning', params: { id: 'gone' } },
    ]);
    expect(held(optional)).toEqual([]);
    const binding = plan({ dependencies: [gone] });
    expect(binding.problems).toMatchObject([{ code: 'dangling-reference', severity: 'error' }]);
  });

  it('an unreadable stop condition holds its items, or every step', () => {
    const stop = { id: 'S', title: 'S', events: 'none' };
    expect(held(plan({ stopConditions: [stop] }))).toEqual(['A']);
    expect(held(plan({ stopConditions: [{ ...stop, items: ['B'] }] }))).toEqual(['B']);
    expect(held(plan({ stopConditions: [{ ...stop, items: 'B' }] }))).toEqual(['A', 'B']);
  });

  it('an authorisation that cannot be read makes its rule impossible to meet', () => {
    const rule = {
      id: 'R',
      title: 'R',
      perStep: true,
      definitions: [{ id: 'D', title: 'D', from: '2026-01-01T00:00:00Z', demands: [] }],
    };
    const demands = (parsed: ReturnType<typeof plan>) =>
      parsed.content?.authorisationRules?.map(({ definitions }) => definitions.length);
    const records = (rest: object) => ({ authorisationRules: [rule], authorisations: [rest] });
    expect(demands(plan(records({ id: 'x', rule: 'R', decision: 'withdrew' })))).toEqual([2]);
    expect(demands(plan(records({ id: 'x', rule: 'other', decision: 'withdrew' })))).toEqual([1]);
    expect(demands(plan(records({ id: 'x', rule: 5 })))).toEqual([2]);
    expect(demands(plan({ authorisationRules: [{ ...rule, perStep: 'yes' }] }))).toEqual([2]);
  });

  it('a role, a class and a policy that cannot be read allow the least', () => {
    const parsed = plan({
      roles: [{ id: 'r', title: 'R', level: 'high' }],
      classes: [{ id: 'c', title: 'C', startsAfter: 'soon' }],
      policy: { maxEvidenceAge: '1 day' },
    });
    expect(parsed.content?.roles).toEqual([{ id: 'r', title: 'R', advisory: true }]);
    expect(parsed.content?.classes).toEqual([{ id: 'c', title: 'C', startsAfter: 'proven' }]);
    expect(parsed.content?.policy).toEqual({ maxEvidenceAge: 0 });
  });

  it('evidence of which nobody knows what it spoke of makes every gate unknown', () => {
    const evidence = {
      id: 'e',
      kind: 'test-report',
      name: 'E',
      facts: [{ type: 'tests', total: 'all' }],
    };
    expect(plan({ evidence: [evidence] }).unknownCritical).toHaveLength(1);
    expect(plan({ evidence: [{ ...evidence, facts: [], commit: 5 }] }).unknownCritical).toEqual([]);
    expect(plan({ evidence: 'none' }).unknownCritical).toHaveLength(1);
    expect(
      plan({ collections: { evidence: [{ path: '../up.ndjson' }] } }).unknownCritical,
    ).toHaveLength(1);
    expect(plan({ critical: 'all' }).unknownCritical).toHaveLength(1);
  });

  it('records that share an id and differ: neither counts', () => {
    const metric = { id: 'm', title: 'M', unit: 's', better: 'lower' };
    const clash = plan({ metrics: [metric, { ...metric, unit: 'ms' }] });
    expect(clash.content?.metrics).toEqual([]);
    expect(codes(clash)).toEqual(['duplicate-id']);
    const same = plan({ metrics: [metric, { ...metric }] });
    expect(same.content?.metrics).toEqual([metric]);
    expect(codes(same)).toEqual(['duplicate-record']);
  });

  it('a waiver of a condition id that two conditions bear waives neither', () => {
    const condition = { id: 'c', title: 'C', kind: 'document', document: 'd' };
    const waiver = {
      id: 'w',
      gate: 'G',
      condition: 'c',
      reason: 'r',
      author: 'a',
      at: '2026-01-01T00:00:00Z',
      expires: '2027-01-01T00:00:00Z',
    };
    const gate = { id: 'G', title: 'G', guards: [], conditions: [condition] };
    const documents = [{ id: 'd', path: 'd.md', title: 'D' }];
    expect(plan({ gates: [gate], waivers: [waiver], documents }).content?.waivers).toEqual([
      waiver,
    ]);
    const twice = { ...gate, conditions: [condition, condition] };
    expect(plan({ gates: [twice], waivers: [waiver], documents }).content?.waivers).toEqual([]);
  });
});

describe('beginPlan', () => {
  const whole = {
    wavegate: '1.0.0',
    project: { id: 'p', title: 'P' },
    revision: { id: 'r', createdAt: '2026-05-04T09:00:00Z' },
    items: [{ id: 'A', kind: 'step', title: 'A' }],
    dependencies: [{ item: 'A', on: 'B' }],
  };
  const begin = (changes: Record<string, unknown> = {}) =>
    beginPlan(bytesOf({ ...whole, ...changes }), 'bundle.json');

  it('outlines what the whole content then is, or nothing', () => {
    fc.assert(
      fc.property(arbitraryContent({ cycles: true, dangling: true }), (content) => {
        const { outline, finish } = beginPlan(bytesOf(wire(content)), 'bundle.json');
        const parsed = finish();
        expect(parsed).toEqual(parsePlan(bytesOf(wire(content)), 'bundle.json'));
        expect(outline).toBeDefined();
        expect(parsed.content).toMatchObject(outline ?? {});
        expect(outline?.sample).toBe(parsed.content?.sample);
      }),
    );
  });

  it.each([
    ['an item with a fault', { items: [{ id: 'A', kind: 'step' }] }],
    ['an item with a member that nobody knows', { items: [{ ...whole.items[0], more: 1 }] }],
    ['two items with one id', { items: [...whole.items, { ...whole.items[0], title: 'B' }] }],
    ['a dependency with a fault', { dependencies: [{ item: 'A' }] }],
    ['no list of items', { items: undefined }],
    ['dependencies that are no list', { dependencies: {} }],
  ])('waits for the whole with %s', (_name, changes) => {
    const { outline, finish } = begin(changes);
    expect(outline).toBeUndefined();
    const parsed = finish();
    expect(parsed.content).toBeDefined();
    expect(parsed.problems).not.toEqual([]);
  });

  it('waits for the whole when a member occurs twice', () => {
    const text = JSON.stringify(whole).replace('"kind":"step"', '"kind":"step","kind":"wave"');
    const { outline, finish } = beginPlan(new TextEncoder().encode(text), 'bundle.json');
    expect(outline).toBeUndefined();
    expect(finish().content).toBeDefined();
  });

  it.each([
    ['no project', { project: 1 }],
    ['a version from another world', { wavegate: '9.0.0' }],
  ])('says in the first step that there is nothing with %s', (_name, changes) => {
    const { outline, finish } = begin(changes);
    expect(outline).toBeUndefined();
    expect(finish().content).toBeUndefined();
  });

  it('takes whatever is not plainly no sample for one', () => {
    expect(begin({ sample: 'no' }).outline?.sample).toBe(true);
    expect(begin({ sample: false }).outline?.sample).toBe(false);
  });

  it('finishes once, and then says the same again', () => {
    const { finish } = begin();
    expect(finish()).toBe(finish());
  });
});
