import { describe, expect, it } from 'vitest';
import { conditionId, gateId, itemId } from '../model/ids.ts';
import { cycleComponent, cyclesOf, namesOf } from './cycles.ts';
import { buildPlanGraph } from './plan-graph.ts';
import { condition, gate, item, needs, type Parts, planOf, waits } from './testing/builders.ts';

const graphOf = (parts: Parts) => buildPlanGraph(planOf(parts));
const items = (...ids: readonly string[]) => ids.map((id) => item(id));
const asks = (id: string, ...of: readonly string[]) =>
  gate(
    id,
    {},
    of.map((other) =>
      condition({ kind: 'gate', id: conditionId(`asks-${other}`), gate: gateId(other) }),
    ),
  );

/** The members of every cycle, items and gates. */
function cycles(parts: Parts) {
  const found = cyclesOf(graphOf(parts));
  expect([...found.items.keys()]).toEqual([...found.gates.keys()]);
  return {
    items: [...found.items.values()].filter((list) => list.length > 0),
    gates: [...found.gates.values()].filter((list) => list.length > 0),
  };
}

describe('the members of a cycle', () => {
  it('are told from the smallest id on, each waiting for the next', () => {
    const ring = [...waits('c', 'a'), ...waits('a', 'd'), ...waits('d', 'b'), ...waits('b', 'c')];
    expect(cycles({ items: items('a', 'b', 'c', 'd', 'free'), dependencies: ring })).toEqual({
      items: [['a', 'd', 'b', 'c']],
      gates: [],
    });
    expect(
      cycles({ items: items('d', 'c', 'b', 'a'), dependencies: ring.toReversed() }).items,
    ).toEqual([['a', 'd', 'b', 'c']]);
  });

  it('are told once, also where several rings share them', () => {
    const knot = [...waits('a', 'b', 'c'), ...waits('b', 'a'), ...waits('c', 'a', 'b')];
    const [members] = cycles({ items: items('a', 'b', 'c'), dependencies: knot }).items;
    expect(members?.[0]).toBe('a');
    expect(members?.toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('are one who waits for itself', () => {
    expect(cycles({ items: items('a', 'b'), dependencies: waits('a', 'a') }).items).toEqual([
      ['a'],
    ]);
  });

  it('are kept apart from those of another cycle', () => {
    const two = [
      ...waits('a', 'b'),
      ...waits('b', 'a'),
      ...waits('x', 'y', 'a'),
      ...waits('y', 'x'),
    ];
    const found = cycles({ items: items('a', 'b', 'x', 'y'), dependencies: two }).items;
    expect(found.toSorted()).toEqual([
      ['a', 'b'],
      ['x', 'y'],
    ]);
  });

  it('may be gates, and items together with gates', () => {
    expect(
      cycles({ gates: [asks('G', 'H'), asks('H', 'I'), asks('I', 'G'), asks('J', 'G')] }),
    ).toEqual({ items: [], gates: [['G', 'H', 'I']] });
    expect(cycles({ gates: [asks('G', 'G')] }).gates).toEqual([['G']]);
    expect(
      cycles({ items: items('a', 'b'), gates: [gate('G', { a: 'start' }, [needs('c', 'e')])] }),
    ).toEqual({ items: [], gates: [] });
  });

  it('are the whole and the part that wait for each other', () => {
    const nested: Parts = {
      items: [item('whole'), item('part', { parent: itemId('whole') })],
      dependencies: waits('part', 'whole'),
    };
    expect(cycles(nested).items.map((list) => list.toSorted())).toEqual([['part', 'whole']]);
  });
});

describe('whether an item waits for itself', () => {
  it('is told by its start or its completion', () => {
    const graph = graphOf({
      items: [item('free'), item('part', { parent: itemId('whole') }), item('whole')],
      dependencies: waits('part', 'whole'),
    });
    const at = (id: string) => graph.itemAt.get(itemId(id)) ?? -1;
    expect(cycleComponent(graph, at('free'))).toBeUndefined();
    expect(cycleComponent(graph, at('part'))).toBeDefined();
    expect(cycleComponent(graph, at('whole'))).toBe(cycleComponent(graph, at('part')));
  });

  it('is told by the start first', () => {
    const ring = graphOf({
      items: items('a', 'b'),
      dependencies: [...waits('a', 'b'), ...waits('b', 'a')],
    });
    expect(cycleComponent(ring, 0)).toBe(ring.component[0]);
    expect(cycleComponent(ring, 0)).toBe(cycleComponent(ring, 1));
  });
});

it('a long cycle is named by its first twelve members', () => {
  const names = Array.from({ length: 13 }, (_, at) => `m${at}`);
  expect(namesOf(names.slice(0, 12))).toBe(names.slice(0, 12).join(', '));
  expect(namesOf(names)).toBe(`${names.slice(0, 12).join(', ')}, …`);
  expect(namesOf([])).toBe('');
});
