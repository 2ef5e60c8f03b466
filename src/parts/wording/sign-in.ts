import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';

export interface SignInWords {
  readonly token: string;
  readonly hint: string;
  readonly signIn: string;
}

const en: SignInWords = {
  token: 'Access token',
  hint: 'Kept in memory until this page is closed or reloaded, and never part of a link.',
  signIn: 'Sign in',
};

const catalogues: Catalogues<SignInWords> = {
  en,
  de: later('de', () => import('./sign-in-de.ts').then((module) => module.de)),
};

export function useSignInWords(): SignInWords {
  return useWords(catalogues);
}
