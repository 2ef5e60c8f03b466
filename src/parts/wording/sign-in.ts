import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type SignInWords } from './sign-in-en.ts';

const catalogues: Catalogues<SignInWords> = {
  en,
  de: later('de', () => import('./sign-in-de.ts').then((module) => module.de)),
};

export function useSignInWords(): SignInWords {
  return useWords(catalogues);
}
