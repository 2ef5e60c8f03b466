import type { ReactNode } from 'react';
import { formatQuantity } from '../lib/format/number.ts';
import { formatExactTime, formatRelativeTime } from '../lib/format/time.ts';
import { SafeText } from './safe-text.tsx';
import { useLanguage } from './wording/language.tsx';
import { useWording } from './wording/use-wording.ts';

export interface RelativeTimeProps {
  /** RFC 3339 time. */
  readonly at: string;
  /** RFC 3339 time that counts as now, usually the as-of time of the page. */
  readonly now: string;
}

/** How long ago; the exact minute on hover and in print. A text that is no time is shown as such. */
export function RelativeTime({ at, now }: RelativeTimeProps): ReactNode {
  const locale = useLanguage();
  const words = useWording();
  const relative = formatRelativeTime(at, now, locale);
  const exact = formatExactTime(at, { locale });
  if (relative === undefined || exact === undefined) {
    return (
      <span>
        <SafeText text={at} /> ({words.notATime})
      </span>
    );
  }
  return (
    <time dateTime={at} title={exact}>
      <span data-print="none">{relative}</span>
      <span data-print="only">{exact}</span>
    </time>
  );
}

/** The exact minute, where the distance would mislead. */
export function ExactTime({ at }: { readonly at: string }): ReactNode {
  const locale = useLanguage();
  const words = useWording();
  const exact = formatExactTime(at, { locale });
  if (exact === undefined) {
    return (
      <span>
        <SafeText text={at} /> ({words.notATime})
      </span>
    );
  }
  return <time dateTime={at}>{exact}</time>;
}

export interface QuantityProps {
  readonly value: number;
  /** Unit as the data spells it. */
  readonly unit?: string | undefined;
  /** Most digits after the decimal mark. */
  readonly digits?: number;
}

/** A number with its unit, never "NaN". */
export function Quantity({ value, unit, digits }: QuantityProps): ReactNode {
  const locale = useLanguage();
  const words = useWording();
  const text = formatQuantity(value, unit, {
    locale,
    ...(digits === undefined ? {} : { digits }),
  });
  return text === undefined ? <span>{words.notANumber}</span> : <SafeText text={text} />;
}
