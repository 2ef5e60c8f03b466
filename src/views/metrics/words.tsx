import type { ReactNode } from 'react';
import { formatCount } from '../../lib/format/list.ts';
import { type Catalogues, useWords } from '../../ui/wording/language.tsx';

type Wrap = (text: string) => ReactNode;

export interface MetricsWords {
  readonly question: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly noTargets: string;
  readonly allMet: (count: number) => string;
  readonly someMet: (open: number, total: number, wrap: Wrap) => ReactNode;
  readonly filter: string;
  readonly byVerdict: string;
  readonly nothingMatches: string;
  readonly showAll: string;
  readonly ungrouped: string;
  readonly target: (text: string) => string;
  readonly noTarget: string;
  readonly noValue: string;
  readonly samples: (count: number) => string;
  readonly headroom: (percent: string) => string;
  readonly beyond: (percent: string) => string;
  readonly unknownMetric: (id: string) => string;
  readonly close: string;
  readonly chart: string;
  readonly table: string;
  readonly show: string;
  readonly summary: (facts: {
    readonly title: string;
    readonly points: number;
    readonly low: string;
    readonly high: string;
  }) => string;
  readonly downsampled: (shown: number, total: number) => string;
  readonly noPoints: string;
  readonly noPointsWhy: string;
  readonly time: string;
  readonly timeZone: string;
  readonly value: string;
  readonly category: string;
  readonly gap: string;
  readonly aggregate: string;
  readonly verdict: string;
  readonly distance: string;
  readonly firstBreach: string;
  readonly never: string;
  readonly reason: string;
  readonly evidence: string;
  readonly targetName: string;
  readonly note: string;
  readonly usedBy: string;
  readonly usedByNone: string;
  readonly withoutTarget: string;
}

const en: MetricsWords = {
  question: 'Are we on target?',
  none: 'This plan measures nothing',
  noneWhy: 'No metric stands in the bundle.',
  noTargets: 'No metric has a target yet.',
  allMet: (count) =>
    `Yes. ${count === 1 ? 'The only metric with a target meets it.' : `All ${count} metrics with a target meet it.`}`,
  someMet: (open, total, wrap) => (
    <>
      No. {wrap(`${open} of ${formatCount(total, { one: 'target', other: 'targets' })}`)}{' '}
      {open === 1 ? 'is' : 'are'} not shown to hold.
    </>
  ),
  filter: 'Find a metric',
  byVerdict: 'Show metrics that',
  nothingMatches: 'No metric matches the filter',
  showAll: 'Show all metrics',
  ungrouped: 'Other metrics',
  target: (text) => `target ${text}`,
  noTarget: 'no target',
  noValue: 'no value',
  samples: (count) => formatCount(count, { one: 'sample', other: 'samples' }),
  headroom: (percent) => `${percent} to spare`,
  beyond: (percent) => `${percent} beyond`,
  unknownMetric: (id) => `The plan has no metric ${id}`,
  close: 'Close',
  chart: 'Chart',
  table: 'Table',
  show: 'Show as',
  summary: ({ title, points, low, high }) =>
    `${title}: ${formatCount(points, { one: 'point', other: 'points' })} from ${low} to ${high}. The table has every value.`,
  downsampled: (shown, total) =>
    `${shown} of ${total} points are drawn; every extreme and the first breach are among them.`,
  noPoints: 'There are no points',
  noPointsWhy: 'Nothing was measured, or the file that should hold it is missing.',
  time: 'Time',
  timeZone: 'Times are UTC.',
  value: 'Value',
  category: 'Category',
  gap: 'no value',
  aggregate: 'Judged by',
  verdict: 'Verdict',
  distance: 'Distance',
  firstBreach: 'First beyond the target',
  never: 'never',
  reason: 'Why',
  evidence: 'Evidence',
  targetName: 'Target',
  note: 'Note',
  usedBy: 'Judged in',
  usedByNone: 'no gate',
  withoutTarget: 'No target',
};

export function useMetricsWords(): MetricsWords {
  return useWords({ en } satisfies Catalogues<MetricsWords>);
}
