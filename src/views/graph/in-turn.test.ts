import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atOnce, inTurn, stepsOf } from './in-turn.ts';

/** Three parts with two pauses between them. */
function* counting(done: number[]): Generator<void, string> {
  done.push(1);
  yield;
  done.push(2);
  yield;
  done.push(3);
  return 'all';
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('work in pieces', () => {
  it('does each in a task of its own, and tells what came of it with the last one', () => {
    const done: number[] = [];
    const told: string[] = [];
    inTurn(stepsOf(counting(done), (result) => told.push(result)));
    expect(done).toEqual([]);
    for (const sofar of [[1], [1, 2], [1, 2, 3]]) {
      expect(told).toEqual([]);
      vi.advanceTimersToNextTimer();
      expect(done).toEqual(sofar);
    }
    expect(told).toEqual(['all']);
    vi.runAllTimers();
    expect(told).toEqual(['all']);
  });

  it('ends where somebody ends it', () => {
    const done: number[] = [];
    const stop = inTurn(stepsOf(counting(done), () => undefined));
    vi.advanceTimersToNextTimer();
    stop();
    vi.runAllTimers();
    expect(done).toEqual([1]);
  });

  it('is the same without a pause', () => {
    const done: number[] = [];
    expect(atOnce(counting(done))).toBe('all');
    expect(done).toEqual([1, 2, 3]);
  });
});
