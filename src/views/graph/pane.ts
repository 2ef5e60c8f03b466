import type { MouseEvent, ReactNode } from 'react';
import type { Camera } from './camera.ts';
import type { GraphNode } from './graph-node.tsx';

/** What stands in the pane of a drawing, seen through its camera. */
export interface PaneProps {
  readonly camera: Camera;
  readonly nodes: GraphNode[];
  /** In the drawing's own pixels, above groups and below items. */
  readonly edges: ReactNode;
  /** A click beside every node. */
  readonly onPaneClick: (event: MouseEvent) => void;
  /** Something begins to move it; `event` is null when that is not the reader. */
  readonly onMoveStart: (event: unknown) => void;
}
