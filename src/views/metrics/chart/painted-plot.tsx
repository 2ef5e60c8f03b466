import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useColours } from '../../../ui/use-colours.ts';
import { useLanguage } from '../../../ui/wording/language.tsx';
import styles from './chart.module.css';
import type { ChartModel } from './chart-model.ts';
import { paint } from './paint.ts';
import type { ValueScale } from './scale.ts';
import { type Size, sceneOf } from './scene.ts';

/** The chart as one picture, for more points than elements can be. */
export function PaintedPlot({
  model,
  scale,
  size,
}: {
  readonly model: ChartModel;
  readonly scale: ValueScale;
  readonly size: Size;
}): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [parent, setParent] = useState<HTMLElement | null>(null);
  const colours = useColours(parent);
  const locale = useLanguage();
  useLayoutEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (target === null || context === null || context === undefined || colours === undefined) {
      return;
    }
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (target.width !== width) target.width = width;
    if (target.height !== height) target.height = height;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { fontFamily } = getComputedStyle(target);
    paint(context, sceneOf(model, scale, size, colours, locale), size, `11px ${fontFamily}`);
    target.dataset['painted'] = String(model.series[0]?.t.length ?? 0);
  }, [model, scale, size, colours, locale]);
  return (
    <canvas
      ref={(node) => {
        canvas.current = node;
        setParent(node?.parentElement ?? null);
      }}
      className={styles.canvas}
      style={{ width: size.width, height: size.height }}
    />
  );
}
