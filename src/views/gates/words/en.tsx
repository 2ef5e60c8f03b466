import type { ReactNode } from 'react';
import { formatCount } from '../../../lib/format/list.ts';

/** What a recorded waiver does for its condition now. */
export type WaiverStanding = 'counts' | 'unneeded' | 'expired' | 'refused' | 'ignored';

type Wrap = (text: string) => ReactNode;

export interface GatesWords {
  readonly question: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly allPass: (total: number) => string;
  readonly somePass: (passed: number, total: number, wrap: Wrap) => ReactNode;
  readonly filter: string;
  readonly byVerdict: string;
  readonly nothingMatches: string;
  readonly showAll: string;
  readonly list: string;
  readonly column: Readonly<
    Record<'gate' | 'conditions' | 'verdict' | 'open' | 'declared', string>
  >;
  readonly conditionsSort: string;
  readonly legend: string;
  readonly chooseHint: string;
  readonly unknownGate: (id: string) => string;
  readonly guards: Readonly<Record<'start' | 'complete' | 'advance', string>>;
  readonly cannotBeWaived: string;
  readonly review: string;
  readonly holding: (met: number, total: number) => string;
  readonly recorded: (verdict: string) => string;
  readonly recordedAt: string;
  readonly recordedBy: (name: string) => string;
  readonly recomputed: (verdict: string) => string;
  readonly differs: string;
  readonly blocking: string;
  readonly informative: string;
  readonly conditionsOf: (gate: string) => string;
  readonly back: string;
  readonly history: string;
  readonly everyRevision: string;
  readonly onlyRevision: string;
  readonly notJudged: Readonly<Record<'absent' | 'unreadable', string>>;
  readonly historyFailed: string;
  readonly historyRetry: string;
  readonly waivers: string;
  readonly waiverStanding: Readonly<Record<WaiverStanding, string>>;
  readonly waivedBy: (author: string) => string;
  readonly waivedUntil: string;
  readonly openFailing: string;
  readonly noCondition: string;
}

export const en: GatesWords = {
  question: 'What must hold, and does it?',
  none: 'This plan has no gates',
  noneWhy: 'Its items depend on each other and on nothing else.',
  allPass: (total) =>
    total === 1
      ? 'The only gate passes.'
      : `All ${formatCount(total, { one: 'gate passes', other: 'gates pass' })}.`,
  somePass: (passed, total, wrap) => (
    <>
      {wrap(formatCount(total - passed, { one: 'gate', other: 'gates' }))} of {total}{' '}
      {total - passed === 1 ? 'has' : 'have'} not passed.
    </>
  ),
  filter: 'Find a gate or condition',
  byVerdict: 'Show gates that',
  nothingMatches: 'No gate matches the filter',
  showAll: 'Show all gates',
  list: 'Gates',
  column: {
    gate: 'Gate',
    conditions: 'Conditions',
    verdict: 'Verdict',
    open: 'Open',
    declared: 'Declared',
  },
  conditionsSort: 'Sorts by the conditions that block and do not hold',
  legend: 'Each square is one condition, in the order in which the gate states it.',
  chooseHint: 'A gate that is chosen opens beside the list, each condition with what decides it.',
  unknownGate: (id) => `The plan has no gate ${id}`,
  guards: {
    start: 'guards the start of',
    complete: 'guards the completion of',
    advance: 'guards the advance beyond',
  },
  cannotBeWaived: 'cannot be waived',
  review: 'Review this gate with its evidence',
  holding: (met, total) =>
    `${met} of ${formatCount(total, { one: 'condition holds', other: 'conditions hold' })}.`,
  recorded: (verdict) => `Recorded as ${verdict}`,
  recordedAt: 'on',
  recordedBy: (name) => `by ${name}`,
  recomputed: (verdict) => `recomputed: ${verdict.toLowerCase()}`,
  differs: 'The record and the evidence disagree.',
  blocking: 'Conditions',
  informative: 'For information',
  conditionsOf: (gate) => `Conditions of ${gate}`,
  back: 'All gates',
  history: 'This gate over the revisions',
  everyRevision: 'each revision, judged when it was made',
  onlyRevision: 'the only revision',
  notJudged: { absent: 'had no such gate', unreadable: 'could not be read' },
  historyFailed: 'Earlier revisions could not be read.',
  historyRetry: 'Read them again',
  waivers: 'Waivers',
  waiverStanding: {
    counts: 'In force',
    unneeded: 'Not needed',
    expired: 'Expired',
    refused: 'Refused: this gate cannot be waived',
    ignored: 'Does not count',
  },
  waivedBy: (author) => `Granted by ${author} on`,
  waivedUntil: 'until',
  openFailing: 'Open the deciding evidence',
  noCondition: 'This gate states no condition, so nothing can prove it.',
};
