import type { Locale } from './number.ts';

/** The forms of a counted noun; other languages may need more than two. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** A count with the right form of its noun: `1 wave`, `1,200 waves`. */
export function formatCount(count: number, forms: PluralForms, locale: Locale = 'en'): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return `${new Intl.NumberFormat(locale).format(count)} ${form}`;
}

/** Counts in one language with two forms of a noun: `count(3, 'Welle', 'Wellen')` is `3 Wellen`. */
export function countIn(locale: Locale): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(locale);
  const format = new Intl.NumberFormat(locale);
  return (count, one, other) =>
    `${format.format(count)} ${rules.select(count) === 'one' ? one : other}`;
}

/** Joins words as a sentence does: `a, b and c`. */
export function formatList(
  words: readonly string[],
  locale: Locale = 'en',
  type: Intl.ListFormatType = 'conjunction',
): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type }).format(words);
}
