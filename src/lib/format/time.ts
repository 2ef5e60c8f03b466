/**
 * Times and durations for people. Pure: "now" is always a parameter. Times are RFC 3339 strings
 * and are shown in UTC unless told otherwise, so that two readers quote the same minute.
 */
import type { Locale } from './number.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds since the epoch, or `undefined` when the text is no time. */
export function timeValue(time: string): number | undefined {
  const value = Date.parse(time);
  return Number.isNaN(value) ? undefined : value;
}

/**
 * A length of time in its two largest useful parts: `450 ms`, `3.2 s`, `4 min 10 s`, `2 d 3 h`.
 * @param milliseconds may be negative.
 */
export function formatDuration(milliseconds: number, locale: Locale = 'en'): string | undefined {
  if (!Number.isFinite(milliseconds)) return undefined;
  const sign = milliseconds < 0 ? '−' : '';
  const size = Math.abs(milliseconds);
  const number = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (size < second) return `${sign}${number(size, size < 10 ? 2 : 0)}\u00a0ms`;
  if (size < minute) {
    // 59.97 s must not read "60 s".
    return `${sign}${number(Math.floor(size / 100) / 10, 1)}\u00a0s`;
  }
  const parts = (large: number, largeUnit: string, small: number, smallUnit: string): string => {
    const whole = Math.floor(size / large);
    const rest = Math.floor((size - whole * large) / small);
    const head = `${sign}${number(whole, 0)}\u00a0${largeUnit}`;
    return rest === 0 ? head : `${head} ${rest}\u00a0${smallUnit}`;
  };
  if (size < hour) return parts(minute, 'min', second, 's');
  if (size < day) return parts(hour, 'h', minute, 'min');
  return parts(day, 'd', hour, 'h');
}

interface Step {
  readonly unit: Intl.RelativeTimeFormatUnit;
  readonly size: number;
  /** The unit serves distances below this many milliseconds. */
  readonly below: number;
}

const steps: readonly Step[] = [
  { unit: 'second', size: second, below: minute },
  { unit: 'minute', size: minute, below: hour },
  { unit: 'hour', size: hour, below: day },
  { unit: 'day', size: day, below: 30 * day },
  { unit: 'month', size: 30.4375 * day, below: 365 * day },
  { unit: 'year', size: 365.25 * day, below: Number.POSITIVE_INFINITY },
];

/**
 * How long ago, or how far ahead: `3 days ago`, `in 2 hours`. Whole units are cut, not rounded:
 * 47 hours ago is "1 day ago", so that nothing looks older or newer than it is by a whole unit.
 * @returns `undefined` when either text is no time.
 */
export function formatRelativeTime(
  time: string,
  now: string,
  locale: Locale = 'en',
): string | undefined {
  const at = timeValue(time);
  const reference = timeValue(now);
  if (at === undefined || reference === undefined) return undefined;
  const distance = at - reference;
  const step = steps.find(({ below }) => Math.abs(distance) < below);
  if (step === undefined) return undefined;
  const count = Math.trunc(distance / step.size);
  return new Intl.RelativeTimeFormat(locale, { numeric: count === 0 ? 'auto' : 'always' }).format(
    count,
    step.unit,
  );
}

export interface TimeStyle {
  readonly locale?: Locale;
  /** IANA name; `UTC` unless told. */
  readonly timeZone?: string;
}

// Plain "en" would mean the American order; day before month is unmistakable with a month in letters.
const regional = (locale: Locale): Locale => (locale === 'en' ? 'en-GB' : locale);

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Intl formatters are slow to make and immutable, so one of each kind is kept. */
function formatter(locale: Locale, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, style]);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(regional(locale), style);
  formatters.set(key, made);
  return made;
}

/** The exact minute with its zone: `21 Nov 2026, 14:02 UTC`. */
export function formatExactTime(time: string, style: TimeStyle = {}): string | undefined {
  const at = timeValue(time);
  if (at === undefined) return undefined;
  return formatter(style.locale ?? 'en', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: style.timeZone ?? 'UTC',
    timeZoneName: 'short',
  }).format(at);
}

/** The day alone: `21 Nov 2026`. */
export function formatDate(time: string, style: TimeStyle = {}): string | undefined {
  const at = timeValue(time);
  if (at === undefined) return undefined;
  return formatter(style.locale ?? 'en', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: style.timeZone ?? 'UTC',
  }).format(at);
}
