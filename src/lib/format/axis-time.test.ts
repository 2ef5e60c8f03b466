import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoment, formatTick, timeTicks } from './axis-time.ts';

const at = (text: string): number => Date.parse(text);

describe('timeTicks', () => {
  it('stand at round times of UTC', () => {
    const iso = (from: string, to: string, most: number) =>
      timeTicks(at(from), at(to), most).at.map((time) => new Date(time).toISOString());
    expect(iso('2026-11-20T03:10:00Z', '2026-11-20T09:00:00Z', 6)).toEqual(
      [4, 5, 6, 7, 8, 9].map((hour) => `2026-11-20T0${hour}:00:00.000Z`),
    );
    // Mondays.
    expect(iso('2026-10-28T00:00:00Z', '2026-11-20T00:00:00Z', 4)).toEqual([
      '2026-11-02T00:00:00.000Z',
      '2026-11-09T00:00:00.000Z',
      '2026-11-16T00:00:00.000Z',
    ]);
    expect(iso('2025-11-20T00:00:00Z', '2026-12-20T00:00:00Z', 5)).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-04-01T00:00:00.000Z',
      '2026-07-01T00:00:00.000Z',
      '2026-10-01T00:00:00.000Z',
    ]);
  });

  it('are few, in order, inside the span', () => {
    const time = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(
        time,
        fc.integer({ min: 1, max: 2e12 }),
        fc.integer({ min: 2, max: 12 }),
        (from, span, most) => {
          const ticks = timeTicks(from, from + span, most).at;
          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(from);
            expect(tick).toBeLessThanOrEqual(from + span);
          }
        },
      ),
    );
    expect(timeTicks(5, 5, 4).at).toEqual([5]);
  });
});

describe('formatTick', () => {
  it.each([
    ['2026-11-20T14:05:00Z', 3_600_000, '14:05'],
    ['2026-11-20T00:00:00Z', 3_600_000, '20 Nov'],
    ['2026-11-20T14:05:09Z', 1000, '14:05:09'],
    ['2026-11-02T00:00:00Z', 7 * 86_400_000, '2 Nov'],
    ['2026-10-01T00:00:00Z', 90 * 86_400_000, 'Oct 2026'],
    ['2026-01-01T00:00:00Z', 366 * 86_400_000, '2026'],
  ])('%s at steps of %i ms', (time, step, text) => {
    expect(formatTick(at(time), step)).toBe(text);
  });

  it('has no text for what is no time', () => {
    expect(formatTick(Number.NaN, 1)).toBe('');
  });
});

describe('formatMoment', () => {
  it.each([
    ['2026-11-20T14:05:00Z', '20 Nov 2026, 14:05 UTC'],
    ['2026-11-20T14:05:09Z', '20 Nov 2026, 14:05:09 UTC'],
    ['2026-11-20T14:05:09.250Z', '20 Nov 2026, 14:05:09.250 UTC'],
  ])('%s is %s', (time, text) => {
    expect(formatMoment(at(time))).toBe(text);
  });

  it('has no text for what is no time', () => {
    expect(formatMoment(Number.NaN)).toBe('');
  });
});
