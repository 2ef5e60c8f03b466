import { type Catalogues, useWords } from '../../ui/wording/language.tsx';

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

export function useSignInWords(): SignInWords {
  return useWords({ en } satisfies Catalogues<SignInWords>);
}
