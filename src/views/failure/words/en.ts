export interface FailureWords {
  readonly title: string;
  readonly unreadable: string;
  readonly unreadableRemedy: string;
  readonly problems: string;
  readonly tryAgain: string;
  readonly home: string;
}

export const en: FailureWords = {
  title: 'This bundle cannot be shown',
  unreadable: 'The bytes are there, but they are no bundle that this version can read.',
  unreadableRemedy: 'The problems below say where. Correct them and try again.',
  problems: 'Problems found while reading',
  tryAgain: 'Try again',
  home: 'Show the other projects',
};
