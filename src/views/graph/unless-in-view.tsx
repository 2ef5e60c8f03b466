import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { DrawingLayout } from './drawing-layout.ts';

/** Shows its content only while part of the drawing is out of view: else it would hide some of it. */
export function UnlessInView({
  layout,
  children,
}: {
  readonly layout: Pick<DrawingLayout, 'left' | 'top' | 'width' | 'height'>;
  readonly children: ReactNode;
}): ReactNode {
  const isWhole = useStore(({ transform: [x, y, zoom], width, height }) => {
    const left = layout.left * zoom + x;
    const top = layout.top * zoom + y;
    return (
      left >= 0 &&
      top >= 0 &&
      left + layout.width * zoom <= width &&
      top + layout.height * zoom <= height
    );
  });
  return isWhole ? null : children;
}
