import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../derive/layout/layout.ts';
import type { LayoutInput } from '../derive/layout/types.ts';
import {
  connectLayout,
  type DraftLook,
  layoutDraftQuery,
  layoutProgressQuery,
  layoutQuery,
} from './layout.ts';
import { DRAFT_FROM, layoutKey } from './layout-key.ts';
import { FakeWorker } from './testing/fake-worker.ts';

function chain(count: number, direction: LayoutInput['direction'] = 'right'): LayoutInput {
  return {
    nodes: {
      width: new Float64Array(count).fill(100),
      height: new Float64Array(count).fill(40),
    },
    edges: {
      from: Int32Array.from({ length: count - 1 }, (_, n) => n),
      to: Int32Array.from({ length: count - 1 }, (_, n) => n + 1),
    },
    direction,
  };
}

describe('connectLayout', () => {
  it('arranges in a worker, and uses it again', async () => {
    const workers: FakeWorker[] = [];
    const engine = connectLayout(() => {
      const worker = new FakeWorker({ layout: (input: LayoutInput) => layoutGraph(input) });
      workers.push(worker);
      return worker;
    });
    const { signal } = new AbortController();
    const result = await engine.layout(chain(3), signal);
    expect([...result.x]).toEqual([...layoutGraph(chain(3)).x]);
    await engine.layout(chain(4), signal);
    expect(workers).toHaveLength(1);
    await Promise.all([engine.layout(chain(5), signal), engine.layout(chain(6), signal)]);
    expect(workers).toHaveLength(2);
    expect(workers.filter(({ terminated }) => terminated)).toHaveLength(1);
    for (const worker of workers) worker.terminate();
  });

  it('ends the worker when nobody waits any longer', async () => {
    const worker = new FakeWorker({ layout: () => new Promise(() => undefined) });
    const engine = connectLayout(() => worker);
    const controller = new AbortController();
    const waiting = engine.layout(chain(3), controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ reason: 'stopped' });
    expect(worker.terminated).toBe(true);
    await expect(engine.layout(chain(3), controller.signal)).rejects.toThrow();
  });
});

/** Answers at once, and says how far it is. */
function sayingWorker(): FakeWorker {
  const worker: FakeWorker = new FakeWorker({
    layout: (input: LayoutInput) => {
      const progress = { layoutProgress: 0.5 };
      if (input.draft !== true)
        worker.dispatchEvent(new MessageEvent('message', { data: progress }));
      return layoutGraph(input);
    },
  });
  return worker;
}

describe('what there is to see before a layout is done', () => {
  const told = async (input: LayoutInput) => {
    const worker = sayingWorker();
    const seen: unknown[] = [];
    await connectLayout(() => worker).layout(input, new AbortController().signal, {
      onDraft: (draft) => seen.push(['draft', draft.result.x.length]),
      onProgress: (share) => seen.push(share),
    });
    worker.terminate();
    return seen;
  };

  it('is a draft of a large plan, and the share that is done', async () => {
    const seen = await told(chain(DRAFT_FROM));
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(expect.arrayContaining([['draft', DRAFT_FROM], 0.5]));
  });

  it('comes with its picture, where somebody has said in time how it is to look', async () => {
    const look: DraftLook = {
      width: 30,
      height: 20,
      ratio: 1,
      colours: { group: 'red', rim: 'red', edge: 'red', node: 'red' },
    };
    const asked: unknown[] = [];
    const worker = new FakeWorker({
      layout: (input: LayoutInput) => layoutGraph(input),
      picture: (of: DraftLook) => {
        asked.push(of);
        return 'a picture';
      },
    });
    const engine = connectLayout(() => worker);
    engine.paintFor?.(look);
    const seen: unknown[] = [];
    const layOut = () =>
      engine.layout(chain(DRAFT_FROM), new AbortController().signal, {
        onDraft: ({ picture }) => seen.push(picture),
        onProgress: () => undefined,
      });
    const first = layOut();
    engine.paintFor?.(look);
    await first;
    await layOut();
    engine.paintFor?.(look);
    worker.terminate();
    expect(seen).toEqual([{ look, bitmap: 'a picture' }, undefined]);
    expect(asked).toEqual([look]);
  });

  it('is no draft of a small plan, nor where the drawing before is kept', async () => {
    expect(await told(chain(3))).toEqual([0.5]);
    const known = layoutGraph(chain(DRAFT_FROM));
    expect(await told({ ...chain(DRAFT_FROM), previous: known })).toEqual([0.5]);
  });

  it('is found in the cache by whoever draws', async () => {
    const client = new QueryClient();
    const worker = sayingWorker();
    const input = chain(DRAFT_FROM);
    const result = await client.fetchQuery(
      layoutQuery(
        connectLayout(() => worker),
        input,
      ),
    );
    expect(client.getQueryData(layoutDraftQuery(input).queryKey)?.result.x).toHaveLength(
      DRAFT_FROM,
    );
    expect(client.getQueryData(layoutProgressQuery(input).queryKey)).toBe(0.5);
    expect(result.x).toHaveLength(DRAFT_FROM);
    worker.terminate();
    client.clear();
  });
});

describe('layoutKey', () => {
  it('is the same for the same structure, wherever the nodes were', () => {
    const previous = { x: new Float64Array(3), y: new Float64Array(3) };
    expect(layoutKey({ ...chain(3), previous })).toBe(layoutKey(chain(3)));
  });

  it('differs by every part of the structure', () => {
    const base = chain(4);
    const wider = new Float64Array(4).fill(101);
    const variants: LayoutInput[] = [
      base,
      chain(5),
      chain(4, 'down'),
      { ...base, nodes: { ...base.nodes, width: wider } },
      { ...base, nodes: { ...base.nodes, height: wider } },
      { ...base, nodes: { ...base.nodes, group: Int32Array.of(0, 0, -1, -1) } },
      { ...base, edges: { from: base.edges.to, to: base.edges.from } },
      { ...base, groups: { parent: Int32Array.of(-1) } },
      { ...base, spacing: { layer: 80 } },
      { ...base, spacing: { node: 80 } },
    ];
    expect(new Set(variants.map(layoutKey)).size).toBe(variants.length);
  });
});
