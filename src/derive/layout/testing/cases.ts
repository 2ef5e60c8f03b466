import fc from 'fast-check';
import type { LayoutInput, LayoutResult } from '../types.ts';

export interface Case {
  readonly sizes: readonly (readonly [number, number])[];
  readonly group: readonly number[];
  readonly edges: readonly (readonly [number, number])[];
  readonly parents: readonly number[];
  readonly direction: 'right' | 'down';
}

export function inputOf(own: Case, previous?: LayoutInput['previous']): LayoutInput {
  return {
    nodes: {
      width: Float64Array.from(own.sizes, ([width]) => width),
      height: Float64Array.from(own.sizes, ([, height]) => height),
      group: Int32Array.from(own.group),
    },
    edges: {
      from: Int32Array.from(own.edges, ([from]) => from),
      to: Int32Array.from(own.edges, ([, to]) => to),
    },
    groups: { parent: Int32Array.from(own.parents) },
    direction: own.direction,
    ...(previous === undefined ? {} : { previous }),
  };
}

export function plain(
  nodes: number,
  edges: Case['edges'],
  direction: Case['direction'] = 'right',
): LayoutInput {
  return inputOf({
    sizes: Array.from({ length: nodes }, () => [100, 40]),
    group: Array.from({ length: nodes }, () => -1),
    edges,
    parents: [],
    direction,
  });
}

/** Graphs with groups, cycles, loops and double edges. */
export const cases: fc.Arbitrary<Case> = fc
  .record({ nodes: fc.integer({ min: 0, max: 24 }), groups: fc.integer({ min: 0, max: 5 }) })
  .chain(({ nodes, groups }) =>
    fc.record({
      sizes: fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 80 })), {
        minLength: nodes,
        maxLength: nodes,
      }),
      group: fc.array(fc.integer({ min: -1, max: groups - 1 }), {
        minLength: nodes,
        maxLength: nodes,
      }),
      edges:
        nodes === 0
          ? fc.constant([])
          : fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 50 }),
      // A group is held by one with a smaller number, so no ring can occur.
      parents: fc.tuple(
        ...Array.from({ length: groups }, (_, at) => fc.integer({ min: -1, max: at - 1 })),
      ),
      direction: fc.constantFrom('right' as const, 'down' as const),
    }),
  );

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

export function nodeBox(input: LayoutInput, result: LayoutResult, node: number): Rectangle {
  const x = result.x[node] ?? Number.NaN;
  const y = result.y[node] ?? Number.NaN;
  const width = input.nodes.width[node] ?? Number.NaN;
  const height = input.nodes.height[node] ?? Number.NaN;
  return { x, y, right: x + width, bottom: y + height };
}

export function groupBox(result: LayoutResult, group: number): Rectangle {
  const x = result.groups.x[group] ?? Number.NaN;
  const y = result.groups.y[group] ?? Number.NaN;
  return {
    x,
    y,
    right: x + (result.groups.width[group] ?? Number.NaN),
    bottom: y + (result.groups.height[group] ?? Number.NaN),
  };
}

export const NEAR = 1e-6;

export function overlap(a: Rectangle, b: Rectangle): boolean {
  return (
    a.x < b.right - NEAR && b.x < a.right - NEAR && a.y < b.bottom - NEAR && b.y < a.bottom - NEAR
  );
}

export function inside(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.x >= outer.x - NEAR &&
    inner.y >= outer.y - NEAR &&
    inner.right <= outer.right + NEAR &&
    inner.bottom <= outer.bottom + NEAR
  );
}

export function holds(own: Case, outer: number, group: number): boolean {
  let at = group;
  while (at >= 0) {
    if (at === outer) return true;
    at = own.parents[at] ?? -1;
  }
  return false;
}

/** What is wrong with a layout as it stands: overlaps, and what is not inside what holds it. */
export function faults(own: Case, input: LayoutInput, result: LayoutResult): readonly string[] {
  const found: string[] = [];
  const all = {
    x: result.left,
    y: result.top,
    right: result.left + result.width,
    bottom: result.top + result.height,
  };
  const boxes = own.sizes.map((_, node) => nodeBox(input, result, node));
  for (const [at, box] of boxes.entries()) {
    if (!inside(box, all)) found.push(`node ${at} is outside the drawing`);
    for (let other = 0; other < at; other += 1) {
      const before = boxes[other];
      if (before && overlap(box, before)) found.push(`nodes ${other} and ${at} overlap`);
    }
  }
  for (const [group, parent] of own.parents.entries()) {
    const box = groupBox(result, group);
    if (!inside(box, parent < 0 ? all : groupBox(result, parent))) {
      found.push(`group ${group} is outside its holder`);
    }
    for (const other of own.parents.keys()) {
      if (holds(own, other, group) || holds(own, group, other)) continue;
      if (overlap(box, groupBox(result, other))) found.push(`groups ${group} and ${other} overlap`);
    }
    for (const [node, of] of own.group.entries()) {
      const at = nodeBox(input, result, node);
      const belongs = holds(own, group, of);
      if (belongs && !inside(at, box)) found.push(`node ${node} is outside group ${group}`);
      if (!belongs && overlap(at, box)) found.push(`node ${node} is inside group ${group}`);
    }
  }
  return found;
}
