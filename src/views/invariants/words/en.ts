import type { InvariantResult } from '../../../gates/types.ts';
import { formatCount } from '../../../lib/format/list.ts';
import type { BuiltInRule } from '../../../model/gate.ts';

export interface InvariantsWords {
  readonly question: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly allHold: (count: number) => string;
  readonly violated: (count: number) => string;
  readonly notEvaluated: (count: number) => string;
  readonly holdOf: (holding: number, total: number) => string;
  readonly verdict: Readonly<Record<InvariantResult['verdict'], string>>;
  readonly byVerdict: string;
  readonly nothingMatches: string;
  readonly rules: string;
  readonly findings: string;
  readonly findingsHint: string;
  readonly counterexamples: (count: number) => string;
  readonly onGraph: string;
  readonly idle: (count: number) => string;
  /** Rules that the engine knows, by name; a plan that states one gives it a title of its own. */
  readonly builtIn: ReadonlyMap<string, string>;
  readonly more: (count: number) => string;
}

const builtIn: Readonly<Record<BuiltInRule, string>> = {
  'complete-needs-evidence': 'What is complete links to evidence',
  'complete-after-dependencies': 'Nothing is complete before what it depends on',
  'earlier-phase-blocks-later': 'No later phase goes on while an earlier one is open',
  'guarded-close-needs-gate': 'What a gate guards closes with the gate',
  'step-needs-own-authorisation': 'No step is carried out without its own leave',
  'one-authorisation-one-step': 'One authorisation covers one step',
  're-verified-between-steps': 'Between two steps the probes are run again',
  'advisory-authorises-nothing': 'Advice authorises nothing',
  'attempts-within-limit': 'Attempts stay within their limit',
  'forbidden-effects-absent': 'Forbidden effects are absent',
  'recorded-equals-recomputed': 'What was recorded is what is recomputed',
  'one-name-one-thing': 'One name names one thing',
  'referenced-file-is-delivered': 'A file that is named is delivered',
  'stated-counts-agree': 'Counts that are stated agree with what is listed',
  'stated-numbers-agree': 'Numbers stated twice agree',
};

export const en: InvariantsWords = {
  question: 'Which rules of the plan hold?',
  none: 'This plan states no rule over the whole of it',
  noneWhy: 'Its gates judge item by item.',
  allHold: (count) => (count === 1 ? 'The one rule holds.' : `All ${count} rules hold.`),
  violated: (count) => formatCount(count, { one: 'rule is violated', other: 'rules are violated' }),
  notEvaluated: (count) => `${count} cannot be judged`,
  holdOf: (holding, total) => `${holding} of ${total} hold.`,
  verdict: { holds: 'Holds', violated: 'Violated', 'not-evaluated': 'Cannot be judged' },
  byVerdict: 'Show rules by verdict',
  nothingMatches: 'No rule has this verdict',
  rules: 'Rules',
  findings: 'Noticed besides',
  findingsHint: 'Conflicts and ambiguities that no rule of the plan speaks of.',
  counterexamples: (count) =>
    formatCount(count, { one: 'counterexample', other: 'counterexamples' }),
  onGraph: 'Show these on the graph',
  idle: (count) =>
    `${formatCount(count, { one: 'rule has', other: 'rules have' })} nothing to judge in this plan`,
  builtIn: new Map(Object.entries(builtIn)),
  more: (count) => `${count} more`,
};
