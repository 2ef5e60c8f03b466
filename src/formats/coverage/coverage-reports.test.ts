import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { readCoberturaReport } from './cobertura-report.ts';
import { coverageFacts } from './coverage-facts.ts';
import { readIstanbulReport, readIstanbulSummary } from './istanbul-report.ts';
import { readLcovReport } from './lcov-report.ts';

describe('coverage', () => {
  it.each([
    ['LCOV', readLcovReport, samples.lcov],
    ['Cobertura', readCoberturaReport, samples.cobertura],
    ['Istanbul', readIstanbulReport, samples.istanbul],
  ] as const)('of %s has lines with their hits and branches', (_, read, text) => {
    const { report } = read(text);
    expect(report?.totals).toMatchObject({
      lines: { covered: 1, total: 2 },
      branches: { covered: 1, total: 2 },
      functions: { covered: 1, total: 1 },
    });
    expect(report?.files[0]?.hits).toEqual([
      { line: 1, hits: 3, branches: { covered: 1, total: 2 } },
      { line: 2, hits: 0 },
    ]);
    expect(report?.files[0]?.functionHits[0]?.name).toBe('add');
  });

  it('of a summary points to the shares as they stand there', () => {
    const { report, warnings } = readIstanbulSummary(samples['istanbul-summary']);
    if (report === undefined) throw new Error('a report');
    expect(coverageFacts(report)).toContainEqual({
      type: 'value',
      pointer: { kind: 'json', pointer: '/total/lines/pct' },
      value: 50,
      unit: '%',
    });
    // Nothing of nothing is no share, whatever the file calls it.
    expect(report.totals.branches).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  it('takes the lower of what is stated and what is listed, and says so', () => {
    const lcov = readLcovReport(samples.lcov.replace('LH:1', 'LH:2'));
    expect(lcov.report?.totals.lines).toEqual({ covered: 1, total: 2 });
    expect(lcov.warnings).toContainEqual({
      code: 'count-differs',
      line: 2,
      params: { of: 'lines hit', stated: 2, listed: 1 },
    });
    const cobertura = readCoberturaReport(
      samples.cobertura.replace('lines-covered="1"', 'lines-covered="2"'),
    );
    expect(cobertura.report?.totals.lines).toEqual({ covered: 1, total: 2 });
    expect(cobertura.warnings.map(({ code }) => code)).toContain('count-differs');
    const summary = readIstanbulSummary(
      samples['istanbul-summary'].replace('"pct": 50', '"pct": 95'),
    );
    expect(summary.warnings.map(({ code }) => code)).toContain('count-differs');
  });

  it('passes over the document type that Cobertura names, and says that it was not followed', () => {
    const { report, warnings } = readCoberturaReport(samples.cobertura);
    expect(report).toBeDefined();
    expect(warnings).toEqual([{ code: 'document-type-refused', line: 2 }]);
    const own = samples.cobertura.replace(
      /<!DOCTYPE[^>]*>/,
      '<!DOCTYPE coverage [<!ENTITY a "b">]>',
    );
    expect(readCoberturaReport(own).report).toBeUndefined();
  });

  it('knows reports of another kind with the same root', () => {
    const clover = '<coverage generated="1"><project timestamp="1"/></coverage>';
    expect(readCoberturaReport(clover).warnings).toEqual([{ code: 'not-this-format' }]);
  });

  it('counts a statement that was never counted up as not run', () => {
    const { report, warnings } = readIstanbulReport(
      samples.istanbul.replace('"0": 3,\n      "1": 0', '"0": 3'),
    );
    expect(report?.totals.statements).toEqual({ covered: 1, total: 2 });
    expect(warnings.map(({ code }) => code)).toEqual(['number-unreadable']);
  });
});
