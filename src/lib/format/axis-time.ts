import type { Locale } from './number.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14].map((count) => count * day),
];
const months = [1, 2, 3, 6, 12, 24, 60, 120];

/** Where the marks of an axis of time stand, and how they are written. */
export interface TimeTicks {
  /** Milliseconds since 1970, in UTC at round times. */
  readonly at: readonly number[];
  /** The distance between two of them, about. */
  readonly step: number;
}

/** At most `most` marks at round times of UTC inside a span. */
export function timeTicks(from: number, to: number, most: number): TimeTicks {
  const span = to - from;
  if (!(span > 0) || !(most > 0)) return { at: [from], step: day };
  const step = steps.find((each) => span / each <= most);
  if (step !== undefined) {
    // Weeks begin on Monday; the first day of 1970 was a Thursday.
    const base = step % (7 * day) === 0 ? 4 * day : 0;
    const first = Math.ceil((from - base) / step) * step + base;
    const count = Math.floor((to - first) / step) + 1;
    return { at: Array.from({ length: Math.max(0, count) }, (_, at) => first + at * step), step };
  }
  const size = months.find((each) => span / (each * 30.4375 * day) <= most) ?? 240;
  const start = new Date(from);
  const at: number[] = [];
  let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / size) * size;
  for (; at.length <= most; month += size) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (time > to) break;
    if (time >= from) at.push(time);
  }
  return { at, step: size * 30.4375 * day };
}

/** A mark of an axis, as short as the distance to the next one allows: `14:05`, `3 Nov`, `2026`. */
export function formatTick(time: number, step: number, locale: Locale = 'en'): string {
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return '';
  const regional = locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(regional, { ...styleOf(time, step), timeZone: 'UTC' }).format(
    time,
  );
}

function styleOf(time: number, step: number): Intl.DateTimeFormatOptions {
  if (step < second) {
    return { minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 };
  }
  if (step < minute) {
    return { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
  }
  // Midnight is written as the day that begins.
  if (step < day && time % day !== 0) {
    return { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  }
  if (step < 28 * day) return { day: 'numeric', month: 'short' };
  return step < 360 * day ? { month: 'short', year: 'numeric' } : { year: 'numeric' };
}

/** A moment in UTC to the second, or to the millisecond where it has some: `3 Nov 2026, 14:05:09 UTC`. */
export function formatMoment(time: number, locale: Locale = 'en'): string {
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return '';
  const hasMilliseconds = time % second !== 0;
  const hasSeconds = time % minute !== 0;
  return formatter(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(hasSeconds ? { second: '2-digit' } : {}),
    ...(hasMilliseconds ? { fractionalSecondDigits: 3 } : {}),
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(time);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make, and a cursor writes two times with every movement. */
function formatter(locale: Locale, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, style]);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const regional = locale === 'en' ? 'en-GB' : locale;
  const made = new Intl.DateTimeFormat(regional, { ...style, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}
