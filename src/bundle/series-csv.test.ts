import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricId } from '../model/ids.ts';
import type { SeriesFile } from '../model/metric.ts';
import { readSeriesFile } from './series-csv.ts';

const source: SeriesFile = { path: 'metrics/m.csv', timeColumn: 'time', valueColumn: 'value' };
const read = (text: string, more: Partial<SeriesFile> = {}, max?: number) =>
  readSeriesFile({ ...source, ...more }, new TextEncoder().encode(text), metricId('m'), max);
const noon = Date.UTC(2026, 4, 4, 12);

describe('readSeriesFile', () => {
  it('reads RFC 3339, days and Unix seconds', () => {
    const text =
      'time,value\n2026-05-04,1\n2026-05-04T12:00:00Z,2\n1777896001.5,3\n2026-05-04T14:00:02+02:00,4\n';
    expect(read(text)).toEqual({
      series: { t: [Date.UTC(2026, 4, 4), noon, noon + 1500, noon + 2000], v: [1, 2, 3, 4] },
      problems: [],
    });
  });

  it('shows a gap as null, never as zero', () => {
    const text = 'time,value\n1,\n2,null\n3,NaN\n4,0\n5, 7 \n';
    expect(read(text).series?.v).toEqual([null, null, null, 0, 7]);
  });

  it('reads quoted cells with commas, quotes and newlines', () => {
    const text = 'time,"a,b","va""l"\r\n1,"x, y","5"\r\n2,"line\none",6\r\n';
    expect(read(text, { valueColumn: 'va"l', categoryColumn: 'a,b' })).toEqual({
      series: { t: [1000, 2000], v: [5, 6], category: ['x, y', 'line\none'] },
      problems: [],
    });
  });

  it('takes only the rows asked for, and words as one and zero', () => {
    const text = 'time,region,value\n1,eu,ok\n2,us,ok\n3,eu,bad\n4,eu,\n';
    expect(read(text, { where: { region: 'eu' }, oneWhen: 'ok' }).series).toEqual({
      t: [1000, 3000, 4000],
      v: [1, 0, null],
    });
  });

  it('names row and column of what cannot be read, and the metric that suffers', () => {
    const text = 'time,value\n1,2\nyesterday,3\n3,fast\n4,0x10\n5,1e999\n';
    const { series, problems } = read(text);
    expect(series).toEqual({ t: [1000, 3000, 4000, 5000], v: [2, null, null, null] });
    expect(problems.map(({ code, params, affects }) => [code, params?.['row'], affects])).toEqual([
      ['csv-time-unreadable', 2, ['m']],
      ['csv-value-unreadable', 3, ['m']],
      ['csv-value-unreadable', 4, ['m']],
      ['csv-value-unreadable', 5, ['m']],
    ]);
  });

  it.each([
    ['', 'csv-empty'],
    ['time,other\n1,2\n', 'csv-column-missing'],
    ['time,value,value\n1,2,3\n', 'csv-column-twice'],
    ['time,value\n1,2\n2,3\n3,4\n', 'too-many-points'],
  ])('gives no points for %j', (text, code) => {
    const { series, problems } = read(text, {}, 2);
    expect(series).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('tells the row of each point where points and rows do not run alike', () => {
    expect(read('time,value\n1,1\n\n2,2\n')).not.toHaveProperty('rows');
    expect(read('time,value\n3,1\n1,2\n2,3\n').rows).toEqual([2, 3, 1]);
    expect(read('time,value\nsoon,1\n1,2\n').rows).toEqual([2]);
    const some = read('time,value,kind\n1,1,a\n2,2,b\n3,3,a\n', { where: { kind: 'a' } });
    expect(some.rows).toEqual([1, 3]);
  });

  it('reports rows of another length and quotes that never end', () => {
    expect(read('time,value\n1\n').problems.map(({ code }) => code)).toEqual(['csv-row-length']);
    expect(read('time,value\n1,"2\n').problems.map(({ code }) => code)).toContain('csv-syntax');
  });

  it('gives the same points in order of time, whatever the order of the rows', () => {
    const point = fc.tuple(fc.nat(1000), fc.option(fc.integer()));
    fc.assert(
      fc.property(fc.uniqueArray(point, { selector: ([t]) => t, minLength: 1 }), (points) => {
        const lines = points.map(([t, v]) => `${t},${v ?? ''}\n`);
        const sorted = [...points].sort(([a], [b]) => a - b);
        expect(read(`time,value\n${lines.join('')}`).series).toEqual({
          t: sorted.map(([t]) => t * 1000),
          v: sorted.map(([, v]) => v),
        });
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const { series } = readSeriesFile(source, bytes, metricId('m'));
        expect(series?.t.length).toBe(series?.v.length);
      }),
    );
  });
});
