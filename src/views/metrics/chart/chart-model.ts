import type { StateTone } from '../../../ui/state.ts';

/** How a series is told apart without colour: the line's pattern and the mark at its points. */
export interface SeriesFace {
  /** Empty for a full line. */
  readonly dash: string;
  readonly mark: 'circle' | 'square' | 'triangle' | 'diamond';
}

/** In the order in which series are added; the first is the metric itself. */
export const seriesFaces: readonly SeriesFace[] = [
  { dash: '', mark: 'circle' },
  { dash: '7 3', mark: 'square' },
  { dash: '2 3', mark: 'triangle' },
  { dash: '10 3 2 3', mark: 'diamond' },
  { dash: '4 2', mark: 'square' },
  { dash: '1 4', mark: 'circle' },
];

export type Shape = 'line' | 'area' | 'step' | 'points';

export interface ChartSeries {
  readonly id: string;
  readonly title: string;
  readonly t: ArrayLike<number>;
  /** In the unit of the chart; `NaN` is a gap. */
  readonly v: ArrayLike<number>;
  readonly shape: Shape;
  readonly face: SeriesFace;
  /** The state that gives its colour; neutral for series that are only compared with. */
  readonly tone?: StateTone;
}

/** A level of value with its name. */
export interface ChartLine {
  readonly id: 'target' | 'aggregate';
  readonly value: number;
  readonly label: string;
  /** What fits where there is little room. */
  readonly short: string;
  /** The stretch of time that it is about; all of it where absent. */
  readonly from?: number;
  readonly to?: number;
}

/** A stretch of values behind the lines; open at the side where an end is absent. */
export interface ChartBand {
  readonly id: 'beyond' | 'near';
  readonly from?: number;
  readonly to?: number;
}

export interface ChartMark {
  readonly id: string;
  readonly t: number;
  readonly title: string;
}

export interface ChartRun {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** A stretch of time, in milliseconds since 1970. */
export interface ChartSpan {
  readonly from: number;
  readonly to: number;
}

/** Everything that a chart over time shows. */
export interface ChartModel {
  readonly unit: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly isLog: boolean;
  /** Values that the axis holds in any case. */
  readonly least?: readonly [number, number];
  readonly series: readonly ChartSeries[];
  readonly lines: readonly ChartLine[];
  readonly bands: readonly ChartBand[];
  readonly marks: readonly ChartMark[];
  /** Levels between change points. */
  readonly levels: readonly ChartRun[];
  /** The aggregate over time. */
  readonly course?: { readonly t: readonly number[]; readonly v: readonly number[] };
  /** Ringed points: the first beyond the target and the worst of the longest run. */
  readonly rings: readonly { readonly t: number; readonly v: number }[];
}

/** Points that all series together put on the page. */
export function drawnPoints({ series }: Pick<ChartModel, 'series'>): number {
  return series.reduce((sum, { t }) => sum + t.length, 0);
}

/** Below this width, in CSS pixels, lines have their short names. */
export const narrow = 560;

/** Beyond this an element for each point is too much, and the chart is painted. */
export const mostElements = 2500;

export interface ChartProps {
  readonly model: ChartModel;
  /** Read instead of the picture; the table has every value. */
  readonly summary: string;
  readonly isBeyond: (value: number) => boolean;
  /** A stretch was chosen; nothing: all of it. A wheel or two fingers choose many on the way to one. */
  readonly onSpan: (span: ChartSpan | undefined, isOnTheWay?: boolean) => void;
}
