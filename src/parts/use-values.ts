import type { Scalar } from '../model/common.ts';
import { useLanguage } from '../ui/wording/language.tsx';
import { formatScalar, formatTarget, formatValue } from './quantity.ts';

export interface Values {
  /** A number with its unit. */
  readonly value: (value: number, unit: string) => string;
  /** `< 50 ms`. */
  readonly target: (
    target: { readonly operator: string; readonly value: number },
    unit: string,
  ) => string;
  /** Any value as text. */
  readonly scalar: (value: Scalar | readonly Scalar[], unit?: string) => string;
}

/** Values of the plan as the language in use writes them: `const values = useValues()`. */
export function useValues(): Values {
  const locale = useLanguage();
  return {
    value: (value, unit) => formatValue(value, unit, locale),
    target: (target, unit) => formatTarget(target, unit, locale),
    scalar: (value, unit) => formatScalar(value, unit, locale),
  };
}
