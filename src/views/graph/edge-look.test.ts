import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../derive/layout/layout.ts';
import { drawnEdges, edgeRows } from './drawn-edges.ts';
import { edgePaths } from './edge-geometry.ts';
import { edgeLooks, edgeStandings } from './edge-look.ts';
import { numberPlan, placePlan } from './layout-input.ts';
import { buildPlanGraph, edgeKey } from './plan-graph.ts';
import { sampleSnapshot, sampleStructure } from './testing/sample-plan.ts';

describe('the look of edges', () => {
  it('differs in shape between all standings, so that it reads without colour', () => {
    const judged = edgeStandings.filter((standing) => standing !== 'unjudged');
    const shapes = judged.map((standing) => {
      const { dash, head } = edgeLooks[standing];
      return JSON.stringify([dash, head]);
    });
    expect(new Set(shapes).size).toBe(judged.length);
  });

  it('tells what blocks from afar too, where heads cannot be seen', () => {
    const others = edgeStandings.filter((standing) => !standing.endsWith('blocking'));
    for (const standing of others) {
      expect(edgeLooks.blocking.far).toBeGreaterThan(edgeLooks[standing].far);
    }
    const { satisfied, waiting } = edgeLooks;
    expect(satisfied.dash.length === 0).not.toBe(waiting.dash.length === 0);
  });

  it('keeps the fault colour for what blocks', () => {
    const red = edgeStandings.filter((standing) => edgeLooks[standing].tone === 'failed');
    expect(red).toEqual(['blocking', 'supposed-blocking']);
  });

  it('ends the line at the base of a filled head and the head at the tip', () => {
    const route = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    const right = edgePaths(route, 'large', 'right');
    expect(right?.line).toBe('M0 0L92 0');
    expect(right?.head).toBe('M90 -5L100 0L90 5Z');
    const turned = route.map(({ x, y }) => ({ x: y, y: x }));
    expect(edgePaths(turned, 'large', 'down')?.line).toBe('M0 0L0 92');
    expect(edgePaths([{ x: 0, y: 0 }], 'large', 'right')).toBeUndefined();
  });
});

describe('the edges drawn', () => {
  const graph = buildPlanGraph(sampleStructure);
  const plan = numberPlan(graph, 'right');
  const layout = placePlan(plan, layoutGraph(plan.input));
  const rows = edgeRows(sampleSnapshot);

  it('take their standing from the snapshot and are unjudged without one', () => {
    const standing = new Map(
      drawnEdges(graph, layout, rows, { all: true, focus: undefined }).map((one) => [
        one.key,
        one.standing,
      ]),
    );
    expect(standing.get(edgeKey('W4', 'W3'))).toBe('blocking');
    expect(standing.get(edgeKey('W5', 'W4'))).toBe('waiting');
    expect(standing.get(edgeKey('W1', 'W0'))).toBe('satisfied');
    expect(standing.get(edgeKey('W5', 'W0'))).toBe('optional');
    const early = drawnEdges(graph, layout, new Map(), { all: true, focus: undefined });
    expect(new Set(early.map((one) => one.standing))).toEqual(new Set(['unjudged']));
  });

  it('leave out what follows from others until it is asked for', () => {
    const keys = (all: boolean): readonly string[] =>
      drawnEdges(graph, layout, rows, { all, focus: undefined }).map((one) => one.key);
    expect(keys(false)).not.toContain(edgeKey('W3', 'W0'));
    expect(keys(true)).toContain(edgeKey('W3', 'W0'));
    expect(keys(true)).toHaveLength(7);
  });

  it('fade with a filter unless one of their ends matches', () => {
    const matching = new Set(['W4']);
    const drawn = drawnEdges(graph, layout, rows, { all: true, focus: undefined, matching });
    const lit = drawn.filter((one) => !one.isFaded).map((one) => one.key);
    expect(lit.sort()).toEqual([edgeKey('W4', 'W3'), edgeKey('W5', 'W4')].sort());
  });

  it('paint what blocks last', () => {
    const drawn = drawnEdges(graph, layout, rows, { all: true, focus: undefined });
    expect(drawn.at(-1)?.standing).toBe('blocking');
  });
});
