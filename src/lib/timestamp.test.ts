import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, parseTimestamp } from './timestamp.ts';

describe('parseTimestamp', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2026-06-01T09:30:00Z', Date.UTC(2026, 5, 1, 9, 30)],
    ['2026-06-01t09:30:00z', Date.UTC(2026, 5, 1, 9, 30)],
    ['2026-06-01 09:30:00Z', Date.UTC(2026, 5, 1, 9, 30)],
    ['2026-06-01T09:30:00.25Z', Date.UTC(2026, 5, 1, 9, 30, 0, 250)],
    ['2026-06-01T09:30:00.123456Z', Date.UTC(2026, 5, 1, 9, 30, 0, 123)],
    ['2026-06-01T09:30:00+02:00', Date.UTC(2026, 5, 1, 7, 30)],
    ['2026-06-01T09:30:00-00:30', Date.UTC(2026, 5, 1, 10, 0)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2000-02-29T00:00:00Z', Date.UTC(2000, 1, 29)],
    ['1969-12-31T23:59:59Z', -1000],
  ])('reads %s', (text, expected) => {
    expect(parseTimestamp(text)).toBe(expected);
  });

  it.each([
    '',
    '2026-06-01',
    '2026-06-01T09:30Z',
    '2026-06-01T09:30:00',
    '2026-06-01T09:30:00.Z',
    '2026-06-01T09:30:00+0200',
    '2026-06-01T09:30:00+24:00',
    '2026-06-01T09:30:00+02:60',
    '2026-06-01T09:30:00X',
    '2026-06-01T09:30:00ZZ',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-06-00T00:00:00Z',
    '2026-06-31T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-06-01T24:00:00Z',
    '2026-06-01T00:60:00Z',
    '2026-06-01T00:00:61Z',
    '2026/06/01T00:00:00Z',
    '2026-06-01T00.00:00Z',
    'a026-06-01T00:00:00Z',
    '2026-06-01T00:00:0aZ',
  ])('refuses %s', (text) => {
    expect(parseTimestamp(text)).toBeNaN();
  });

  it('agrees with the platform on every instant that the platform writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseTimestamp(date.toISOString())).toBe(date.getTime());
          const whole = Math.floor(date.getTime() / 1000) * 1000;
          expect(parseTimestamp(formatInstant(whole))).toBe(whole);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('formatInstant', () => {
  it('leaves out milliseconds where there are none, and says nothing of what no date can name', () => {
    expect(formatInstant(0)).toBe('1970-01-01T00:00:00Z');
    expect(formatInstant(250)).toBe('1970-01-01T00:00:00.250Z');
    expect(formatInstant(Number.NaN)).toBe('');
    expect(formatInstant(1e300)).toBe('');
  });
});
