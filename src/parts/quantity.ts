import { formatQuantity, type Locale } from '../lib/format/number.ts';
import type { Operator, Scalar } from '../model/common.ts';

const signs: Readonly<Partial<Record<Operator, string>>> = {
  equals: '=',
  'not-equals': '≠',
  'less-than': '<',
  'at-most': '≤',
  'greater-than': '>',
  'at-least': '≥',
};

const signByWord: ReadonlyMap<string, string> = new Map(Object.entries(signs));

/** `<` for `less-than`; an operator without a sign, or a word that is none, stands for itself. */
export function operatorSign(operator: string): string {
  return signByWord.get(operator) ?? operator;
}

/** A number with its unit. */
export function formatValue(value: number, unit: string, locale: Locale = 'en'): string {
  return formatQuantity(value, unit, { locale }) ?? `${value} ${unit}`;
}

/** `< 50 ms`. */
export function formatTarget(
  target: { readonly operator: string; readonly value: number },
  unit: string,
  locale: Locale = 'en',
): string {
  return `${operatorSign(target.operator)} ${formatValue(target.value, unit, locale)}`;
}

/** Any value as text: numbers with their unit, words as they are, lists with commas. */
export function formatScalar(
  value: Scalar | readonly Scalar[],
  unit?: string,
  locale: Locale = 'en',
): string {
  if (Array.isArray(value))
    return value.map((entry) => formatScalar(entry, unit, locale)).join(', ');
  if (typeof value === 'number') {
    return unit === undefined
      ? (formatQuantity(value, '', { locale }) ?? String(value))
      : formatValue(value, unit, locale);
  }
  return String(value);
}
