import type { Problem, Severity } from '../model/problem.ts';

interface CodeInfo {
  readonly severity: Severity;
  /** Names of the parameters that the wording may use. */
  readonly params: readonly string[];
  /** Something that was written is lost. */
  readonly isLoss?: true;
}

const code = (severity: Severity, ...params: string[]): CodeInfo => ({ severity, params });
const loss = (...params: string[]): CodeInfo => ({ severity: 'error', params, isLoss: true });

/**
 * Every problem that reading a bundle can report. `kind` is a type of the format (`Gate`), `member`
 * a name in JSON, `rule` the keyword of JSON Schema that was broken.
 */
export const problemCodes = {
  'too-large': code('fatal', 'bytes', 'limit'),
  empty: code('fatal'),
  'not-utf8': code('fatal', 'byte'),
  'byte-order-mark': code('warning'),
  'json-syntax': code('fatal'),
  'too-deep': code('fatal', 'limit'),
  'refused-key': code('fatal', 'key'),
  'duplicate-member': loss('member'),
  'duplicate-member-at-root': code('fatal', 'member'),
  'not-an-object': code('fatal'),

  'version-missing': code('fatal'),
  'version-unsupported': code('fatal', 'version', 'supported'),
  'version-newer': code('warning', 'version', 'supported'),
  'critical-unknown': code('error', 'name'),
  'critical-unreadable': loss(),
  'extension-without-namespace': code('warning', 'name'),

  'project-unreadable': code('fatal', 'rule'),
  'revision-unreadable': code('fatal', 'rule'),
  'too-many-items': code('fatal', 'count', 'limit'),
  'too-many-points': code('fatal', 'count', 'limit'),

  'member-unknown': code('warning', 'member', 'kind'),
  'member-left-out': code('error', 'member', 'kind', 'rule'),
  'word-unknown': loss('word', 'member', 'used'),
  'title-missing': code('warning', 'id'),
  'record-unreadable': loss('kind', 'rule'),
  'collection-unreadable': loss('member'),
  'condition-unknown-kind': loss('kind', 'id'),
  'condition-unreadable': loss('kind', 'id', 'rule'),

  'duplicate-id': loss('kind', 'id'),
  'duplicate-record': code('warning', 'kind', 'id'),
  'dangling-reference': code('error', 'kind', 'id'),
  'condition-unrecognised': code('error', 'kind', 'id'),
  'dangling-mention': code('warning', 'kind', 'id'),
  'parent-cycle': code('error', 'members', 'count'),
  'dependency-cycle': code('error', 'members', 'count'),
  'gate-cycle': code('error', 'members', 'count'),
  'waiver-ambiguous': loss('gate', 'condition'),
  'unsafe-path': code('error', 'text'),
  'id-mixed-scripts': code('warning', 'id', 'kind'),
  'id-invisible-characters': code('warning', 'id', 'kind'),
  'unit-unknown': code('warning', 'unit'),
  'unit-mismatch': code('warning', 'unit', 'expected'),
  'series-uneven': code('error', 'metric', 'times', 'values'),
  'series-and-file': code('warning', 'metric'),
  'period-reversed': code('warning', 'from', 'to'),
  'invariant-without-rule': code('error', 'id'),

  'line-unreadable': loss('line', 'reason'),
  'file-unreadable': loss('reason'),
  'count-differs': loss('stated', 'found'),
  'digest-differs': loss('stated', 'found'),

  'csv-syntax': loss('row', 'reason'),
  'csv-column-missing': loss('column'),
  'csv-column-twice': loss('column'),
  'csv-row-length': loss('row', 'cells', 'columns'),
  'csv-time-unreadable': loss('row', 'column', 'text'),
  'csv-value-unreadable': loss('row', 'column', 'text'),
  'csv-empty': loss(),

  'sums-line-unreadable': code('error', 'line'),
  'sums-path-twice': code('error', 'line', 'text'),

  'problems-not-listed': loss('count'),
} as const satisfies Readonly<Record<string, CodeInfo>>;

export type ProblemCode = keyof typeof problemCodes;

/** Makes a problem with the severity of its code. */
export function problem(
  problemCode: ProblemCode,
  details: Omit<Problem, 'code' | 'severity'> & { readonly severity?: Severity } = {},
): Problem {
  const { severity, isLoss }: CodeInfo = problemCodes[problemCode];
  const isLost = isLoss === true && details.severity !== 'warning';
  return { severity, ...(isLost ? { isLoss: true } : {}), ...details, code: problemCode };
}
