import { formatEvent } from '../../src/api/event-stream.ts';

/** How one answer of a server goes wrong; the same for the mocks and for a server that misbehaves. */
export type Behaviour =
  /** The proper answer, after a while. Milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** No answer: the connection is closed before a header came. */
  | { readonly kind: 'refuse' }
  /** Announces everything and breaks off after so many bytes. */
  | { readonly kind: 'cut-off'; readonly after: number }
  /** Sends so many bytes and then nothing more, without an end. */
  | { readonly kind: 'stall'; readonly after: number }
  /** Says that it is complete and is not: the end is lacking, and the length says so. */
  | { readonly kind: 'short'; readonly after: number }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly type?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The proper answer with another text in it. */
  | { readonly kind: 'edit'; readonly change: (text: string) => string }
  /** The proper headers over other bytes of the same length. */
  | { readonly kind: 'garble' }
  /** Nothing changed, though nobody asked, or though it did. */
  | { readonly kind: 'stale-304'; readonly etag?: string };

/** What a stream of events sends, piece by piece; then it ends, unless it stalls. */
export interface StreamScript {
  readonly pieces: readonly string[];
  readonly end: 'close' | 'break' | 'stall';
}

/** What goes wrong. The first fault that fits a request counts. */
export interface FaultPlan {
  readonly rules: readonly {
    /** Against the path, relative to the root, with its query. */
    readonly path: RegExp;
    /** Only so many times; then the server is well. */
    readonly times?: number;
    readonly behaviour: Behaviour;
  }[];
  /** Scripts for the first streams; later ones are proper. */
  readonly streams?: readonly StreamScript[];
}

export const noFaults: FaultPlan = { rules: [] };

export const htmlPage = '<!doctype html><title>Some application</title><div id="root"></div>\n';

/** Keeps count of what was already done to whom. */
export interface FaultDesk {
  readonly set: (plan: FaultPlan) => void;
  readonly behaviourFor: (path: string) => Behaviour | undefined;
  readonly nextStream: () => StreamScript | undefined;
}

export function faultDesk(): FaultDesk {
  let plan = noFaults;
  let counts: number[] = [];
  let streams = 0;
  return {
    set: (next) => {
      plan = next;
      counts = next.rules.map(() => 0);
      streams = 0;
    },
    behaviourFor: (path) => {
      for (const [at, rule] of plan.rules.entries()) {
        const count = counts[at] ?? 0;
        if (!rule.path.test(path) || count >= (rule.times ?? Number.POSITIVE_INFINITY)) continue;
        counts[at] = count + 1;
        return rule.behaviour;
      }
      return undefined;
    },
    nextStream: () => {
      const script = plan.streams?.[streams];
      streams += 1;
      return script;
    },
  };
}

/** Pieces of streams. */
export const hello = (sequence: number, epoch = 'e1', time = '2026-06-02T00:00:00Z'): string =>
  formatEvent('hello', `${epoch}:${sequence}`, { epoch, sequence, time });
export const change = (
  sequence: number,
  revision: string,
  kind: 'added' | 'changed' | 'removed' = 'added',
  epoch = 'e1',
): string =>
  formatEvent('revision', `${epoch}:${sequence}`, { sequence, project: 'plan', revision, kind });
