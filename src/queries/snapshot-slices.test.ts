import { describe, expect, it } from 'vitest';
import type { PlanSnapshot } from '../derive/types.ts';
import { sampleSnapshot } from '../views/graph/testing/sample-plan.ts';
import type { DrawnRows, OpenRequest } from './session-types.ts';
import { gatherSnapshot, type SnapshotSlices, snapshotSlices } from './snapshot-slices.ts';

const request: OpenRequest = {
  source: { kind: 'static', url: 'bundles/' },
  project: 'waves',
  now: '2026-11-21T12:00:00Z',
};

const [item] = sampleSnapshot.items;
const large = {
  ...sampleSnapshot,
  items: Array.from({ length: 1_700 }, () => item).filter((row) => row !== undefined),
};

/** Counts what crosses, as clones. */
function watched(slices: SnapshotSlices): SnapshotSlices & { readonly sizes: number[] } {
  const sizes: number[] = [];
  return {
    sizes,
    snapshotHead: async (asked) => structuredClone(await slices.snapshotHead(asked)),
    snapshotRows: async (ticket) => {
      const rows = structuredClone(await slices.snapshotRows(ticket));
      sizes.push(Object.values(rows?.rows ?? {}).reduce((sum, list) => sum + list.length, 0));
      return rows;
    },
  };
}

describe('snapshotSlices', () => {
  it('brings the whole snapshot over in small messages', async () => {
    const engine = watched(snapshotSlices(async () => ({ ok: true, value: large })));
    expect(await gatherSnapshot(request, engine)).toEqual({ ok: true, value: large });
    expect(engine.sizes.length).toBeGreaterThan(4);
    expect(Math.max(...engine.sizes)).toBeLessThanOrEqual(1_000);
  });

  it('tells beforehand what a drawing shows, once, in the very lists of the snapshot', async () => {
    const value = {
      ...large,
      findings: Array.from({ length: 900 }, () => ({
        reason: { code: 'waiver-unused' as const },
        items: [],
      })),
    } satisfies PlanSnapshot;
    const engine = watched(snapshotSlices(async () => ({ ok: true, value })));
    const told: (readonly [DrawnRows, messages: number])[] = [];
    const opened = await gatherSnapshot(request, engine, (rows) => {
      told.push([rows, engine.sizes.length]);
    });
    const [[rows, messages] = []] = told;
    expect(told).toHaveLength(1);
    expect(messages).toBeLessThan(engine.sizes.length);
    expect(rows).toEqual({ items: large.items, edges: large.edges });
    expect(opened.ok && opened.value.items).toBe(rows?.items);
    expect(opened.ok && opened.value.edges).toBe(rows?.edges);
  });

  it('keeps two of them apart that are asked for at the same time', async () => {
    let turn = 0;
    const answers = [large, sampleSnapshot];
    const engine = snapshotSlices(async () => ({
      ok: true,
      value: answers[turn++] ?? sampleSnapshot,
    }));
    const both = await Promise.all([
      gatherSnapshot(request, engine),
      gatherSnapshot(request, engine),
    ]);
    expect(both).toEqual(answers.map((value) => ({ ok: true, value })));
  });

  it('hands on that there is none, and hands nothing out twice', async () => {
    const failed = { ok: false, error: { kind: 'bundle', problems: [] } } as const;
    expect(
      await gatherSnapshot(
        request,
        snapshotSlices(async () => failed),
      ),
    ).toEqual(failed);
    const engine = snapshotSlices(async () => ({ ok: true, value: sampleSnapshot }));
    await gatherSnapshot(request, engine);
    expect(await engine.snapshotRows(1)).toBeUndefined();
    expect(await engine.snapshotRows(99)).toBeUndefined();
  });
});
