import { lazy, type ReactNode, Suspense, useMemo, useRef } from 'react';
import styles from './chart.module.css';
import { type ChartProps, drawnPoints, mostElements } from './chart-model.ts';
import { PaintedPlot } from './painted-plot.tsx';
import { valueRange, valueScale } from './scale.ts';
import { Surface } from './surface.tsx';
import { useSize } from './use-size.ts';

const ElementPlot = lazy(() =>
  import('./element-plot.tsx').then((module) => ({ default: module.ElementPlot })),
);

const usualSize = { width: 800, height: 340 };

/**
 * Values over time. Up to some thousand points the chart is made of elements, beyond that it is painted;
 * what it shows and how it is used is the same.
 */
export function Chart({ model, summary, isBeyond, onSpan }: ChartProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box, usualSize);
  const scale = useMemo(() => valueScale(valueRange(model), model.isLog), [model]);
  const isPainted = drawnPoints(model) > mostElements;
  return (
    <figure className={styles.figure} aria-label={summary}>
      <div ref={box} className={styles.box} data-plot={isPainted ? 'painted' : 'elements'}>
        {isPainted ? (
          <PaintedPlot model={model} scale={scale} size={size} />
        ) : (
          <Suspense>
            <ElementPlot model={model} scale={scale} size={size} />
          </Suspense>
        )}
        <Surface model={model} scale={scale} size={size} isBeyond={isBeyond} onSpan={onSpan} />
      </div>
    </figure>
  );
}
