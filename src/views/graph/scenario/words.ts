import type { Assumption } from '../../../gates/assumptions.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type ScenarioWords } from './words/en.ts';

export function useScenarioWords(): ScenarioWords {
  return useWords({ en } satisfies Catalogues<ScenarioWords>);
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
