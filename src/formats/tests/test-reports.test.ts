import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { readCtrfReport } from './ctrf-report.ts';
import { readDartReport } from './dart-report.ts';
import { readNunitReport, readXunitReport } from './dotnet-report.ts';
import { readGoTestReport } from './go-test-report.ts';
import { readJestReport } from './jest-report.ts';
import { readJunitReport } from './junit-report.ts';
import { readMochaReport } from './mocha-report.ts';
import { readPlaywrightReport } from './playwright-report.ts';
import { readRspecReport } from './rspec-report.ts';
import { testsFact } from './tests-fact.ts';

const changed = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return text.replace(from, to);
};

describe('a report of tests', () => {
  it.each([
    ['JUnit', readJunitReport, samples.junit, [4, 2, 1, 1, 1]],
    ['NUnit', readNunitReport, samples.nunit, [3, 1, 1, 1, 0]],
    ['xUnit', readXunitReport, samples.xunit, [2, 1, 1, 0, 0]],
    ['CTRF', readCtrfReport, samples.ctrf, [3, 1, 1, 1, 0]],
    ['Playwright', readPlaywrightReport, samples.playwright, [1, 1, 0, 0, 1]],
    ['Jest', readJestReport, samples.jest, [2, 1, 1, 0, 0]],
    ['Mocha', readMochaReport, samples.mocha, [2, 1, 1, 0, 0]],
    ['RSpec', readRspecReport, samples.rspec, [2, 1, 1, 0, 0]],
    ['Dart', readDartReport, samples.dart, [2, 1, 1, 0, 0]],
    ['Go', readGoTestReport, samples['go-test'], [2, 1, 1, 0, 0]],
  ] as const)('of %s counts its cases and says nothing more', (_, read, text, counts) => {
    const { report, warnings } = read(text);
    if (report === undefined) throw new Error('a report');
    const { total, passed, failed, skipped, flaky } = report.totals;
    expect([total, passed, failed, skipped, flaky]).toEqual(counts);
    expect(warnings).toEqual([]);
    expect(testsFact(report).cases).toHaveLength(total);
  });
});

describe('failures that a report states and does not list', () => {
  it.each([
    [
      'JUnit',
      readJunitReport,
      changed(samples.junit, '<failure message="expected 400">at line 9</failure>', ''),
    ],
    [
      'NUnit',
      readNunitReport,
      changed(
        changed(samples.nunit, '"Failed"', '"Passed"'),
        '<failure><message>no</message><stack-trace>at 9</stack-trace></failure>',
        '',
      ),
    ],
    [
      'xUnit',
      readXunitReport,
      changed(
        changed(samples.xunit, '"Fail"', '"Pass"'),
        '<failure><message>no</message></failure>',
        '',
      ),
    ],
    ['CTRF', readCtrfReport, changed(samples.ctrf, '"status": "failed"', '"status": "passed"')],
    [
      'Jest',
      readJestReport,
      changed(
        changed(
          samples.jest,
          '"title": "refuses",\n          "fullName": "orders refuses",\n          "status": "failed"',
          '"title": "refuses",\n          "fullName": "orders refuses",\n          "status": "passed"',
        ),
        '"status": "failed"',
        '"status": "passed"',
      ),
    ],
    ['RSpec', readRspecReport, changed(samples.rspec, '"status": "failed"', '"status": "passed"')],
    [
      'Playwright',
      readPlaywrightReport,
      changed(samples.playwright, '"unexpected": 0', '"unexpected": 1'),
    ],
    [
      'Playwright',
      readPlaywrightReport,
      changed(samples.playwright, '"unexpected": 0', '"unexpected": 1'),
    ],
  ] as const)('count in %s all the same', (_, read, text) => {
    const { report, warnings } = read(text);
    expect(report?.totals.failed).toBe(1);
    expect(warnings.map(({ code }) => code)).toContain('count-differs');
  });
});

describe('an outcome that a format does not have', () => {
  it.each([
    ['JUnit', readJunitReport, '<testsuite><testcase name="a" status="odd"/></testsuite>'],
    ['CTRF', readCtrfReport, changed(samples.ctrf, '"status": "passed"', '"status": "great"')],
    ['Jest', readJestReport, changed(samples.jest, '"status": "passed"', '"status": "great"')],
    [
      'Playwright',
      readPlaywrightReport,
      changed(samples.playwright, '"status": "flaky"', '"status": "odd"'),
    ],
    ['NUnit', readNunitReport, changed(samples.nunit, '"Passed"', '"Great"')],
    ['RSpec', readRspecReport, changed(samples.rspec, '"status": "passed"', '"status": "great"')],
  ] as const)('passes nothing in %s', (_, read, text) => {
    const { report, warnings } = read(text);
    expect(report?.totals.unknown).toBe(1);
    expect(report?.totals.passed).toBe(0);
    const warning = warnings.find(({ code }) => code === 'unknown-outcome');
    expect(warning?.line).toBeGreaterThan(0);
  });
});

describe('what each format tells beside', () => {
  it('JUnit: reruns, files, output, and times with separators', () => {
    const { report, warnings } = readJunitReport(
      `<testsuite name="s"><testcase name="a" time="1,234.5" file="a.py" line="7"><failure message="m">trace</failure><rerunFailure/><rerunFailure/><system-err>err</system-err></testcase>
       <testcase name="b" time="0,25"/><testcase name="c" time="1,234"/></testsuite>`,
    );
    expect(report?.cases).toMatchObject([
      {
        retries: 2,
        durationMs: 1_234_500,
        file: 'a.py',
        line: 7,
        message: 'm',
        detail: 'trace',
        output: 'err',
      },
      { durationMs: 250 },
      { name: 'c' },
    ]);
    // Whether that is a thousand or one and a bit nobody knows.
    expect(report?.cases[2]?.durationMs).toBeUndefined();
    expect(warnings).toEqual([{ code: 'number-unreadable', line: 2, params: { time: '1,234' } }]);
  });

  it('JUnit: a time without a zone is said once and is no instant', () => {
    const suite = '<testsuite timestamp="2026-03-01T10:00:00"/>';
    const { report, warnings } = readJunitReport(`<testsuites>${suite}${suite}</testsuites>`);
    expect(report?.suites[0]?.startedAt).toBeUndefined();
    expect(warnings.map(({ code }) => code)).toEqual(['time-unreadable']);
  });

  it('CTRF: flaky, tags and tool', () => {
    const text = changed(
      samples.ctrf,
      '"status": "passed"',
      '"status": "passed", "flaky": true, "retries": 2',
    );
    const { report } = readCtrfReport(text);
    expect(report?.cases[0]).toMatchObject({
      outcome: 'flaky',
      retries: 2,
      tags: ['AC-1'],
      group: 'orders',
    });
    expect(report?.tool).toEqual({ name: 'runner', version: '2.1' });
  });

  it('Jest: a file that could not be run is an error', () => {
    const text = JSON.stringify({
      numTotalTests: 0,
      numFailedTests: 0,
      testResults: [
        { name: '/a.test.ts', status: 'failed', message: 'syntax', assertionResults: [] },
      ],
    });
    expect(readJestReport(text).report?.cases).toMatchObject([
      { name: '/a.test.ts', outcome: 'error' },
    ]);
  });

  it('Mocha: a hook that failed is an error', () => {
    const text = changed(
      samples.mocha,
      '"failures": [',
      '"failures": [{"title":"hook","fullTitle":"before all","err":{"message":"x"}},',
    );
    expect(readMochaReport(text).report?.cases.at(-1)).toMatchObject({
      name: 'hook',
      outcome: 'error',
    });
  });

  it('Dart and Go: what began and never ended has not passed', () => {
    const dart = samples.dart.split('\n').slice(0, 6).join('\n');
    expect(readDartReport(dart).report?.totals).toMatchObject({ total: 2, passed: 1, unknown: 1 });
    const go = samples['go-test'].split('\n').slice(0, 5).join('\n');
    expect(readGoTestReport(go).report?.totals).toMatchObject({ total: 2, passed: 1, unknown: 1 });
  });

  it('any of them: what is cut off passes nothing, however well it began', () => {
    const unknownOf = ({ report }: ReturnType<typeof readJunitReport>) => report?.totals.unknown;
    expect(unknownOf(readJunitReport('<testsuite tests="9"><testcase name="a"/>'))).toBe(8);
    expect(
      unknownOf(readJunitReport('<testsuites><testsuite><testcase name="a"/></testsuite>')),
    ).toBe(1);
    expect(unknownOf(readNunitReport('<test-run><test-case name="a" result="Passed"/>'))).toBe(1);
    expect(unknownOf(readDartReport(samples.dart.split('\n').slice(0, 5).join('\n')))).toBe(1);
    expect(unknownOf(readGoTestReport(samples['go-test'].split('\n').slice(0, 4).join('\n')))).toBe(
      1,
    );
  });

  it('Go: a package that failed without a failed test is an error', () => {
    const event = { Action: 'fail', Package: 'example.org/broken' };
    const { report } = readGoTestReport(`${samples['go-test']}\n${JSON.stringify(event)}`);
    expect(report?.cases.at(-1)).toMatchObject({ name: 'example.org/broken', outcome: 'error' });
  });

  it('Playwright: places, projects and an error outside the tests', () => {
    const text = changed(
      samples.playwright,
      '"errors": []',
      '"errors": [{"message":"no browser"}]',
    );
    const { report } = readPlaywrightReport(text);
    expect(report?.cases).toMatchObject([
      {
        name: 'adds',
        variant: 'desk',
        file: 'orders.spec.ts',
        line: 4,
        retries: 1,
        durationMs: 12,
      },
      { outcome: 'error', message: 'no browser' },
    ]);
  });
});
