import type { LayoutInput, LayoutResult } from '../../derive/layout/types.ts';
import type { DraftLook } from '../../queries/layout.ts';
import { fitted } from './fitted.ts';

/**
 * Paints a layout that nobody has judged yet, fitted into the pane, as the canvas of the drawing
 * does from afar: groups, edges as straight lines, nodes in the colour of what is not reached.
 */
export function paintSketch(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  { nodes }: Pick<LayoutInput, 'nodes'>,
  result: LayoutResult,
  { colours, ...pane }: DraftLook,
): void {
  const view = fitted(result, pane.width, pane.height);
  const scale = view.zoom * pane.ratio;
  context.setTransform(scale, 0, 0, scale, view.x * pane.ratio, view.y * pane.ratio);
  const { groups, routes } = result;
  const hairline = 1 / view.zoom;
  context.fillStyle = colours.group;
  context.strokeStyle = colours.rim;
  context.lineWidth = hairline;
  for (let at = 0; at < groups.x.length; at += 1) {
    const box = [groups.x[at], groups.y[at], groups.width[at], groups.height[at]] as const;
    context.beginPath();
    context.roundRect(box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0, 10);
    context.globalAlpha = 0.55;
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
  }
  context.beginPath();
  const { offsets, points } = routes;
  for (let edge = 0; edge + 1 < offsets.length; edge += 1) {
    const first = offsets[edge] ?? 0;
    const end = offsets[edge + 1] ?? 0;
    for (let p = first; p < end; p += 1) {
      const x = points[2 * p] ?? 0;
      const y = points[2 * p + 1] ?? 0;
      if (p === first) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
  context.globalAlpha = 0.35;
  context.strokeStyle = colours.edge;
  context.lineWidth = Math.max(1.25, 0.6 * hairline);
  context.stroke();
  context.globalAlpha = 1;
  context.fillStyle = colours.node;
  const { width, height } = nodes;
  for (let node = 0; node < result.x.length; node += 1) {
    context.fillRect(result.x[node] ?? 0, result.y[node] ?? 0, width[node] ?? 0, height[node] ?? 0);
  }
}
