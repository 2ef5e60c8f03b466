import { formatInstant, parseTimestamp } from '../../lib/timestamp.ts';
import type { Timestamp } from '../../model/common.ts';

/**
 * A decimal number as tools write it: with thousands separated by commas, or with a decimal comma.
 * `undefined` when it is no number, or when nobody can tell which comma it is (`1,234`).
 */
export function looseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) return finite(Number(trimmed));
  const isGrouped = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(trimmed);
  const isLong = /^[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}$/.test(trimmed);
  if (isGrouped || isLong) return finite(Number(trimmed.replaceAll(',', '')));
  const [, whole, fraction] = /^([+-]?\d+),(\d+)$/.exec(trimmed) ?? [];
  if (whole === undefined || fraction === undefined) return undefined;
  const isAmbiguous = fraction.length === 3 && !/^[+-]?0/.test(whole) && whole.length <= 3;
  return isAmbiguous ? undefined : finite(Number(`${whole}.${fraction}`));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** A count: a whole number that is not negative and that numbers can hold exactly. */
export function countOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d+(?:\.0*)?$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isSafeInteger(value) ? value : undefined;
}

/**
 * An instant as RFC 3339 in UTC. `undefined` for what is none, and for a time without a zone: whose
 * clock it was is not ours to guess.
 */
export function instant(text: string): Timestamp | undefined {
  const compact = /([+-]\d{2})(\d{2})$/.exec(text);
  const spelled =
    compact === null ? text : `${text.slice(0, compact.index)}${compact[1]}:${compact[2]}`;
  const milliseconds = parseTimestamp(spelled);
  const formatted = Number.isNaN(milliseconds) ? '' : formatInstant(milliseconds);
  return formatted === '' ? undefined : formatted;
}

/** An instant by its milliseconds since 1970, when it is a plausible one. */
export function instantOfMillis(milliseconds: number): Timestamp | undefined {
  const formatted = formatInstant(milliseconds);
  return formatted === '' ? undefined : formatted;
}

/** Seconds as milliseconds, without the noise of binary fractions. */
export function millis(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e3;
}
