import type { Outcome } from '../../model/evidence.ts';
import { countOf, instant, looseNumber, millis } from '../input/quantities.ts';
import { WarningLog } from '../input/warning-log.ts';
import { isCutOff, walkXml, type XmlElement } from '../input/xml-document.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { type NewCase, TestReportBuilder } from './test-report-builder.ts';

/** What the elements and words of one dialect mean. */
interface Dialect {
  readonly suites: ReadonlySet<string>;
  readonly testCase: string;
  readonly outcome: (element: XmlElement) => Outcome | undefined;
  /** Attributes with seconds, the first that is there counts. */
  readonly seconds: readonly string[];
  /** Name of the case and of what it belongs to. */
  readonly names: (element: XmlElement) => { readonly name: string; readonly group?: string };
  /** Attribute of a suite that states how many cases it has. */
  readonly total: (element: XmlElement) => string | undefined;
}

const nunitWords: Readonly<Record<string, Outcome>> = {
  success: 'passed',
  passed: 'passed',
  warning: 'passed',
  failure: 'failed',
  failed: 'failed',
  error: 'error',
  ignored: 'skipped',
  skipped: 'skipped',
  // Invalid tests are never run; NUnit counts them apart from failures.
  notrunnable: 'skipped',
  inconclusive: 'skipped',
  cancelled: 'error',
};

const nunit: Dialect = {
  suites: new Set(['test-suite']),
  testCase: 'test-case',
  outcome: (element) => {
    // Of NUnit 3 the label says why; NUnit 2 before 2.5 knows `executed` and `success` only.
    const word = element.attribute('result')?.toLowerCase() ?? '';
    if (word === 'failed' && element.attribute('label') !== undefined) return 'error';
    if (word !== '') return Object.hasOwn(nunitWords, word) ? nunitWords[word] : undefined;
    if (element.attribute('executed')?.toLowerCase() === 'false') return 'skipped';
    const success = element.attribute('success')?.toLowerCase();
    return success === 'true' ? 'passed' : success === 'false' ? 'failed' : undefined;
  },
  seconds: ['duration', 'time'],
  names: (element) => {
    const name = element.attribute('name') ?? '';
    const group = element.attribute('classname');
    return { name, ...(group !== undefined && { group }) };
  },
  total: () => undefined,
};

const xunitWords: Readonly<Record<string, Outcome>> = {
  pass: 'passed',
  fail: 'failed',
  skip: 'skipped',
  notrun: 'skipped',
};

const xunit: Dialect = {
  suites: new Set(['assembly', 'collection', 'class']),
  testCase: 'test',
  outcome: (element) => {
    const word = element.attribute('result')?.toLowerCase() ?? '';
    return Object.hasOwn(xunitWords, word) ? xunitWords[word] : undefined;
  },
  seconds: ['time'],
  names: (element) => {
    const group = element.attribute('type');
    return { name: element.attribute('name') ?? '', ...(group !== undefined && { group }) };
  },
  total: (element) => element.attribute('total'),
};

/** Reads the results of NUnit 2 and 3. Source: the pages "Test Result XML Format" of docs.nunit.org. */
export function readNunitReport(source: string | Uint8Array): ReportReading<TestReport> {
  return readDotnet(source, nunit, new Set(['test-results', 'test-run', 'test-suite']));
}

/** Reads the results of xUnit.net 1 and 2. Source: the page "XML result format" of xunit.net. */
export function readXunitReport(source: string | Uint8Array): ReportReading<TestReport> {
  return readDotnet(source, xunit, new Set(['assemblies', 'assembly']));
}

interface OpenCase {
  readonly element: XmlElement;
  hasFailure: boolean;
  message: string;
  detail: string;
  output: string;
}

const parts: Readonly<Record<string, 'message' | 'detail' | 'output'>> = {
  message: 'message',
  reason: 'message',
  'stack-trace': 'detail',
  output: 'output',
};

function readDotnet(
  source: string | Uint8Array,
  dialect: Dialect,
  roots: ReadonlySet<string>,
): ReportReading<TestReport> {
  const log = new WarningLog();
  const builder = new TestReportBuilder();
  const suites: { readonly element: XmlElement; readonly before: number }[] = [];
  let open: OpenCase | undefined;
  let part: 'message' | 'detail' | 'output' | undefined;
  let root: XmlElement | undefined;

  const walk = walkXml(source, {
    open(element) {
      root ??= element;
      if (dialect.suites.has(element.name)) {
        suites.push({ element, before: builder.caseCount });
        builder.openSuite(element.attribute('name') ?? '', suiteDetails(element, dialect));
      } else if (element.name === dialect.testCase) {
        open = { element, hasFailure: false, message: '', detail: '', output: '' };
      } else if (open !== undefined) {
        open.hasFailure ||= element.name === 'failure';
        part = Object.hasOwn(parts, element.name) ? parts[element.name] : undefined;
      }
    },
    text(text) {
      if (open !== undefined && part !== undefined) open[part] += text;
    },
    close(name, isCut) {
      if (name === dialect.testCase && open !== undefined) {
        builder.addCase(caseOf(open, dialect, suites.at(-1)?.element, isCut, log));
        open = undefined;
      } else if (dialect.suites.has(name)) {
        const suite = suites.pop();
        if (suite !== undefined) settle(suite, dialect, builder, log);
        builder.closeSuite();
      }
      part = undefined;
    },
  });
  if (!walk.isReadable) return { warnings: walk.warnings };
  if (root === undefined || !roots.has(root.name)) {
    return { warnings: [{ code: 'not-this-format' }] };
  }
  if (root.name !== 'assembly') settleRoot(root, builder, log);
  if (isCutOff(walk.warnings)) builder.addLost(1);
  return {
    report: builder.finish({ kind: 'whole' }),
    warnings: [...walk.warnings, ...log.warnings],
  };
}

function suiteDetails(element: XmlElement, dialect: Dialect) {
  const seconds = secondsOf(element, dialect);
  const startedAt = instant(element.attribute('start-time') ?? '');
  return {
    ...(seconds !== undefined && { durationMs: millis(seconds) }),
    ...(startedAt !== undefined && { startedAt }),
    pointer: { kind: 'lines', from: element.line, to: element.line },
  } as const;
}

function secondsOf(element: XmlElement, { seconds }: Dialect): number | undefined {
  const text = seconds.map((name) => element.attribute(name)).find((value) => value !== undefined);
  return text === undefined ? undefined : looseNumber(text);
}

function caseOf(
  { element, hasFailure, message, detail, output }: OpenCase,
  dialect: Dialect,
  suite: XmlElement | undefined,
  isCut: boolean,
  log: WarningLog,
): NewCase {
  const { name, group = suite?.attribute('fullname') ?? suite?.attribute('name') } =
    dialect.names(element);
  const stated = dialect.outcome(element);
  const outcome = hasFailure && (stated ?? 'passed') === 'passed' ? 'failed' : stated;
  if (outcome === undefined) {
    const status = element.attribute('result') ?? '';
    log.add('unknown-outcome', { line: element.line, params: { status } });
  }
  const seconds = secondsOf(element, dialect);
  return {
    name,
    ...(group !== undefined && { group }),
    outcome: isCut && outcome === 'passed' ? 'unknown' : (outcome ?? 'unknown'),
    ...(seconds !== undefined && { durationMs: millis(seconds) }),
    ...(message.trim() !== '' && { message: message.trim() }),
    ...(detail.trim() !== '' && { detail }),
    ...(output.trim() !== '' && { output }),
    pointer: {
      kind: 'test',
      name,
      ...(group !== undefined && { suite: group }),
      line: element.line,
    },
  };
}

function settle(
  { element, before }: { readonly element: XmlElement; readonly before: number },
  dialect: Dialect,
  builder: TestReportBuilder,
  log: WarningLog,
): void {
  const text = dialect.total(element);
  const stated = text === undefined ? undefined : countOf(text);
  const listed = builder.caseCount - before;
  if (stated !== undefined && stated !== listed) {
    log.add('count-differs', { line: element.line, params: { stated, listed } });
  }
  if (element.name === 'assembly') settleFailures(element, before, builder, log);
}

/** The first element of an NUnit file counts all of its cases. */
function settleRoot(root: XmlElement, builder: TestReportBuilder, log: WarningLog): void {
  settleFailures(root, 0, builder, log);
  const total = countOf(root.attribute('testcasecount') ?? '');
  if (total !== undefined && total !== builder.caseCount) {
    const params = { stated: total, listed: builder.caseCount };
    log.add('count-differs', { line: root.line, params });
  }
}

/** Failures that are counted and not listed count as well. */
function settleFailures(
  element: XmlElement,
  before: number,
  builder: TestReportBuilder,
  log: WarningLog,
): void {
  const number = (name: string): number | undefined => countOf(element.attribute(name) ?? '');
  const stated = (number('failures') ?? number('failed') ?? 0) + (number('errors') ?? 0);
  const listed = builder.cases
    .slice(before)
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'error').length;
  if (stated === 0 || listed > 0) return;
  log.add('count-differs', { line: element.line, params: { of: 'failures', stated, listed } });
  builder.addUnnamedFailures(stated);
}
