import type { InvariantResult } from '../../gates/types.ts';
import type { BuiltInRule } from '../../model/gate.ts';
import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type RuleTitles } from './rules-en.ts';

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
