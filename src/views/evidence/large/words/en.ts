import { formatCount, formatWhole } from '../../../../lib/format/list.ts';

/** Words of files that are too large to come to the page as a whole. */
export interface LargeWords {
  readonly opening: string;
  readonly note: (size: string) => string;
  /** Of what a smaller file is shown as a tree or a page. */
  readonly asLines: string;
  readonly counting: (percent: string) => string;
  readonly lines: (count: number) => string;
  readonly rows: (count: number) => string;
  readonly hashing: string;
  readonly searching: string;
  readonly searched: (percent: string) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly row: string;
  readonly waiting: string;
  readonly lost: string;
  readonly markRow: (row: number) => string;
  readonly goToRow: string;
  readonly hexOf: (name: string) => string;
  readonly preparing: string;
  readonly readingReport: string;
  readonly firstEntries: (all: number) => string;
  readonly noReport: string;
  readonly drawing: string;
  readonly noNumbers: string;
}

export const en: LargeWords = {
  opening: 'Reading the file and finding its lines',
  note: (size) =>
    `${size}. The file stays with the engine; only what you look at comes to the page.`,
  asLines: 'Up to 16 MiB it would be formatted; this one is shown line by line.',
  counting: (percent) => `counting, ${percent} so far`,
  lines: (count) => formatCount(count, { one: 'line', other: 'lines' }),
  rows: (count) => formatCount(count, { one: 'row', other: 'rows' }),
  hashing: 'Hashing the file',
  searching: 'Searching the file',
  searched: (percent) => `${percent} searched`,
  stop: 'Stop',
  stopped: 'The search was stopped',
  row: 'Row',
  waiting: 'on its way',
  lost: 'could not be read',
  markRow: (row) => `Mark row ${row}`,
  goToRow: 'Go to row',
  hexOf: (name) => `Bytes of ${name}`,
  preparing: 'Preparing the download',
  readingReport: 'Reading the report',
  firstEntries: (all) =>
    `The totals are those of the whole. Of its ${formatWhole(all)} entries the gravest are listed; the text has them all.`,
  noReport: 'Its reader finds no report in it. The text shows what it holds.',
  drawing: 'Going through the rows',
  noNumbers: 'This column holds no numbers to draw.',
};
