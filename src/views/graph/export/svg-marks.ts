import { itemTone } from '../../../parts/tones.ts';
import { glyphBox, glyphPaths } from '../../../ui/glyph-paths.ts';
import type { ResolvedColours } from '../../../ui/token-reader.ts';
import type { Box } from '../drawing-layout.ts';
import {
  compareMarks,
  isSupposed,
  type MarkKind,
  markBox,
  markPaths,
  type NodeMark,
  readingMarks,
  scenarioMarks,
} from '../node-mark.ts';
import type { Picture } from './picture.ts';
import { letter, text } from './svg-text.ts';
import type { SvgWords } from './svg-words.ts';

const chip = { height: 17, size: 10, glyph: 11 } as const;

/**
 * A mark as on the page: a frame around the node, dashed where nothing of it is recorded, and a chip
 * on its lower rim with the mark's glyph and the other state.
 */
export function nodeMarkShape(
  { kind, state, label }: NodeMark,
  box: Box,
  { tokens, states }: ResolvedColours,
  words: SvgWords,
): string {
  const isDashed = isSupposed(kind) || kind === 'removed';
  const dash = isDashed ? ' stroke-dasharray="5 3"' : '';
  const said = label ?? stateSaid(kind, state, words);
  const shown = kind === 'removed' ? undefined : state;
  const stateRoom = shown === undefined ? 0 : chip.glyph + 4;
  const width = Math.min(
    box.width - 16,
    12 + chip.glyph + 4 + stateRoom + said.length * chip.size * letter.text,
  );
  const x = box.x + box.width - 8 - width;
  const y = box.y + box.height - 8;
  const tone = shown === undefined ? undefined : itemTone[shown];
  return [
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="6" fill="none" stroke="${tokens.text}" stroke-width="1.5"${dash}/>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${chip.height}" rx="4" fill="${tokens.surface}" stroke="${tokens.text}"${dash}/>`,
    markGlyph(kind, x + 6, y + 3, chip.glyph, tokens.text),
    tone === undefined
      ? ''
      : stateGlyph(tone, x + 6 + chip.glyph + 4, y + 3, chip.glyph, states[tone].fg),
    text(said, {
      x: x + 6 + chip.glyph + 4 + stateRoom,
      y: y + 12,
      size: chip.size,
      weight: 600,
      fill: tokens.text,
      room: width - 16 - chip.glyph - stateRoom + chip.size,
    }),
  ].join('');
}

function stateSaid(kind: MarkKind, state: NodeMark['state'], words: SvgWords): string {
  if (state === undefined || kind === 'removed') return words.mark[kind];
  return isSupposed(kind) ? words.state[state] : words.was(words.state[state]);
}

/** One entry for each mark that the picture has. */
export function markLegend(
  { marks, layout }: Picture,
  { tokens }: ResolvedColours,
  words: SvgWords,
  label: (value: string, x: number) => string,
): readonly string[] {
  const drawn = new Set<MarkKind>();
  for (const [id, { kind }] of marks ?? []) if (layout.boxes.has(id)) drawn.add(kind);
  return [...scenarioMarks, ...compareMarks, ...readingMarks]
    .filter((kind) => drawn.has(kind))
    .map((kind) => markGlyph(kind, 0, 1, 14, tokens.text) + label(words.mark[kind], 20));
}

function markGlyph(kind: MarkKind, x: number, y: number, size: number, fill: string): string {
  return `<path transform="translate(${x} ${y}) scale(${size / markBox})" d="${markPaths[kind]}" fill="${fill}" fill-rule="evenodd"/>`;
}

function stateGlyph(
  tone: keyof typeof glyphPaths,
  x: number,
  y: number,
  size: number,
  colour: string,
): string {
  const layers = glyphPaths[tone].map((layer) =>
    layer.paint === 'fill'
      ? `<path d="${layer.d}" fill="${colour}" fill-rule="evenodd"/>`
      : `<path d="${layer.d}" fill="none" stroke="${colour}" stroke-width="${layer.width}"/>`,
  );
  return `<g transform="translate(${x} ${y}) scale(${size / glyphBox})">${layers.join('')}</g>`;
}
