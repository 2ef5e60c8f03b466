import type { Outcome, TestCase, TestsFact } from '../../../src/model/evidence.ts';
import { tierId } from '../../../src/model/ids.ts';
import { type Exhibit, type ExhibitInfo, exhibit } from './exhibit.ts';

export interface SampleCase {
  readonly name: string;
  readonly suite: string;
  /** Default `passed`. */
  readonly outcome?: Exclude<Outcome, 'unknown'>;
  readonly acceptance?: readonly string[];
  /** Whole milliseconds. Default 12. */
  readonly millis?: number;
  readonly message?: string;
}

export interface SampleReport {
  readonly cases: readonly SampleCase[];
  readonly tier?: string;
}

/** `count` passing cases of one suite, named by `name(1…count)`. */
export function cases(
  suite: string,
  count: number,
  name: (number: number) => string,
): readonly SampleCase[] {
  return Array.from({ length: count }, (_, index) => ({
    suite,
    name: name(index + 1),
    millis: 7 + ((index * 13) % 29),
  }));
}

/** The named cases of one suite, all passing. */
export function named(suite: string, ...names: readonly string[]): readonly SampleCase[] {
  return names.map((name, index) => ({ suite, name, millis: 9 + ((index * 17) % 41) }));
}

/**
 * A JUnit XML report. Suites stand in order of first appearance, each case starts a line of its
 * own, and the facts point at exactly these lines.
 */
export function junitReport(info: ExhibitInfo, report: SampleReport): Exhibit {
  const text: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const facts: TestCase[] = [];
  text.push(`<testsuites ${totals(report.cases)}>`);
  for (const [suite, members] of bySuite(report.cases)) {
    text.push(`  <testsuite name="${escapeXml(suite)}" ${totals(members)}>`);
    for (const member of members) {
      facts.push(
        caseFact(member, {
          kind: 'test',
          suite,
          name: member.name,
          line: text.length + 1,
        }),
      );
      text.push(...junitCase(member));
    }
    text.push('  </testsuite>');
  }
  text.push('</testsuites>');
  return exhibit({ mediaType: 'application/xml', ...info }, `${text.join('\n')}\n`, [
    testsFact(report, facts),
  ]);
}

function junitCase(entry: SampleCase): readonly string[] {
  const open = `    <testcase classname="${escapeXml(entry.suite)}" name="${escapeXml(entry.name)}" time="${seconds(entry)}"`;
  const body: string[] = [];
  if ((entry.acceptance ?? []).length > 0) {
    body.push('      <properties>');
    for (const id of entry.acceptance ?? []) {
      body.push(`        <property name="acceptance" value="${escapeXml(id)}"/>`);
    }
    body.push('      </properties>');
  }
  const message = escapeXml(entry.message ?? '');
  switch (entry.outcome ?? 'passed') {
    case 'failed':
      body.push(`      <failure message="${message}" type="AssertionError"/>`);
      break;
    case 'error':
      body.push(`      <error message="${message}" type="Error"/>`);
      break;
    case 'skipped':
      body.push(message === '' ? '      <skipped/>' : `      <skipped message="${message}"/>`);
      break;
    case 'flaky':
      body.push(`      <flakyFailure message="${message}" type="AssertionError"/>`);
      break;
    case 'passed':
      break;
  }
  return body.length === 0 ? [`${open}/>`] : [`${open}>`, ...body, '    </testcase>'];
}

/** A CTRF 0.0.0 report, pretty-printed; the facts point at `/results/tests/<n>`. */
export function ctrfReport(info: ExhibitInfo, report: SampleReport & { tool: string }): Exhibit {
  const count = (outcomes: readonly Outcome[]) =>
    report.cases.filter((entry) => outcomes.includes(entry.outcome ?? 'passed')).length;
  const document = {
    results: {
      tool: { name: report.tool },
      summary: {
        tests: report.cases.length,
        passed: count(['passed', 'flaky']),
        failed: count(['failed', 'error']),
        pending: 0,
        skipped: count(['skipped']),
        other: 0,
        start: 0,
        stop: report.cases.reduce((sum, entry) => sum + (entry.millis ?? 12), 0),
      },
      tests: report.cases.map(ctrfCase),
    },
  };
  const facts = report.cases.map((entry, index) =>
    caseFact(entry, { kind: 'json', pointer: `/results/tests/${index}` }),
  );
  return exhibit(
    { mediaType: 'application/json', ...info },
    `${JSON.stringify(document, null, 2)}\n`,
    [testsFact(report, facts)],
  );
}

function ctrfCase(entry: SampleCase): object {
  const outcome = entry.outcome ?? 'passed';
  const status = { passed: 'passed', flaky: 'passed', failed: 'failed', error: 'failed' };
  return {
    name: entry.name,
    suite: entry.suite,
    status: outcome === 'skipped' ? 'skipped' : status[outcome],
    duration: entry.millis ?? 12,
    ...(outcome === 'flaky' ? { flaky: true, retries: 1 } : {}),
    ...(entry.message === undefined ? {} : { message: entry.message }),
    ...(entry.acceptance === undefined ? {} : { tags: entry.acceptance }),
  };
}

function caseFact(entry: SampleCase, pointer: NonNullable<TestCase['pointer']>): TestCase {
  return {
    name: entry.name,
    suite: entry.suite,
    outcome: entry.outcome ?? 'passed',
    ...(entry.acceptance === undefined ? {} : { acceptance: entry.acceptance }),
    duration: (entry.millis ?? 12) / 1000,
    ...(entry.message === undefined ? {} : { message: entry.message }),
    pointer,
  };
}

function testsFact(report: SampleReport, facts: readonly TestCase[]): TestsFact {
  const count = (...outcomes: readonly Outcome[]) =>
    facts.filter((entry) => outcomes.includes(entry.outcome)).length;
  return {
    type: 'tests',
    ...(report.tier === undefined ? {} : { tier: tierId(report.tier) }),
    total: facts.length,
    // A flaky case passed in the end, and is counted apart as well.
    passed: count('passed', 'flaky'),
    failed: count('failed', 'error'),
    skipped: count('skipped'),
    flaky: count('flaky'),
    cases: facts,
    pointer: { kind: 'whole' },
  };
}

function totals(members: readonly SampleCase[]): string {
  const count = (outcome: Outcome) => members.filter((entry) => entry.outcome === outcome).length;
  return `tests="${members.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}" time="${(members.reduce((sum, entry) => sum + (entry.millis ?? 12), 0) / 1000).toFixed(3)}"`;
}

function seconds(entry: SampleCase): string {
  return ((entry.millis ?? 12) / 1000).toFixed(3);
}

function bySuite(entries: readonly SampleCase[]): Map<string, SampleCase[]> {
  const suites = new Map<string, SampleCase[]>();
  for (const entry of entries) {
    const members = suites.get(entry.suite);
    if (members === undefined) suites.set(entry.suite, [entry]);
    else members.push(entry);
  }
  return suites;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
