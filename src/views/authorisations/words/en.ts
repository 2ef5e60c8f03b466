import type { LeaveState } from '../../../derive/authorisations.ts';
import { formatCount } from '../../../lib/format/list.ts';
import type { ItemForms } from '../../../parts/wording/item-words.ts';

export interface AuthorisationsWords {
  readonly question: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly answer: (authorised: number, required: number, forms: ItemForms) => string;
  readonly noSteps: string;
  readonly master: (rule: string) => string;
  readonly masterGranted: (rule: string, obtained: number, of: string) => string;
  readonly withoutIt: string;
  readonly definitions: (count: number) => string;
  readonly inForceSince: string;
  readonly notInForce: string;
  readonly demand: (role: string, quorum: number, forms: readonly string[]) => string;
  readonly differentPersons: string;
  readonly matrix: string;
  readonly matrixHint: string;
  readonly step: string;
  readonly ready: string;
  readonly allowed: string;
  readonly by: (roles: string) => string;
  readonly state: Readonly<Record<LeaveState, string>>;
  readonly notRequired: string;
  readonly records: string;
  readonly recordsAnswer: (counting: number, total: number) => string;
  readonly record: string;
  readonly rule: string;
  readonly role: string;
  readonly person: string;
  readonly form: string;
  readonly steps: string;
  readonly decision: string;
  readonly decisions: Readonly<Record<'granted' | 'refused' | 'withdrawn', string>>;
  readonly scopes: Readonly<Record<'commit' | 'rehearsal', string>>;
  readonly at: string;
  readonly counts: string;
  readonly countsYes: string;
  readonly countsNo: string;
  readonly namesNoStep: string;
  readonly wholePlan: string;
  readonly conflicts: string;
  readonly noteKind: Readonly<Record<'conflict' | 'open-question', string>>;
  readonly unknownStep: (id: string) => string;
  readonly unknownHint: string;
  readonly close: string;
  readonly onGraph: string;
  readonly forbiddenUnless: (rule: string) => string;
  readonly leave: string;
  readonly needsNoLeave: string;
  readonly of: (granted: number, needed: number) => string;
  readonly samePerson: string;
  readonly effects: string;
  readonly mayDo: string;
  readonly mustNotDo: string;
  readonly nothingListed: string;
  readonly probes: string;
  readonly probe: string;
  readonly before: string;
  readonly after: string;
  readonly seen: string;
  readonly never: string;
  readonly unstated: string;
  readonly unchanged: string;
  readonly verdict: string;
  readonly rehearsal: string;
  readonly noRehearsal: string;
  readonly entryExit: string;
  readonly name: string;
  readonly entry: string;
  readonly exit: string;
  readonly exempt: string;
  readonly rollback: string;
  readonly report: (given: number, total: number) => string;
  readonly given: string;
  readonly absent: string;
  readonly stops: string;
  readonly holds: string;
  readonly clear: string;
  readonly raisedAt: string;
  readonly cleared: string;
  readonly comesAfter: string;
  readonly reverification: (after: string, before: string | undefined) => string;
  readonly reverified: Readonly<Record<'passed' | 'failed', string>>;
}

export const en: AuthorisationsWords = {
  question: 'Who has allowed what?',
  none: 'This plan asks for no authorisation',
  noneWhy: 'It has no rule by which somebody must allow a step.',
  answer: (authorised, required, forms) =>
    `${authorised} of ${formatCount(required, forms)} that need leave ${
      authorised === 1 ? 'has' : 'have'
    } all of it.`,
  noSteps: 'No step of this plan needs leave.',
  master: (rule) => `First of all: ${rule}`,
  masterGranted: (rule, obtained, of) => `${rule} is granted for ${obtained} of ${of}`,
  withoutIt: 'Without it',
  definitions: (count) =>
    count === 1
      ? 'One definition is in force.'
      : `${count} definitions claim to be in force, and nothing ends the earlier. All of them must be met.`,
  inForceSince: 'In force since',
  notInForce: 'not in force',
  demand: (role, quorum, forms) =>
    `${quorum === 1 ? 'One grant' : `${quorum} grants`} by ${role}${
      forms.length === 0 ? '' : `, as ${forms.join(' or ')}`
    }`,
  differentPersons: 'by different persons',
  matrix: 'Leave for each step',
  matrixHint: 'Whether a step is ready and whether it is allowed are two questions.',
  step: 'Step',
  ready: 'Ready?',
  allowed: 'Allowed?',
  by: (roles) => `by ${roles}`,
  state: {
    obtained: 'Obtained',
    waived: 'Waived',
    'not-applicable': 'Does not apply',
    missing: 'Missing',
    partly: 'In part only',
    expired: 'Expired',
    'advisory-only': 'Advice only',
    'rehearsal-only': 'Rehearsal only',
    'covers-several': 'Covers several',
    'same-person': 'Same person twice',
    'other-role': 'Other role',
    refused: 'Refused',
    unknown: 'Cannot be judged',
  },
  notRequired: 'Not required',
  records: 'Records',
  recordsAnswer: (counting, total) =>
    `${counting} of ${formatCount(total, { one: 'record counts', other: 'records count' })} for something.`,
  record: 'Record',
  rule: 'Rule',
  role: 'Role',
  person: 'Person',
  form: 'Form',
  steps: 'Steps',
  decision: 'Decision',
  decisions: { granted: 'Granted', refused: 'Refused', withdrawn: 'Withdrawn' },
  scopes: { commit: 'to carry out', rehearsal: 'to rehearse' },
  at: 'On',
  counts: 'Does it count?',
  countsYes: 'Counts',
  countsNo: 'Does not count',
  namesNoStep: 'It names no step',
  wholePlan: 'whole plan',
  conflicts: 'What the plan leaves open',
  noteKind: { conflict: 'Conflict', 'open-question': 'Open question' },
  unknownStep: (id) => `The plan has no step ${id}`,
  unknownHint: 'The link may be of another revision. Choose a step above.',
  close: 'Close',
  onGraph: 'Show on the graph',
  forbiddenUnless: (rule) => `Forbidden, unless ${rule} is granted`,
  leave: 'Leave',
  needsNoLeave: 'It needs no leave.',
  of: (granted, needed) => `${granted} of ${needed}`,
  samePerson: 'The same person signed more than once and is counted once.',
  effects: 'What it may do, and what it must never do',
  mayDo: 'Allowed',
  mustNotDo: 'Forbidden',
  nothingListed: 'Nothing is listed.',
  probes: 'Probes of the live system',
  probe: 'Probe',
  before: 'Before the step',
  after: 'After the step',
  seen: 'Seen last',
  never: 'never observed',
  unstated: '–',
  unchanged: 'unchanged',
  verdict: 'Verdict',
  rehearsal: 'Rehearsal and way back',
  noRehearsal: 'No rehearsal is asked for.',
  entryExit: 'State at entry and at exit',
  name: 'Name',
  entry: 'At entry',
  exit: 'At exit',
  exempt: 'may differ',
  rollback: 'Rollback',
  report: (given, total) => `Final report: ${given} of ${total} fields`,
  given: 'Given',
  absent: 'Absent',
  stops: 'Stop conditions',
  holds: 'Holds the step back',
  clear: 'Clear',
  raisedAt: 'Raised on',
  cleared: 'lifted on',
  comesAfter: 'Comes after',
  reverification: (after, before) =>
    `Counts read again after ${after}${before === undefined ? '' : ` and before ${before}`}`,
  reverified: { passed: 'found well', failed: 'not found well' },
};
