import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../derive/layout/layout.ts';
import type { PlanStructure } from '../../derive/types.ts';
import { invariantId, itemId, projectId, revisionId } from '../../model/ids.ts';
import { focusOf } from './focus.ts';
import { bestFirst, inside, itemFilter, NOBODY } from './item-filter.ts';
import { numberPlan, placePlan } from './layout-input.ts';
import { nodeFaces } from './node-face.ts';
import { ancestorsOf, buildPlanGraph, edgeKey, parentOf } from './plan-graph.ts';
import { sampleSnapshot, sampleStructure } from './testing/sample-plan.ts';
import { walk } from './walk.ts';

const graph = buildPlanGraph(sampleStructure);

function structure(
  items: readonly (readonly [id: string, parent?: string])[],
  dependencies: readonly (readonly [item: string, on: string])[] = [],
): PlanStructure {
  return {
    info: { id: projectId('p'), title: 'P' },
    revision: { id: revisionId('r'), createdAt: '2026-01-01T00:00:00Z' },
    sample: false,
    items: items.map(([id, parent]) => ({
      id: itemId(id),
      kind: 'task',
      title: id,
      ...(parent !== undefined && { parent: itemId(parent) }),
    })),
    dependencies: dependencies.map(([item, on]) => ({ item: itemId(item), on: itemId(on) })),
  };
}

describe('the plan as a graph', () => {
  it('keeps ids apart that a separator would melt together', () => {
    expect(edgeKey('a-b', 'c')).not.toBe(edgeKey('a', 'b-c'));
    expect(edgeKey('a","b', 'c')).not.toBe(edgeKey('a', 'b","c'));
  });

  it('makes a ghost of an id that only a dependency knows', () => {
    expect(graph.ghosts).toEqual(['lost']);
    expect(graph.edges.find((edge) => edge.on === 'lost')?.dangling).toBe(true);
  });

  it('does not nest parents that lead in a circle', () => {
    const loop = buildPlanGraph(
      structure([
        ['a', 'b'],
        ['b', 'a'],
        ['c', 'a'],
        ['d', 'd'],
      ]),
    );
    expect(ancestorsOf('a', loop.byId)).toEqual([]);
    expect([...loop.children.keys()]).toEqual([]);
    const item = loop.byId.get('d');
    expect(item && parentOf(item, loop.byId)).toBeUndefined();
  });

  it('takes the first of two items with one id', () => {
    const twice = buildPlanGraph(structure([['a'], ['a', 'b'], ['b']]));
    expect(twice.items.map((item) => item.id)).toEqual(['a', 'b']);
    expect(twice.children.size).toBe(0);
  });
});

describe('the layout of the plan', () => {
  const plan = numberPlan(graph, 'right');
  const layout = placePlan(plan, layoutGraph(plan.input));

  it('places every item, group and ghost, and routes every edge that can be drawn', () => {
    expect(new Set(layout.boxes.keys())).toEqual(
      new Set(['P1', 'W0', 'W1', 'W3', 'W4', 'W5', 'lost']),
    );
    expect(layout.routes.size).toBe(graph.edges.length);
  });

  it('keeps what is inside a group inside its rim', () => {
    const rim = layout.boxes.get('P1');
    for (const id of ['W0', 'W1', 'W3']) {
      const box = layout.boxes.get(id);
      if (rim === undefined || box === undefined) throw new Error('not placed');
      expect(box.x).toBeGreaterThanOrEqual(rim.x);
      expect(box.y).toBeGreaterThanOrEqual(rim.y);
      expect(box.x + box.width).toBeLessThanOrEqual(rim.x + rim.width);
      expect(box.y + box.height).toBeLessThanOrEqual(rim.y + rim.height);
    }
  });

  it('draws a dependency between groups from rim to rim, and none between an item and its holder', () => {
    const phases = buildPlanGraph(
      structure(
        [['P1'], ['a', 'P1'], ['P2'], ['b', 'P2']],
        [
          ['P2', 'P1'],
          ['a', 'P1'],
          ['b', 'b'],
        ],
      ),
    );
    const numbered = numberPlan(phases, 'right');
    const placed = placePlan(numbered, layoutGraph(numbered.input));
    expect([...placed.routes.keys()]).toEqual([edgeKey('P2', 'P1')]);
    const first = placed.boxes.get('P1');
    const route = placed.routes.get(edgeKey('P2', 'P1'));
    expect(route?.[0]?.x).toBe((first?.x ?? 0) + (first?.width ?? 0));
    expect(route?.at(-1)?.x).toBe(placed.boxes.get('P2')?.x);
  });

  it('is asked for in the same numbers whatever the states are', () => {
    const again = numberPlan(buildPlanGraph(sampleStructure), 'right');
    expect(again.input).toEqual(plan.input);
  });

  it('is walked along edges by the keys that point along it, and across by the others', () => {
    expect(walk('W0', 'right', graph, layout)).toBe('W1');
    expect(walk('W4', 'left', graph, layout)).toBe('W3');
    expect(walk('nobody', 'left', graph, layout)).toBeUndefined();
    const boxes = new Map([
      ['W0', { x: 0, y: 0, width: 10, height: 10 }],
      ['W1', { x: 0, y: 100, width: 10, height: 10 }],
      ['W5', { x: 100, y: 0, width: 10, height: 10 }],
    ]);
    expect(walk('W0', 'down', graph, { boxes, direction: 'down' })).toBe('W1');
    expect(walk('W0', 'right', graph, { boxes, direction: 'down' })).toBe('W5');
    // Nearer, but in another row.
    boxes.set('W3', { x: 30, y: 60, width: 10, height: 10 });
    expect(walk('W0', 'right', graph, { boxes, direction: 'down' })).toBe('W5');
    // What lies beside is far off.
    boxes.set('W5', { x: 900, y: 0, width: 10, height: 10 });
    expect(walk('W0', 'right', graph, { boxes, direction: 'down' })).toBe('W3');
    boxes.delete('W5');
    expect(walk('W0', 'right', graph, { boxes, direction: 'down' })).toBe('W3');
  });
});

describe('focus', () => {
  const ids = (focus: 'why' | 'upstream' | 'downstream', item?: string): readonly string[] =>
    [...(focusOf(graph, sampleSnapshot, { focus, ...(item && { item }) })?.items ?? [])].sort();

  it('lights all that the item waits for, or that waits for it', () => {
    expect(ids('upstream', 'W4')).toEqual(['P1', 'W0', 'W1', 'W3', 'W4']);
    expect(ids('downstream', 'W3')).toEqual(['P1', 'W3', 'W4', 'W5']);
  });

  it('lights only what is open when it asks why', () => {
    expect(ids('why', 'W5')).toEqual(['P1', 'W3', 'W4', 'W5', 'lost']);
  });

  it('is nothing without an item to start from', () => {
    expect(focusOf(graph, sampleSnapshot, { focus: 'upstream' })).toBeUndefined();
    expect(focusOf(graph, sampleSnapshot, { focus: 'upstream', item: 'W99' })).toBeUndefined();
    expect(focusOf(graph, undefined, { focus: 'why', item: 'W4' })).toBeUndefined();
    expect(focusOf(graph, sampleSnapshot, { focus: 'why', item: 'W99' })).toBeUndefined();
  });

  it('goes as many dependencies as the depth says', () => {
    const lit = (depth: number) =>
      [...(focusOf(graph, sampleSnapshot, { focus: 'upstream', item: 'W5', depth })?.items ?? [])]
        .filter((id) => id !== 'P1')
        .sort();
    expect(lit(1)).toEqual(['W0', 'W4', 'W5', 'lost']);
    expect(lit(2)).toEqual(['W0', 'W3', 'W4', 'W5', 'lost']);
    expect(lit(99)).toEqual(['W0', 'W1', 'W3', 'W4', 'W5', 'lost']);
  });

  it('lights every chain between two items, whichever of them waits', () => {
    const path = (item: string, to: string) =>
      focusOf(graph, sampleSnapshot, { focus: 'path', item, to });
    expect([...(path('W4', 'W0')?.items ?? [])].sort()).toEqual(['P1', 'W0', 'W1', 'W3', 'W4']);
    expect(path('W0', 'W4')?.edges).toEqual(path('W4', 'W0')?.edges);
    expect(path('W4', 'W0')?.edges.has(edgeKey('W5', 'W0'))).toBe(false);
    expect(path('W4', 'nowhere')).toBeUndefined();
    expect(path('W4', 'W4')).toBeUndefined();
    // What the plan lacks and the drawing shows is an end like any other.
    expect([...(path('W5', 'lost')?.items ?? [])].sort()).toEqual(['W5', 'lost']);
    const apart = buildPlanGraph(structure([['a'], ['b']]));
    const none = focusOf(apart, sampleSnapshot, { focus: 'path', item: 'a', to: 'b' });
    expect([none?.items.size, none?.edges.size]).toEqual([2, 0]);
  });

  it('follows the longest chain of open work from step to step', () => {
    const snapshot = {
      ...sampleSnapshot,
      answers: { ...sampleSnapshot.answers, criticalPath: ['W3', 'W4', 'W5'].map(itemId) },
    };
    const lit = focusOf(graph, snapshot, { focus: 'critical' });
    expect(lit?.count).toBe(3);
    // Another chain is as long: what stands on it cannot slip either.
    const items = snapshot.items.map((row) => ({
      ...row,
      ...((row.id === 'W1' || row.id === 'P1') && { slack: 0 }),
    }));
    const both = focusOf(graph, { ...snapshot, items }, { focus: 'critical' });
    expect([...(both?.own ?? [])].sort()).toEqual(['W1', 'W3', 'W4', 'W5']);
    expect(both?.edges.has(edgeKey('W3', 'W1'))).toBe(true);
    expect([...(lit?.edges ?? [])].sort()).toEqual([edgeKey('W4', 'W3'), edgeKey('W5', 'W4')]);
  });

  it('lights the counterexamples of a rule and ties only what stands in one of them', () => {
    const example = (...ids: string[]) => ({
      items: ids.map(itemId),
      reason: { code: 'item-ready' } as const,
    });
    const snapshot = {
      ...sampleSnapshot,
      invariants: [
        {
          id: invariantId('order'),
          title: 'Order',
          verdict: 'violated',
          reason: { code: 'item-ready' },
          counterexamples: [example('W1', 'W0'), example('W3', 'nobody')],
        } as const,
      ],
    };
    const lit = focusOf(graph, snapshot, { focus: 'why', rule: 'order' });
    expect([...(lit?.items ?? [])].sort()).toEqual(['P1', 'W0', 'W1', 'W3']);
    expect([...(lit?.edges ?? [])]).toEqual([edgeKey('W1', 'W0')]);
    expect(focusOf(graph, snapshot, { rule: 'other' })).toBeUndefined();
  });

  it('ends in a cycle', () => {
    const cycle = buildPlanGraph(
      structure(
        [['a'], ['b']],
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
      ),
    );
    const lit = focusOf(cycle, sampleSnapshot, { focus: 'upstream', item: 'a' });
    expect([...(lit?.items ?? [])].sort()).toEqual(['a', 'b']);
  });
});

describe('faces', () => {
  it('count the inside of a group through its items', () => {
    expect(nodeFaces(graph, sampleSnapshot).get('P1')?.inside).toEqual({
      complete: 2,
      total: 3,
      faulty: 1,
    });
  });

  it('are neutral before anything is judged', () => {
    const faces = nodeFaces(graph, undefined);
    expect(faces.get('W3')).toMatchObject({ state: undefined, tone: 'not-reached', pips: [] });
    expect(faces.get('lost')?.tone).toBe('unknown');
  });
});

describe('the filter', () => {
  const item = { id: 'W3', title: 'Tools and lifecycle', kind: 'wave', state: 'failed' } as const;

  it('wants every word, somewhere', () => {
    expect(itemFilter('tools W3', undefined)?.(item)).toBe(true);
    expect(itemFilter('tools W4', undefined)?.(item)).toBe(false);
  });

  it('wants one of the states, and lets nothing through that is not judged', () => {
    expect(itemFilter(undefined, ['failed', 'ready'])?.(item)).toBe(true);
    const { state: _, ...unjudged } = item;
    expect(itemFilter(undefined, ['failed'])?.(unjudged)).toBe(false);
  });

  it('wants one of the owners, and finds what nobody owns', () => {
    const owned = { ...item, owner: 'ana' };
    expect(itemFilter(undefined, undefined, ['ana'])?.(owned)).toBe(true);
    expect(itemFilter(undefined, undefined, ['ben', NOBODY])?.(owned)).toBe(false);
    expect(itemFilter(undefined, undefined, [NOBODY])?.(item)).toBe(true);
  });

  it('wants to stand inside one of the groups', () => {
    const within = inside(graph, ['P1']);
    expect(itemFilter(undefined, undefined, undefined, within)?.(item)).toBe(true);
    expect(itemFilter(undefined, undefined, undefined, within)?.({ ...item, id: 'W4' })).toBe(
      false,
    );
  });

  it('leads to the id that was typed before those that only mention it', () => {
    expect(bestFirst(['x w2', 'W21', 'W2'], 'w2 ')).toEqual(['W2', 'W21', 'x w2']);
  });

  it('is none when nothing is asked', () => {
    expect(itemFilter('  ', undefined)).toBeUndefined();
  });
});
