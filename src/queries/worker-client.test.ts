import { afterEach, describe, expect, it, vi } from 'vitest';
import { faultFiles } from '../../mocks/faults/fault-bundles.ts';
import { packStructure } from './packed-structure.ts';
import { FakeWorker } from './testing/fake-worker.ts';
import { createWorkerSession } from './worker-api.ts';
import { connectSession } from './worker-client.ts';

const asked = {
  source: { kind: 'static', url: 'fixtures/' },
  project: 'healthy',
  now: '2026-06-02T00:00:00Z',
} as const;

afterEach(() => vi.unstubAllGlobals());

describe('connectSession', () => {
  it('answers from the worker, with addresses relative to the page', async () => {
    const files = faultFiles();
    const root = new URL('fixtures/', document.baseURI).href;
    vi.stubGlobal('fetch', async (url: string) => {
      const text = url.startsWith(root) ? files.get(url.slice(root.length)) : undefined;
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    });
    const workers: FakeWorker[] = [];
    vi.stubGlobal(
      'Worker',
      class extends FakeWorker {
        constructor() {
          super(createWorkerSession());
          workers.push(this);
        }
      },
    );
    const session = connectSession();
    expect(workers, 'nothing was asked yet').toHaveLength(0);
    const listed = await session.listProjects(asked.source);
    expect(listed).toMatchObject({ ok: true });
    const snapshot = await session.snapshot(asked);
    expect(snapshot).toMatchObject({ ok: true, value: { gates: [{ verdict: 'passed' }] } });
    expect(await session.structure({ ...asked, project: 'nobody' })).toMatchObject({
      ok: false,
      error: { kind: 'source', error: { code: 'not-found' } },
    });
    const { port1, port2 } = new MessageChannel();
    const sent = new Promise((resolve) => {
      port1.onmessage = ({ data }) => resolve(data);
    });
    await session.structureTo?.(asked, port2);
    const structure = await session.structure(asked);
    expect(structure).toMatchObject({ ok: true });
    const packed = structure.ok && packStructure(structure.value);
    expect(JSON.stringify(await sent)).toBe(JSON.stringify(packed));
    port1.close();
    expect(await session.itemDetail(asked, 'A')).toMatchObject({ row: { state: 'complete' } });
    expect(await session.gateDetail(asked, 'gate-A')).toBeDefined();
    expect(await session.evidencePage(asked, { offset: 0, limit: 5 })).toMatchObject({ total: 2 });
    expect(await session.evidenceDetail(asked, 'unit')).toBeDefined();
    expect(await session.evidenceContent(asked, 'unit')).toMatchObject({ digest: 'match' });
    expect(await session.metricPicture(asked, 'none', {}, 10)).toBeUndefined();
    expect(await session.content(asked)).toMatchObject({ documents: [] });
    expect(await session.problems(asked, 0, 10)).toMatchObject({ total: 0 });
    expect(workers).toHaveLength(1);
    workers[0]?.terminate();
  });

  it('says that the browser has no workers', async () => {
    vi.stubGlobal('Worker', undefined);
    await expect(connectSession().snapshot(asked)).rejects.toMatchObject({
      name: 'WorkerError',
      reason: 'unavailable',
    });
  });
});
