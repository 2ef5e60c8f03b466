import { type Remote, releaseProxy, wrap } from 'comlink';

/** Why the engine's thread is gone. The page says that the engine stopped and offers to reload. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly reason: 'unavailable' | 'crashed' | 'stopped';

  constructor(reason: 'unavailable' | 'crashed' | 'stopped', detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** A worker that is started when it is first needed, and anew after it has broken down. */
export interface WorkerHost<T> {
  /** Calls into the worker. Rejects with {@link WorkerError} when it breaks down meanwhile. */
  readonly call: <R>(use: (remote: Remote<T>) => R) => Promise<Awaited<R>>;
  /** Ends the worker; calls under way reject as `stopped`. */
  readonly stop: () => void;
}

interface Running<T> {
  readonly remote: Remote<T>;
  readonly broken: Promise<never>;
  readonly end: (error: WorkerError) => void;
}

/**
 * @param start makes the worker; throws where there are none
 * @param ready first call to every new worker, for example to tell it where the page lies
 */
export function workerHost<T>(
  start: () => Worker,
  ready?: (remote: Remote<T>) => Promise<unknown>,
): WorkerHost<T> {
  let running: Running<T> | undefined;
  const ensure = (): Running<T> => {
    running ??= begin(start, ready, () => {
      running = undefined;
    });
    return running;
  };
  return {
    call: async <R>(use: (remote: Remote<T>) => R): Promise<Awaited<R>> => {
      const { remote, broken } = ensure();
      return await Promise.race([use(remote), broken]);
    },
    stop: () => running?.end(new WorkerError('stopped', 'The work was cancelled.')),
  };
}

function begin<T>(
  start: () => Worker,
  ready: ((remote: Remote<T>) => Promise<unknown>) | undefined,
  forget: () => void,
): Running<T> {
  let worker: Worker;
  try {
    worker = start();
  } catch (cause) {
    throw new WorkerError('unavailable', cause instanceof Error ? cause.message : String(cause));
  }
  const remote = wrap<T>(worker);
  let reject: (error: WorkerError) => void = () => undefined;
  const broken = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Nobody may be waiting when it breaks.
  broken.catch(() => undefined);
  const end = (error: WorkerError): void => {
    forget();
    reject(error);
    remote[releaseProxy]();
    worker.terminate();
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(new WorkerError('crashed', event.message || 'The script of the worker did not load.'));
  });
  worker.addEventListener('messageerror', () => {
    end(new WorkerError('crashed', 'An answer of the worker could not be read.'));
  });
  ready?.(remote).catch(() => undefined);
  return { remote, broken, end };
}
