import type { WarningCode } from '../../../../formats/reading.ts';
import type { SarifLevel } from '../../../../formats/reports/sarif-report.ts';
import { formatCount, formatWhole } from '../../../../lib/format/list.ts';
import type { Outcome } from '../../../../model/evidence.ts';
import { readingWarnings } from '../../../../parts/wording/reading-en.ts';

/** Words of the viewers that show a report instead of its text. */
export interface ReportWords {
  readonly recognised: (format: string) => string;
  readonly because: Readonly<
    Record<
      'chosen' | 'empty' | 'first-bytes' | 'syntax' | 'escapes' | 'is-text' | 'is-not-text',
      string
    >
  >;
  readonly becauseElement: (element: string) => string;
  readonly becauseMembers: (members: string) => string;
  readonly becauseLine: (line: string) => string;
  readonly becauseName: (ending: string) => string;
  readonly becauseType: (mediaType: string) => string;
  readonly warnings: (count: number) => string;
  readonly warning: Readonly<Record<WarningCode, string>>;
  readonly atLine: (line: number) => string;
  readonly find: string;
  readonly show: string;
  readonly all: string;
  /** An entry of a choice with how many there are. */
  readonly counted: (name: string, count: number) => string;
  readonly shown: (count: number, all: number) => string;
  readonly nothing: string;
  readonly opened: string;
  readonly address: string;
  readonly none: string;
  readonly details: string;
  readonly tests: {
    readonly label: string;
    readonly summary: (passed: number, total: number) => string;
    readonly counts: Readonly<
      Record<'failed' | 'skipped' | 'flaky' | 'unknown' | 'unlisted', (n: number) => string>
    >;
    readonly outcomes: Readonly<Record<Outcome, string>>;
    readonly outcome: string;
    readonly name: string;
    readonly suite: string;
    readonly duration: string;
    readonly file: string;
    readonly variant: string;
    readonly tags: string;
    readonly retries: string;
    readonly flakyMark: string;
    readonly message: string;
    readonly detail: string;
    readonly output: string;
    readonly tool: (name: string, version: string) => string;
    readonly lasted: (duration: string) => string;
  };
  readonly coverage: {
    readonly label: string;
    readonly measures: Readonly<Record<'lines' | 'branches' | 'functions' | 'statements', string>>;
    readonly share: (covered: number, total: number) => string;
    readonly file: string;
    readonly group: string;
    readonly missed: string;
    readonly missedLines: (ranges: string) => string;
    readonly missedFunctions: string;
    readonly everything: string;
    readonly uncounted: string;
  };
  readonly sarif: {
    readonly label: string;
    readonly summary: (count: number) => string;
    readonly levels: Readonly<Record<SarifLevel, string>>;
    readonly level: string;
    readonly rule: string;
    readonly message: string;
    readonly place: string;
    readonly tool: string;
    readonly suppressed: string;
    readonly justification: string;
    readonly snippet: string;
    readonly related: string;
    readonly flows: string;
    readonly help: string;
    readonly kind: string;
    readonly baseline: string;
    readonly withoutResults: (runs: number) => string;
    readonly failedRuns: (runs: number) => string;
  };
  readonly attestation: {
    readonly label: string;
    readonly summary: (count: number) => string;
    readonly unsigned: string;
    readonly signatures: (count: number) => string;
    readonly notVerified: string;
    readonly predicateType: string;
    readonly subjects: string;
    readonly subject: string;
    readonly result: string;
    readonly verifier: string;
    readonly verifiedAt: string;
    readonly policy: string;
    readonly resource: string;
    readonly levels: string;
    readonly builder: string;
    readonly buildType: string;
    readonly source: string;
    readonly started: string;
    readonly finished: string;
    readonly materials: string;
    readonly passed: string;
    readonly warned: string;
    readonly failed: string;
    readonly predicate: string;
    readonly keyId: string;
    readonly statement: string;
    readonly kinds: Readonly<Record<'vsa' | 'test-result' | 'provenance' | 'other', string>>;
  };
  readonly benchmark: {
    readonly label: string;
    readonly summary: (series: number, points: number) => string;
    readonly name: string;
    readonly group: string;
    readonly measure: string;
    readonly last: string;
    readonly range: string;
    readonly points: string;
    readonly better: Readonly<Record<'smaller' | 'bigger', string>>;
    readonly betterIs: string;
    readonly commit: string;
    readonly time: string;
    readonly value: string;
  };
  readonly sbom: {
    readonly label: string;
    readonly summary: (components: number, standard: string) => string;
    readonly subject: string;
    readonly created: string;
    readonly tools: string;
    readonly name: string;
    readonly version: string;
    readonly type: string;
    readonly licences: string;
    readonly purl: string;
    readonly digests: string;
    readonly unlicensed: string;
    readonly vulnerable: string;
    readonly vulnerabilities: string;
    readonly dependsOn: string;
  };
}

export const en: ReportWords = {
  recognised: (format) => `Read as ${format}`,
  because: {
    chosen: 'as somebody chose',
    empty: 'the file is empty',
    'first-bytes': 'its first bytes are the mark of this format',
    syntax: 'it has the shape of the language',
    escapes: 'it holds the escapes of a terminal',
    'is-text': 'it is text',
    'is-not-text': 'it is no text',
  },
  becauseElement: (element) => `it begins with <${element}>`,
  becauseMembers: (members) => `it has ${members}`,
  becauseLine: (line) => `of the line “${line}”`,
  becauseName: (ending) => `its name ends in ${ending}`,
  becauseType: (mediaType) => `its type is ${mediaType}`,
  warnings: (count) => `${formatCount(count, { one: 'remark', other: 'remarks' })} while reading`,
  warning: readingWarnings,
  atLine: (line) => `line ${line}`,
  find: 'Find in the report',
  show: 'Show',
  all: 'All',
  counted: (name, count) => `${name} ${formatWhole(count)}`,
  shown: (count, all) =>
    count === all ? formatWhole(all) : `${formatWhole(count)} of ${formatWhole(all)}`,
  nothing: 'Nothing matches',
  opened: 'Opened',
  address: 'Stands at',
  none: 'none',
  details: 'Details',
  tests: {
    label: 'Test cases',
    summary: (passed, total) =>
      `${formatWhole(passed)} of ${formatCount(total, { one: 'test', other: 'tests' })} passed`,
    counts: {
      failed: (n) => `${formatWhole(n)} failed`,
      skipped: (n) => `${formatWhole(n)} skipped`,
      flaky: (n) => `${formatWhole(n)} flaky`,
      unknown: (n) => `${formatWhole(n)} without an outcome`,
      unlisted: (n) => `${formatWhole(n)} counted, not listed`,
    },
    outcomes: {
      passed: 'Passed',
      failed: 'Failed',
      error: 'Error',
      skipped: 'Skipped',
      flaky: 'Flaky',
      unknown: 'Unknown',
    },
    outcome: 'Outcome',
    name: 'Test',
    suite: 'Suite',
    duration: 'Duration',
    file: 'File',
    variant: 'Variant',
    tags: 'Tags',
    retries: 'Runs again',
    flakyMark: 'failed first, then passed',
    message: 'Message',
    detail: 'Trace',
    output: 'Output',
    tool: (name, version) => `by ${name}${version === '' ? '' : ` ${version}`}`,
    lasted: (duration) => `in ${duration}`,
  },
  coverage: {
    label: 'Covered files',
    measures: {
      lines: 'Lines',
      branches: 'Branches',
      functions: 'Functions',
      statements: 'Statements',
    },
    share: (covered, total) => `${formatWhole(covered)} of ${formatWhole(total)}`,
    file: 'File',
    group: 'Group',
    missed: 'Not run',
    missedLines: (ranges) => `Lines that were not run: ${ranges}`,
    missedFunctions: 'Functions that were not run',
    everything: 'Every line that the report lists was run.',
    uncounted: 'not counted',
  },
  sarif: {
    label: 'Findings',
    summary: (count) => formatCount(count, { one: 'finding', other: 'findings' }),
    levels: {
      error: 'Error',
      warning: 'Warning',
      note: 'Note',
      none: 'No level',
      unknown: 'Unknown level',
    },
    level: 'Level',
    rule: 'Rule',
    message: 'Finding',
    place: 'Place',
    tool: 'Tool',
    suppressed: 'Suppressed',
    justification: 'Reason for suppressing it',
    snippet: 'Source as quoted',
    related: 'Related places',
    flows: 'Flow through the code',
    help: 'About the rule',
    kind: 'Kind',
    baseline: 'Against the baseline',
    withoutResults: (runs) =>
      `${formatCount(runs, { one: 'run tells', other: 'runs tell' })} no results, which is not the same as none found`,
    failedRuns: (runs) => `${formatCount(runs, { one: 'run did', other: 'runs did' })} not succeed`,
  },
  attestation: {
    label: 'Statements',
    summary: (count) => formatCount(count, { one: 'statement', other: 'statements' }),
    unsigned: 'Not signed',
    signatures: (count) => formatCount(count, { one: 'signature', other: 'signatures' }),
    notVerified:
      'What stands here is claimed. Whether a signature is good, and by a key that you trust, is told on the bundle page.',
    predicateType: 'Type',
    subjects: 'Subjects',
    subject: 'Subject',
    result: 'Result',
    verifier: 'Verifier',
    verifiedAt: 'Verified at',
    policy: 'Policy',
    resource: 'Resource',
    levels: 'Levels',
    builder: 'Builder',
    buildType: 'Build type',
    source: 'Source',
    started: 'Started',
    finished: 'Finished',
    materials: 'Materials',
    passed: 'Passed',
    warned: 'Warned',
    failed: 'Failed',
    predicate: 'The whole claim',
    keyId: 'Key hint',
    statement: 'Statement',
    kinds: {
      vsa: 'Verification summary',
      'test-result': 'Test result',
      provenance: 'Provenance',
      other: 'Other claim',
    },
  },
  benchmark: {
    label: 'Measurements',
    summary: (series, points) =>
      `${formatCount(series, { one: 'series', other: 'series' })}, ${formatCount(points, { one: 'measurement', other: 'measurements' })}`,
    name: 'Name',
    group: 'Group',
    measure: 'Measure',
    last: 'Last value',
    range: 'Spread',
    points: 'Points',
    better: { smaller: 'smaller', bigger: 'bigger' },
    betterIs: 'Better is',
    commit: 'Commit',
    time: 'Time',
    value: 'Value',
  },
  sbom: {
    label: 'Components',
    summary: (components, standard) =>
      `${formatCount(components, { one: 'component', other: 'components' })}, ${standard}`,
    subject: 'About',
    created: 'Written',
    tools: 'Tools',
    name: 'Name',
    version: 'Version',
    type: 'Type',
    licences: 'Licences',
    purl: 'Package URL',
    digests: 'Digests',
    unlicensed: 'Without a licence',
    vulnerable: 'With vulnerabilities',
    vulnerabilities: 'Vulnerabilities',
    dependsOn: 'Depends on',
  },
};
