import { formatCount } from '../../lib/format/list.ts';
import type { ProofWords } from './proof-en.ts';

export const de: ProofWords = {
  expected: 'erwartet',
  actual: 'tatsächlich',
  nothing: 'nichts',
  reason: 'Grund',
  evidence: 'Nachweis',
  noEvidence: 'kein Nachweis',
  moreEvidence: (count) => `und ${count} weitere`,
  owner: 'zuständig',
  waiver: 'Ausnahme',
  waivedBy: (author) => `erteilt von ${author}`,
  until: 'bis',
  withoutWaiver: 'ohne sie',
  informative: 'nur zur Kenntnis',
  decidedBy: 'entschieden durch',
  parts: (count) => formatCount(count, { one: 'Teil', other: 'Teile' }, 'de'),
  holdToo: (count) =>
    `${formatCount(count, { one: 'weiterer Teil ist', other: 'weitere Teile sind' }, 'de')} erfüllt.`,
  gate: 'Gate',
  holding: (held, total) =>
    `${held} von ${formatCount(total, { one: 'Bedingung', other: 'Bedingungen' }, 'de')} erfüllt`,
  repeated: 'oben erklärt',
  cycle: 'Diese warten aufeinander',
  dangling: (on) => `wartet auf ${on}; im Plan steht das nicht`,
  stop: 'Stoppbedingung',
  invariant: 'Regel für den ganzen Plan',
  itself: 'noch zu erledigen',
  whyTree: 'Gründe',
  showMore: (count) => `${count} weitere zeigen`,
  showReasons: (count) => `${formatCount(count, { one: 'Grund', other: 'Gründe' }, 'de')} zeigen`,
};
