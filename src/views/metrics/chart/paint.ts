import { frame } from './scale.ts';
import type { Primitive, Size } from './scene.ts';

/** Paints a picture; lines and marks of the data end at the edge of the plot. */
export function paint(
  context: CanvasRenderingContext2D,
  scene: readonly Primitive[],
  { width, height }: Size,
  font: string,
): void {
  context.clearRect(0, 0, width, height);
  context.save();
  context.beginPath();
  context.rect(
    frame.left - 3,
    frame.top - 6,
    width - frame.left - frame.right + 6,
    height - frame.top - frame.bottom + 12,
  );
  context.clip();
  for (const primitive of scene) if (primitive.kind !== 'text') draw(context, primitive);
  context.restore();
  context.font = font;
  for (const primitive of scene) if (primitive.kind === 'text') draw(context, primitive);
}

function draw(context: CanvasRenderingContext2D, primitive: Primitive): void {
  switch (primitive.kind) {
    case 'line':
      context.globalAlpha = primitive.opacity ?? 1;
      context.strokeStyle = primitive.colour;
      context.lineWidth = primitive.width;
      context.setLineDash(primitive.dash === '' ? [] : primitive.dash.split(' ').map(Number));
      context.lineJoin = 'bevel';
      strokeInPieces(context, primitive.points, primitive.dash !== '');
      break;
    case 'fill':
      context.globalAlpha = primitive.opacity;
      context.fillStyle = primitive.colour;
      trace(context, primitive.points);
      context.fill();
      break;
    case 'mark':
      context.globalAlpha = 1;
      drawMark(context, primitive);
      break;
    case 'text':
      context.globalAlpha = 1;
      context.textAlign = primitive.align === 'middle' ? 'center' : primitive.align;
      if (primitive.halo !== undefined) {
        context.strokeStyle = primitive.halo;
        context.lineWidth = 3;
        context.setLineDash([]);
        context.lineJoin = 'round';
        context.strokeText(primitive.text, primitive.x, primitive.y);
      }
      context.fillStyle = primitive.colour;
      context.fillText(primitive.text, primitive.x, primitive.y);
      break;
  }
  context.globalAlpha = 1;
}

/** Numbers in a piece: 256 points. */
const pieceLength = 512;

/**
 * One long line that crosses itself is much slower to stroke than the same in pieces, each of which
 * begins where the one before ended. A pattern goes on only along one line.
 */
function strokeInPieces(
  context: CanvasRenderingContext2D,
  points: readonly number[],
  isWhole: boolean,
): void {
  if (isWhole || points.length <= 2 * pieceLength) {
    trace(context, points);
    context.stroke();
    return;
  }
  for (let from = 0; from < points.length; from += pieceLength) {
    trace(context, points.slice(from, from + pieceLength + 2));
    context.stroke();
  }
}

function trace(context: CanvasRenderingContext2D, points: readonly number[]): void {
  context.beginPath();
  let isDown = false;
  for (let at = 0; at < points.length; at += 2) {
    const [x = 0, y = Number.NaN] = [points[at], points[at + 1]];
    if (Number.isNaN(y)) isDown = false;
    else if (isDown) context.lineTo(x, y);
    else {
      context.moveTo(x, y);
      isDown = true;
    }
  }
}

function drawMark(
  context: CanvasRenderingContext2D,
  { x, y, mark, size, colour }: Extract<Primitive, { kind: 'mark' }>,
): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.setLineDash([]);
  context.beginPath();
  if (mark === 'circle' || mark === 'ring') context.arc(x, y, size, 0, 2 * Math.PI);
  else {
    const corners = markCorners(mark, x, y, size);
    corners.forEach(([cx, cy], at) => {
      if (at === 0) context.moveTo(cx, cy);
      else context.lineTo(cx, cy);
    });
    context.closePath();
  }
  if (mark === 'ring') {
    context.lineWidth = 1.5;
    context.stroke();
  } else context.fill();
}

/** Corners of a mark that is no circle. */
export function markCorners(
  mark: 'square' | 'triangle' | 'diamond' | 'flag',
  x: number,
  y: number,
  size: number,
): readonly (readonly [number, number])[] {
  switch (mark) {
    case 'square':
      return [
        [x - size, y - size],
        [x + size, y - size],
        [x + size, y + size],
        [x - size, y + size],
      ];
    case 'triangle':
      return [
        [x, y - size * 1.3],
        [x + size * 1.2, y + size],
        [x - size * 1.2, y + size],
      ];
    case 'diamond':
      return [
        [x, y - size * 1.4],
        [x + size * 1.4, y],
        [x, y + size * 1.4],
        [x - size * 1.4, y],
      ];
    case 'flag':
      return [
        [x - size, y - size],
        [x + size, y - size],
        [x, y + size],
      ];
  }
}
