import type { FailureWords } from './en.ts';

export const de: FailureWords = {
  title: 'Dieses Bündel lässt sich nicht zeigen',
  unreadable: 'Die Bytes sind da, aber sie sind kein Bündel, das diese Version lesen kann.',
  unreadableRemedy:
    'Die Probleme unten sagen, wo. Beheben Sie sie und versuchen Sie es noch einmal.',
  problems: 'Beim Lesen gefundene Probleme',
  tryAgain: 'Noch einmal versuchen',
  home: 'Die anderen Projekte zeigen',
};
