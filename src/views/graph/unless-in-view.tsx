import { type ReactNode, useEffect, useState } from 'react';
import { useSeen } from './camera.ts';
import type { DrawingLayout } from './drawing-layout.ts';

/** So long after the drawing stands its content is made, in milliseconds. */
const CALM = 600;

/**
 * Shows its content only while part of the drawing is out of view: else it would hide some of it. It is
 * made in a quiet moment and then stays, so that the first step of a zoom need not wait for it.
 */
export function UnlessInView({
  layout,
  children,
}: {
  readonly layout: Pick<DrawingLayout, 'left' | 'top' | 'width' | 'height'>;
  readonly children: ReactNode;
}): ReactNode {
  const [isMade, setIsMade] = useState(false);
  useEffect(() => {
    const calm = setTimeout(() => setIsMade(true), CALM);
    return () => clearTimeout(calm);
  }, []);
  const isWhole = useSeen(({ x, y, zoom, width, height }) => {
    const left = layout.left * zoom + x;
    const top = layout.top * zoom + y;
    return (
      left >= 0 &&
      top >= 0 &&
      left + layout.width * zoom <= width &&
      top + layout.height * zoom <= height
    );
  });
  if (isWhole && !isMade) return null;
  return <div style={isWhole ? { visibility: 'hidden' } : undefined}>{children}</div>;
}
