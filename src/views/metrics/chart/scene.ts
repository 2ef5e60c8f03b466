import { formatTick, timeTicks } from '../../../lib/format/axis-time.ts';
import { formatNumber, type Locale } from '../../../lib/format/number.ts';
import type { ResolvedColours } from '../../../ui/token-reader.ts';
import { type ChartModel, type ChartSeries, narrow, type SeriesFace } from './chart-model.ts';
import { frame, shareOf, type ValueScale } from './scale.ts';

/** What a picture is made of, in CSS pixels from the upper left corner. */
export type Primitive =
  | {
      readonly kind: 'line';
      /** x and y in turns; `NaN` begins anew. */
      readonly points: readonly number[];
      readonly colour: string;
      readonly width: number;
      readonly dash: string;
      readonly opacity?: number;
    }
  | {
      readonly kind: 'fill';
      readonly points: readonly number[];
      readonly colour: string;
      readonly opacity: number;
    }
  | {
      readonly kind: 'mark';
      readonly x: number;
      readonly y: number;
      readonly mark: SeriesFace['mark'] | 'ring' | 'flag';
      readonly colour: string;
      readonly size: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly colour: string;
      readonly align: 'start' | 'middle' | 'end';
      /** A halo of this colour keeps it readable over lines. */
      readonly halo?: string;
    };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Series with at most this many points have marks at them. */
export const mostMarks = 80;

/** The whole picture, from the back to the front. */
export function sceneOf(
  model: ChartModel,
  scale: ValueScale,
  size: Size,
  colours: ResolvedColours,
  locale: Locale,
): readonly Primitive[] {
  const place = placing(model, scale, size);
  return [
    ...bands(model, place, colours),
    ...axes(model, scale, size, place, colours, locale),
    ...marks(model, place, colours),
    ...levels(model, place, colours),
    ...model.series.flatMap((series) => seriesShapes(series, scale, place, colours)),
    ...course(model, place, colours),
    ...lines(model, place, colours),
    ...model.rings.map(
      ({ t, v }): Primitive => ({
        kind: 'mark',
        x: place.x(t),
        y: place.y(v),
        mark: 'ring',
        colour: colours.states.failed.fg,
        size: 5,
      }),
    ),
  ];
}

interface Placing {
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function placing({ from, to }: ChartModel, scale: ValueScale, { width, height }: Size): Placing {
  const left = frame.left;
  const right = Math.max(left + 1, width - frame.right);
  const top = frame.top;
  const bottom = Math.max(top + 1, height - frame.bottom);
  const span = to - from || 1;
  const y = (value: number): number => bottom - shareOf(value, scale) * (bottom - top);
  return {
    left,
    right,
    top,
    bottom,
    x: (time) => left + ((time - from) / span) * (right - left),
    // A logarithm of 0 is nowhere; what is not positive stands at the lower edge.
    y: (value) => (scale.isLog && value <= 0 ? bottom : y(value)),
  };
}

const rectangle = (x0: number, y0: number, x1: number, y1: number): readonly number[] => [
  ...[x0, y0, x1, y0],
  ...[x1, y1, x0, y1],
];

function bands({ bands: all }: ChartModel, place: Placing, colours: ResolvedColours): Primitive[] {
  return all.map(({ id, from, to }) => {
    const clip = (y: number): number => Math.min(place.bottom, Math.max(place.top, y));
    const y0 = to === undefined ? place.top : clip(place.y(to));
    const y1 = from === undefined ? place.bottom : clip(place.y(from));
    const colour = id === 'beyond' ? colours.states.failed.fg : colours.states.missing.fg;
    return {
      kind: 'fill',
      points: rectangle(place.left, y0, place.right, y1),
      colour,
      opacity: id === 'beyond' ? 0.06 : 0.08,
    };
  });
}

function axes(
  { from, to }: ChartModel,
  scale: ValueScale,
  { width }: Size,
  place: Placing,
  { tokens }: ResolvedColours,
  locale: Locale,
): Primitive[] {
  const found: Primitive[] = [];
  for (const tick of scale.ticks) {
    const y = place.y(tick);
    const points = [place.left, y, place.right, y];
    found.push({ kind: 'line', points, colour: tokens.line, width: 1, dash: '' });
    found.push({
      kind: 'text',
      x: place.left - 8,
      y: y + 4,
      text: formatNumber(tick, { locale }) ?? '',
      colour: tokens['text-muted'],
      align: 'end',
    });
  }
  const ticks = timeTicks(from, to, Math.max(2, Math.floor(width / 90)));
  for (const time of ticks.at) {
    found.push({
      kind: 'text',
      x: place.x(time),
      y: place.bottom + 17,
      text: formatTick(time, ticks.step, locale),
      colour: tokens['text-muted'],
      align: 'middle',
    });
  }
  return found;
}

function marks(model: ChartModel, place: Placing, { tokens }: ResolvedColours): Primitive[] {
  return model.marks
    .filter(({ t }) => t >= model.from && t <= model.to)
    .flatMap(({ t }): Primitive[] => {
      const x = place.x(t);
      const points = [x, place.top, x, place.bottom];
      return [
        { kind: 'line', points, colour: tokens['accent-line'], width: 1, dash: '2 2' },
        { kind: 'mark', x, y: place.top, mark: 'flag', colour: tokens.accent, size: 4 },
      ];
    });
}

function levels(model: ChartModel, place: Placing, { tokens }: ResolvedColours): Primitive[] {
  return model.levels.map(({ from, to, value }) => ({
    kind: 'line',
    points: [
      place.x(Math.max(from, model.from)),
      place.y(value),
      place.x(Math.min(to, model.to)),
      place.y(value),
    ],
    colour: tokens.text,
    width: 3,
    dash: '',
    opacity: 0.35,
  }));
}

function lines(model: ChartModel, place: Placing, { tokens }: ResolvedColours): Primitive[] {
  const isNarrow = place.right - place.left < narrow;
  return model.lines.flatMap(({ id, value, label, short, from, to }): Primitive[] => {
    const y = place.y(value);
    const x0 = Math.max(place.left, from === undefined ? place.left : place.x(from));
    const x1 = Math.min(place.right, to === undefined ? place.right : place.x(to));
    const isTarget = id === 'target';
    // The target's name stands at the right end, that of the aggregate at the left.
    const text: Primitive = {
      kind: 'text',
      x: isTarget ? place.right - 4 : place.left + 4,
      y: y - 5 < place.top + 8 ? y + 14 : y - 5,
      text: isNarrow ? short : label,
      colour: isTarget ? tokens['text-muted'] : tokens.text,
      align: isTarget ? 'end' : 'start',
      halo: tokens.surface,
    };
    if (x1 < x0) return [text];
    return [
      {
        kind: 'line',
        points: [x0, y, x1, y],
        colour: isTarget ? tokens['text-muted'] : tokens.text,
        width: isTarget ? 1.25 : 1.5,
        dash: isTarget ? '5 4' : '1 3',
      },
      text,
    ];
  });
}

function course(model: ChartModel, place: Placing, { tokens }: ResolvedColours): Primitive[] {
  if (model.course === undefined) return [];
  const { t, v } = model.course;
  return [
    {
      kind: 'line',
      points: stepped(pathOf(t, v, place)),
      colour: tokens.text,
      width: 1,
      dash: '3 2',
      opacity: 0.8,
    },
  ];
}

function seriesShapes(
  series: ChartSeries,
  scale: ValueScale,
  place: Placing,
  colours: ResolvedColours,
): Primitive[] {
  const colour = seriesColour(series, colours);
  const plain = pathOf(series.t, series.v, place);
  const points = series.shape === 'step' ? stepped(plain) : plain;
  const found: Primitive[] = [];
  if (series.shape === 'area') {
    const base = scale.isLog ? place.bottom : place.y(Math.min(scale.high, Math.max(scale.low, 0)));
    for (const run of runsOf(points)) {
      const [first = 0] = run;
      const last = run.at(-2) ?? 0;
      found.push({
        kind: 'fill',
        points: [first, base, ...run, last, base],
        colour,
        opacity: 0.15,
      });
    }
  }
  if (series.shape !== 'points') {
    // Thousands of points fill the pixels between them, and a thinner line keeps them apart.
    const width = points.length > 3000 ? 1 : 1.5;
    found.push({ kind: 'line', points, colour, width, dash: series.face.dash });
  }
  const known = plain.length / 2;
  if (known <= mostMarks || series.shape === 'points') {
    for (let at = 0; at < plain.length; at += 2) {
      const [x = 0, y = Number.NaN] = [plain[at], plain[at + 1]];
      const isInside = x >= place.left - 1 && x <= place.right + 1;
      if (!Number.isNaN(y) && isInside) {
        found.push({ kind: 'mark', x, y, mark: series.face.mark, colour, size: 2.5 });
      }
    }
  } else {
    found.push(...lonely(plain, series.face.mark, colour));
  }
  return found;
}

/** A point between two gaps has no line, and would not be seen. */
function lonely(points: readonly number[], mark: SeriesFace['mark'], colour: string): Primitive[] {
  return [...runsOf(points)]
    .filter((run) => run.length === 2)
    .map(([x = 0, y = 0]) => ({ kind: 'mark', x, y, mark, colour, size: 2 }));
}

export function seriesColour({ tone }: ChartSeries, { states, tokens }: ResolvedColours): string {
  return tone === undefined ? tokens['text-muted'] : states[tone].fg;
}

function pathOf(t: ArrayLike<number>, v: ArrayLike<number>, { x, y }: Placing): number[] {
  const points: number[] = new Array<number>(t.length * 2);
  for (let at = 0; at < t.length; at += 1) {
    const value = v[at] ?? Number.NaN;
    points[2 * at] = x(t[at] ?? 0);
    points[2 * at + 1] = Number.isNaN(value) ? Number.NaN : y(value);
  }
  return points;
}

/** Each value holds until the next one. */
function stepped(points: readonly number[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < points.length; at += 2) {
    const before = at === 0 ? Number.NaN : (points[at - 1] ?? Number.NaN);
    const x = points[at] ?? 0;
    if (!Number.isNaN(before)) found.push(x, before);
    found.push(x, points[at + 1] ?? Number.NaN);
  }
  return found;
}

/** Stretches between gaps. */
function* runsOf(points: readonly number[]): Generator<number[]> {
  let run: number[] = [];
  for (let at = 0; at < points.length; at += 2) {
    const y = points[at + 1] ?? Number.NaN;
    if (!Number.isNaN(y)) run.push(points[at] ?? 0, y);
    else if (run.length > 0) {
      yield run;
      run = [];
    }
  }
  if (run.length > 0) yield run;
}
