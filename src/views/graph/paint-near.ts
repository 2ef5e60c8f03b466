import { visibleText } from '../../lib/text/visible.ts';
import type { ResolvedColours } from '../../ui/token-reader.ts';
import type { Box } from './drawing-layout.ts';
import type { NodeFace } from './node-face.ts';
import { shortId } from './short-id.ts';
import { shownPips } from './shown-pips.ts';

/** Where the parts of a node stand inside its element, in the drawing's pixels. */
const item = { left: 14, right: 10, glyph: 7, head: 15, id: 34, idBase: 19, title: 36, line: 15 };
const group = { left: 13, glyph: 7, middle: 15, id: 33 };
const pip = { side: 6, gap: 3, rest: 14 };

const mono = '650 11px "JetBrains Mono Variable", "JetBrains Mono", ui-monospace, monospace';
const title = '500 12px "Inter Variable", system-ui, sans-serif';
const groupTitle = '600 12px "Inter Variable", system-ui, sans-serif';
/** About the width of a letter in each of them, as measuring every text would cost more than it shows. */
const letter = { mono: 6.6, title: 6.3 };

/** So strong are the colours of what is faded; its text stays one that can be read. */
export const FADED = 0.3;

/** What an item shows inside its frame. */
export function paintNearItem(
  context: CanvasRenderingContext2D,
  { face, box, isFaded }: { readonly face: NodeFace; readonly box: Box; readonly isFaded: boolean },
  { tokens, states }: ResolvedColours,
): void {
  const { x, y, width, height } = box;
  const tone = states[face.tone].fg;
  const ink = isFaded ? tokens['text-muted'] : tokens.text;
  const shown = shownPips(face.id, face.pips);
  const pips = shown.pips.slice(0, shown.most);
  const right = item.right + (shown.pips.length > pips.length ? pip.rest : 0);
  context.globalAlpha = isFaded ? FADED : 1;
  context.fillStyle = tone;
  context.fillRect(x, y + 2, 3, height - 4);
  dot(context, x + item.left + item.glyph, y + item.head, tone);
  for (const [at, own] of pips.entries()) {
    const left = x + width - right - (pips.length - at) * (pip.side + pip.gap);
    context.fillStyle = states[own].fg;
    context.fillRect(left, y + item.head - pip.side / 2, pip.side, pip.side);
  }
  context.globalAlpha = 1;
  context.fillStyle = ink;
  context.font = mono;
  const room = width - item.id - right - pips.length * (pip.side + pip.gap);
  context.fillText(shortId(face.id, room / letter.mono), x + item.id, y + item.idBase);
  context.font = title;
  const lines = height > item.title + item.line ? 2 : 1;
  const text = wrapped(face.title, (width - item.left - item.right) / letter.title, lines);
  for (const [at, line] of text.entries()) {
    context.fillText(line, x + item.left, y + item.title + at * item.line);
  }
}

/** What stands on the rim of a group. */
export function paintNearRim(
  context: CanvasRenderingContext2D,
  face: NodeFace,
  { x, y, width }: Box,
  { tokens, states }: ResolvedColours,
): void {
  dot(context, x + group.left + group.glyph, y + group.middle, states[face.tone].fg);
  context.fillStyle = tokens.text;
  context.font = mono;
  const id = shortId(face.id, (width - group.id) / letter.mono);
  context.fillText(id, x + group.id, y + group.middle + 4);
  const after = group.id + context.measureText(id).width + 6;
  context.font = groupTitle;
  const room = (width - after - 30) / letter.title;
  if (room > 3 && !face.id.endsWith(face.title))
    context.fillText(cut(face.title, room), x + after, y + group.middle + 4);
}

function dot(context: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, 6, 0, 2 * Math.PI);
  context.fill();
}

function cut(text: string, letters: number): string {
  const most = Math.max(1, Math.floor(letters));
  const seen = visibleText(text);
  return seen.length > most ? `${seen.slice(0, most - 1)}…` : seen;
}

/** In as many lines as there are, broken between words. */
function wrapped(text: string, letters: number, lines: number): readonly string[] {
  const most = Math.max(1, Math.floor(letters));
  const seen = visibleText(text);
  if (seen.length <= most || lines < 2) return [cut(seen, most)];
  const space = seen.lastIndexOf(' ', most);
  const at = space > 0 ? space : most;
  return [seen.slice(0, at), cut(seen.slice(at).trimStart(), most)];
}
