import { Background, BackgroundVariant, useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import styles from './drawing.module.css';

/** Below this zoom the dots would lie closer than they can be told apart, and only cost frames. */
const DOTS_FROM = 0.25;

/** The dotted ground under the drawing, by which a movement is felt. */
export function Dots(): ReactNode {
  const isNear = useStore(({ transform }) => transform[2] >= DOTS_FROM);
  if (!isNear) return null;
  return (
    <Background
      className={styles.dots ?? ''}
      variant={BackgroundVariant.Dots}
      gap={24}
      size={1.5}
    />
  );
}
