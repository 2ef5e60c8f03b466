import type { ReviewMark } from '../../../../derive/review/notebook.ts';
import type { ReviewState } from '../../../../derive/review/opinions.ts';
import { formatCount } from '../../../../lib/format/list.ts';

/** Words of the review. */
export interface ReviewWords {
  readonly question: (gate: string) => string;
  readonly answer: (done: number, all: number) => string;
  readonly questioned: (count: number) => string;
  readonly reopened: (count: number) => string;
  readonly progress: string;
  readonly queue: string;
  readonly step: (at: number, all: number) => string;
  readonly leave: string;
  readonly allConditions: string;
  readonly start: string;
  readonly chooseGate: string;
  readonly noGate: (gate: string) => string;
  readonly noGateWhy: string;
  readonly noSteps: string;
  readonly noStepsWhy: string;
  readonly review: string;
  readonly next: string;
  readonly previous: string;
  readonly nextOpen: string;
  readonly nextPiece: string;
  readonly condition: string;
  readonly piece: string;
  readonly pieces: string;
  readonly noPieces: string;
  readonly morePlaces: (count: number) => string;
  readonly ofPiece: string;
  readonly ofCondition: string;
  readonly marks: Readonly<Record<ReviewMark, string>>;
  /** What a mark did, for screen readers. */
  readonly marked: (what: string, state: string) => string;
  readonly states: Readonly<Record<ReviewState, string>>;
  readonly note: string;
  readonly noteOf: (what: string) => string;
  readonly saveNote: string;
  readonly by: (name: string) => string;
  readonly nameless: string;
  readonly you: string;
  readonly changes: {
    readonly bytes: (evidence: string) => string;
    readonly added: (evidence: string) => string;
    readonly removed: (evidence: string) => string;
    readonly verdict: (before: string, now: string) => string;
  };
  readonly noLonger: string;
  readonly unbound: string;
  readonly keys: string;
  readonly keysOn: string;
  readonly keyHelp: readonly (readonly [key: string, meaning: string])[];
  readonly name: string;
  readonly nameHint: string;
  readonly more: string;
  readonly exportFile: string;
  readonly exportStatement: string;
  readonly importFile: string;
  readonly imported: (count: number, skipped: number) => string;
  readonly importedTitle: string;
  readonly importFailed: string;
  readonly importFaults: Readonly<Record<'not-json' | 'not-a-review' | 'too-large', string>>;
  readonly otherProject: (theirs: string) => string;
  readonly notKept: string;
  readonly notKeptWhy: string;
  readonly kept: string;
}

const conditionForms = { one: 'condition', other: 'conditions' };

export const en: ReviewWords = {
  question: (gate) => `Review of ${gate}`,
  answer: (done, all) =>
    all === 0
      ? 'The gate has no conditions.'
      : done === all
        ? `All ${formatCount(all, conditionForms)} are decided.`
        : `${done} of ${formatCount(all, conditionForms)} decided.`,
  questioned: (count) => `${count} questioned`,
  reopened: (count) => `${count} reopened, because something was replaced`,
  progress: 'Progress of the review',
  queue: 'Conditions to review',
  step: (at, all) => `Condition ${at} of ${all}`,
  leave: 'Leave the review',
  allConditions: 'All conditions',
  start: 'Review a gate',
  chooseGate: 'Choose a gate to review',
  noGate: (gate) => `The plan has no gate ${gate}`,
  noGateWhy: 'The link may come from another revision.',
  noSteps: 'The gate has no conditions',
  noStepsWhy: 'There is nothing to review.',
  review: 'Review',
  next: 'Next condition',
  previous: 'Previous condition',
  nextOpen: 'Next undecided condition',
  nextPiece: 'Next piece of this condition',
  condition: 'Condition',
  piece: 'Evidence',
  pieces: 'Evidence of this condition',
  morePlaces: (count) => `and ${formatCount(count, { one: 'place', other: 'places' })} more`,
  noPieces: 'The condition relies on no evidence.',
  ofPiece: 'Mark the evidence',
  ofCondition: 'Mark the condition',
  marks: { open: 'Undecided', seen: 'Seen', accepted: 'Accept', questioned: 'Question' },
  marked: (what, state) => `${what}: ${state}`,
  states: {
    open: 'Not reviewed',
    reopened: 'Reopened',
    seen: 'Seen',
    accepted: 'Accepted',
    questioned: 'Questioned',
  },
  note: 'Note',
  noteOf: (what) => `Note on ${what}`,
  saveNote: 'Save note',
  by: (name) => `by ${name}`,
  nameless: 'a reviewer without a name',
  you: 'you',
  changes: {
    bytes: (evidence) => `The bytes of ${evidence} are others now.`,
    added: (evidence) => `The condition now relies on ${evidence} too.`,
    removed: (evidence) => `The condition no longer relies on ${evidence}.`,
    verdict: (before, now) => `The verdict was “${before}” and is “${now}” now.`,
  },
  noLonger: 'no longer holds',
  unbound: 'No digest is recorded, so a replaced file would not be noticed.',
  keys: 'Keys',
  keysOn: 'Single keys mark and move',
  keyHelp: [
    ['J', 'next condition'],
    ['K', 'previous condition'],
    ['U', 'next undecided condition'],
    ['E', 'next piece of evidence'],
    ['A', 'accept the condition'],
    ['Q', 'question the condition'],
    ['S', 'mark it as seen'],
    ['O', 'take the mark back'],
    ['N', 'write a note'],
    ['Shift + A, Q, S, O', 'the same for the evidence'],
  ],
  name: 'Your name',
  nameHint: 'It stands beside your marks in files that you export.',
  more: 'More',
  exportFile: 'Export as a file',
  exportStatement: 'Export as an in-toto statement',
  importFile: 'Import a file or statement',
  imported: (count, skipped) =>
    `${formatCount(count, { one: 'entry', other: 'entries' })} read${skipped === 0 ? '' : `, ${skipped} not understood and left out`}. Nothing that was here was lost.`,
  importedTitle: 'The reviews were merged',
  importFailed: 'The file was not imported',
  importFaults: {
    'not-json': 'It is not JSON.',
    'not-a-review': 'It is no review, or one of a version that this page does not know.',
    'too-large': 'It is larger than 32 MiB.',
  },
  otherProject: (theirs) => `It is a review of the project ${theirs}.`,
  notKept: 'The browser keeps nothing',
  notKeptWhy: 'Your marks last as long as this page. Export them before you leave.',
  kept: 'Kept in this browser, and nowhere else.',
};
