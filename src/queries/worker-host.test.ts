import { describe, expect, it } from 'vitest';
import { FakeWorker } from './testing/fake-worker.ts';
import { workerHost } from './worker-host.ts';

interface Api {
  add(a: number, b: number): number;
  wait(): Promise<never>;
  fail(): never;
  configure(name: string): void;
}

function api(names: string[] = []): Api {
  return {
    add: (a, b) => a + b,
    wait: () => new Promise<never>(() => undefined),
    fail: () => {
      throw new RangeError('too far');
    },
    configure: (name) => {
      names.push(name);
    },
  };
}

describe('workerHost', () => {
  it('starts the worker with the first call, tells it what it needs, and keeps it', async () => {
    const names: string[] = [];
    const workers: FakeWorker[] = [];
    const host = workerHost<Api>(
      () => {
        const worker = new FakeWorker(api(names));
        workers.push(worker);
        return worker;
      },
      (remote) => remote.configure('base'),
    );
    expect(workers).toHaveLength(0);
    expect(await host.call((remote) => remote.add(1, 2))).toBe(3);
    expect(await host.call((remote) => remote.add(3, 4))).toBe(7);
    expect(workers).toHaveLength(1);
    expect(names).toEqual(['base']);
    host.stop();
  });

  it('passes on what the work itself throws', async () => {
    const host = workerHost<Api>(() => new FakeWorker(api()));
    await expect(host.call((remote) => remote.fail())).rejects.toThrow('too far');
    host.stop();
  });

  it('rejects everything under way when the worker breaks down, and starts anew', async () => {
    const workers: FakeWorker[] = [];
    const host = workerHost<Api>(() => {
      const worker = new FakeWorker(api());
      workers.push(worker);
      return worker;
    });
    const waiting = host.call((remote) => remote.wait());
    workers[0]?.breakDown('out of memory');
    await expect(waiting).rejects.toMatchObject({
      name: 'WorkerError',
      reason: 'crashed',
      message: 'out of memory',
    });
    expect(workers[0]?.terminated).toBe(true);
    expect(await host.call((remote) => remote.add(1, 1))).toBe(2);
    expect(workers).toHaveLength(2);
    host.stop();
  });

  it('rejects as stopped when it is stopped', async () => {
    const host = workerHost<Api>(() => new FakeWorker(api()));
    const waiting = host.call((remote) => remote.wait());
    host.stop();
    await expect(waiting).rejects.toMatchObject({ reason: 'stopped' });
  });

  it('says that there are no workers', async () => {
    const host = workerHost<Api>(() => {
      throw new ReferenceError('Worker is not defined');
    });
    await expect(host.call((remote) => remote.add(1, 1))).rejects.toMatchObject({
      reason: 'unavailable',
    });
  });
});
