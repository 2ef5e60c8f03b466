import type { Outcome } from '../../model/evidence.ts';
import { countOf, instant, looseNumber, millis } from '../input/quantities.ts';
import { WarningLog } from '../input/warning-log.ts';
import { isCutOff, walkXml, type XmlElement } from '../input/xml-document.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { graver } from './outcomes.ts';
import { TestReportBuilder } from './test-report-builder.ts';

interface OpenSuite {
  readonly element: XmlElement;
  /** Cases, failures and inner suites when it began. */
  readonly casesBefore: number;
  readonly failuresBefore: number;
  suites: number;
  /** Failures that inner suites state and do not list. */
  unnamed: number;
}

interface OpenCase {
  readonly element: XmlElement;
  outcome: Outcome;
  retries: number;
  message: string | undefined;
  detail: string;
  output: string;
}

/** Children of a case that say how it ended; the gravest one counts. */
const endings: Readonly<Record<string, Outcome>> = {
  failure: 'failed',
  error: 'error',
  errored: 'error',
  skipped: 'skipped',
  // Surefire and its heirs: failed first, passed when run again.
  flakyFailure: 'flaky',
  flakyError: 'flaky',
};

/** Further runs of a case that failed for good. */
const reruns: ReadonlySet<string> = new Set(['rerunFailure', 'rerunError']);

/** Words of the attributes `status` and `result`; a case without any has passed unless a child says else. */
const words: Readonly<Record<string, Outcome>> = {
  failed: 'failed',
  failure: 'failed',
  fail: 'failed',
  error: 'error',
  errored: 'error',
  skipped: 'skipped',
  skip: 'skipped',
  disabled: 'skipped',
  notrun: 'skipped',
  ignored: 'skipped',
  pending: 'skipped',
  passed: 'passed',
  pass: 'passed',
  success: 'passed',
  successful: 'passed',
  ok: 'passed',
  run: 'passed',
  completed: 'passed',
};

/**
 * Reads a JUnit XML report in its common dialects: Surefire with its reruns, pytest, Jest, gotestsum,
 * GoogleTest, Bazel, PHPUnit, nested suites, a lone suite at the top, cases without names. The counts
 * are taken from the cases; where a suite states others, that is a warning. A suite that states tests
 * and lists none counts with what it states, and failures that are stated and not listed count as
 * failed.
 *
 * There is no official schema; the dialects are described in
 * https://github.com/testmoapp/junitxml.
 */
export function readJunitReport(source: string | Uint8Array): ReportReading<TestReport> {
  const log = new WarningLog();
  const builder = new TestReportBuilder();
  const suites: OpenSuite[] = [];
  let open: OpenCase | undefined;
  let part: { readonly name: string; text: string } | undefined;
  let roots = 0;
  let root: XmlElement | undefined;
  let failures = 0;
  /** Cases that the suites that were cut off state and do not list. */
  let lost = 0;
  let hasCutCase = false;

  const walk = walkXml(source, {
    open(element) {
      const { name } = element;
      if (name === 'testsuite') {
        const parent = suites.at(-1);
        if (parent !== undefined) parent.suites += 1;
        roots += 1;
        suites.push({
          element,
          casesBefore: builder.caseCount,
          failuresBefore: failures,
          suites: 0,
          unnamed: 0,
        });
        builder.openSuite(element.attribute('name') ?? '', suiteDetails(element, log));
      } else if (name === 'testsuites') {
        roots += 1;
        root ??= element;
      } else if (name === 'testcase') {
        open = {
          element,
          outcome: statedOutcome(element, log),
          retries: 0,
          message: undefined,
          detail: '',
          output: '',
        };
      } else if (open !== undefined) {
        part ??= beginPart(open, element);
      }
    },
    text(text) {
      if (part !== undefined) part.text += text;
    },
    close(name, isCut) {
      if (part?.name === name && open !== undefined) {
        endPart(open, part);
        part = undefined;
      }
      // Whatever would have followed may have been a failure.
      if (isCut && open !== undefined) {
        hasCutCase = true;
        if (open.outcome === 'passed') open.outcome = 'unknown';
      }
      if (name === 'testcase' && open !== undefined) {
        if (open.outcome === 'failed' || open.outcome === 'error') failures += 1;
        addCase(builder, open, suites.at(-1)?.element.attribute('name'), log);
        open = undefined;
        part = undefined;
      } else if (name === 'testsuite') {
        const suite = suites.pop();
        if (suite !== undefined) {
          settle(suite, suites.at(-1), builder, failures, log);
          const stated = countOf(suite.element.attribute('tests') ?? '') ?? 0;
          if (isCut) lost = Math.max(lost, stated - (builder.caseCount - suite.casesBefore));
        }
        builder.closeSuite();
      }
    },
  });
  if (!walk.isReadable) return { warnings: walk.warnings };
  if (roots === 0) return { warnings: [{ code: 'not-this-format' }] };
  // The case that was cut stands for what followed, unless its suite says how many there were.
  if (isCutOff(walk.warnings)) builder.addLost(Math.max(lost, hasCutCase ? 0 : 1));
  const seconds = looseNumber(root?.attribute('time') ?? '');
  const title = root?.attribute('name');
  return {
    report: builder.finish(
      { kind: 'whole' },
      {
        ...(title !== undefined && title !== '' && { title }),
        ...(seconds !== undefined && { durationMs: millis(seconds) }),
      },
    ),
    warnings: [...walk.warnings, ...log.warnings],
  };
}

function suiteDetails(element: XmlElement, log: WarningLog) {
  const file = element.attribute('file') ?? element.attribute('filepath');
  const stated = element.attribute('timestamp');
  const startedAt = stated === undefined ? undefined : instant(stated);
  if (stated !== undefined && stated !== '' && startedAt === undefined) {
    log.once('time-unreadable', { line: element.line, params: { value: stated } });
  }
  const seconds = looseNumber(element.attribute('time') ?? '');
  return {
    ...(file !== undefined && { file }),
    ...(startedAt !== undefined && { startedAt }),
    ...(seconds !== undefined && { durationMs: millis(seconds) }),
    pointer: { kind: 'lines', from: element.line, to: element.line },
  } as const;
}

function statedOutcome(element: XmlElement, log: WarningLog): Outcome {
  const stated = [element.attribute('status'), element.attribute('result')].filter(
    (word) => word !== undefined && word !== '',
  );
  let outcome: Outcome = 'passed';
  for (const word of stated) {
    const key = word?.toLowerCase() ?? '';
    const known = Object.hasOwn(words, key) ? words[key] : undefined;
    if (known === undefined) {
      log.add('unknown-outcome', { line: element.line, params: { status: word ?? '' } });
    }
    outcome = graver(outcome, known ?? 'unknown');
  }
  return outcome;
}

function beginPart(
  open: OpenCase,
  element: XmlElement,
): { name: string; text: string } | undefined {
  const { name } = element;
  if (reruns.has(name)) {
    open.retries += 1;
    return undefined;
  }
  if (name === 'system-out' || name === 'system-err') return { name, text: '' };
  const ending = Object.hasOwn(endings, name) ? endings[name] : undefined;
  if (ending === undefined) return undefined;
  if (ending === 'flaky') open.retries += 1;
  if (graver(open.outcome, ending) !== open.outcome) {
    open.outcome = ending;
    open.message = element.attribute('message');
  }
  return { name, text: '' };
}

function endPart(open: OpenCase, part: { readonly name: string; readonly text: string }): void {
  if (part.text.trim() === '') return;
  if (part.name.startsWith('system-')) open.output += part.text;
  else open.detail += part.text;
}

function addCase(
  builder: TestReportBuilder,
  { element, outcome, retries, message, detail, output }: OpenCase,
  suite: string | undefined,
  log: WarningLog,
): void {
  const name = element.attribute('name') ?? '';
  const group = element.attribute('classname') ?? suite;
  const time = element.attribute('time');
  const seconds = time === undefined || time === '' ? undefined : looseNumber(time);
  if (time !== undefined && time !== '' && seconds === undefined) {
    log.add('number-unreadable', { line: element.line, params: { time } });
  }
  const file = element.attribute('file');
  const line = countOf(element.attribute('line') ?? '');
  builder.addCase({
    name,
    ...(group !== undefined && { group }),
    outcome,
    retries,
    ...(seconds !== undefined && { durationMs: millis(seconds) }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && line > 0 && { line }),
    ...(message !== undefined && { message }),
    ...(detail !== '' && { detail }),
    ...(output !== '' && { output }),
    pointer: {
      kind: 'test',
      name,
      ...(group !== undefined && { suite: group }),
      line: element.line,
    },
  });
}

/** Compares what a suite states with what it lists. */
function settle(
  suite: OpenSuite,
  outer: OpenSuite | undefined,
  builder: TestReportBuilder,
  failures: number,
  log: WarningLog,
): void {
  const { element } = suite;
  const { line } = element;
  const listed = builder.caseCount - suite.casesBefore;
  const total = stated(element, 'tests', log);
  const failed = (stated(element, 'failures', log) ?? 0) + (stated(element, 'errors', log) ?? 0);
  if (listed === 0 && suite.suites === 0) {
    if (total === undefined || total === 0) return;
    const skipped =
      (stated(element, 'skipped', log) ?? 0) + (stated(element, 'disabled', log) ?? 0);
    builder.addUnlisted({ total, failed, skipped });
    log.add('without-cases', { line, params: { stated: total } });
    return;
  }
  if (total !== undefined && total !== listed) {
    log.add('count-differs', { line, params: { stated: total, listed } });
  }
  const listedFailures = failures - suite.failuresBefore;
  if (failed === 0 && listedFailures === 0) return;
  const missing = failed - listedFailures - suite.unnamed;
  if (missing > 0) {
    log.add('count-differs', {
      line,
      params: { of: 'failures', stated: failed, listed: listedFailures },
    });
    // Some dialects count each run of a case, so only a suite without any failure is contradicted.
    if (listedFailures === 0) {
      builder.addUnnamedFailures(missing);
      suite.unnamed += missing;
    }
  }
  if (outer !== undefined) outer.unnamed += suite.unnamed;
}

function stated(element: XmlElement, name: string, log: WarningLog): number | undefined {
  const text = element.attribute(name);
  if (text === undefined || text === '') return undefined;
  const count = countOf(text);
  if (count === undefined) {
    log.add('number-unreadable', { line: element.line, params: { [name]: text } });
  }
  return count;
}
