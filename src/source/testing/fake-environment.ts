import type { SourceEnvironment } from '../environment.ts';

/** A clock that moves only when told, and a network of prepared answers. */
export interface FakeEnvironment extends SourceEnvironment {
  readonly requests: string[];
  /** Waits that were asked for and neither cancelled nor reached, in milliseconds. */
  readonly pending: () => readonly number[];
  /** Moves the clock and lets what waits on it run. */
  readonly advance: (ms: number) => Promise<void>;
}

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

/** @param answer throws a `TypeError` for a network that fails */
export function fakeEnvironment(answer: Answer, random = 0): FakeEnvironment {
  let time = Date.parse('2026-06-01T00:00:00Z');
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const requests: string[] = [];
  return {
    baseUrl: 'https://app.example/wavegate/',
    requests,
    now: () => time,
    random: () => random,
    fetch: async (url, init) => {
      requests.push(url);
      return answer(url, init);
    },
    after: (ms, callback) => {
      const timer = { at: time + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pending: () => [...timers].map(({ at }) => at - time),
    advance: async (ms) => {
      time += ms;
      for (const timer of timers) {
        if (timer.at > time) continue;
        timers.delete(timer);
        timer.callback();
      }
      await settle();
    },
  };
}

/** Lets promises that are ready run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Answers by URL; a missing one is 404. */
export function site(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): Answer {
  return (url) => {
    const body = Object.hasOwn(files, url) ? files[url] : undefined;
    return body === undefined ? new Response('gone', { status: 404 }) : new Response(body);
  };
}
