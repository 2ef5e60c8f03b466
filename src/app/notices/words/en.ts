/** Words of the bars about the source: updates, age, and who is asking. */
export interface NoticeWords {
  readonly region: string;
  readonly added: (revision: string) => string;
  readonly changed: (revision: string) => string;
  readonly removed: (revision: string) => string;
  readonly show: string;
  readonly later: string;
  readonly shown: string;
  readonly stale: string;
  readonly back: string;
  readonly reload: string;
  readonly tryAgain: string;
  readonly who: string;
  readonly linkRegion: string;
  /** The fields as they were written, as a list. */
  readonly lost: (fields: string) => string;
  readonly moreFields: (count: number) => string;
  readonly putAway: string;
}

export const en: NoticeWords = {
  region: 'State of the source',
  added: (revision) => `${revision} is here.`,
  changed: (revision) => `${revision} was changed at the server.`,
  removed: (revision) => `${revision} was taken away at the server.`,
  show: 'Show',
  later: 'Not now',
  shown: 'This is the state at the server now.',
  stale: 'You see what the server last confirmed',
  back: 'The server is there again. What could not be had may be there now.',
  reload: 'Read again',
  tryAgain: 'Try again',
  who: 'The server wants to know who is asking. Meanwhile you see what was had before.',
  linkRegion: 'What the link says',
  lost: (fields) => `Of this link was not understood: ${fields}. The page shows the rest.`,
  moreFields: (count) => `${count} more`,
  putAway: 'Put away',
};
