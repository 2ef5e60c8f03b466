import { useMemo } from 'react';
import { formatTarget, formatValue } from '../../../parts/quantity.ts';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import type { ModelTexts } from './chart-data.ts';

/** The names of lines and marks in the chart. */
export function useModelTexts(): ModelTexts {
  const words = useMetricsWords();
  const format = useFormat();
  return useMemo(
    () => ({
      target: ({ target, unit }) =>
        target === undefined ? '' : words.target(formatTarget(target, unit, format.locale)),
      value: (value, unit) => formatValue(value, unit, format.locale),
      aggregate: ({ aggregate, value, window, samples }, unit) =>
        words.aggregateLine(
          aggregate,
          value === undefined ? words.noValue : formatValue(value, unit, format.locale),
          window === undefined
            ? words.wholeWindow
            : words.lastWindow(format.duration(window * 1000) ?? ''),
          samples,
        ),
      mark: ({ kind, title }) => `${words.markKinds[kind]}: ${title}`,
    }),
    [words, format],
  );
}
