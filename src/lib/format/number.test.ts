import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCompact,
  formatNumber,
  formatPercent,
  formatQuantity,
} from './number.ts';

const notFinite = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [12_345, '12,345'],
    [1234.567, '1,235'],
    [45.25, '45.3'],
    [3.456, '3.46'],
    [0.012_345, '0.0123'],
    [-7.5, '-7.5'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('follows the locale and the digits asked for', () => {
    expect(formatNumber(1234.5, { locale: 'de', digits: 1 })).toBe('1.234,5');
  });

  it.each(notFinite)('has no text for %d', (value) => {
    expect(formatNumber(value)).toBeUndefined();
    expect(formatCompact(value)).toBeUndefined();
    expect(formatPercent(value)).toBeUndefined();
    expect(formatBytes(value)).toBeUndefined();
    expect(formatQuantity(value, 'ms')).toBeUndefined();
  });
});

describe('formatPercent', () => {
  it.each([
    [0, '0%'],
    [1, '100%'],
    [0.5, '50%'],
    [0.934, '93.4%'],
    [1.2, '120%'],
  ])('writes %d as %s', (ratio, text) => {
    expect(formatPercent(ratio)).toBe(text);
  });

  it('never rounds a gap away', () => {
    expect(formatPercent(0.999_99)).toBe('99.9%');
    expect(formatPercent(0.000_01)).toBe('0.1%');
    expect(formatPercent(0.999_99, { digits: 0 })).toBe('99%');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (ratio) => {
        const text = formatPercent(ratio);
        if (ratio < 1) expect(text).not.toBe('100%');
        if (ratio > 0) expect(text).not.toBe('0%');
      }),
    );
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [5 * 1024 ** 3, '5 GiB'],
    [3 * 1024 ** 5, '3,072 TiB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatQuantity', () => {
  it.each([
    [45.25, 'ms', '45.3\u00a0ms'],
    [93, '%', '93\u00a0%'],
    [412, 'EUR', '€412'],
    [-412, 'usd', '-$412'],
    [7, 'count', '7'],
    [7, undefined, '7'],
    [7, 'findings', '7\u00a0findings'],
    [2048, 'bytes', '2 KiB'],
    [5, 'constructor', '5\u00a0constructor'],
  ])('writes %d of %s as %s', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });
});
