import { describe, expect, it, vi } from 'vitest';
import { sceneOf } from './canvas-scene.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import { drawnEdges, edgeRows } from './drawn-edges.ts';
import { judgedDrawing, lookOf, plainEdges } from './judged-drawing.ts';
import { judgedSteps, plainScene } from './judged-scene.ts';
import { keptFor } from './kept-for.ts';
import { nodeFaces } from './node-face.ts';
import { planGraphOf } from './plan-graph.ts';
import { RouteTable } from './route-table.ts';
import { sampleSnapshot, sampleStructure } from './testing/sample-plan.ts';

const graph = planGraphOf(sampleStructure);

/** Every node in one place, every edge along one line. */
function anyLayout(): DrawingLayout {
  const routes = new RouteTable({
    offsets: Int32Array.from([0, 2]),
    points: Float64Array.from([0, 0, 9, 0]),
  });
  for (const { key } of graph.edges) routes.add(key, 0);
  const box = { x: 0, y: 0, width: 10, height: 10 };
  const ids = [...graph.items.map(({ id }) => id), ...graph.ghosts];
  const boxes = new Map(ids.map((id) => [id, box]));
  return { direction: 'right', left: 0, top: 0, width: 10, height: 10, boxes, routes };
}

describe('a drawing that shows new verdicts before the page is rendered', () => {
  const nothingRead = {
    selected: undefined,
    matching: undefined,
    focus: undefined,
    marks: undefined,
  };

  it('is what the page draws of the same verdicts', () => {
    const plan = { graph, shown: graph, layout: anyLayout(), allEdges: false };
    const ahead = judgedDrawing(plan, sampleSnapshot);
    expect(ahead.faces).toEqual(nodeFaces(graph, sampleSnapshot));
    expect(ahead.edges).toEqual(
      drawnEdges(graph, plan.layout, edgeRows(sampleSnapshot), { all: false, focus: undefined }),
    );
  });

  it('is made once: the page finds the very same scene, and paints nothing again', () => {
    const plan = { graph, shown: graph, layout: anyLayout(), allEdges: true };
    for (const rows of [undefined, sampleSnapshot]) {
      for (const step of judgedSteps(plan, rows, 'W1')) step();
      const ahead = plainScene(plan, rows, 'W1');
      const { faces, rows: edgesOfPage } = lookOf(rows, graph, undefined);
      const edges = plainEdges(edgesOfPage, graph, plan.layout, true);
      const read = { ...nothingRead, selected: 'W1' };
      expect(sceneOf(plan.layout, faces, edges, read)).toBe(ahead);
    }
  });

  it('is unjudged as long as nothing is', () => {
    const plan = { graph, shown: graph, layout: anyLayout(), allEdges: false };
    const { faces, edges } = judgedDrawing(plan, undefined);
    expect(faces).toEqual(nodeFaces(graph, undefined));
    const all = { all: false, focus: undefined };
    expect(edges).toEqual(drawnEdges(graph, plan.layout, edgeRows(undefined), all));
  });

  it('is another one for other verdicts, another layout or another choice', () => {
    const plan = { graph, shown: graph, layout: anyLayout(), allEdges: true };
    const sceneFor = (of: typeof plan, rows = sampleSnapshot, selected?: string) =>
      plainScene(of, rows, selected);
    const scenes = [
      sceneFor(plan),
      sceneFor(plan, { ...sampleSnapshot, items: [...sampleSnapshot.items] }),
      sceneFor({ ...plan, layout: anyLayout() }),
      sceneFor(plan, sampleSnapshot, graph.items[0]?.id),
    ];
    expect(new Set(scenes).size).toBe(scenes.length);
  });
});

describe('keptFor', () => {
  it('makes anew what was not asked for last', () => {
    const make = vi.fn((key: object, by: number) => ({ key, by }));
    const kept = keptFor(make);
    const key = {};
    expect(kept(key, 1)).toBe(kept(key, 1));
    expect(kept(key, 2)).toEqual({ key, by: 2 });
    expect(kept({}, 2)).toEqual({ key: {}, by: 2 });
    expect(kept(key, 1)).toEqual({ key, by: 1 });
    expect(make).toHaveBeenCalledTimes(4);
  });
});
