import { describe, expect, it } from 'vitest';
import { formatDate, formatDuration, formatExactTime, formatRelativeTime } from './time.ts';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [4.567, '4.57 ms'],
    [450, '450 ms'],
    [3250, '3.2 s'],
    [59_970, '59.9 s'],
    [60_000, '1 min'],
    [250_000, '4 min 10 s'],
    [3 * 3_600_000 + 5 * 60_000, '3 h 5 min'],
    [51 * 3_600_000, '2 d 3 h'],
    [-250_000, '−4 min 10 s'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(plain(formatDuration(milliseconds))).toBe(text);
  });

  it('has no text for what is no length', () => {
    expect(formatDuration(Number.NaN)).toBeUndefined();
  });
});

describe('formatRelativeTime', () => {
  const now = '2026-11-21T14:02:00Z';
  it.each([
    ['2026-11-21T14:02:00Z', 'now'],
    ['2026-11-21T14:01:01Z', '59 seconds ago'],
    ['2026-11-21T13:03:00Z', '59 minutes ago'],
    ['2026-11-21T16:02:00Z', 'in 2 hours'],
    ['2026-11-19T15:02:00Z', '1 day ago'],
    ['2026-11-18T09:00:00Z', '3 days ago'],
    ['2026-09-21T14:02:00Z', '2 months ago'],
    ['2024-11-01T00:00:00Z', '2 years ago'],
    ['2026-11-21T15:02:00+01:00', 'now'],
  ])('%s is "%s"', (time, text) => {
    expect(formatRelativeTime(time, now)).toBe(text);
  });

  it('has no text when either time is none', () => {
    expect(formatRelativeTime('yesterday', now)).toBeUndefined();
    expect(formatRelativeTime(now, '')).toBeUndefined();
  });
});

describe('formatExactTime', () => {
  it('names the zone and puts the day first', () => {
    expect(formatExactTime('2026-11-21T14:02:59Z')).toBe('21 Nov 2026, 14:02 UTC');
    expect(formatExactTime('2026-11-21T00:00:00Z')).toBe('21 Nov 2026, 00:00 UTC');
    expect(formatDate('2026-11-21T23:59:59Z')).toBe('21 Nov 2026');
  });

  it('has no text for what is no time', () => {
    expect(formatExactTime('soon')).toBeUndefined();
    expect(formatDate('soon')).toBeUndefined();
  });
});
