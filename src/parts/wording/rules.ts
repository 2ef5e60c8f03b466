import type { InvariantResult } from '../../gates/types.ts';
import type { BuiltInRule } from '../../model/gate.ts';
import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';

export type RuleTitles = Readonly<Record<BuiltInRule, string>>;

/** The rules that the engine always checks; a plan that states one itself gives it its own title. */
const en: RuleTitles = {
  'complete-needs-evidence': 'What is complete has evidence',
  'complete-after-dependencies': 'Nothing is complete before what it depends on',
  'earlier-phase-blocks-later': 'No later phase advances while an earlier one has an open blocker',
  'guarded-close-needs-gate': 'Guarded items close only with their gate passed',
  'step-needs-own-authorisation': 'No step is carried out without its own authorisation',
  'one-authorisation-one-step': 'One authorisation covers one step',
  're-verified-between-steps': 'Between two steps everything was verified again',
  'advisory-authorises-nothing': 'Advice authorises nothing',
  'attempts-within-limit': 'Attempts stay within their limit',
  'forbidden-effects-absent': 'Forbidden effects are absent',
  'recorded-equals-recomputed': 'Recorded verdicts equal recomputed ones',
  'one-name-one-thing': 'A name or number means one thing',
  'referenced-file-is-delivered': 'Files that are referred to are delivered',
  'stated-counts-agree': 'Stated counts agree with what is listed',
  'stated-numbers-agree': 'Numbers stated twice agree',
};

const catalogues: Catalogues<RuleTitles> = {
  en,
  de: later('de', () => import('./rules-de.ts').then((module) => module.de)),
};

function isRule(name: string): name is BuiltInRule {
  return Object.hasOwn(en, name);
}

/** The title of a rule over the whole plan: its own, or ours for a rule that the plan leaves unsaid. */
export function useRuleTitle(): (invariant: Pick<InvariantResult, 'title'>) => string {
  const words = useWords(catalogues);
  return ({ title }) => (isRule(title) ? words[title] : title);
}
