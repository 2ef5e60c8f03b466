import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layoutGraph } from './layout.ts';

const folder = resolve('../shared/inputs/wfinstances');

interface Graph {
  readonly name: string;
  readonly nodes: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function graphIn(file: string): Graph {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const tasks = member(member(member(parsed, 'workflow'), 'specification'), 'tasks');
  const list: readonly unknown[] = Array.isArray(tasks) ? tasks : [];
  const numbers = new Map(list.map((task, at) => [member(task, 'id'), at]));
  const from: number[] = [];
  const to: number[] = [];
  for (const [at, task] of list.entries()) {
    const children = member(task, 'children');
    for (const child of Array.isArray(children) ? children : []) {
      from.push(at);
      to.push(numbers.get(child) ?? at);
    }
  }
  return { name: file, nodes: list.length, from, to };
}

function graphs(): readonly Graph[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => graphIn(join(folder, name)));
}

// The inputs belong to nobody's checkout: where they are absent, generated graphs have to do.
describe.skipIf(!existsSync(folder))('real workflows', () => {
  it('are laid out forward and without overlaps', () => {
    const all = graphs();
    expect(all.map(({ nodes, from }) => `${nodes}/${from.length}`).sort()).toEqual(
      [
        '10/16',
        '26/50',
        '41/48',
        '43/120',
        '52/76',
        '58/114',
        '103/231',
        '104/400',
        '197/451',
        '219/325',
      ].sort(),
    );
    for (const { nodes, from, to, name } of all) {
      const { x, y, reversed } = layoutGraph({
        nodes: {
          width: new Float64Array(nodes).fill(160),
          height: new Float64Array(nodes).fill(48),
        },
        edges: { from: Int32Array.from(from), to: Int32Array.from(to) },
        direction: 'right',
      });
      expect(
        reversed.every((mark) => mark === 0),
        name,
      ).toBe(true);
      for (const [edge, node] of from.entries()) {
        expect(x[to[edge] ?? 0]).toBeGreaterThan((x[node] ?? 0) + 160);
      }
      for (let a = 0; a < nodes; a += 1) {
        for (let b = 0; b < a; b += 1) {
          const apart =
            Math.abs((x[a] ?? 0) - (x[b] ?? 0)) >= 160 ||
            Math.abs((y[a] ?? 0) - (y[b] ?? 0)) >= 48 - 1e-6;
          if (!apart) throw new Error(`${name}: ${a} and ${b} overlap`);
        }
      }
    }
  });
});
