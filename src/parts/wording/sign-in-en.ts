export interface SignInWords {
  readonly token: string;
  readonly hint: string;
  readonly signIn: string;
}

export const en: SignInWords = {
  token: 'Access token',
  hint: 'Kept in memory until this page is closed or reloaded, and never part of a link.',
  signIn: 'Sign in',
};
