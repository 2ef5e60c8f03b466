import type { Locale } from './number.ts';

/** The forms of a counted noun; other languages may need more than two. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** A count with the right form of its noun: `1 wave`, `1,200 waves`. */
export function formatCount(count: number, forms: PluralForms, locale: Locale = 'en'): string {
  const { rules, format } = countersOf(locale);
  return `${format.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
}

interface Counters {
  readonly rules: Intl.PluralRules;
  readonly format: Intl.NumberFormat;
}

const counters = new Map<Locale, Counters>();

/** Intl's helpers are slow to make and immutable, so one of each language is kept. */
function countersOf(locale: Locale): Counters {
  const known = counters.get(locale);
  if (known !== undefined) return known;
  const made = { rules: new Intl.PluralRules(locale), format: new Intl.NumberFormat(locale) };
  counters.set(locale, made);
  return made;
}

/** A count alone, with the grouping of the language: `1,200`. */
export function formatWhole(count: number, locale: Locale = 'en'): string {
  return countersOf(locale).format.format(count);
}

/** Counts in one language with two forms of a noun: `count(3, 'Welle', 'Wellen')` is `3 Wellen`. */
export function countIn(locale: Locale): (count: number, one: string, other: string) => string {
  return (count, one, other) => {
    const { rules, format } = countersOf(locale);
    return `${format.format(count)} ${rules.select(count) === 'one' ? one : other}`;
  };
}

/** Joins words as a sentence does: `a, b and c`. */
export function formatList(
  words: readonly string[],
  locale: Locale = 'en',
  type: Intl.ListFormatType = 'conjunction',
): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type }).format(words);
}
