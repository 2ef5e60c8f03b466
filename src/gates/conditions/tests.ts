import type { TestsCondition } from '../../model/condition.ts';
import type { Evidence, TestCase, TestsFact } from '../../model/evidence.ts';
import { usesOf, withConsidered } from '../admission.ts';
import type { JudgeContext } from '../context.ts';
import type { Handler } from '../handler.ts';
import { type Judgement, judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import { select } from '../select.ts';
import type { EvidenceUse, Reason } from '../types.ts';
import { readSelector } from './evidence.ts';

/** What the reports say together. */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  flaky: number;
  /** Cases without a known outcome. They were not seen to pass. */
  unaccounted: number;
  /** The first case that did not pass, for the reader to go to. */
  pointer: EvidenceUse | undefined;
  readonly uses: EvidenceUse[];
}

/**
 * Tests ran and none failed, apart from what is expressly allowed. All admissible reports count
 * together. Zero tests never pass; skipped ones do not count as run; a flaky one counts as run and
 * against `maxFlaky`, which is 0 unless stated. With `acceptance` every listed id needs a result.
 */
export const tests: Handler<TestsCondition> = {
  judge(condition, context) {
    const selection = select(context, condition.evidence, condition);
    const obstacle = selection.absent ?? selection.obstacle;
    if (obstacle !== undefined) return obstacle;
    const tally = emptyTally();
    const problem = count(condition, context, selection.counted, tally);
    return withConsidered(context, problem ?? verdictOf(condition, tally), selection.considered);
  },
  reads(condition, _project, sink) {
    readSelector(condition.evidence, sink);
  },
};

function emptyTally(): Tally {
  return {
    passed: 0,
    failed: 0,
    skipped: 0,
    flaky: 0,
    unaccounted: 0,
    pointer: undefined,
    uses: [],
  };
}

function count(
  condition: TestsCondition,
  context: JudgeContext,
  reports: readonly Evidence[],
  tally: Tally,
): Judgement | undefined {
  const { tier, suite, acceptance } = condition;
  const wanted = acceptance === undefined ? undefined : new Set(acceptance);
  const met = new Set<string>();
  let suites = 0;
  let tiers = 0;
  for (const report of reports) {
    const facts = (report.facts ?? []).filter((fact) => fact.type === 'tests');
    if (facts.length === 0) {
      const params = { evidence: report.id, fact: 'tests' };
      return refuse(context, reports, reason('facts-missing', params));
    }
    for (const fact of facts) {
      if (tier !== undefined && fact.tier !== tier) continue;
      tiers += 1;
      tally.uses.push(context.use(report, fact.pointer));
      const flaw = flawOf(fact, report);
      if (flaw !== undefined) return refuse(context, reports, flaw);
      if (wanted === undefined && suite === undefined) {
        addTotals(tally, fact, report, context);
        continue;
      }
      if (fact.cases === undefined) {
        return refuse(context, reports, reason('tests-not-listed', { evidence: report.id }));
      }
      for (const testCase of fact.cases) {
        if (suite !== undefined && testCase.suite !== suite) continue;
        suites += 1;
        if (wanted !== undefined && !isWanted(testCase, wanted, met)) continue;
        addCase(tally, testCase, report, context);
      }
    }
  }
  if (tier !== undefined && tiers === 0) {
    return lack(context, reports, reason('tests-tier-not-reported', { tier }));
  }
  if (suite !== undefined && suites === 0) {
    return lack(context, reports, reason('tests-suite-not-reported', { suite }));
  }
  return wanted === undefined || tally.failed > (condition.maxFailed ?? 0)
    ? undefined
    : unmet(wanted, met, tally);
}

function unmet(
  wanted: ReadonlySet<string>,
  met: ReadonlySet<string>,
  tally: Tally,
): Judgement | undefined {
  const open = [...wanted].filter((id) => !met.has(id)).sort();
  const first = open[0];
  if (first === undefined) return undefined;
  const params = { acceptance: first, without: open.length, of: wanted.size };
  return judgement('missing', reason('tests-acceptance-without-result', params), tally.uses, {
    expected: { value: wanted.size, of: 'acceptance' },
    actual: { value: wanted.size - open.length, of: 'acceptance' },
  });
}

function refuse(context: JudgeContext, reports: readonly Evidence[], why: Reason): Judgement {
  return judgement('unknown', why, usesOf(context, reports));
}

function lack(context: JudgeContext, reports: readonly Evidence[], why: Reason): Judgement {
  return judgement('missing', why, usesOf(context, reports));
}

/** Counts that cannot all be true. Readers may list failures only, so fewer cases are no flaw. */
function flawOf(fact: TestsFact, report: Evidence): Reason | undefined {
  const { total, passed, failed, skipped = 0, flaky = 0, cases = [] } = fact;
  const counts = [total, passed, failed, skipped, flaky];
  const isWhole = counts.every((value) => Number.isSafeInteger(value) && value >= 0);
  const listed = cases.filter(isFailure).length;
  const isConsistent =
    isWhole && passed + failed + skipped <= total && listed <= failed && cases.length <= total;
  return isConsistent ? undefined : reason('tests-counts-inconsistent', { evidence: report.id });
}

function isFailure(testCase: TestCase): boolean {
  return testCase.outcome === 'failed' || testCase.outcome === 'error';
}

function addTotals(tally: Tally, fact: TestsFact, report: Evidence, context: JudgeContext): void {
  const { total, passed, failed, skipped = 0, flaky = 0 } = fact;
  // Some reports count a flaky test among the passed ones and some beside them.
  const rest = total - passed - failed - skipped;
  const beside = Math.min(rest, flaky);
  tally.passed += passed - (flaky - beside);
  tally.failed += failed;
  tally.skipped += skipped;
  tally.flaky += flaky;
  tally.unaccounted += rest - beside;
  const first = fact.cases?.find(isFailure);
  if (tally.pointer === undefined && first !== undefined) point(tally, first, report, context);
}

function addCase(tally: Tally, testCase: TestCase, report: Evidence, context: JudgeContext): void {
  switch (testCase.outcome) {
    case 'passed':
      tally.passed += 1;
      return;
    case 'skipped':
      tally.skipped += 1;
      return;
    case 'flaky':
      tally.flaky += 1;
      return;
    case 'failed':
    case 'error':
      tally.failed += 1;
      break;
    default:
      tally.unaccounted += 1;
  }
  if (tally.pointer === undefined) point(tally, testCase, report, context);
}

function point(tally: Tally, testCase: TestCase, report: Evidence, context: JudgeContext): void {
  const { name, suite } = testCase;
  const named = { kind: 'test', name, ...(suite === undefined ? {} : { suite }) } as const;
  tally.pointer = context.use(report, testCase.pointer ?? named);
}

/** An id counts as met by a case that ran; a skipped one is no result. */
function isWanted(testCase: TestCase, wanted: ReadonlySet<string>, met: Set<string>): boolean {
  const ran = testCase.outcome !== 'skipped' && testCase.outcome !== 'unknown';
  let found = false;
  for (const id of [testCase.name, ...(testCase.acceptance ?? [])]) {
    if (!wanted.has(id)) continue;
    found = true;
    if (ran) met.add(id);
  }
  return found;
}

function verdictOf(condition: TestsCondition, tally: Tally): Judgement {
  const { minCases = 1, maxFailed = 0, maxSkipped, maxFlaky = 0 } = condition;
  const { passed, failed, skipped, flaky, unaccounted } = tally;
  const executed = passed + failed + flaky;
  const uses = tally.pointer === undefined ? tally.uses : [tally.pointer, ...tally.uses];
  const needed = Math.max(1, minCases);
  const isLimit = (limit: number) => limit >= 0;
  if (![needed, maxFailed, maxSkipped ?? 0, maxFlaky].every(isLimit)) {
    return judgement('unknown', reason('not-a-number', { what: 'limit' }), uses);
  }
  const at = (value: number, limit: number, of: string, operator = 'at-most') => ({
    expected: { value: limit, operator, of },
    actual: { value, of },
  });
  if (failed > maxFailed) {
    const params = { failed, allowed: maxFailed };
    return judgement(
      'failed',
      reason('tests-failed', params),
      uses,
      at(failed, maxFailed, 'failed'),
    );
  }
  if (unaccounted > 0) {
    return judgement('unknown', reason('tests-unaccounted', { count: unaccounted }), uses);
  }
  if (executed === 0) {
    const none = at(0, needed, 'cases', 'at-least');
    return judgement('missing', reason('tests-none'), uses, none);
  }
  if (passed + flaky === 0) {
    const none = at(0, 1, 'passed', 'at-least');
    return judgement('failed', reason('tests-none-passed', { executed }), uses, none);
  }
  if (executed < needed) {
    const few = at(executed, needed, 'cases', 'at-least');
    return judgement('failed', reason('tests-too-few', { executed, needed }), uses, few);
  }
  if (maxSkipped !== undefined && skipped > maxSkipped) {
    const params = { skipped, allowed: maxSkipped };
    const over = at(skipped, maxSkipped, 'skipped');
    return judgement('failed', reason('tests-skipped', params), uses, over);
  }
  if (flaky > maxFlaky) {
    const params = { flaky, allowed: maxFlaky };
    return judgement('failed', reason('tests-flaky', params), uses, at(flaky, maxFlaky, 'flaky'));
  }
  const enough = at(executed, needed, 'cases', 'at-least');
  return judgement('passed', reason('tests-passed', { passed, executed }), uses, enough);
}
