import { Parser } from 'htmlparser2';
import type { Outcome, TestCase, TestsFact } from '../model/evidence.ts';
import { lineIndex } from './line-index.ts';
import type { FormatReading, ReaderWarning } from './reading.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenSuite {
  readonly name: string | undefined;
  readonly line: number;
  readonly attributes: Attributes;
  cases: number;
  suites: number;
}

interface OpenCase {
  readonly attributes: Attributes;
  readonly line: number;
  readonly suite: string | undefined;
  outcome: Outcome;
  message: string | undefined;
}

/** Children of a case that say how it ended; the gravest one counts. */
const endings: Readonly<Record<string, Outcome>> = {
  failure: 'failed',
  error: 'error',
  skipped: 'skipped',
  // Surefire and its heirs: failed first, passed when run again.
  flakyFailure: 'flaky',
  flakyError: 'flaky',
};

const gravity: Readonly<Record<Outcome, number>> = {
  error: 5,
  failed: 4,
  unknown: 3,
  flaky: 2,
  skipped: 1,
  passed: 0,
};

/**
 * Reads a JUnit XML report in its common dialects: nested suites, a lone suite at the top, cases
 * without names, retries. The counts are taken from the cases; where a suite states others, that is a
 * warning. A suite that states tests and lists none counts with what it states.
 *
 * There is no official schema; the dialects are described in
 * https://github.com/testmoapp/junitxml.
 */
export function readJunit(text: string): FormatReading<TestsFact> {
  const warnings: ReaderWarning[] = [];
  const cases: TestCase[] = [];
  const lineOf = lineIndex(text);
  const suites: OpenSuite[] = [];
  let open: OpenCase | undefined;
  let roots = 0;
  let refused = false;
  const stated = { total: 0, failed: 0, skipped: 0 };

  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') refused = true;
      },
      onopentag(name, attributes) {
        const line = lineOf(parser.startIndex);
        if (name === 'testsuite') {
          const parent = suites.at(-1);
          if (parent !== undefined) parent.suites += 1;
          suites.push({ name: attributes['name'], line, attributes, cases: 0, suites: 0 });
          roots += 1;
        } else if (name === 'testsuites') {
          roots += 1;
        } else if (name === 'testcase') {
          const suite = suites.at(-1);
          for (const outer of suites) outer.cases += 1;
          open = {
            attributes,
            line,
            suite: suite?.name,
            outcome: statusOutcome(attributes),
            message: undefined,
          };
        } else if (open !== undefined) {
          const ending = Object.hasOwn(endings, name) ? endings[name] : undefined;
          if (ending !== undefined && gravity[ending] > gravity[open.outcome]) {
            open.outcome = ending;
            open.message = attributes['message'];
          }
        }
      },
      onclosetag(name, implied) {
        // At the end of the text the parser closes what is still open, on an empty range.
        if (implied && parser.endIndex <= parser.startIndex) {
          warnings.push({ code: 'not-closed', params: { element: name } });
          // Whatever would have followed may have been a failure.
          if (open !== undefined && open.outcome === 'passed') open.outcome = 'unknown';
        }
        if (name === 'testcase' && open !== undefined) {
          cases.push(finish(open));
          open = undefined;
        } else if (name === 'testsuite') {
          const suite = suites.pop();
          if (suite !== undefined) settle(suite, stated, warnings);
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(text);

  if (refused) return { facts: [], warnings: [{ code: 'document-type-refused' }] };
  if (roots === 0) return { facts: [], warnings: [{ code: 'not-this-format' }] };
  return { facts: [summarise(cases, stated)], warnings };
}

function statusOutcome({ status, result }: Attributes): Outcome {
  switch ((status ?? result ?? '').toLowerCase()) {
    case 'failed':
    case 'failure':
      return 'failed';
    case 'skipped':
    case 'disabled':
    case 'notrun':
    case 'ignored':
      return 'skipped';
    case 'error':
      return 'error';
    default:
      return 'passed';
  }
}

function finish({ attributes, line, suite, outcome, message }: OpenCase): TestCase {
  const name = attributes['name'] ?? '';
  const group = attributes['classname'] ?? suite;
  const seconds = Number(attributes['time']?.replaceAll(',', ''));
  return {
    name,
    ...(group !== undefined && { suite: group }),
    outcome,
    ...(Number.isFinite(seconds) && attributes['time'] !== undefined && { duration: seconds }),
    ...(message !== undefined && { message }),
    pointer: { kind: 'test', name, ...(group !== undefined && { suite: group }), line },
  };
}

/** Compares what a suite states with what it lists. */
function settle(
  suite: OpenSuite,
  stated: { total: number; failed: number; skipped: number },
  warnings: ReaderWarning[],
): void {
  const text = suite.attributes['tests'];
  if (text === undefined) return;
  const total = Number(text);
  if (!Number.isInteger(total) || total < 0) {
    warnings.push({ code: 'number-unreadable', line: suite.line, params: { tests: text } });
    return;
  }
  if (suite.cases === 0 && suite.suites === 0 && total > 0) {
    const number = (name: string): number => Math.max(0, Number(suite.attributes[name] ?? 0) || 0);
    stated.total += total;
    stated.failed += number('failures') + number('errors');
    stated.skipped += number('skipped') + number('disabled');
    warnings.push({ code: 'without-cases', line: suite.line, params: { stated: total } });
  } else if (total !== suite.cases) {
    warnings.push({
      code: 'count-differs',
      line: suite.line,
      params: { stated: total, listed: suite.cases },
    });
  }
}

function summarise(
  cases: readonly TestCase[],
  stated: { total: number; failed: number; skipped: number },
): TestsFact {
  const count = (...outcomes: Outcome[]): number =>
    cases.filter((entry) => outcomes.includes(entry.outcome)).length;
  const statedPassed = Math.max(0, stated.total - stated.failed - stated.skipped);
  return {
    type: 'tests',
    total: cases.length + stated.total,
    // A flaky case passed in the end, and is counted apart as well.
    passed: count('passed', 'flaky') + statedPassed,
    failed: count('failed', 'error') + stated.failed,
    skipped: count('skipped') + stated.skipped,
    flaky: count('flaky'),
    cases,
    pointer: { kind: 'whole' },
  };
}
