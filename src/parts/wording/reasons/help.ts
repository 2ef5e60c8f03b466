import type { ReasonCode, ReasonParams } from '../../../gates/reason-codes.ts';
import { formatCount } from '../../../lib/format/list.ts';
import type { Locale } from '../../../lib/format/number.ts';
import { formatDuration, formatExactTime } from '../../../lib/format/time.ts';
import type { Scalar } from '../../../model/common.ts';
import { operatorSign } from '../../quantity.ts';
import type { ValueWords } from '../values-en.ts';

/** One sentence, without a full stop, for each reason of a part of the list. */
export type Sentences<C extends ReasonCode> = {
  readonly [K in C]: (params: ReasonParams<K>) => string;
};

/** Parameters of reasons as one language writes them. What is no number stands for itself. */
export interface ParamsInWords {
  /** Seconds as a length of time. */
  readonly age: (seconds: Scalar) => string;
  /** An RFC 3339 instant. */
  readonly instant: (time: Scalar) => string;
  /** `1 test`, `3 tests`. */
  readonly count: (value: Scalar, one: string, other: string) => string;
  /** A measured number, with every digit that could decide. */
  readonly number: (value: Scalar) => string;
  /** A compared value with its unit, which may be empty; a long text is cut. */
  readonly value: (value: Scalar, unit: Scalar) => string;
}

/** A sentence names a value; the whole of a longer one stands beside it, in its evidence. */
const MOST_CHARACTERS = 80;

/** How a language writes the parameters of reasons. */
export function paramsIn(locale: Locale): ParamsInWords {
  let exact: Intl.NumberFormat | undefined;
  const number = (value: Scalar): string => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return String(value);
    // Made when first asked for: it takes milliseconds, and every part of the list has its own.
    exact ??= new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
    return exact.format(value);
  };
  return {
    age: (seconds) =>
      typeof seconds === 'number'
        ? (formatDuration(seconds * 1000, locale) ?? `${seconds} s`)
        : String(seconds),
    instant: (time) =>
      typeof time === 'string' ? (formatExactTime(time, { locale }) ?? time) : String(time),
    count: (value, one, other) =>
      typeof value === 'number' ? formatCount(value, { one, other }, locale) : `${value} ${other}`,
    number,
    // A count has no unit that anybody writes.
    value: (value, unit) => `${cut(number(value))} ${unit === 'count' ? '' : unit}`.trim(),
  };
}

const cut = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;

/** `≤` for `at-most`; a word of the language where no sign says it. */
export function operatorIn({ operators }: ValueWords): (operator: Scalar) => string {
  return (operator) => operators[String(operator)] ?? operatorSign(String(operator));
}

/** What Git itself shows of a digest, and what bundles are usually called by. */
const SHORT_COMMIT = 12;

/** A commit short enough to be read; whole where the short one would be that of the other, too. */
export function revision(commit: Scalar, other?: Scalar): string {
  const text = String(commit);
  if (!/^[\da-f]{40,64}$/.test(text)) return text;
  const short = text.slice(0, SHORT_COMMIT);
  return commit !== other && String(other).startsWith(short) ? text : short;
}

/** Checks a part of the list: every key is a reason, every sentence takes that reason's parameters. */
export function sentences<C extends ReasonCode>(part: Sentences<C>): Sentences<C> {
  return part;
}
