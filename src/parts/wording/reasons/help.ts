import type { ReasonCode, ReasonParams } from '../../../gates/reason-codes.ts';
import { formatCount } from '../../../lib/format/list.ts';
import { formatDuration, formatExactTime } from '../../../lib/format/time.ts';
import type { Scalar } from '../../../model/common.ts';

/** One sentence, without a full stop, for each reason of a part of the list. */
export type Sentences<C extends ReasonCode> = {
  readonly [K in C]: (params: ReasonParams<K>) => string;
};

/** Seconds in words. */
export function age(seconds: Scalar): string {
  return typeof seconds === 'number'
    ? (formatDuration(seconds * 1000) ?? `${seconds} s`)
    : String(seconds);
}

/** An RFC 3339 instant in words. */
export function instant(time: Scalar): string {
  return typeof time === 'string' ? (formatExactTime(time) ?? time) : String(time);
}

/** `1 test`, `3 tests`. */
export function count(value: Scalar, one: string, other: string): string {
  return typeof value === 'number' ? formatCount(value, { one, other }) : `${value} ${other}`;
}

/** Checks a part of the list: every key is a reason, every sentence takes that reason's parameters. */
export function sentences<C extends ReasonCode>(part: Sentences<C>): Sentences<C> {
  return part;
}
