import { useMemo } from 'react';
import type { Quantity } from '../gates/types.ts';
import type { Locale } from '../lib/format/number.ts';
import type { Scalar } from '../model/common.ts';
import { type Catalogues, useLanguage, useWords } from '../ui/wording/language.tsx';
import { later } from '../ui/wording/later.ts';
import { formatScalar, formatTarget, formatValue, operatorSign } from './quantity.ts';
import { en, type ValueWords } from './wording/values-en.ts';

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
  /** `<` for `less-than`, and a word for an operator that has no sign. */
  readonly operator: (operator: string) => string;
  /** What was measured or how samples were summed up: `p95`, `mean`. */
  readonly measured: (of: string) => string;
  /** What was measured, its operator and its value; `undefined` in place of a value that is empty. */
  readonly quantity: (quantity: Quantity) => readonly (string | undefined)[];
}

const catalogues: Catalogues<ValueWords> = {
  en,
  de: later('de', () => import('./wording/values-de.ts').then((module) => module.de)),
};

/** Values of the plan as the language in use writes them: `const values = useValues()`. */
export function useValues(): Values {
  const locale = useLanguage();
  const words = useWords(catalogues);
  return useMemo(() => valuesIn(locale, words), [locale, words]);
}

function valuesIn(locale: Locale, words: ValueWords): Values {
  const operator: Values['operator'] = (name) => words.operators[name] ?? operatorSign(name);
  return {
    value: (value, unit) => formatValue(value, unit, locale),
    target: (target, unit) => formatTarget(target, unit, locale),
    scalar: (value, unit) => formatScalar(value, unit, locale),
    operator,
    measured: words.measured,
    quantity: ({ of, operator: name, value, unit }) => {
      const text =
        of === 'gate' && typeof value === 'string'
          ? words.word(value)
          : formatScalar(value, unit, locale);
      return [
        ...(of === undefined ? [] : [words.measured(of)]),
        ...(name === undefined ? [] : [operator(name)]),
        text === '' || value === null ? undefined : text,
      ];
    },
  };
}
