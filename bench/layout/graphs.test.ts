import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../src/derive/layout/layout.ts';
import { changedGraph, flatGraph, phasedGraph } from './graphs.ts';

describe('the graphs that are laid out', () => {
  it('have two edges a node, and phases of a hundred nodes', () => {
    expect(flatGraph(500).edges.from).toHaveLength(1_000);
    const phased = phasedGraph(500);
    expect(phased.edges.from).toHaveLength(1_000);
    expect(phased.groups?.parent).toHaveLength(5);
    const sizes = [0, 0, 0, 0, 0];
    for (const group of phased.nodes.group ?? []) sizes[group] = (sizes[group] ?? 0) + 1;
    expect(sizes).toEqual([100, 100, 100, 100, 100]);
  });

  it('can be drawn without turning an edge round', () => {
    for (const graph of [flatGraph(300), phasedGraph(300), changedGraph(flatGraph(300))]) {
      expect(layoutGraph(graph).reversed).not.toContain(1);
    }
  });

  it('change a little: ten nodes come with two edges each, ten edges or fewer go', () => {
    const before = flatGraph(300);
    const after = changedGraph(before);
    expect(after.nodes.width).toHaveLength(310);
    const growth = after.edges.from.length - before.edges.from.length;
    expect(growth).toBeGreaterThanOrEqual(10);
    expect(growth).toBeLessThan(20);
  });
});
