import { describe, expect, it } from 'vitest';
import type { TestsCondition } from '../../model/condition.ts';
import type { Outcome, TestCase, TestsFact } from '../../model/evidence.ts';
import { evidenceId, tierId } from '../../model/ids.ts';
import { evidence, judgeGolden, withFacts } from '../testing/builders.ts';

type Asked = Partial<Omit<TestsCondition, 'id' | 'kind' | 'title'>>;

function report(fact: Partial<TestsFact> = {}): TestsFact {
  return { type: 'tests', total: 3, passed: 3, failed: 0, ...fact };
}

function cases(...outcomes: readonly (readonly [string, Outcome, string?])[]): TestsFact {
  const list: TestCase[] = outcomes.map(([name, outcome, suite]) => ({
    name,
    outcome,
    ...(suite === undefined ? {} : { suite }),
    acceptance: [`id-${name}`],
  }));
  const count = (outcome: Outcome) => list.filter((entry) => entry.outcome === outcome).length;
  return {
    type: 'tests',
    total: list.length,
    passed: count('passed'),
    failed: count('failed') + count('error'),
    skipped: count('skipped'),
    flaky: count('flaky'),
    cases: list,
  };
}

function ask(asked: Asked, ...facts: readonly TestsFact[]) {
  return judgeGolden(
    { kind: 'tests', evidence: { kind: 'record' }, ...asked },
    { evidence: facts.map((fact, at) => withFacts(`r${at}`, [fact])) },
  );
}

interface Case {
  readonly when: string;
  readonly gives: string;
  readonly because: string;
  readonly asked?: Asked;
  readonly facts: readonly TestsFact[];
}

const CASES: readonly Case[] = [
  { when: 'all ran and passed', gives: 'passed', because: 'tests-passed', facts: [report()] },
  {
    when: 'one failed',
    gives: 'failed',
    because: 'tests-failed',
    facts: [report({ passed: 2, failed: 1 })],
  },
  {
    when: 'one failed in another report',
    gives: 'failed',
    because: 'tests-failed',
    facts: [report(), report({ passed: 2, failed: 1 })],
  },
  {
    when: 'as many failed as are allowed',
    gives: 'passed',
    because: 'tests-passed',
    asked: { maxFailed: 1 },
    facts: [report({ passed: 2, failed: 1 })],
  },
  {
    when: 'there are no tests',
    gives: 'missing',
    because: 'tests-none',
    facts: [report({ total: 0, passed: 0 })],
  },
  {
    when: 'there are no tests and none are asked for',
    gives: 'missing',
    because: 'tests-none',
    asked: { minCases: 0 },
    facts: [report({ total: 0, passed: 0 })],
  },
  {
    when: 'all were skipped',
    gives: 'missing',
    because: 'tests-none',
    facts: [report({ passed: 0, skipped: 3 })],
  },
  {
    when: 'all failed and that is allowed',
    gives: 'failed',
    because: 'tests-none-passed',
    asked: { maxFailed: 9 },
    facts: [report({ passed: 0, failed: 3 })],
  },
  {
    when: 'too few ran',
    gives: 'failed',
    because: 'tests-too-few',
    asked: { minCases: 4 },
    facts: [report()],
  },
  {
    when: 'enough ran only with the skipped ones',
    gives: 'failed',
    because: 'tests-too-few',
    asked: { minCases: 3 },
    facts: [report({ passed: 2, skipped: 1 })],
  },
  {
    when: 'enough ran in two reports',
    gives: 'passed',
    because: 'tests-passed',
    asked: { minCases: 6 },
    facts: [report(), report()],
  },
  {
    when: 'some were skipped and nobody minds',
    gives: 'passed',
    because: 'tests-passed',
    facts: [report({ passed: 2, skipped: 1 })],
  },
  {
    when: 'more were skipped than allowed',
    gives: 'failed',
    because: 'tests-skipped',
    asked: { maxSkipped: 0 },
    facts: [report({ passed: 2, skipped: 1 })],
  },
  {
    when: 'one was flaky',
    gives: 'failed',
    because: 'tests-flaky',
    facts: [report({ flaky: 1 })],
  },
  {
    when: 'one was flaky and is not counted among the passed ones',
    gives: 'failed',
    because: 'tests-flaky',
    facts: [report({ passed: 2, flaky: 1 })],
  },
  {
    when: 'one was flaky as allowed',
    gives: 'passed',
    because: 'tests-passed',
    asked: { maxFlaky: 1, minCases: 3 },
    facts: [report({ passed: 2, flaky: 1 })],
  },
  {
    when: 'one has no outcome',
    gives: 'unknown',
    because: 'tests-unaccounted',
    facts: [report({ passed: 2 })],
  },
  {
    when: 'the counts add up to more than there is',
    gives: 'unknown',
    because: 'tests-counts-inconsistent',
    facts: [report({ passed: 3, failed: 1 })],
  },
  {
    when: 'a count is negative',
    gives: 'unknown',
    because: 'tests-counts-inconsistent',
    facts: [report({ failed: -1 })],
  },
  {
    when: 'a count is no whole number',
    gives: 'unknown',
    because: 'tests-counts-inconsistent',
    facts: [report({ passed: 2.5 })],
  },
  {
    when: 'more failures are listed than counted',
    gives: 'unknown',
    because: 'tests-counts-inconsistent',
    facts: [{ ...cases(['a', 'failed'], ['b', 'passed']), failed: 0, passed: 2 }],
  },
  {
    when: 'more cases are listed than counted',
    gives: 'unknown',
    because: 'tests-counts-inconsistent',
    facts: [{ ...cases(['a', 'passed'], ['b', 'passed']), total: 1, passed: 1 }],
  },
  {
    when: 'the tier is reported',
    gives: 'passed',
    because: 'tests-passed',
    asked: { tier: tierId('T1') },
    facts: [report({ tier: tierId('T1') }), report({ tier: tierId('T2'), passed: 2, failed: 1 })],
  },
  {
    when: 'only another tier is reported',
    gives: 'missing',
    because: 'tests-tier-not-reported',
    asked: { tier: tierId('T1') },
    facts: [report({ tier: tierId('T10') })],
  },
  {
    when: 'the suite passes and another one fails',
    gives: 'passed',
    because: 'tests-passed',
    asked: { suite: 's' },
    facts: [cases(['a', 'passed', 's'], ['b', 'failed', 's2'])],
  },
  {
    when: 'the suite is in no report',
    gives: 'missing',
    because: 'tests-suite-not-reported',
    asked: { suite: 's' },
    facts: [cases(['a', 'passed', 's2'])],
  },
  {
    when: 'a suite is asked for and the cases are not listed',
    gives: 'unknown',
    because: 'tests-not-listed',
    asked: { suite: 's' },
    facts: [report()],
  },
  {
    when: 'each acceptance id has a passing case',
    gives: 'passed',
    because: 'tests-passed',
    asked: { acceptance: ['id-a', 'b'] },
    facts: [cases(['a', 'passed'], ['b', 'passed'], ['c', 'failed'])],
  },
  {
    when: 'an acceptance id has no result',
    gives: 'missing',
    because: 'tests-acceptance-without-result',
    asked: { acceptance: ['id-a', 'id-z'] },
    facts: [cases(['a', 'passed'])],
  },
  {
    when: 'an acceptance id was skipped',
    gives: 'missing',
    because: 'tests-acceptance-without-result',
    asked: { acceptance: ['id-a', 'id-b'] },
    facts: [cases(['a', 'passed'], ['b', 'skipped'])],
  },
  {
    when: 'an acceptance id failed and another one has no result',
    gives: 'failed',
    because: 'tests-failed',
    asked: { acceptance: ['id-a', 'id-z'] },
    facts: [cases(['a', 'error'])],
  },
  {
    when: 'a listed case is flaky',
    gives: 'failed',
    because: 'tests-flaky',
    asked: { acceptance: ['id-a'] },
    facts: [cases(['a', 'flaky'])],
  },
  {
    when: 'a listed case has no known outcome',
    gives: 'unknown',
    because: 'tests-unaccounted',
    asked: { suite: 's' },
    facts: [cases(['a', 'passed', 's'], ['b', 'unknown', 's'])],
  },
  {
    when: 'a limit is no number',
    gives: 'unknown',
    because: 'not-a-number',
    asked: { maxFailed: Number.NaN },
    facts: [report()],
  },
];

describe('tests', () => {
  it.each(CASES)('are $gives when $when', ({ gives, because, asked = {}, facts }) => {
    const result = ask(asked, ...facts);
    expect({ verdict: result.verdict, code: result.reason.code }).toEqual({
      verdict: gives,
      code: because,
    });
  });

  it('are unknown when a report was not understood', () => {
    const result = judgeGolden(
      { kind: 'tests', evidence: { kind: 'record' } },
      { evidence: [withFacts('a', [report()]), evidence('b')] },
    );
    expect(result.verdict).toBe('unknown');
    expect(result.reason).toEqual({
      code: 'facts-missing',
      params: { evidence: 'b', fact: 'tests' },
    });
  });

  it('need every report that is named', () => {
    const result = judgeGolden(
      { kind: 'tests', evidence: { ids: [evidenceId('a'), evidenceId('z')] } },
      { evidence: [withFacts('a', [report()])] },
    );
    expect(result.reason).toEqual({ code: 'evidence-not-found', params: { evidence: 'z' } });
    expect(result.verdict).toBe('missing');
  });

  it('need a report that is named also while it is still to come', () => {
    const later = { ...withFacts('b', [report()]), collectedAt: '2026-06-03T00:00:00Z' };
    const result = judgeGolden(
      { kind: 'tests', evidence: { ids: [evidenceId('a'), evidenceId('b')] } },
      { evidence: [withFacts('a', [report()]), later] },
    );
    expect(result.reason).toMatchObject({ code: 'evidence-later', params: { evidence: 'b' } });
    expect(result.verdict).toBe('missing');
  });

  it('are missing without any report and stale with an old one', () => {
    const old = withFacts('a', [report()]);
    expect(ask({}).verdict).toBe('missing');
    expect(
      judgeGolden({ kind: 'tests', evidence: { kind: 'record' }, maxAge: 60 }, { evidence: [old] })
        .verdict,
    ).toBe('stale');
  });

  it('point at the first case that did not pass', () => {
    const result = ask({}, cases(['a', 'passed'], ['b', 'failed', 's']));
    expect(result.uses[0]).toEqual({
      evidence: 'r0',
      pointer: { kind: 'test', name: 'b', suite: 's' },
    });
    expect(result.expected).toEqual({ value: 0, operator: 'at-most', of: 'failed' });
    expect(result.actual).toEqual({ value: 1, of: 'failed' });
  });

  it('say how many acceptance ids have a result', () => {
    const result = ask({ acceptance: ['id-a', 'id-y', 'id-z'] }, cases(['a', 'passed']));
    expect(result.reason.params).toEqual({ acceptance: 'id-y', without: 2, of: 3 });
    expect(result.actual).toEqual({ value: 1, of: 'acceptance' });
  });
});
