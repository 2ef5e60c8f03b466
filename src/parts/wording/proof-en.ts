import { formatCount } from '../../lib/format/list.ts';

/** Words of conditions and proofs, used wherever a "no" is explained. */
export interface ProofWords {
  readonly expected: string;
  readonly actual: string;
  readonly nothing: string;
  readonly reason: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly moreEvidence: (count: number) => string;
  readonly owner: string;
  readonly waiver: string;
  readonly waivedBy: (author: string) => string;
  readonly until: string;
  readonly withoutWaiver: string;
  readonly informative: string;
  readonly decidedBy: string;
  readonly parts: (count: number) => string;
  readonly holdToo: (count: number) => string;
  readonly gate: string;
  readonly holding: (held: number, total: number) => string;
  readonly repeated: string;
  readonly cycle: string;
  readonly dangling: (on: string) => string;
  readonly stop: string;
  readonly invariant: string;
  readonly itself: string;
  readonly whyTree: string;
  readonly showMore: (count: number) => string;
  readonly showReasons: (count: number) => string;
}

export const en: ProofWords = {
  expected: 'expected',
  actual: 'actual',
  nothing: 'nothing',
  reason: 'reason',
  evidence: 'evidence',
  noEvidence: 'no evidence',
  moreEvidence: (count) => `and ${count} more`,
  owner: 'owner',
  waiver: 'waiver',
  waivedBy: (author) => `granted by ${author}`,
  until: 'until',
  withoutWaiver: 'without it',
  informative: 'informative',
  decidedBy: 'decided by',
  parts: (count) => formatCount(count, { one: 'part', other: 'parts' }),
  holdToo: (count) =>
    `${formatCount(count, { one: 'other part holds', other: 'other parts hold' })}.`,
  gate: 'gate',
  holding: (held, total) =>
    `${held} of ${formatCount(total, { one: 'condition', other: 'conditions' })} hold`,
  repeated: 'explained above',
  cycle: 'These wait for each other',
  dangling: (on) => `waits for ${on}, which is not in the plan`,
  stop: 'stop condition',
  invariant: 'rule over the whole plan',
  itself: 'work to be done',
  whyTree: 'Reasons',
  showMore: (count) => `Show ${count} more`,
  showReasons: (count) => `Show ${formatCount(count, { one: 'reason', other: 'reasons' })}`,
};
