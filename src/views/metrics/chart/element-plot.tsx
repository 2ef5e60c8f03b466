import { type ReactNode, useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  XAxis,
  YAxis,
} from 'recharts';
import { formatTick, timeTicks } from '../../../lib/format/axis-time.ts';
import { toneColours } from '../../../ui/state.ts';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { type ChartModel, type ChartSeries, narrow, type SeriesFace } from './chart-model.ts';
import { type DrawnRow, drawnRows } from './drawn-rows.ts';
import { markCorners } from './paint.ts';
import { frame, type ValueScale } from './scale.ts';
import { mostMarks, type Size } from './scene.ts';

/** The chart as elements, for as many points as the page carries. */
export function ElementPlot({
  model,
  scale,
  size,
}: {
  readonly model: ChartModel;
  readonly scale: ValueScale;
  readonly size: Size;
}): ReactNode {
  const format = useFormat();
  const { from, to, series, course } = model;
  const drawn = useMemo(() => {
    const extra = course === undefined ? [] : [{ ...course, shape: 'step' as const }];
    return [...drawnRows([...series, ...extra])];
  }, [series, course]);
  const ticks = timeTicks(from, to, Math.max(2, Math.floor(size.width / 90)));
  const inside = (value: number | undefined, end: number): number =>
    value === undefined ? end : Math.min(scale.high, Math.max(scale.low, value));
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      data={drawn}
      margin={{ top: frame.top, right: frame.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      {model.bands.map((band) => (
        <ReferenceArea
          key={`${band.id} ${band.from ?? ''} ${band.to ?? ''}`}
          y1={inside(band.from, scale.low)}
          y2={inside(band.to, scale.high)}
          fill={toneColours(band.id === 'beyond' ? 'failed' : 'missing').fg}
          fillOpacity={band.id === 'beyond' ? 0.06 : 0.08}
          stroke="none"
        />
      ))}
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis
        dataKey="t"
        type="number"
        domain={[from, to]}
        allowDataOverflow
        ticks={[...ticks.at]}
        tickFormatter={(time: number) => formatTick(time, ticks.step, format.locale)}
        height={frame.bottom}
        stroke="var(--text-muted)"
        fontSize={11}
        axisLine={false}
        tickLine={false}
        interval={0}
      />
      <YAxis
        domain={[scale.low, scale.high]}
        allowDataOverflow
        scale={scale.isLog ? 'log' : 'linear'}
        ticks={[...scale.ticks]}
        tickFormatter={(value: number) => format.number(value) ?? ''}
        width={frame.left}
        stroke="var(--text-muted)"
        fontSize={11}
        axisLine={false}
        tickLine={false}
        interval={0}
      />
      {model.marks.map(({ id, t }) => (
        <ReferenceLine
          key={id}
          x={t}
          stroke="var(--accent-line)"
          strokeDasharray="2 2"
          label={<Flag share={(t - from) / (to - from || 1)} size={size} />}
        />
      ))}
      {model.levels.map(({ id, from: x1, to: x2, value }) => (
        <ReferenceLine
          key={id}
          segment={[
            { x: Math.max(x1, from), y: value },
            { x: Math.min(x2, to), y: value },
          ]}
          stroke="var(--text)"
          strokeOpacity={0.35}
          strokeWidth={3}
        />
      ))}
      {series.map((each, index) => seriesElement(each, index, drawn.length))}
      {course !== undefined && (
        <Line
          dataKey={({ v }: DrawnRow) => v[series.length] ?? null}
          type="stepAfter"
          stroke="var(--text)"
          strokeOpacity={0.8}
          strokeWidth={1}
          strokeDasharray="3 2"
          dot={false}
          isAnimationActive={false}
        />
      )}
      {model.lines.map(({ id, value, label, short, from: x1, to: x2 }) => (
        <ReferenceLine
          key={id}
          segment={[
            { x: Math.max(from, x1 ?? from), y: value },
            { x: Math.min(to, Math.max(x2 ?? to, x1 ?? from)), y: value },
          ]}
          ifOverflow="hidden"
          stroke={id === 'target' ? 'var(--text-muted)' : 'var(--text)'}
          strokeWidth={id === 'target' ? 1.25 : 1.5}
          strokeDasharray={id === 'target' ? '5 4' : '1 3'}
          label={
            <LineLabel
              of={id}
              text={size.width < narrow ? short : label}
              scale={scale}
              value={value}
              size={size}
            />
          }
        />
      ))}
      {model.rings.map(({ t, v }) => (
        <ReferenceDot
          key={t}
          x={t}
          y={v}
          r={5}
          fill="none"
          stroke={toneColours('failed').fg}
          strokeWidth={1.5}
          ifOverflow="hidden"
        />
      ))}
    </ComposedChart>
  );
}

/** The head of a mark on the axis of time. */
function Flag({ share, size }: { readonly share: number; readonly size: Size }): ReactNode {
  if (!(share >= 0 && share <= 1)) return null;
  const x = frame.left + share * (size.width - frame.left - frame.right);
  const corners = markCorners('flag', x, frame.top, 4);
  return (
    <polygon points={corners.map((corner) => corner.join(',')).join(' ')} fill="var(--accent)" />
  );
}

/** Stands at the end of the plot, whatever stretch the line covers: that of the target at the right. */
function LineLabel({
  of,
  text,
  scale,
  value,
  size,
}: {
  readonly of: 'target' | 'aggregate';
  readonly text: string;
  readonly scale: ValueScale;
  readonly value: number;
  readonly size: Size;
}): ReactNode {
  const height = size.height - frame.top - frame.bottom;
  const share = scale.isLog
    ? (Math.log(value) - Math.log(scale.low)) / (Math.log(scale.high) - Math.log(scale.low))
    : (value - scale.low) / (scale.high - scale.low);
  const y = frame.top + height * (1 - share);
  const isTarget = of === 'target';
  return (
    <text
      x={isTarget ? size.width - frame.right - 4 : frame.left + 4}
      y={y - 5 < frame.top + 8 ? y + 14 : y - 5}
      textAnchor={isTarget ? 'end' : 'start'}
      fontSize={11}
      fill={isTarget ? 'var(--text-muted)' : 'var(--text)'}
      stroke="var(--surface)"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}

function seriesElement(series: ChartSeries, index: number, rows: number): ReactNode {
  const colour = series.tone === undefined ? 'var(--text-muted)' : toneColours(series.tone).fg;
  const common = {
    dataKey: ({ v }: DrawnRow) => v[index] ?? null,
    stroke: colour,
    strokeWidth: 1.5,
    strokeDasharray: series.face.dash,
    connectNulls: false,
    isAnimationActive: false,
    type: series.shape === 'step' ? ('stepAfter' as const) : ('linear' as const),
    dot: dotOf(series, index, colour, rows <= mostMarks || series.shape === 'points'),
    activeDot: false,
  };
  if (series.shape === 'area') {
    return <Area key={series.id} {...common} fill={colour} fillOpacity={0.15} baseValue={0} />;
  }
  const width = series.shape === 'points' ? 0 : common.strokeWidth;
  return <Line key={series.id} {...common} strokeWidth={width} />;
}

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
  readonly payload?: DrawnRow;
  readonly points?: readonly { readonly payload?: DrawnRow }[];
}

/** Marks at every point while there are few; else only where a point stands between two gaps. */
function dotOf(series: ChartSeries, index: number, colour: string, isEach: boolean) {
  return ({ cx, cy, index: at = 0, payload, points }: DotProps): ReactNode => {
    const isOwn = payload?.own[index] === true && payload.v[index] !== null;
    if (!isOwn || cx === undefined || cy === undefined || !Number.isFinite(cy)) {
      return <g key={at} />;
    }
    const isLonely =
      (points?.[at - 1]?.payload?.v[index] ?? null) === null &&
      (points?.[at + 1]?.payload?.v[index] ?? null) === null;
    if (!isEach && !isLonely) return <g key={at} />;
    return <MarkShape key={at} mark={series.face.mark} x={cx} y={cy} size={2.5} colour={colour} />;
  };
}

/** The mark of a series. */
export function MarkShape({
  mark,
  x,
  y,
  size,
  colour,
}: {
  readonly mark: SeriesFace['mark'];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
}): ReactNode {
  if (mark === 'circle') return <circle cx={x} cy={y} r={size} fill={colour} />;
  const corners = markCorners(mark, x, y, size);
  return <polygon points={corners.map((corner) => corner.join(',')).join(' ')} fill={colour} />;
}
