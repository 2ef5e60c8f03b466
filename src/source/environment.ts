/** What a source needs from the platform; tests put their own in. */
export interface SourceEnvironment {
  /** Absolute; page-relative addresses are resolved against it. */
  readonly baseUrl: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back once after `ms` milliseconds; the answer cancels. */
  readonly after: (ms: number, callback: () => void) => () => void;
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
}

/** The platform's own clock, chance and network. */
export function platformEnvironment(baseUrl: string): SourceEnvironment {
  return {
    baseUrl,
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  };
}

/** Resolves after `ms`, or at once when the signal aborts. */
export function pause(env: SourceEnvironment, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const finish = (): void => {
      cancel();
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = env.after(ms, finish);
    signal?.addEventListener('abort', finish);
  });
}
