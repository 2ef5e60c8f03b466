import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { formatMoment } from '../../../lib/format/axis-time.ts';
import { formatValue } from '../../../parts/quantity.ts';
import { classNames } from '../../../ui/class-names.ts';
import { SafeText } from '../../../ui/safe-text.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import styles from './chart.module.css';
import type { ChartModel, ChartProps } from './chart-model.ts';
import { nearestAt, pointsOf } from './nearest.ts';
import { frame, shareOf, timeAt, type ValueScale } from './scale.ts';
import type { Size } from './scene.ts';

interface SurfaceProps extends Pick<ChartProps, 'isBeyond' | 'onSpan'> {
  readonly model: ChartModel;
  readonly scale: ValueScale;
  readonly size: Size;
}

/** A press that moves less than this is no selection. */
const leastDrag = 5;

/**
 * What a hand or a key does on a chart: the cursor reads one point, a drag or Shift with the arrow keys
 * chooses a stretch. Only this is drawn again while the cursor moves.
 */
export function Surface({ model, scale, size, isBeyond, onSpan }: SurfaceProps): ReactNode {
  const words = useMetricsWords();
  const { locale } = useFormat();
  const [at, setAt] = useState<number | undefined>(undefined);
  const [anchor, setAnchor] = useState<number | undefined>(undefined);
  const [end, setEnd] = useState<number | undefined>(undefined);
  const points = pointsOf(model);
  const width = Math.max(1, size.width - frame.left - frame.right);
  const height = size.height - frame.top - frame.bottom;
  const xOf = (time: number): number =>
    frame.left + ((time - model.from) / (model.to - model.from || 1)) * width;
  const timeOf = (event: PointerEvent<HTMLElement>): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left - frame.left) / width;
    return timeAt(Math.min(1, Math.max(0, share)), model);
  };
  const current = at === undefined ? undefined : points[Math.min(at, points.length - 1)];
  const text =
    current === undefined
      ? words.cursorNowhere
      : words.cursorAt(
          formatMoment(current.t, locale),
          formatValue(current.v, model.unit, locale),
          isBeyond(current.v),
        );

  const clear = (): void => {
    setAnchor(undefined);
    setEnd(undefined);
  };
  const choose = (one: number, other: number): void => {
    clear();
    if (one !== other) onSpan({ from: Math.min(one, other), to: Math.max(one, other) });
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const time = timeOf(event);
    setAt(nearestAt(points, time));
    if (anchor !== undefined) setEnd(time);
  };
  const zoom = (factor: number): void => {
    const centre = current?.t ?? (model.from + model.to) / 2;
    // What is under the cursor stays where it is.
    onSpan({
      from: centre - (centre - model.from) * factor,
      to: centre + (model.to - centre) * factor,
    });
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const last = points.length - 1;
    const from = at ?? (event.key === 'ArrowLeft' ? points.length : -1);
    const leap = Math.max(1, Math.round(points.length / 20));
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
      PageUp: from - leap,
      PageDown: from + leap,
      Home: 0,
      End: last,
    };
    const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
    if (target !== undefined && last >= 0) {
      event.preventDefault();
      const next = Math.min(last, Math.max(0, target));
      if (event.shiftKey) {
        setAnchor((before) => before ?? current?.t ?? points[next]?.t);
        setEnd(points[next]?.t);
      } else clear();
      setAt(next);
      return;
    }
    if (event.key === 'Enter' && anchor !== undefined && end !== undefined) {
      event.preventDefault();
      choose(anchor, end);
    } else if (event.key === '+' || event.key === '=') zoom(0.5);
    else if (event.key === '-') zoom(2);
    else if (event.key === '0') onSpan(undefined);
    else if (event.key === 'Escape') {
      clear();
      setAt(undefined);
    }
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles.surface}
      aria-label={words.cursor}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, points.length - 1)}
      aria-valuenow={at ?? 0}
      aria-valuetext={text}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId);
        const time = timeOf(event);
        setAt(nearestAt(points, time));
        if (event.pointerType === 'mouse') setAnchor(time);
      }}
      onPointerMove={move}
      onPointerUp={(event) => {
        const time = timeOf(event);
        const start = anchor;
        clear();
        if (start !== undefined && Math.abs(xOf(start) - xOf(time)) >= leastDrag)
          choose(start, time);
      }}
      onPointerCancel={clear}
      onPointerLeave={() => {
        if (anchor === undefined) setAt(undefined);
      }}
      onDoubleClick={() => onSpan(undefined)}
      onKeyDown={press}
    >
      {anchor !== undefined && end !== undefined && (
        <span
          className={styles.selection}
          style={{
            left: Math.min(xOf(anchor), xOf(end)),
            width: Math.abs(xOf(end) - xOf(anchor)),
            top: frame.top,
            height,
          }}
        />
      )}
      {current !== undefined && (
        <>
          <span
            className={styles.cursor}
            style={{ left: xOf(current.t), top: frame.top, height }}
          />
          <span
            className={styles.point}
            style={{
              left: xOf(current.t),
              top: frame.top + height * (1 - shareOf(current.v, scale)),
            }}
          />
          <Readout model={model} at={current} x={xOf(current.t)} size={size} isBeyond={isBeyond} />
        </>
      )}
    </div>
  );
}

/** The values of all series next to the cursor, at the side where there is room. */
function Readout({
  model,
  at,
  x,
  size,
  isBeyond,
}: {
  readonly model: ChartModel;
  readonly at: { readonly t: number; readonly v: number };
  readonly x: number;
  readonly size: Size;
  readonly isBeyond: (value: number) => boolean;
}): ReactNode {
  const words = useMetricsWords();
  const { locale } = useFormat();
  const isLeft = x > size.width / 2;
  const others = model.series.slice(1).flatMap((series) => {
    const points = pointsOf({ series: [series] });
    const nearest = nearestAt(points, at.t);
    const point = nearest === undefined ? undefined : points[nearest];
    return point === undefined ? [] : [{ series, point }];
  });
  return (
    <div
      className={styles.readout}
      aria-hidden
      style={isLeft ? { right: size.width - x + 10, top: 8 } : { left: x + 10, top: 8 }}
    >
      <p className={styles.moment}>{formatMoment(at.t, locale)}</p>
      <p className={styles.value}>
        <strong className={classNames(isBeyond(at.v) && styles.beyond)}>
          {formatValue(at.v, model.unit, locale)}
        </strong>
        {isBeyond(at.v) && <span className={styles.beyond}>{words.beyondTarget}</span>}
      </p>
      {others.map(({ series, point }) => (
        <p key={series.id} className={styles.value}>
          <strong>{formatValue(point.v, model.unit, locale)}</strong>
          <SafeText text={series.title} />
          {point.t !== at.t && (
            <span className={styles.moment}>{formatMoment(point.t, locale)}</span>
          )}
        </p>
      ))}
    </div>
  );
}
