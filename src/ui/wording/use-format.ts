import { formatCount, formatList, type PluralForms } from '../../lib/format/list.ts';
import {
  formatBytes,
  formatCompact,
  formatNumber,
  formatPercent,
  formatQuantity,
  type NumberStyle,
} from '../../lib/format/number.ts';
import {
  formatDate,
  formatDuration,
  formatExactTime,
  formatRelativeTime,
  type TimeStyle,
} from '../../lib/format/time.ts';
import { type Language, languages } from '../../lib/language.ts';
import { useLanguage } from './language.tsx';

/** The formatters of lib/format, in one language. */
export interface Formats {
  readonly locale: Language;
  readonly number: (value: number, style?: Omit<NumberStyle, 'locale'>) => string | undefined;
  readonly compact: (value: number) => string | undefined;
  readonly percent: (ratio: number, style?: Omit<NumberStyle, 'locale'>) => string | undefined;
  readonly bytes: (bytes: number) => string | undefined;
  readonly quantity: (
    value: number,
    unit: string | undefined,
    style?: Omit<NumberStyle, 'locale'>,
  ) => string | undefined;
  readonly duration: (milliseconds: number) => string | undefined;
  readonly relativeTime: (time: string, now: string) => string | undefined;
  readonly exactTime: (time: string, style?: Omit<TimeStyle, 'locale'>) => string | undefined;
  readonly date: (time: string, style?: Omit<TimeStyle, 'locale'>) => string | undefined;
  readonly count: (count: number, forms: PluralForms) => string;
  readonly list: (words: readonly string[], type?: Intl.ListFormatType) => string;
}

function formatsOf(locale: Language): Formats {
  return {
    locale,
    number: (value, style) => formatNumber(value, { ...style, locale }),
    compact: (value) => formatCompact(value, locale),
    percent: (ratio, style) => formatPercent(ratio, { ...style, locale }),
    bytes: (bytes) => formatBytes(bytes, locale),
    quantity: (value, unit, style) => formatQuantity(value, unit, { ...style, locale }),
    duration: (milliseconds) => formatDuration(milliseconds, locale),
    relativeTime: (time, now) => formatRelativeTime(time, now, locale),
    exactTime: (time, style) => formatExactTime(time, { ...style, locale }),
    date: (time, style) => formatDate(time, { ...style, locale }),
    count: (count, forms) => formatCount(count, forms, locale),
    list: (words, type) => formatList(words, locale, type),
  };
}

const formats = new Map(languages.map((language) => [language, formatsOf(language)]));
const english = formatsOf('en');

/** Dates, numbers and units as the language in use writes them: `const format = useFormat()`. */
export function useFormat(): Formats {
  return formats.get(useLanguage()) ?? english;
}
