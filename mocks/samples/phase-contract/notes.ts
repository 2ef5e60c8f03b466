import type { Note } from '../../../src/model/common.ts';
import { at, PACKAGES, workPackage } from './names.ts';

const OBJECTIVES = [
  'State kept in Redis and PostgreSQL: reads under 50 ms, writes under 120 ms, checked by SHA-256.',
  'A ledger of sessions: entries are only added, in under 80 ms, and can be replayed.',
  'Agents that hand over from planner to approver, with a way back when work needs refining.',
  'A router over several providers that keeps to the budget: under 120 ms, 99 % of failovers.',
  'Notifications with correlation ids: under 5 s, 99.5 % delivered.',
  'A budget of EUR 450 a day and 12,000 a month, with a warning at 80 %.',
  'All data in the Union, no logging by vendors, in line with the GDPR.',
  'No unverified dependency, a scan with OSV, done in under 8 minutes.',
];

const LESSONS = [
  'A contract took the place of prose.',
  'A machine decided what is accepted.',
  'Forbidden patterns kept half-finished work out.',
  'Minimum lengths asked for substance.',
  'Comparing files found contradictions.',
  'Gates that rest on evidence can be audited.',
  'A limit of attempts made the second one count.',
];

const ZERO_TOLERANCE: readonly (readonly [text: string, line: number])[] = [
  ['No open markers.', 17],
  ['No stubs.', 18],
  ['No template text.', 19],
  ['No unfinished functions, no empty docstrings.', 20],
  ['All code is fit for production.', 21],
  ['All tests pass.', 22],
  ['All metrics are made.', 23],
  ['All evidence is there.', 24],
];

const AVOID = [
  'No skeletons with open markers.',
  'No stub functions.',
  'No sections left open in documents.',
  'No commits of half-done work.',
  'No skipped tests.',
  'No invented metrics.',
  'No way around the contract.',
];

const AFTER_TWO_FAILURES = [
  'The project pauses.',
  'The cause is looked for.',
  'The way of working is reviewed.',
  'What is lacking is listed, as it was for phase 0.',
];

const REMARKS: readonly Omit<Note, 'id'>[] = [
  {
    kind: 'statement',
    title: 'Repaired signs',
    text: 'The document was read as Mac Roman instead of UTF-8. Signs such as ≥, ≤, €, → and ↔ were restored; each place says so.',
  },
  {
    kind: 'conflict',
    title: 'G0 passed and open',
    text: 'The head of the document calls gate G0 passed; the box for the same fact is not ticked.',
    refs: ['G0', 'box-1008'],
    source: at(1008),
  },
  {
    kind: 'conflict',
    title: 'Four files of five',
    text: 'The gate document names four of the five files that it must name; the log of deliveries is missing.',
    refs: ['G1', 'D20'],
    source: at(887),
  },
  {
    kind: 'conflict',
    title: 'Eight objectives, six subsystems',
    text: 'Ledger and notifications are objectives and have no verdict in the gate document.',
    refs: ['pkg-ledger', 'pkg-telemetry', 'G1'],
    source: at(782),
  },
  {
    kind: 'conflict',
    title: 'Parts and sum',
    text: 'The limits of the files allow 1,720 to 4,540 lines, the contract 2,500 to 3,500 in all.',
    source: at(56),
  },
  {
    kind: 'conflict',
    title: 'A month is more than its days',
    text: 'Thirty days at the daily cap are EUR 13,500, more than the 12,000 of a month; the same holds in phases 2 and 3.',
    refs: ['phase-1', 'phase-2', 'phase-3'],
    source: at(563),
  },
  {
    kind: 'conflict',
    title: 'An example that misses its target',
    text: 'Eleven right choices of twelve are 91.67 %, and the target is 92 %.',
    refs: ['D19', 'router-accuracy'],
    source: at(864),
  },
  {
    kind: 'conflict',
    title: 'Samples too small for the target',
    text: 'Twenty of twenty are named where at least 25 rows are asked for, and 99.5 % tolerates a failure only from 200 rows on.',
    refs: ['D20', 'notification-success'],
    source: at(868),
  },
  {
    kind: 'conflict',
    title: 'Shorter than its own minimum',
    text: 'What is prescribed for the residency configuration is 32 lines, its range starts at 40.',
    refs: ['D11'],
    source: at(678),
  },
  {
    kind: 'statement',
    title: 'Metrics that are none',
    text: 'One of the five metrics is a Markdown report below evidence, one lies below notifications.',
    refs: ['D20', 'D22'],
    source: at(855),
  },
  {
    kind: 'statement',
    title: 'An endpoint to be checked',
    text: 'The endpoint of one vendor is global; a remark beside it asks to verify that it is routed within the Union.',
    refs: ['D11'],
    source: at(685),
  },
  {
    kind: 'statement',
    title: 'Values without target, targets without value',
    text: 'The gate document states an accuracy of conditions without a target; for the ledger there is a target and no value.',
    refs: ['stated-conditional_accuracy', 'ledger-append'],
    source: at(796),
  },
  {
    kind: 'exemption',
    title: 'The instructions are not scanned',
    text: 'The document lists every forbidden word itself. Only delivered files are searched for them.',
    source: at(16),
  },
  {
    kind: 'statement',
    title: 'How lines are counted',
    text: 'Physical lines, a last line without a newline included. Tables count their rows without the header.',
  },
];

export const NOTES: readonly Note[] = [
  ...OBJECTIVES.map(
    (text, index): Note => ({
      id: `objective-${index + 1}`,
      kind: 'objective',
      text,
      order: index + 1,
      refs: PACKAGES.slice(index, index + 1).map(workPackage),
      source: at(65 + index, undefined, [2, 3, 4, 5].includes(index)),
    }),
  ),
  ...LESSONS.map(
    (text, index): Note => ({
      id: `lesson-${index + 1}`,
      kind: 'lesson',
      text,
      order: index + 1,
      source: at(983 + index, undefined, true),
    }),
  ),
  ...ZERO_TOLERANCE.map(
    ([text, line], index): Note => ({
      id: `zero-tolerance-${index + 1}`,
      kind: 'statement',
      title: 'Zero tolerance',
      text,
      order: index + 1,
      source: at(line, undefined, true),
    }),
  ),
  ...AVOID.map(
    (text, index): Note => ({
      id: `avoid-${index + 1}`,
      kind: 'statement',
      title: 'To be avoided',
      text,
      order: index + 1,
      source: at(993 + index),
    }),
  ),
  ...AFTER_TWO_FAILURES.map(
    (text, index): Note => ({
      id: `consequence-${index + 1}`,
      kind: 'consequence',
      title: 'After two failed attempts',
      text,
      order: index + 1,
      source: at(946 + index),
    }),
  ),
  ...REMARKS.map((note, index): Note => ({ id: `remark-${index + 1}`, ...note })),
];
