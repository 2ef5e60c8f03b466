import type { Answers } from '../../../derive/types.ts';
import type { Formats } from '../../../ui/wording/use-format.ts';

/** Words of the history page: revisions, what differs between two of them, and the walk through all. */
export interface RevisionsWords {
  readonly question: string;
  readonly answer: (count: number, format: Formats) => string;
  readonly note: string;
  readonly timeline: string;
  readonly headline: Readonly<Record<Answers['headline'], string>>;
  readonly complete: (done: number, of: number) => string;
  readonly gatesOf: (passed: number, all: number) => string;
  readonly trend: (from: number, to: number, count: number) => string;
  readonly unreadable: string;
  readonly shown: string;
  readonly look: string;
  readonly lookAt: (revision: string) => string;
  readonly follow: string;
  readonly older: (count: number) => string;
  readonly compareFrom: (revision: string) => string;
  readonly compareTo: (revision: string) => string;
  readonly from: string;
  readonly to: string;
  readonly diff: (from: string, to: string) => string;
  readonly sameInstant: string;
  readonly ownInstant: string;
  readonly judgedLabel: string;
  readonly judgedAt: (from: string, to: string) => string;
  readonly same: string;
  readonly onlyOne: string;
  readonly onlyOneWhy: string;
  readonly failed: string;
  readonly retry: string;
  readonly replay: string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly play: string;
  readonly pause: string;
  readonly step: (at: number, of: number) => string;
  readonly worse: string;
  readonly better: string;
  readonly other: string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly replaced: string;
  readonly absent: string;
  readonly passesRevoked: string;
  readonly gates: string;
  readonly evidence: string;
  readonly loosened: string;
  readonly weakened: string;
  readonly tightened: string;
  readonly altered: string;
  readonly items: string;
  readonly dependencies: string;
  readonly rules: string;
  readonly metrics: string;
  readonly waitsFor: (item: string, on: string) => string;
  readonly reliedOn: (count: number, format: Formats) => string;
  readonly rule: Readonly<Record<'invariant' | 'authorisation-rule' | 'waiver' | 'stop', string>>;
  /** What a demand belongs to. */
  readonly demand: Readonly<
    Record<'metric' | 'condition' | 'gate' | 'deliverable' | 'contract', string>
  >;
  readonly verdict: Readonly<Record<'holds' | 'violated' | 'not-evaluated', string>>;
  readonly more: (count: number) => string;
  readonly toGraph: string;
}

export const en: RevisionsWords = {
  question: 'What changed?',
  answer: (count, format) => format.count(count, { one: 'revision', other: 'revisions' }),
  note: 'Each revision is judged as it stood when it was made. Two that are compared are judged at one instant, so that nothing differs by age alone.',
  timeline: 'Revisions, newest first',
  headline: {
    'all-complete': 'All complete',
    'may-advance': 'May advance',
    held: 'Held back',
    'not-begun': 'Not begun',
    contradicted: 'Declared and computed differ',
    halted: 'Stopped',
    empty: 'Empty plan',
  },
  complete: (done, of) => `${done} of ${of} complete`,
  gatesOf: (passed, all) => `${passed} of ${all} gates pass`,
  trend: (from, to, count) => `Complete items over ${count} revisions: from ${from} to ${to}`,
  unreadable: 'This revision cannot be read',
  shown: 'Shown',
  look: 'Look at it',
  lookAt: (revision) => `Look at it: ${revision}`,
  follow: 'Follow the newest',
  older: (count) => `Show ${count} older`,
  compareFrom: (revision) => `Compare from ${revision}`,
  compareTo: (revision) => `Compare to ${revision}`,
  from: 'From',
  to: 'To',
  diff: (from, to) => `From ${from} to ${to}`,
  sameInstant: 'At one instant',
  ownInstant: 'Each when it was made',
  judgedLabel: 'Judged',
  judgedAt: (from, to) =>
    from === to ? `Both judged at ${from}` : `Judged at ${from} and at ${to}`,
  same: 'Nothing differs between these two.',
  onlyOne: 'There is nothing to compare yet.',
  onlyOneWhy:
    'This is the only revision. When the next one is there, this page shows what it changed.',
  failed: 'These revisions could not be compared.',
  retry: 'Try again',
  replay: 'Replay',
  first: 'To the first',
  previous: 'One back',
  next: 'One on',
  play: 'Play',
  pause: 'Pause',
  step: (at, of) => `Step ${at} of ${of}`,
  worse: 'Worse',
  better: 'Better',
  other: 'Otherwise',
  added: 'New',
  removed: 'Gone',
  changed: 'Changed',
  replaced: 'Other bytes under the same name',
  absent: 'not there',
  passesRevoked: 'Passes revoked',
  gates: 'Gates that flipped',
  evidence: 'Evidence',
  loosened: 'Targets and demands loosened',
  weakened: 'Contracts weakened',
  tightened: 'Demands tightened',
  altered: 'Demands that are other ones',
  items: 'Items',
  dependencies: 'Dependencies',
  rules: 'Rules and waivers',
  metrics: 'Metrics that moved',
  waitsFor: (item, on) => `${item} waits for ${on}`,
  reliedOn: (count, format) =>
    count === 0
      ? 'no gate relies on it'
      : `${format.count(count, { one: 'gate relies', other: 'gates rely' })} on it`,
  rule: {
    invariant: 'Rule',
    'authorisation-rule': 'Authorisation rule',
    waiver: 'Waiver',
    stop: 'Stop condition',
  },
  demand: {
    metric: 'Metric',
    condition: 'Condition',
    gate: 'Gate',
    deliverable: 'Deliverable',
    contract: 'Contract',
  },
  verdict: { holds: 'Holds', violated: 'Violated', 'not-evaluated': 'Not evaluated' },
  more: (count) => `${count} more`,
  toGraph: 'On the graph',
};
