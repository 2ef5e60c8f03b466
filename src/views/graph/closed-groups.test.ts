import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../derive/layout/layout.ts';
import type { EdgeRow, ItemRow, PlanSnapshot, PlanStructure } from '../../derive/types.ts';
import type { ItemState } from '../../gates/types.ts';
import { itemId, projectId, revisionId } from '../../model/ids.ts';
import { closeGroups, groupIds, toggleClosed } from './closed-groups.ts';
import { drawnEdges, edgeRows } from './drawn-edges.ts';
import { numberPlan, placePlan } from './layout-input.ts';
import { nodeFaces } from './node-face.ts';
import { buildPlanGraph, edgeKey } from './plan-graph.ts';
import { sampleSnapshot } from './testing/sample-plan.ts';

const items: readonly (readonly [id: string, parent: string | undefined, state: ItemState])[] = [
  ['P', undefined, 'in-progress'],
  ['Q', 'P', 'failed'],
  ['a', 'P', 'complete'],
  ['b', 'Q', 'complete'],
  ['c', 'Q', 'deferred'],
  ['R', undefined, 'blocked'],
  ['d', 'R', 'blocked'],
  ['e', 'R', 'ready'],
  ['x', undefined, 'blocked'],
];
const ties: readonly (readonly [string, string, Partial<EdgeRow>])[] = [
  ['b', 'a', { status: 'satisfied' }],
  ['d', 'a', { status: 'satisfied' }],
  ['d', 'b', { status: 'satisfied' }],
  ['e', 'c', { status: 'waiting' }],
  ['e', 'b', { status: 'satisfied', origin: 'implied' }],
  ['d', 'c', { status: 'waiting', condition: 'only when moved' }],
  ['x', 'Q', { status: 'blocking' }],
];
const structure: PlanStructure = {
  info: { id: projectId('p'), title: 'P' },
  revision: { id: revisionId('r'), createdAt: '2026-01-01T00:00:00Z' },
  sample: false,
  items: items.map(([id, parent]) => ({
    id: itemId(id),
    kind: 'task',
    title: id,
    ...(parent !== undefined && { parent: itemId(parent) }),
  })),
  dependencies: ties.map(([item, on]) => ({ item: itemId(item), on: itemId(on) })),
};
const snapshot: PlanSnapshot = {
  ...sampleSnapshot,
  items: structure.items.map(
    (item, at): ItemRow => ({
      ...item,
      state: items[at]?.[2] ?? 'ready',
      ownFailure: false,
      held: false,
      readiness: 'unproven',
      permission: 'not-required',
      reason: { code: 'item-ready' },
      pips: [],
      numbers: [],
      hasChildren: false,
    }),
  ),
  edges: ties.map(([item, on, more]) => ({
    item: itemId(item),
    on: itemId(on),
    status: 'waiting',
    origin: 'explicit',
    redundant: false,
    dangling: false,
    ...more,
  })),
};
const graph = buildPlanGraph(structure);

describe('closed groups', () => {
  it('hide everything inside, at any depth, and the outermost stands for it', () => {
    const { graph: shown, standIn } = closeGroups(graph, ['Q', 'P']);
    expect(shown.items.map(({ id }): string => id)).toEqual(['P', 'R', 'd', 'e', 'x']);
    expect([...(shown.closed ?? [])]).toEqual(['P']);
    expect(['a', 'b', 'Q', 'P', 'd', 'nobody'].map(standIn)).toEqual([
      'P',
      'P',
      'P',
      'P',
      'd',
      'nobody',
    ]);
    expect(shown.before.get('d')).toEqual(['P']);
    expect(shown.after.get('P')).toEqual(['d', 'e', 'x']);
  });

  it('leave the plan as it is when nothing is closed, or nothing that is a group', () => {
    expect(closeGroups(graph, undefined).graph).toBe(graph);
    expect(closeGroups(graph, ['a', 'nobody']).graph).toBe(graph);
  });

  it('keep an inner group closed inside an open one', () => {
    const { graph: shown } = closeGroups(graph, ['Q']);
    expect(shown.children.get('P')).toEqual(['Q', 'a']);
    expect(shown.children.has('Q')).toBe(false);
    expect(shown.edges.map(({ key }) => key)).toContain(edgeKey('Q', 'a'));
  });

  it('ask for the same layout again when they are closed again', () => {
    const input = (): unknown => numberPlan(closeGroups(graph, ['R', 'P']).graph, 'right').input;
    expect(input()).toEqual(input());
    expect(input()).not.toEqual(numberPlan(graph, 'right').input);
  });

  it('can all be named, opened and closed', () => {
    expect(groupIds(graph)).toEqual(['P', 'Q', 'R']);
    expect(toggleClosed(undefined, 'P')).toEqual(['P']);
    expect(toggleClosed(['P', 'R'], 'P')).toEqual(['R']);
    expect(toggleClosed(['P'], 'P')).toBeUndefined();
  });
});

describe('edges of closed groups', () => {
  const draw = (closed: readonly string[], rows = edgeRows(snapshot)) => {
    const shown = closeGroups(graph, closed);
    const plan = numberPlan(shown.graph, 'right');
    const layout = placePlan(plan, layoutGraph(plan.input));
    return drawnEdges(shown.graph, layout, rows, { all: false, focus: undefined });
  };
  const between = (closed: readonly string[], item: string, on: string) =>
    draw(closed)
      .filter((edge) => edge.item === item && edge.on === on)
      .map(({ standing, count }) => `${count} ${standing}`)
      .sort();

  it('become one only where status, origin and condition are the same', () => {
    expect(between(['P', 'R'], 'R', 'P')).toEqual([
      '1 satisfied',
      '1 waiting',
      '1 waiting',
      '2 satisfied',
    ]);
  });

  it('lose no dependency but those that stay inside one group', () => {
    for (const closed of [[], ['Q'], ['P'], ['R'], ['P', 'R']]) {
      const { standIn } = closeGroups(graph, closed);
      const inside = graph.edges.filter(({ item, on }) => standIn(item) === standIn(on)).length;
      const drawn = draw(closed).reduce((sum, { count }) => sum + count, 0);
      expect(drawn).toBe(graph.edges.length - inside);
    }
  });

  it('lie apart and have keys of their own', () => {
    const edges = draw(['P', 'R']).filter(({ item }) => item === 'R');
    expect(new Set(edges.map(({ key }) => key)).size).toBe(4);
    expect(new Set(edges.map(({ paths }) => paths.line)).size).toBe(4);
  });

  it('are one while nothing is judged: they all mean the same then', () => {
    const unjudged = draw(['P', 'R'], new Map()).filter(({ item }) => item === 'R');
    expect(unjudged.map(({ count }) => count)).toEqual([5]);
  });
});

describe('the face of a closed group', () => {
  it('counts items by state and shows the worst, also of a group inside', () => {
    const face = nodeFaces(graph, snapshot, new Set(['P'])).get('P');
    expect(face).toMatchObject({
      kind: 'closed',
      state: 'in-progress',
      tone: 'failed',
      tally: {
        worst: 'failed',
        counts: [
          { state: 'complete', count: 2 },
          { state: 'deferred', count: 1 },
        ],
      },
    });
  });

  it('is never calmer than anything that it hides', () => {
    const faces = nodeFaces(graph, snapshot, new Set(['R']));
    expect(faces.get('R')?.tone).toBe('blocked');
    expect(faces.get('R')?.tally?.counts.map(({ state }) => state)).toEqual(['blocked', 'ready']);
  });

  it('says nothing of states before anything is judged', () => {
    const face = nodeFaces(graph, undefined, new Set(['P'])).get('P');
    expect(face).toMatchObject({ kind: 'closed', tone: 'not-reached', tally: undefined });
  });
});
