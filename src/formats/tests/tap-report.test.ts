import { describe, expect, it } from 'vitest';
import { readTapReport } from './tap-report.ts';

const read = (...lines: string[]) => {
  const { report, warnings } = readTapReport(lines.join('\n'));
  return {
    totals: report?.totals,
    cases: report?.cases.map(({ name, outcome }) => [name, outcome]),
    codes: warnings.map(({ code }) => code),
    report,
  };
};

describe('readTapReport', () => {
  it('reads the directives: skipped, to do and failed, to do and done', () => {
    const { cases, codes } = read(
      '1..5',
      'ok 1 - adds',
      'ok 2 # SKIP no network',
      'not ok 3 - later # TODO not yet',
      'ok 4 done # todo',
      String.raw`ok 5 with \# sign # skip`,
    );
    expect(cases).toEqual([
      ['adds', 'passed'],
      ['', 'skipped'],
      ['later', 'skipped'],
      ['done', 'passed'],
      ['with # sign', 'skipped'],
    ]);
    expect(codes).toEqual([]);
  });

  it('takes diagnoses for what they say', () => {
    const { report } = read(
      'TAP version 13',
      'not ok 1 refuses',
      '  ---',
      '  message: "expected 400"',
      '  duration_ms: 12.5',
      '  ok 9 is no test here',
      '  ...',
      '1..1',
    );
    expect(report?.cases).toMatchObject([
      { name: 'refuses', outcome: 'failed', message: 'expected 400', durationMs: 12.5 },
    ]);
  });

  it('counts tests of subtests and not the line that sums them up', () => {
    const { totals, report, codes } = read(
      'TAP version 14',
      '# Subtest: refunds',
      '    ok 1 - whole',
      '    # Subtest: parts',
      '        not ok 1 - half',
      '        1..1',
      '    not ok 2 - parts',
      '    1..2',
      'not ok 1 - refunds',
      'ok 2 - adds',
      '1..2',
    );
    expect(totals).toMatchObject({ total: 3, passed: 2, failed: 1 });
    expect(report?.suites.map(({ name, parent }) => [name, parent])).toEqual([
      ['refunds', undefined],
      ['parts', 0],
    ]);
    expect(codes).toEqual([]);
  });

  it('counts a subtest that failed without a failed test', () => {
    const { cases } = read('# Subtest: a', '    ok 1 - inner', '    1..1', 'not ok 1 - a', '1..1');
    expect(cases).toEqual([
      ['inner', 'passed'],
      ['a', 'failed'],
    ]);
  });

  it('fails what the plan announces and what never came', () => {
    const { totals, codes } = read('1..4', 'ok 1', 'ok 2');
    expect(totals).toMatchObject({ total: 4, passed: 2, failed: 2, unlisted: 2 });
    expect(codes).toEqual(['count-differs']);
  });

  it('fails a run that bailed out, and says that no plan was there', () => {
    const { totals, codes, cases } = read('ok 1', 'Bail out! no database', 'ok 2');
    expect(totals).toMatchObject({ total: 2, passed: 1, failed: 1 });
    expect(cases?.[1]).toEqual(['Bail out!', 'error']);
    expect(codes).toEqual(['run-stopped', 'plan-missing']);
  });

  it('passes over an empty plan, and says which numbers come twice', () => {
    expect(read('1..0 # skip nothing to do').totals).toMatchObject({ total: 0, failed: 0 });
    expect(read('1..2', 'ok 1', 'ok 1').codes).toEqual(['duplicate-name']);
    expect(read('TAP version 99', '1..1', 'ok').codes).toEqual(['version-unknown']);
  });
});
