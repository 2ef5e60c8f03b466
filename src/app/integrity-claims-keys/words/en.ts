import { formatCount } from '../../../lib/format/list.ts';

/** Words of the bar about the keys that verdicts rest on. */
export interface KeysNoticeWords {
  readonly region: string;
  readonly judged: (keys: number) => string;
  readonly conditions: (count: number) => string;
  readonly without: string;
  readonly absent: (keys: number) => string;
  readonly absentMeans: string;
  readonly choose: string;
  readonly leaveOut: string;
}

const keyForms = { one: 'key', other: 'keys' };

export const en: KeysNoticeWords = {
  region: 'Keys that these verdicts rest on',
  judged: (keys) => `Signatures are judged with ${formatCount(keys, keyForms)} that you chose:`,
  conditions: (count) =>
    count === 0
      ? 'No condition holds because of it.'
      : `${formatCount(count, { one: 'condition holds', other: 'conditions hold' })} because of it; whoever has not chosen the same keys sees otherwise.`,
  without: 'Judge without keys',
  absent: (keys) =>
    `This link was judged with ${formatCount(keys, keyForms)} that you have not chosen:`,
  absentMeans: 'What they signed counts as unverified here.',
  choose: 'Choose keys',
  leaveOut: 'Leave them out',
};
