import type { NoticeWords } from './en.ts';

export const de: NoticeWords = {
  region: 'Zustand der Quelle',
  added: (revision) => `${revision} ist da.`,
  changed: (revision) => `${revision} wurde auf dem Server geändert.`,
  removed: (revision) => `${revision} wurde vom Server entfernt.`,
  show: 'Zeigen',
  later: 'Jetzt nicht',
  shown: 'Das ist der jetzige Stand auf dem Server.',
  stale: 'Sie sehen, was der Server zuletzt bestätigt hat',
  back: 'Der Server ist wieder da. Was nicht zu haben war, ist jetzt vielleicht zu haben.',
  reload: 'Noch einmal lesen',
  tryAgain: 'Noch einmal versuchen',
  who: 'Der Server möchte wissen, wer fragt. Bis dahin sehen Sie, was schon da war.',
  linkRegion: 'Was der Link sagt',
  lost: (fields) =>
    `Von diesem Link wurde nicht verstanden: ${fields}. Die Seite zeigt das Übrige.`,
  moreFields: (count) => `${count} mehr`,
  putAway: 'Schließen',
};
