import type { Problem, Severity } from '../../model/problem.ts';

type Params = Readonly<Record<string, string | number>>;

/** What is wrong, and what to do about it. */
export interface ProblemSentence {
  readonly what: (params: Params) => string;
  readonly remedy: string;
}

export interface ProblemWords {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly what: (problem: Problem) => string;
  readonly remedy: (problem: Problem) => string;
  readonly affects: string;
  readonly position: (line: number, column: number) => string;
  readonly none: string;
  readonly list: string;
  readonly columns: Readonly<Record<'severity' | 'what' | 'where' | 'remedy', string>>;
}

const makeAnew = 'Make the bundle anew with the tool that wrote it.';
const correct = 'Correct it at the place named.';
const compareFormat = 'Compare the place named with the description of the format.';

/** What is wrong and what to do, by the code of the problem. A test checks that none is lacking. */
export const problemSentences: Readonly<Record<string, ProblemSentence>> = {
  'too-large': {
    what: ({ bytes, limit }) => `The file has ${bytes} bytes; ${limit} are allowed`,
    remedy: 'Move large collections and evidence into files of their own.',
  },
  empty: { what: () => 'The file is empty', remedy: makeAnew },
  'not-utf8': {
    what: ({ byte }) => `The text is not UTF-8 at byte ${byte}`,
    remedy: 'Save the file as UTF-8.',
  },
  'byte-order-mark': {
    what: () => 'The file begins with a byte order mark, which was skipped',
    remedy: 'Save it without one.',
  },
  'json-syntax': {
    what: () => 'This is not JSON',
    remedy: 'Correct the syntax at the place named; often it is a comma or a quote.',
  },
  'too-deep': {
    what: ({ limit }) => `It is nested more than ${limit} levels deep`,
    remedy: 'Flatten it; no plan needs that depth.',
  },
  'refused-key': {
    what: ({ key }) => `The name “${key}” is refused, because it can change how programs behave`,
    remedy: 'Rename it.',
  },
  'duplicate-member': {
    what: ({ member }) => `“${member}” stands twice in one object, so neither can be trusted`,
    remedy: 'Keep one of them.',
  },
  'duplicate-member-at-root': {
    what: ({ member }) => `“${member}” stands twice at the top of the file`,
    remedy: 'Keep one of them.',
  },
  'not-an-object': {
    what: () => 'The file holds something else than an object',
    remedy: compareFormat,
  },
  'version-missing': {
    what: () => 'It does not say which version of the format it has',
    remedy: 'Add "wavegate": "1.0.0" at the top, if it is a bundle.',
  },
  'version-unsupported': {
    what: ({ version, supported }) => `It has version ${version}; this program reads ${supported}`,
    remedy: 'Use a newer Wavegate, or write the bundle in a version that this one reads.',
  },
  'version-newer': {
    what: ({ version, supported }) =>
      `It has version ${version}, newer than ${supported}; what is new in it is left out`,
    remedy: 'Use a newer Wavegate to see all of it.',
  },
  'critical-unknown': {
    what: ({ name }) => `It must not be judged without “${name}”, which this version does not know`,
    remedy: 'Use a version that knows it. Until then the gates concerned cannot pass.',
  },
  'critical-unreadable': {
    what: () => 'The list of what must be known to judge it cannot be read',
    remedy: 'Write it as a list of names. Until then no gate can pass.',
  },
  'extension-without-namespace': {
    what: ({ name }) => `The extension “${name}” has no namespace`,
    remedy: 'Name it like a domain, for example org.example.name.',
  },
  'project-unreadable': {
    what: ({ rule }) => `The project cannot be read (${rule})`,
    remedy: compareFormat,
  },
  'revision-unreadable': {
    what: ({ rule }) => `The revision cannot be read (${rule})`,
    remedy: compareFormat,
  },
  'too-many-items': {
    what: ({ count, limit }) => `The plan has ${count} items; ${limit} are allowed`,
    remedy: 'Split it into several projects.',
  },
  'too-many-points': {
    what: ({ count, limit }) => `The metrics have ${count} points; ${limit} are allowed`,
    remedy: 'Aggregate old points before they are collected.',
  },
  'member-unknown': {
    what: ({ member, kind }) => `“${member}” is no member of ${kind}; it was ignored`,
    remedy: 'Check the spelling, or put it into extensions.',
  },
  'member-left-out': {
    what: ({ member, kind, rule }) =>
      `“${member}” of ${kind} cannot be read (${rule}); it was left out`,
    remedy: correct,
  },
  'word-unknown': {
    what: ({ word, member, used }) =>
      `“${word}” is no word for ${member}; “${used}” is used instead`,
    remedy: correct,
  },
  'title-missing': { what: ({ id }) => `${id} has no title`, remedy: 'Give it one.' },
  'record-unreadable': {
    what: ({ kind, rule }) => `A record of the kind ${kind} cannot be read (${rule})`,
    remedy: 'Correct it. What depends on it cannot pass until then.',
  },
  'collection-unreadable': {
    what: ({ member }) => `“${member}” is no list`,
    remedy: compareFormat,
  },
  'condition-unknown-kind': {
    what: ({ kind, id }) =>
      `The condition ${id} has the kind “${kind}”, which this version does not know`,
    remedy: 'It cannot be judged. Use a version that knows the kind, or correct the spelling.',
  },
  'condition-unreadable': {
    what: ({ kind, id, rule }) =>
      `The condition ${id} of the kind ${kind} cannot be read (${rule})`,
    remedy: 'It cannot be judged until it is corrected.',
  },
  'condition-unrecognised': {
    what: ({ kind, id }) => `The condition ${id} has no kind that can be judged (${kind})`,
    remedy: 'Use a version that knows it, or collect it again.',
  },
  'duplicate-id': {
    what: ({ kind, id }) => `Two different things of the kind ${kind} have the id ${id}`,
    remedy: 'Give each its own id. Until then the stricter reading counts.',
  },
  'duplicate-record': {
    what: ({ kind, id }) => `${kind} ${id} stands there twice, in the same words`,
    remedy: 'Remove one.',
  },
  'dangling-reference': {
    what: ({ kind, id }) => `It refers to the ${kind} ${id}, which the bundle does not have`,
    remedy: 'Correct the id, or add what is missing. What needs it stays blocked.',
  },
  'dangling-mention': {
    what: ({ kind, id }) => `It mentions the ${kind} ${id}, which the bundle does not have`,
    remedy: 'Correct the id, if it is meant to lead somewhere.',
  },
  'parent-cycle': {
    what: ({ members }) => `Items contain each other in a circle: ${members}`,
    remedy: 'Remove one of the parents.',
  },
  'dependency-cycle': {
    what: ({ members }) => `Items wait for each other in a circle: ${members}`,
    remedy: 'Remove one of the dependencies. All of them are blocked until then.',
  },
  'gate-cycle': {
    what: ({ members }) => `Gates wait for each other in a circle: ${members}`,
    remedy: 'Remove one of the references. None of them can pass until then.',
  },
  'waiver-ambiguous': {
    what: ({ gate, condition }) =>
      `The waiver for ${condition} of ${gate} fits more than one condition`,
    remedy: 'Give the conditions different ids. Until then nothing is waived.',
  },
  'unsafe-path': {
    what: ({ text }) => `The path “${text}” is refused`,
    remedy: 'Paths are relative, with /, and never contain “..”.',
  },
  'id-mixed-scripts': {
    what: ({ id, kind }) => `The ${kind} id ${id} mixes alphabets that look alike`,
    remedy: 'Check that it is the id it seems to be.',
  },
  'id-invisible-characters': {
    what: ({ id, kind }) => `The ${kind} id ${id} holds invisible characters`,
    remedy: 'Remove them.',
  },
  'unit-unknown': {
    what: ({ unit }) => `“${unit}” is no unit that can be converted`,
    remedy: 'Values in it compare only with the very same word.',
  },
  'unit-mismatch': {
    what: ({ unit, expected }) => `The target is in ${unit}, the metric in ${expected}`,
    remedy: 'State both in units of the same kind. Until then it cannot be judged.',
  },
  'series-uneven': {
    what: ({ metric, times, values }) => `${metric} has ${times} times and ${values} values`,
    remedy: 'Give every point both. Until then it has no points.',
  },
  'series-and-file': {
    what: ({ metric }) => `${metric} has points inline and a file; the points inline are used`,
    remedy: 'Keep one of the two.',
  },
  'period-reversed': { what: ({ from, to }) => `${from} comes after ${to}`, remedy: correct },
  'invariant-without-rule': {
    what: ({ id }) => `The rule ${id} says neither a known rule nor a condition`,
    remedy: 'Give it exactly one of the two.',
  },
  'line-unreadable': {
    what: ({ line }) => `Line ${line} is not JSON; it was left out`,
    remedy: 'Correct the line. The other lines are there.',
  },
  'file-unreadable': {
    what: ({ reason }) => `The file cannot be read (${reason})`,
    remedy: 'Add it to the bundle, or remove the reference. What needs it cannot pass.',
  },
  'count-differs': {
    what: ({ stated, found }) => `${stated} records are stated, ${found} were found`,
    remedy: `Something was lost or added on the way. ${makeAnew}`,
  },
  'digest-differs': {
    what: () => 'The bytes are not the ones that were recorded',
    remedy: 'Get the file again from where it came from, or record it anew if the change is meant.',
  },
  'csv-syntax': {
    what: ({ row, reason }) => `Row ${row} cannot be read (${reason})`,
    remedy: correct,
  },
  'csv-column-missing': {
    what: ({ column }) => `There is no column “${column}”`,
    remedy: 'Correct the name of the column, in the file or in the metric.',
  },
  'csv-column-twice': {
    what: ({ column }) => `The column “${column}” stands there twice`,
    remedy: correct,
  },
  'csv-row-length': {
    what: ({ row, cells, columns }) => `Row ${row} has ${cells} cells; the header has ${columns}`,
    remedy: correct,
  },
  'csv-time-unreadable': {
    what: ({ row, text }) =>
      `The time “${text}” in row ${row} cannot be read; the point was left out`,
    remedy: 'Write RFC 3339, a date, or Unix seconds.',
  },
  'csv-value-unreadable': {
    what: ({ row, text }) => `The value “${text}” in row ${row} is no number; it counts as a gap`,
    remedy: correct,
  },
  'csv-empty': { what: () => 'The table has no rows', remedy: 'Measure again.' },
  'sums-line-unreadable': {
    what: ({ line }) => `Line ${line} of the checksums cannot be read`,
    remedy: 'Write the checksums anew with sha256sum.',
  },
  'sums-path-twice': {
    what: ({ text }) => `The checksums name ${text} twice`,
    remedy: 'Write the checksums anew with sha256sum.',
  },
  'problems-not-listed': {
    what: ({ count }) => `${count} more problems are not listed`,
    remedy: 'Correct the ones above first; the rest often goes with them.',
  },
};

export const en: ProblemWords = {
  severity: { fatal: 'Nothing can be shown', error: 'Error', warning: 'Warning' },
  // A code from a newer engine is shown as it is rather than hidden.
  what: ({ code, params = {} }) => problemSentences[code]?.what(params) ?? code,
  remedy: ({ code }) => problemSentences[code]?.remedy ?? compareFormat,
  affects: 'Concerns',
  position: (line, column) => `line ${line}, column ${column}`,
  none: 'No problems were found while reading',
  list: 'Problems found while reading',
  columns: { severity: 'Severity', what: 'What', where: 'Where', remedy: 'What to do' },
};
