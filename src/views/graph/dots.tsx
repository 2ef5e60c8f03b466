import { type ReactNode, useId } from 'react';
import { useSeen } from './camera.ts';
import styles from './drawing.module.css';

/** Below this zoom the dots would lie closer than they can be told apart, and only cost frames. */
const DOTS_FROM = 0.25;
/** Between dots, and across one, in the drawing's pixels. */
const GAP = 24;
const SIZE = 1.5;

/** The dotted ground under the drawing, by which a movement is felt. */
export function Dots(): ReactNode {
  const isNear = useSeen(({ zoom }) => zoom >= DOTS_FROM);
  return isNear ? <NearDots /> : null;
}

function NearDots(): ReactNode {
  const id = useId();
  const [x, y, zoom] = useSeen((seen) => [seen.x, seen.y, seen.zoom] as const);
  const gap = GAP * zoom;
  const radius = (SIZE * zoom) / 2;
  return (
    <svg className={styles.dots} width="100%" height="100%" aria-hidden>
      <pattern
        id={id}
        x={x % gap}
        y={y % gap}
        width={gap}
        height={gap}
        patternUnits="userSpaceOnUse"
        patternTransform={`translate(${-gap / 2},${-gap / 2})`}
      >
        <circle cx={radius} cy={radius} r={radius} />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
