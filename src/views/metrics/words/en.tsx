import type { ReactNode } from 'react';
import { formatCount } from '../../../lib/format/list.ts';
import type { Layer, MetricView } from '../metrics-search.ts';
import { type BudgetWords, budgetWords } from './en-budgets.ts';
import { type CompareWords, compareWords } from './en-compare.ts';

type Wrap = (text: string) => ReactNode;

export interface MetricsWords extends BudgetWords, CompareWords {
  readonly question: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly noTargets: string;
  readonly allMet: (count: number) => string;
  readonly someMet: (open: number, total: number, wrap: Wrap) => ReactNode;
  readonly pages: string;
  readonly metricsPage: string;
  readonly targetsPage: string;
  readonly budgetsPage: string;
  readonly filter: string;
  readonly byVerdict: string;
  readonly byGroup: string;
  readonly allGroups: string;
  readonly sortBy: string;
  readonly sorts: Readonly<Record<'risk' | 'name' | 'plan', string>>;
  readonly nothingMatches: string;
  readonly showAll: string;
  readonly ungrouped: string;
  readonly groupCount: (open: number, total: number) => string;
  readonly target: (text: string) => string;
  readonly noTarget: string;
  readonly noValue: string;
  readonly samples: (count: number) => string;
  readonly headroom: (percent: string) => string;
  readonly beyond: (percent: string) => string;
  readonly near: string;
  readonly trends: Readonly<Record<'better' | 'worse' | 'none' | 'few', string>>;
  readonly beyondSince: (time: string) => string;
  readonly withinSince: (time: string) => string;
  readonly gapCount: (count: number) => string;
  readonly unknownMetric: (id: string) => string;
  readonly close: string;
  readonly view: string;
  readonly views: Readonly<Record<MetricView, string>>;
  readonly logScale: string;
  readonly noLogScale: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomAll: string;
  readonly layers: string;
  readonly layerNames: Readonly<Record<Layer, string>>;
  readonly saveAs: string;
  readonly saveCsv: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly saved: (name: string) => string;
  readonly saveFailed: string;
  readonly csvOnly: string;
  readonly summary: (facts: {
    readonly title: string;
    readonly points: number;
    readonly low: string;
    readonly high: string;
    readonly from: string;
    readonly to: string;
    readonly beyond: number | undefined;
  }) => string;
  readonly cursor: string;
  readonly cursorNowhere: string;
  readonly cursorAt: (time: string, value: string, isBeyond: boolean) => string;
  readonly beyondTarget: string;
  readonly keys: string;
  readonly painted: string;
  readonly downsampled: (shown: number, total: number) => string;
  readonly laterPoints: (count: number) => string;
  readonly noPoints: string;
  readonly noPointsWhy: string;
  readonly noPointsStated: string;
  readonly pointsFileMissing: (path: string) => string;
  readonly pointsFileUnreadable: (path: string) => string;
  readonly pointsFileUnusable: (path: string) => string;
  readonly pointsFileEmpty: (path: string) => string;
  readonly untested: string;
  readonly onlyGaps: string;
  readonly tooFew: (samples: number, needed: number) => string;
  readonly emptySpan: string;
  readonly time: string;
  readonly timeZone: string;
  readonly value: string;
  readonly category: string;
  readonly sourceRow: string;
  readonly rowLink: (row: number) => string;
  readonly sourceFile: string;
  readonly side: string;
  readonly isWithin: string;
  readonly gap: string;
  readonly gaps: string;
  readonly pageOf: (from: number, to: number, total: number) => string;
  readonly pageBefore: string;
  readonly pageAfter: string;
  readonly aggregate: string;
  readonly aggregateOf: (name: string, window: string, samples: number) => string;
  readonly wholeWindow: string;
  readonly lastWindow: (length: string) => string;
  readonly neededSamples: (needed: number) => string;
  readonly aggregateLine: (name: string, value: string, window: string, samples: number) => string;
  readonly verdict: string;
  readonly distance: string;
  readonly firstBreach: string;
  readonly longestBreach: string;
  readonly longestFor: (length: string, samples: number, worst: string) => string;
  readonly beyondCount: string;
  readonly beyondOf: (beyond: number, samples: number) => string;
  readonly never: string;
  readonly since: string;
  readonly reason: string;
  readonly evidence: string;
  readonly targetName: string;
  readonly note: string;
  readonly usedBy: string;
  readonly usedByNone: string;
  readonly withoutTarget: string;
  readonly trend: string;
  readonly trendText: (direction: 'better' | 'worse' | 'none', p: string, values: number) => string;
  readonly rateName: string;
  readonly rateText: (share: string, hits: number, of: number) => string;
  readonly rateInterval: (low: string, high: string) => string;
  readonly marksTitle: string;
  readonly markKinds: Readonly<Record<'revision' | 'decision' | 'waiver' | 'alert', string>>;
  readonly changesTitle: string;
  readonly changeLine: (from: string, to: string, difference: string) => string;
  readonly noChanges: string;
  readonly changesWhy: (averaged: number) => string;
  readonly histogramSummary: (bins: number, samples: number) => string;
  readonly binRange: (from: string, to: string) => string;
  readonly binCount: string;
  readonly range: string;
  readonly percentileSummary: (median: string, p95: string) => string;
  readonly percentileRule: string;
  readonly percent: string;
  readonly histogramRule: string;
  readonly categoriesTitle: string;
  readonly categoryShare: string;
  readonly median: string;
  readonly beyondShort: string;
  readonly success: string;
  readonly interval: string;
  readonly wilsonRule: string;
  readonly categoriesMore: (count: number) => string;
  readonly targetsTitle: string;
  readonly stated: Readonly<Record<'summary' | 'section' | 'metric', string>>;
  readonly metric: string;
  readonly wanted: string;
  readonly measured: string;
  readonly nobodyDelivers: string;
  readonly noFileNamed: string;
  readonly deliveredBy: (id: string) => string;
  readonly inBundle: string;
  readonly notJudged: string;
  readonly targetsNote: (nobody: number, noFile: number) => string;
}

const points = (count: number): string => formatCount(count, { one: 'point', other: 'points' });
const samples = (count: number): string => formatCount(count, { one: 'sample', other: 'samples' });

export const en: MetricsWords = {
  ...budgetWords,
  ...compareWords,
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
  pages: 'What to show',
  metricsPage: 'Metrics',
  targetsPage: 'Targets',
  budgetsPage: 'Budgets',
  filter: 'Find a metric',
  byVerdict: 'Show metrics that',
  byGroup: 'Group',
  allGroups: 'All groups',
  sortBy: 'Order',
  sorts: { risk: 'Most at risk first', name: 'By name', plan: 'As in the plan' },
  nothingMatches: 'No metric matches the filter',
  showAll: 'Show all metrics',
  ungrouped: 'Other metrics',
  groupCount: (open, total) =>
    open === 0 ? `${total}, all shown to hold` : `${open} of ${total} not shown to hold`,
  target: (text) => `target ${text}`,
  noTarget: 'no target',
  noValue: 'no value',
  samples,
  headroom: (percent) => `${percent} to spare`,
  beyond: (percent) => `${percent} beyond`,
  near: 'near its limit',
  trends: {
    better: 'getting better',
    worse: 'getting worse',
    none: 'no trend',
    few: 'too few for a trend',
  },
  beyondSince: (time) => `samples beyond since ${time}`,
  withinSince: (time) => `samples within since ${time}`,
  gapCount: (count) => formatCount(count, { one: 'gap', other: 'gaps' }),
  unknownMetric: (id) => `The plan has no metric ${id}`,
  close: 'Close',
  view: 'View',
  views: {
    line: 'Line',
    area: 'Area',
    step: 'Steps',
    points: 'Points',
    histogram: 'Histogram',
    percentiles: 'Percentiles',
    categories: 'Categories',
    table: 'Table',
  },
  logScale: 'Log scale',
  noLogScale: 'A log scale needs values above 0',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomAll: 'Show all of the time',
  layers: 'In the chart',
  layerNames: {
    target: 'Target line',
    bands: 'Bands beyond and near the target',
    aggregate: 'What the gate takes',
    marks: 'Revisions, decisions and alerts',
    course: 'What the gate would have taken earlier',
    levels: 'Levels between changes',
  },
  saveAs: 'Save',
  saveCsv: 'Points as CSV',
  saveSvg: 'Chart as SVG',
  savePng: 'Chart as PNG',
  saved: (name) => `Saved ${name}`,
  saveFailed: 'The browser could not draw the picture',
  csvOnly:
    'The chart over time can be saved as a picture; this view has its figures in the CSV file',
  summary: ({ title, points: count, low, high, from, to, beyond }) =>
    `${title}: ${points(count)} from ${low} to ${high}, ${from} to ${to}${
      beyond === undefined
        ? ''
        : beyond === 0
          ? ', none beyond the target'
          : `, ${beyond} beyond the target`
    }. The table has every value.`,
  cursor: 'Cursor over the points',
  cursorNowhere: 'not on a point',
  cursorAt: (time, value, isBeyond) => `${time}: ${value}${isBeyond ? ', beyond the target' : ''}`,
  beyondTarget: 'beyond the target',
  keys: 'Arrow keys move the cursor, with Shift they choose a stretch and Enter opens it; + and − zoom, 0 shows all. Dragging chooses a stretch too (hold the finger first); the wheel with Ctrl, and two fingers, zoom.',
  painted: 'painted',
  downsampled: (shown, total) =>
    `${formatCount(shown, { one: 'point', other: 'points' })} of ${formatCount(total, { one: 'point', other: 'points' })} are drawn: of every stretch the first, the last, both extremes, the first beyond the target and the first gap.`,
  laterPoints: (count) =>
    `${points(count)} after the instant of judgement ${count === 1 ? 'is' : 'are'} left out.`,
  noPoints: 'There are no points',
  noPointsWhy: 'Nothing was measured, or the file that should hold it is missing.',
  noPointsStated: 'Nothing was measured: the plan states no points and names no file of them.',
  pointsFileMissing: (path) => `The file ${path} should hold them, and is not in the bundle.`,
  pointsFileUnreadable: (path) => `The file ${path} should hold them, and cannot be read.`,
  pointsFileUnusable: (path) =>
    `The file ${path} is there, and cannot be used: the remarks of the bundle say why.`,
  pointsFileEmpty: (path) => `Nothing was measured: the file ${path} was read and holds none.`,
  untested: 'Not tested: there is no sample.',
  onlyGaps: 'Every point is a gap: nothing was measured.',
  tooFew: (count, needed) =>
    `${samples(count)} of ${needed} needed: too few to judge, whatever they say.`,
  emptySpan: 'No point lies in this stretch of time',
  time: 'Time',
  timeZone: 'Times are UTC.',
  value: 'Value',
  category: 'Category',
  sourceRow: 'Source',
  rowLink: (row) => `row ${row}`,
  sourceFile: 'file',
  side: 'Against the target',
  isWithin: 'within',
  gap: 'no value',
  gaps: 'Gaps',
  pageOf: (from, to, total) =>
    `${from}–${to} of ${formatCount(total, { one: 'point', other: 'points' })}`,
  pageBefore: 'Earlier points',
  pageAfter: 'Later points',
  aggregate: 'Judged by',
  aggregateOf: (name, window, count) => `${name} of ${window}, ${samples(count)}`,
  wholeWindow: 'all samples so far',
  lastWindow: (length) => `the last ${length}`,
  neededSamples: (needed) => `at least ${needed} needed`,
  aggregateLine: (name, value, window, count) => `${name} ${value} (${window}, ${samples(count)})`,
  verdict: 'Verdict',
  distance: 'Distance',
  firstBreach: 'First beyond the target',
  longestBreach: 'Longest beyond the target',
  longestFor: (length, count, worst) => `${length}, ${samples(count)}, furthest ${worst}`,
  beyondCount: 'Samples beyond',
  beyondOf: (beyond, count) => `${beyond} of ${count}`,
  never: 'never',
  since: 'Since when',
  reason: 'Why',
  evidence: 'Evidence',
  targetName: 'Target',
  note: 'Note',
  usedBy: 'Judged in',
  usedByNone: 'no gate; judged by its own target',
  withoutTarget: 'No target',
  trend: 'Trend',
  trendText: (direction, p, values) =>
    `${{ better: 'getting better', worse: 'getting worse', none: 'no trend shown' }[direction]} (Mann–Kendall, p ${p}, ${values} values)`,
  rateName: 'Success rate',
  rateText: (share, hits, of) => `${share}: ${hits} of ${of}`,
  rateInterval: (low, high) => `95% interval ${low} to ${high} (Wilson)`,
  marksTitle: 'Marked in the chart',
  markKinds: { revision: 'Revision', decision: 'Decision', waiver: 'Waiver', alert: 'Alert' },
  changesTitle: 'Changes of level',
  changeLine: (from, to, difference) => `${from} → ${to} (${difference})`,
  noChanges: 'The level does not change.',
  changesWhy: (averaged) =>
    `Found with PELT (Killick, Fearnhead and Eckley 2012): the cuts that explain the values best, each at the price of 3·ln n. It takes the values for independent and equally spread; where one depends on the one before it cuts too often.${
      averaged > 1 ? ` Looked at: means of ${averaged} samples each.` : ''
    }`,
  histogramSummary: (bins, count) =>
    `How often each value occurs: ${samples(count)} in ${formatCount(bins, { one: 'bin', other: 'bins' })}`,
  binRange: (from, to) => `${from} to ${to}`,
  binCount: 'Samples',
  range: 'Values',
  percentileSummary: (median, p95) => `Percentiles: half at most ${median}, 95% at most ${p95}`,
  percentileRule:
    'Nearest rank, as the gates judge: the smallest measured value that at least this share of the samples does not exceed.',
  percent: 'Percent of samples',
  histogramRule: 'Width of the bins by Freedman and Diaconis, rounded up.',
  categoriesTitle: 'By category',
  categoryShare: 'Share',
  median: 'Median',
  beyondShort: 'Beyond',
  success: 'Success',
  interval: '95% interval',
  wilsonRule:
    'The interval is that of Wilson (1927). It takes the trials for independent of one another.',
  categoriesMore: (count) =>
    `${formatCount(count, { one: 'category', other: 'categories' })} with fewer samples are not listed.`,
  targetsTitle: 'Targets',
  stated: {
    summary: 'Stated in the summary table',
    section: 'Stated in a section only',
    metric: 'Stated by the metric itself',
  },
  metric: 'Metric',
  wanted: 'Target',
  measured: 'Measured',
  nobodyDelivers: 'nobody delivers this file',
  noFileNamed: 'no file is named',
  deliveredBy: (id) => `delivered as ${id}`,
  inBundle: 'in the bundle, no deliverable',
  notJudged: 'Not judged',
  targetsNote: (nobody, noFile) =>
    [
      nobody === 0
        ? undefined
        : `${formatCount(nobody, { one: 'target names a file', other: 'targets name files' })} that nobody delivers`,
      noFile === 0
        ? undefined
        : `${formatCount(noFile, { one: 'names no file', other: 'name no file' })} at all`,
    ]
      .filter((part) => part !== undefined)
      .join('; '),
};
