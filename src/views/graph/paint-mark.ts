import { itemTone } from '../../parts/tones.ts';
import type { ResolvedColours } from '../../ui/token-reader.ts';
import type { Box } from './drawing-layout.ts';
import { isSupposed, markBox, markPaths, type NodeMark } from './node-mark.ts';

/** Below this zoom a mark is a frame and the other state a corner; above it the glyph is drawn too. */
const GLYPH_FROM = 0.12;
/** Side of the glyph, in pixels of the screen, between what can be told apart and its natural size. */
const glyphSide = { least: 9, most: 16 } as const;

/**
 * A mark on the canvas: a frame around the node, dashed where nothing of it is recorded, its glyph,
 * and the other state as a block in the lower corner.
 */
export function paintMark(
  context: CanvasRenderingContext2D,
  { kind, state }: NodeMark,
  { x, y, width, height }: Box,
  zoom: number,
  { tokens, states }: ResolvedColours,
): void {
  const line = Math.max(1.5, 1.5 / zoom);
  context.save();
  context.strokeStyle = tokens.text;
  context.lineWidth = line;
  context.setLineDash(isSupposed(kind) || kind === 'removed' ? [line * 3, line * 2] : []);
  context.strokeRect(x - line, y - line, width + 2 * line, height + 2 * line);
  context.setLineDash([]);
  if (state !== undefined) {
    context.fillStyle = states[itemTone[state]].fg;
    context.fillRect(x + width * 0.75, y + height * 0.55, width * 0.25, height * 0.45);
  }
  if (zoom >= GLYPH_FROM) {
    const side = Math.min(glyphSide.most, glyphSide.least / zoom, height);
    context.translate(x + width - side * 0.7, y - side * 0.3);
    context.fillStyle = tokens.surface;
    context.fillRect(-2, -2, side + 4, side + 4);
    context.scale(side / markBox, side / markBox);
    context.fillStyle = tokens.text;
    context.fill(new Path2D(markPaths[kind]), 'evenodd');
  }
  context.restore();
}
