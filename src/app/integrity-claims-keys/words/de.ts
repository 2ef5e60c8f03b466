import { formatCount } from '../../../lib/format/list.ts';
import type { KeysNoticeWords } from './en.ts';

export const de: KeysNoticeWords = {
  region: 'Schlüssel, auf denen diese Urteile beruhen',
  judged: (keys) =>
    `Signaturen werden mit ${keys === 1 ? 'einem Schlüssel' : `${keys} Schlüsseln`} beurteilt, die Sie gewählt haben:`,
  conditions: (count) =>
    count === 0
      ? 'Keine Bedingung ist deswegen erfüllt.'
      : `${formatCount(count, { one: 'Bedingung ist', other: 'Bedingungen sind' }, 'de')} deswegen erfüllt; wer nicht dieselben Schlüssel gewählt hat, sieht es anders.`,
  without: 'Ohne Schlüssel beurteilen',
  absent: (keys) =>
    `Dieser Link wurde mit ${keys === 1 ? 'einem Schlüssel' : `${keys} Schlüsseln`} beurteilt, die Sie nicht gewählt haben:`,
  absentMeans: 'Was damit signiert ist, gilt hier als ungeprüft.',
  choose: 'Schlüssel wählen',
  leaveOut: 'Weglassen',
};
