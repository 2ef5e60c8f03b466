import type { ReasonCode } from '../../../gates/reason-codes.ts';
import type { Reason } from '../../../gates/types.ts';
import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { evidenceReasons } from './evidence.ts';
import { governanceReasons } from './governance.ts';
import type { Sentences } from './help.ts';
import { measureReasons } from './measures.ts';
import { planReasons } from './plan.ts';

/** Every reason of the engine in English; the compiler misses a lacking one. */
export const en: Sentences<ReasonCode> = {
  ...evidenceReasons,
  ...measureReasons,
  ...governanceReasons,
  ...planReasons,
};

const catalogues: Catalogues<Sentences<ReasonCode>> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** Words a reason of the engine. */
export function useReasonText(): (reason: Reason) => string {
  const catalogue = useWords(catalogues);
  return (reason) => sentence(catalogue, reason);
}

function sentence(catalogue: Sentences<ReasonCode>, { code, params = {} }: Reason): string {
  // The list pairs each code with its parameters; a union of both cannot say so.
  const word: (params: never) => string = catalogue[code];
  return word(params as never);
}
