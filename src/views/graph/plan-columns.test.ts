import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanStructure } from '../../derive/types.ts';
import { itemId, projectId, revisionId } from '../../model/ids.ts';
import { packStructure } from '../../queries/packed-structure.ts';
import { closeGroups } from './closed-groups.ts';
import { numberPlan } from './layout-input.ts';
import { columnsOf } from './plan-columns.ts';
import { inItsDirection } from './plan-direction.ts';
import { ancestorsOf, buildPlanGraph, edgeKey, parentOf, planGraphOf } from './plan-graph.ts';

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '', '__proto__');
const structures: fc.Arbitrary<PlanStructure> = fc
  .record({
    items: fc.array(fc.record({ id: ids, parent: fc.option(ids) }), { maxLength: 9 }),
    dependencies: fc.array(fc.record({ item: ids, on: ids, optional: fc.boolean() })),
  })
  .map(({ items, dependencies }) => ({
    info: { id: projectId('p'), title: 'P' },
    revision: { id: revisionId('1'), createdAt: '2026-01-01T00:00:00Z' },
    items: items.map(({ id, parent }) => ({
      id: itemId(id),
      kind: 'step',
      title: id,
      ...(parent !== null && { parent: itemId(parent) }),
    })),
    dependencies: dependencies.map(({ item, on, optional }) => ({
      item: itemId(item),
      on: itemId(on),
      ...(optional && { optional }),
    })),
  }));

/** What a graph is, said plainly. */
function plainly({ items: given, dependencies }: PlanStructure) {
  const items = given.filter(({ id }, at) => given.findIndex((other) => other.id === id) === at);
  const byId = new Map<string, (typeof items)[number]>(items.map((item) => [item.id, item]));
  const pairs = dependencies.filter(
    ({ item, on }, at) =>
      dependencies.findIndex((other) => other.item === item && other.on === on) === at,
  );
  const named = new Set<string>(dependencies.flatMap(({ item, on }) => [item, on]));
  const inside = (id: string): readonly string[] =>
    items.filter((item) => parentOf(item, byId) === id).map((item): string => item.id);
  return { items, byId, pairs, ghosts: [...named].filter((id) => !byId.has(id)), inside };
}

describe('a plan in numbers', () => {
  it('is the plan', () => {
    fc.assert(
      fc.property(structures, (structure) => {
        const { items, byId, pairs, ghosts, inside } = plainly(structure);
        const graph = buildPlanGraph(structure);
        expect(graph.items).toEqual(items);
        expect([...graph.byId]).toEqual([...byId]);
        expect([...graph.ghosts].sort()).toEqual([...ghosts].sort());
        expect(graph.edges).toEqual(
          pairs.map(({ item, on, optional }) => ({
            key: edgeKey(item, on),
            item,
            on,
            dangling: !byId.has(item) || !byId.has(on),
            optional: optional === true,
          })),
        );
        for (const { id } of items) {
          expect(graph.children.get(id) ?? []).toEqual(inside(id));
          const on = pairs.filter(({ item }) => item === id).map((pair): string => pair.on);
          expect(graph.before.get(id) ?? []).toEqual(on);
          const by = pairs.filter((pair) => pair.on === id).map(({ item }): string => item);
          expect(graph.after.get(id) ?? []).toEqual(by);
        }
      }),
    );
  });

  it('is laid out with every edge but those that nesting tells, from leaf to leaf', () => {
    fc.assert(
      fc.property(structures, (structure) => {
        const graph = buildPlanGraph(structure);
        const { input, nodes, groups, edges } = numberPlan(graph, 'right');
        const holds = (id: string): boolean => graph.children.has(id);
        expect(groups).toEqual(graph.items.map(({ id }): string => id).filter(holds));
        expect(new Set(nodes)).toEqual(
          new Set([...graph.items.map(({ id }) => id), ...graph.ghosts].filter((id) => !holds(id))),
        );
        const holderOf = (id: string) => groups.indexOf(ancestorsOf(id, graph.byId)[0] ?? '?');
        expect([...(input.nodes.group ?? [])]).toEqual(nodes.map(holderOf));
        expect([...(input.groups?.parent ?? [])]).toEqual(groups.map(holderOf));
        const within = (id: string) => ancestorsOf(id, graph.byId);
        expect([...edges].map((at) => graph.edges[at]?.key)).toEqual(
          graph.edges
            .filter(({ item, on }) => item !== on)
            .filter(({ item, on }) => !within(item).includes(on) && !within(on).includes(item))
            .map(({ key }) => key),
        );
        const leaf = (id: string, end: 0 | -1): string => {
          const next = graph.children.get(id)?.at(end);
          return next === undefined ? id : leaf(next, end);
        };
        const drawn = [...edges].flatMap((at) => graph.edges[at] ?? []);
        expect([...input.edges.from]).toEqual(drawn.map(({ on }) => nodes.indexOf(leaf(on, -1))));
        expect([...input.edges.to]).toEqual(drawn.map(({ item }) => nodes.indexOf(leaf(item, 0))));
      }),
    );
  });

  it('is the same where another thread has counted', () => {
    fc.assert(
      fc.property(structures, (structure) => {
        const columns = columnsOf(packStructure(structure));
        const { ids: named, ...told } = columns;
        expect(inItsDirection(columns)).toEqual(inItsDirection(buildPlanGraph(structure).columns));
        if (told.itemCount < structure.items.length) return;
        expect(planGraphOf(structure, told).columns).toEqual(columns);
        expect(planGraphOf(structure).columns.ids).toEqual(named);
      }),
    );
  });

  it('is that of what is shown, where groups are closed', () => {
    fc.assert(
      fc.property(structures, fc.array(ids), (structure, closed) => {
        const { graph } = closeGroups(buildPlanGraph(structure), closed);
        const { columns } = graph;
        expect(columns.ids).toEqual([...graph.items.map(({ id }) => id), ...graph.ghosts]);
        expect([...columns.item].map((at) => columns.ids[at])).toEqual(
          graph.edges.map(({ item }) => item),
        );
        expect([...columns.on].map((at) => columns.ids[at])).toEqual(
          graph.edges.map(({ on }) => on),
        );
        const holders = [...columns.holder].map((at) => columns.ids[at]);
        for (const [at, id] of columns.ids.entries()) {
          const holder = [...graph.children].find(([, inside]) => inside.includes(id))?.[0];
          expect(holders[at]).toBe(holder);
        }
      }),
    );
  });
});
