import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { formatMoment } from '../../../lib/format/axis-time.ts';
import { formatValue } from '../../../parts/quantity.ts';
import { classNames } from '../../../ui/class-names.ts';
import { SafeText } from '../../../ui/safe-text.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import styles from './chart.module.css';
import type { ChartModel, ChartProps } from './chart-model.ts';
import { zoomed } from './gestures.ts';
import { nearestAt, pointsOf } from './nearest.ts';
import { frame, shareOf, type ValueScale } from './scale.ts';
import type { Size } from './scene.ts';
import { useHands } from './use-hands.ts';

interface SurfaceProps extends Pick<ChartProps, 'isBeyond' | 'onSpan'> {
  readonly model: ChartModel;
  readonly scale: ValueScale;
  readonly size: Size;
}

/**
 * What a hand or a key does on a chart: the cursor reads one point, a drag or Shift with the arrow keys
 * chooses a stretch. Only this is drawn again while the cursor moves.
 */
export function Surface({ model, scale, size, isBeyond, onSpan }: SurfaceProps): ReactNode {
  const words = useMetricsWords();
  const { locale } = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | undefined>(undefined);
  const points = pointsOf(model);
  const width = Math.max(1, size.width - frame.left - frame.right);
  const height = size.height - frame.top - frame.bottom;
  const xOf = (time: number): number =>
    frame.left + ((time - model.from) / (model.to - model.from || 1)) * width;
  const { drag, setDrag, handlers } = useHands({
    model,
    box,
    width,
    onSpan,
    onCursor: (time) => setAt(time === undefined ? undefined : nearestAt(points, time)),
  });
  const current = at === undefined ? undefined : points[Math.min(at, points.length - 1)];
  const text =
    current === undefined
      ? words.cursorNowhere
      : words.cursorAt(
          formatMoment(current.t, locale),
          formatValue(current.v, model.unit, locale),
          isBeyond(current.v),
        );

  // What is under the cursor stays where it is.
  const zoom = (factor: number): void =>
    onSpan(zoomed(model, current?.t ?? (model.from + model.to) / 2, factor));
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
      const to = points[next]?.t;
      const start = drag?.from ?? current?.t ?? to;
      setDrag(
        event.shiftKey && start !== undefined && to !== undefined ? { from: start, to } : undefined,
      );
      setAt(next);
      return;
    }
    if (event.key === 'Enter' && drag !== undefined) {
      event.preventDefault();
      setDrag(undefined);
      const { from: one, to: other } = drag;
      if (one !== other) onSpan({ from: Math.min(one, other), to: Math.max(one, other) });
    } else if (event.key === '+' || event.key === '=') zoom(0.5);
    else if (event.key === '-') zoom(2);
    else if (event.key === '0') onSpan(undefined);
    else if (event.key === 'Escape') {
      setDrag(undefined);
      setAt(undefined);
    }
  };

  return (
    <div
      ref={box}
      role="slider"
      tabIndex={0}
      className={styles.surface}
      aria-label={words.cursor}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, points.length - 1)}
      aria-valuenow={at ?? 0}
      aria-valuetext={text}
      {...handlers}
      onDoubleClick={() => onSpan(undefined)}
      onKeyDown={press}
    >
      {drag !== undefined && (
        <span
          className={styles.selection}
          style={{
            left: Math.min(xOf(drag.from), xOf(drag.to)),
            width: Math.abs(xOf(drag.to) - xOf(drag.from)),
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
