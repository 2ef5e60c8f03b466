/**
 * Numbers for people. Pure: the locale is a parameter, nothing is read from the machine.
 * Every function answers `undefined`, never "NaN", for a value that is no finite number, so that
 * the caller must say what an absent number looks like.
 */

/** BCP 47 language tag. */
export type Locale = string;

export interface NumberStyle {
  readonly locale?: Locale;
  /** Most digits after the decimal mark; by default three significant digits decide. */
  readonly digits?: number;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Intl formatters are slow to make and immutable, so one of each kind is kept. */
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  numberFormats.set(key, made);
  return made;
}

/** Digits after the mark that keep three significant ones, without cutting whole digits. */
function usefulDigits(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 1000) return 0;
  if (size >= 100) return 1;
  if (size >= 10) return 1;
  if (size >= 1) return 2;
  return Math.min(6, 2 - Math.floor(Math.log10(size)));
}

/** A plain number with grouping, such as `12,345` or `0.0123`. */
export function formatNumber(value: number, style: NumberStyle = {}): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  return numberFormat(style.locale ?? 'en', {
    maximumFractionDigits: style.digits ?? usefulDigits(value),
  }).format(value);
}

/** A count in few characters for badges: `940`, `12K`, `3.4M`. */
export function formatCompact(value: number, locale: Locale = 'en'): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  return numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/**
 * A share as per cent.
 * @param ratio 0 to 1. A share below 1 is never rounded up to 100 %, one above 0 never down to 0 %.
 */
export function formatPercent(ratio: number, style: NumberStyle = {}): string | undefined {
  if (!Number.isFinite(ratio)) return undefined;
  const digits = style.digits ?? (Number.isInteger(ratio * 100) ? 0 : 1);
  const step = 10 ** -(digits + 2);
  const honest =
    ratio < 1 && ratio > 1 - step / 2 ? 1 - step : ratio > 0 && ratio < step / 2 ? step : ratio;
  return numberFormat(style.locale ?? 'en', {
    style: 'percent',
    maximumFractionDigits: digits,
  }).format(honest);
}

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** A size in bytes with binary units: `512 B`, `1.5 KiB`. */
export function formatBytes(bytes: number, locale: Locale = 'en'): string | undefined {
  if (!Number.isFinite(bytes)) return undefined;
  let value = bytes;
  let unit: (typeof byteUnits)[number] = 'B';
  for (const next of byteUnits.slice(1)) {
    if (Math.abs(value) < 1024) break;
    value /= 1024;
    unit = next;
  }
  return `${formatNumber(value, { locale, digits: unit === 'B' ? 0 : 1 })} ${unit}`;
}

/** Spellings of units in data, and what they are called on screen. */
const unitWords: Readonly<Record<string, string>> = {
  us: 'µs',
  usd: '$',
  eur: '€',
  gbp: '£',
  percent: '%',
  pct: '%',
  milliseconds: 'ms',
  seconds: 's',
  minutes: 'min',
  hours: 'h',
  count: '',
  1: '',
};

/** Currencies, which English sets before the number and other languages behind it. */
const leadingUnits: ReadonlySet<string> = new Set(['$', '€', '£']);
const byteSpellings: ReadonlySet<string> = new Set(['b', 'byte', 'bytes']);

/**
 * A number with the unit in which it was measured; the unit is never converted (except bytes,
 * which are scaled), because a target is stated in the same unit.
 * @param unit as the data spells it, such as `ms`, `%`, `ratio`, `EUR`, `bytes`, `count` or any
 * other word, which is then set behind the number.
 */
export function formatQuantity(
  value: number,
  unit: string | undefined,
  style: NumberStyle = {},
): string | undefined {
  const text = unit?.trim() ?? '';
  const small = text.toLowerCase();
  if (byteSpellings.has(small)) return formatBytes(value, style.locale);
  const number = formatNumber(value, style);
  if (number === undefined) return undefined;
  const word = Object.hasOwn(unitWords, small) ? (unitWords[small] ?? '') : text;
  if (word === '') return number;
  if (leadingUnits.has(word) && (style.locale ?? 'en').startsWith('en')) {
    return value < 0 ? `${number.slice(0, 1)}${word}${number.slice(1)}` : `${word}${number}`;
  }
  // A no-break space keeps the unit with its number.
  return `${number}\u00a0${word}`;
}
