import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJunit } from './junit.ts';

const counts = (text: string): unknown => {
  const [fact] = readJunit(text).facts;
  return fact === undefined
    ? undefined
    : [fact.total, fact.passed, fact.failed, fact.skipped, fact.flaky];
};

describe('readJunit', () => {
  it('counts each case by its gravest ending', () => {
    const text = `<testsuites><testsuite name="s">
      <testcase name="a"/>
      <testcase name="b"><failure message="no"/></testcase>
      <testcase name="c"><skipped/><error/></testcase>
      <testcase name="d"><skipped/></testcase>
      <testcase name="e"><flakyFailure/></testcase>
    </testsuite></testsuites>`;
    expect(counts(text)).toEqual([5, 2, 2, 1, 1]);
  });

  it('points to the line of the case, with its suite and message', () => {
    const text =
      '<testsuite name="s">\n\n<testcase name="a"><failure message="no"/></testcase></testsuite>';
    expect(readJunit(text).facts[0]?.cases).toEqual([
      {
        name: 'a',
        suite: 's',
        outcome: 'failed',
        message: 'no',
        pointer: { kind: 'test', name: 'a', suite: 's', line: 3 },
      },
    ]);
  });

  it('keeps cases of nested suites once', () => {
    const inner = '<testsuite tests="1"><testcase name="x"/></testsuite>';
    const text = `<testsuites><testsuite tests="2">${inner}<testcase name="y"/></testsuite></testsuites>`;
    expect(counts(text)).toEqual([2, 2, 0, 0, 0]);
    expect(readJunit(text).warnings).toEqual([]);
  });

  it('says where a stated count is not the listed one, and counts what is listed', () => {
    const text = '<testsuite tests="3"><testcase name="x"/></testsuite>';
    expect(counts(text)).toEqual([1, 1, 0, 0, 0]);
    expect(readJunit(text).warnings).toEqual([
      { code: 'count-differs', line: 1, params: { stated: 3, listed: 1 } },
    ]);
  });

  it('takes stated counts where no case is listed, and says so', () => {
    const text = '<testsuite tests="6" failures="1" skipped="2"/>';
    expect(counts(text)).toEqual([6, 3, 1, 2, 0]);
    expect(readJunit(text).warnings[0]?.code).toBe('without-cases');
  });

  it('gives no fact for other XML, for JSON, and for nothing', () => {
    for (const text of ['<suites><case/></suites>', '{"a": 1}']) {
      expect(readJunit(text)).toEqual({ facts: [], warnings: [{ code: 'not-this-format' }] });
    }
    expect(readJunit('')).toEqual({ facts: [], warnings: [{ code: 'empty' }] });
  });

  it('refuses a document type', () => {
    const text = '<!DOCTYPE x [<!ENTITY a "b">]><testsuite><testcase name="&a;"/></testsuite>';
    const warnings = [{ code: 'document-type-refused', line: 1 }];
    expect(readJunit(text)).toEqual({ facts: [], warnings });
  });

  it('says that a cut report is cut', () => {
    const { warnings } = readJunit('<testsuites><testsuite tests="2"><testcase name="a"/>');
    expect(warnings.map((warning) => warning.code)).toContain('not-closed');
    expect(warnings.map((warning) => warning.code)).toContain('count-differs');
  });

  it('reads no outcome from an unfinished case', () => {
    expect(counts('<testsuite><testcase name="a">')).toEqual([1, 0, 0, 0, 0]);
  });
});

const folder = path.resolve(
  '../shared/inputs/publish-unit-test-result-action/python/test/files/junit-xml',
);

/**
 * Where the oracle counts endings otherwise: it adds up every child of a case, and it takes disabled
 * cases for passed ones.
 */
const endingsDiffer = new Set(['junit.multiresult.xml', 'disabled.xml']);

describe.skipIf(!existsSync(folder))(
  'real reports, against the totals of another tool (skipped where the inputs are not there)',
  () => {
    const oracleOf = (file: string): string =>
      path.join(folder, file.replace(/\.xml$/, '.results.json'));
    const files = existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
          (file) => file.endsWith('.xml') && existsSync(oracleOf(file)),
        )
      : [];
    it.each(files)('%s', (file) => {
      const { facts } = readJunit(readFileSync(path.join(folder, file), 'utf8'));
      const { stats }: { stats: Record<string, number> } = JSON.parse(
        readFileSync(oracleOf(file), 'utf8'),
      );
      const sum = (number: (fact: (typeof facts)[number]) => number): number =>
        facts.reduce((total, fact) => total + number(fact), 0);
      expect(sum((fact) => fact.total)).toBe(stats['runs']);
      if (endingsDiffer.has(path.basename(file))) return;
      expect(sum((fact) => fact.failed)).toBe(
        (stats['runs_fail'] ?? 0) + (stats['runs_error'] ?? 0),
      );
      expect(sum((fact) => fact.skipped ?? 0)).toBe(stats['runs_skip']);
    });
  },
);
