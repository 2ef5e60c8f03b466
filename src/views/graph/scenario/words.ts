import type { Assumption } from '../../../gates/assumptions.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type ScenarioWords } from './words/en.ts';

const catalogues: Catalogues<ScenarioWords> = {
  en,
  de: later('de', () => import('./words/de.ts').then((module) => module.de)),
};

export function useScenarioWords(): ScenarioWords {
  return useWords(catalogues);
}

/** An assumption in one line, as chips, menus and exports write it. */
export function useAssumptionText(): (assumption: Assumption) => string {
  const words = useScenarioWords();
  const states = useStateWords();
  return (one) => {
    switch (one.kind) {
      case 'condition':
        return words.assumption.condition(
          `${one.gate} / ${one.condition}`,
          states.condition[one.verdict],
        );
      case 'gate':
        return words.assumption.gate(one.gate, states.gate[one.verdict]);
      case 'item':
        return words.assumption.item(one.item, states.item.complete);
      case 'stop':
        return words.assumption.stop(one.stop, words.lifted);
    }
  };
}
