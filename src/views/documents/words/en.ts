import type { DocumentRemark, LockState, RegisterDifference } from '../../../derive/catalogue.ts';
import { formatCount, formatList } from '../../../lib/format/list.ts';

export interface DocumentsWords {
  readonly question: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly listed: (files: number, registers: number) => string;
  readonly missing: (count: number) => string;
  readonly allThere: string;
  readonly unchecked: (count: number) => string;
  readonly filter: string;
  readonly byPhase: string;
  readonly byStatus: string;
  readonly byProblem: string;
  readonly any: string;
  readonly nothingMatches: string;
  readonly catalogue: string;
  readonly number: string;
  readonly document: string;
  readonly phase: string;
  readonly steps: string;
  readonly status: string;
  readonly owner: string;
  readonly register: string;
  readonly there: string;
  readonly isThere: string;
  readonly isMissing: string;
  readonly isUnchecked: string;
  readonly lock: string;
  readonly locks: Readonly<Record<LockState, string>>;
  readonly remarks: string;
  readonly remark: Readonly<Record<DocumentRemark, string>>;
  readonly whole: string;
  readonly collisions: string;
  readonly collision: (number: string, count: number) => string;
  readonly gaps: string;
  readonly gapOf: (whose: string, numbers: readonly string[], count: number) => string;
  readonly uncovered: string;
  readonly shared: string;
  readonly sharedStep: (count: number) => string;
  readonly unlisted: string;
  readonly differences: string;
  readonly differ: (what: readonly RegisterDifference[]) => string;
  readonly nothing: string;
}

export const en: DocumentsWords = {
  question: 'Which documents exist, in which state, owned by whom?',
  none: 'This plan lists no documents',
  noneWhy: 'A bundle may bring a catalogue of documents; this one does not.',
  listed: (files, registers) =>
    `${formatCount(files, { one: 'document', other: 'documents' })}${
      registers > 1 ? ` in ${registers} registers` : ''
    }`,
  missing: (count) => formatCount(count, { one: 'is missing', other: 'are missing' }),
  allThere: 'all of them are there',
  unchecked: (count) => `nobody checked whether ${count === 1 ? 'one exists' : `${count} exist`}`,
  filter: 'Find a document',
  byPhase: 'Phase',
  byStatus: 'Status',
  byProblem: 'Show documents with',
  any: 'Any',
  nothingMatches: 'No document matches the filter',
  catalogue: 'Catalogue',
  number: 'No.',
  document: 'Document',
  phase: 'Phase',
  steps: 'Steps',
  status: 'Status',
  owner: 'Owner',
  register: 'Register',
  there: 'There?',
  isThere: 'Exists',
  isMissing: 'Missing',
  isUnchecked: 'Not checked',
  lock: 'Lock',
  locks: {
    none: 'Not locked',
    kept: 'Locked, unchanged',
    amended: 'Locked, amended',
    broken: 'Changed after the lock',
    unchecked: 'Locked, not compared',
  },
  remarks: 'Remarks',
  remark: {
    missing: 'Missing',
    unchecked: 'Not checked',
    'number-shared': 'Number shared',
    'lock-broken': 'Lock broken',
    'lock-unchecked': 'Lock not compared',
    'locked-proposed': 'Locked, only proposed',
    'step-shared': 'Step shared',
    'registers-differ': 'Registers differ',
  },
  whole: 'The list as a whole',
  collisions: 'Numbers that name several documents',
  collision: (number, count) => `${number} names ${count}`,
  gaps: 'Numbers left out',
  gapOf: (whose, numbers, count) =>
    `${whose}: ${formatList(numbers)}${count > numbers.length ? ` and ${count - numbers.length} more` : ''}`,
  uncovered: 'Steps without a document',
  shared: 'Steps with several documents',
  sharedStep: (count) => `${count} documents`,
  unlisted: 'Files that no register lists',
  differences: 'Files about which registers differ',
  differ: (what) => `They differ in ${formatList(what)}.`,
  nothing: 'None.',
};
