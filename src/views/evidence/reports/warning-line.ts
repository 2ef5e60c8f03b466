import type { ReaderWarning } from '../../../formats/reading.ts';
import type { ReportWords } from './words/en.ts';

/** What a reader did not understand, with its place and particulars. */
export function warningLine({ code, line, params }: ReaderWarning, words: ReportWords): string {
  const details = Object.entries(params ?? {}).map(([name, value]) => `${name} ${value}`);
  const place = line === undefined ? [] : [words.atLine(line)];
  const rest = [...place, ...details].join(', ');
  return rest === '' ? words.warning[code] : `${words.warning[code]} (${rest})`;
}
