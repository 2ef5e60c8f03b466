import { formatEvent } from '../api/event-stream.ts';
import type { Changed, Hello } from '../api/generated/types.ts';

/** So many events can be repeated to a reader that was away. */
export const keptEvents = 1000;

/** One who listens; told whole events, in order. */
export type Listener = (text: string) => void;

/**
 * Numbers changes and tells them. Numbers only grow, one step an event, and begin anew with each
 * epoch, so that a reader who comes back learns whether it missed something.
 */
export interface EventHub {
  /** @param lastEventId what the reader saw last; repeats what came since, or says `resync` */
  readonly listen: (listener: Listener, lastEventId: string | undefined) => () => void;
  readonly tell: (change: Omit<Changed, 'sequence'>) => void;
  /** The list of projects is another one. */
  readonly tellProjects: () => void;
  readonly listeners: () => number;
  readonly sequence: () => number;
}

/** @param now milliseconds since the epoch of time */
export function eventHub(epoch: string, now: () => number): EventHub {
  const listeners = new Set<Listener>();
  const kept: { readonly sequence: number; readonly text: string }[] = [];
  let sequence = 0;
  const idOf = (number: number): string => `${epoch}:${number}`;
  const send = (type: string, data: (number: number) => unknown): void => {
    sequence += 1;
    const text = formatEvent(type, idOf(sequence), data(sequence));
    kept.push({ sequence, text });
    if (kept.length > keptEvents) kept.shift();
    for (const listener of [...listeners]) listener(text);
  };
  /** Its id is the one that the reader has: what is repeated behind it is not seen yet. */
  const hello = (seen: number): string => {
    const time = new Date(now()).toISOString();
    const data: Hello = { epoch, sequence, time };
    return formatEvent('hello', idOf(seen), data);
  };
  const seenBy = (lastEventId: string): number | undefined => {
    const [, itsEpoch, number] = /^(.+):(\d{1,15})$/.exec(lastEventId) ?? [];
    const seen = Number(number);
    const first = kept[0]?.sequence ?? sequence + 1;
    return itsEpoch === epoch && seen <= sequence && seen >= first - 1 ? seen : undefined;
  };
  const greeting = (lastEventId: string | undefined): readonly string[] => {
    if (lastEventId === undefined) return [hello(sequence)];
    const seen = seenBy(lastEventId);
    if (seen === undefined) return [hello(sequence), formatEvent('resync', idOf(sequence), {})];
    const missed = kept.filter((event) => event.sequence > seen);
    return [hello(seen), ...missed.map(({ text }) => text)];
  };
  return {
    listen: (listener, lastEventId) => {
      for (const text of greeting(lastEventId)) listener(text);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell: (change) => send('revision', (number): Changed => ({ sequence: number, ...change })),
    tellProjects: () => send('projects', (number) => ({ sequence: number })),
    listeners: () => listeners.size,
    sequence: () => sequence,
  };
}
