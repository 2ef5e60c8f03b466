import type { SignInWords } from './sign-in-en.ts';

export const de: SignInWords = {
  token: 'Zugangsschlüssel',
  hint: 'Bleibt im Speicher, bis diese Seite geschlossen oder neu geladen wird, und steht nie in einem Link.',
  signIn: 'Anmelden',
};
