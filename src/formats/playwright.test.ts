import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlaywright } from './playwright.ts';

const report = (...tests: readonly object[]): string =>
  JSON.stringify({
    suites: [
      { title: 'open.spec.ts', suites: [{ title: 'opening', specs: [{ title: 'a', tests }] }] },
    ],
  });

describe('readPlaywright', () => {
  it('makes one case of each project, with the outcome over all retries', () => {
    const { facts, warnings } = readPlaywright(
      report(
        { projectName: 'static', status: 'expected', results: [{ duration: 1500 }] },
        { projectName: 'api', status: 'unexpected', results: [] },
        { projectName: 'x', status: 'flaky' },
        { projectName: 'y', status: 'skipped' },
      ),
    );
    expect(warnings).toEqual([]);
    expect(facts[0]).toMatchObject({ total: 4, passed: 2, failed: 1, skipped: 1, flaky: 1 });
    expect(facts[0]?.cases?.[0]).toEqual({
      name: 'a [static]',
      suite: 'open.spec.ts › opening',
      outcome: 'passed',
      duration: 1.5,
      pointer: { kind: 'json', pointer: '/suites/0/suites/0/specs/0/tests/0' },
    });
  });

  it('counts an error outside the tests as a failure', () => {
    const text = JSON.stringify({ suites: [], errors: [{ message: 'no browser' }] });
    expect(readPlaywright(text).facts[0]).toMatchObject({ total: 1, passed: 0, failed: 1 });
  });

  it('passes nothing whose outcome it does not know', () => {
    const { facts, warnings } = readPlaywright(report({ status: 'interrupted' }, {}));
    expect(facts[0]).toMatchObject({ total: 2, passed: 0, failed: 0 });
    expect(warnings.map((warning) => warning.code)).toEqual(['unknown-outcome', 'unknown-outcome']);
  });

  it('says where the report states other totals than it lists', () => {
    const text = JSON.stringify({
      suites: [],
      stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 },
    });
    expect(readPlaywright(text).warnings).toEqual([
      {
        code: 'count-differs',
        line: 1,
        pointer: { kind: 'json', pointer: '/stats' },
        params: { stated: 3, listed: 0 },
      },
    ]);
  });

  it('knows what is no report', () => {
    for (const text of ['[]', '{"suites": 1}', 'null']) {
      expect(readPlaywright(text)).toEqual({ facts: [], warnings: [{ code: 'not-this-format' }] });
    }
    expect(readPlaywright('').warnings[0]?.code).toBe('empty');
    expect(readPlaywright('<a/>').warnings[0]?.code).toBe('syntax');
  });

  const folder = path.resolve('../shared/inputs/playwright-report-summary/__tests__/__fixtures__');
  it.skipIf(!existsSync(folder)).each(['nested', 'valid', 'without-duration', 'sharded'])(
    'agrees with the totals of a real report: %s (skipped where the inputs are not there)',
    (name) => {
      const text = readFileSync(path.join(folder, `report-${name}.json`), 'utf8');
      const { stats = {} }: { stats?: Record<string, number> } = JSON.parse(text);
      const fact = readPlaywright(text).facts[0];
      if (stats['expected'] !== undefined) {
        expect((fact?.passed ?? 0) - (fact?.flaky ?? 0)).toBe(stats['expected']);
        expect(fact?.failed).toBe(stats['unexpected']);
        expect(fact?.skipped).toBe(stats['skipped']);
      }
      expect(fact?.total).toBe(text.match(/"projectName"/g)?.length ?? 0);
    },
  );
});
