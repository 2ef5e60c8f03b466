import type { StateTone } from './state.ts';

/** A filled outline; holes come from the even-odd rule, so the ground shows through. */
export interface GlyphFill {
  readonly paint: 'fill';
  readonly d: string;
}

/** A line; widths and dashes are in units of the 16 by 16 box. */
export interface GlyphStroke {
  readonly paint: 'stroke';
  readonly d: string;
  readonly width: number;
  readonly dash?: readonly [number, number];
}

/** One layer of a glyph, painted in the colour of its state. */
export type GlyphLayer = GlyphFill | GlyphStroke;

/** Side of the square box in which every path below is written. */
export const glyphBox = 16;

const disc = 'M8 1.25a6.75 6.75 0 1 1 0 13.5a6.75 6.75 0 1 1 0-13.5Z';
const circle = 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z';
const ring: GlyphStroke = { paint: 'stroke', d: circle, width: 1.5 };

/**
 * Geometry of the state glyphs, the same for the screen, the canvas and exported pictures.
 * Fill with the even-odd rule; stroke with round caps and joins. The silhouettes differ so
 * that a state can be told without its colour (measured in glyph-paths.test.ts).
 */
export const glyphPaths: Readonly<Record<StateTone, readonly GlyphLayer[]>> = {
  passed: [
    {
      paint: 'fill',
      d: `${disc}M6.95 11.45L3.95 8.45L5.05 7.35L6.95 9.25L10.95 5.25L12.05 6.35Z`,
    },
  ],
  failed: [
    {
      paint: 'fill',
      d:
        'M5.1 1L10.9 1L15 5.1L15 10.9L10.9 15L5.1 15L1 10.9L1 5.1Z' +
        'M8 6.85L6 4.85L4.85 6L6.85 8L4.85 10L6 11.15L8 9.15L10 11.15L11.15 10L9.15 8L11.15 6L10 4.85Z',
    },
  ],
  blocked: [
    {
      paint: 'fill',
      d:
        'M4.5 1.5L11.5 1.5A3 3 0 0 1 14.5 4.5L14.5 11.5A3 3 0 0 1 11.5 14.5L4.5 14.5' +
        'A3 3 0 0 1 1.5 11.5L1.5 4.5A3 3 0 0 1 4.5 1.5ZM4.25 7.1L4.25 8.9L11.75 8.9L11.75 7.1Z',
    },
  ],
  ready: [ring, { paint: 'fill', d: 'M6.3 4.9L11.4 8L6.3 11.1Z' }],
  'in-progress': [ring, { paint: 'fill', d: 'M8 3.5A4.5 4.5 0 0 1 8 12.5Z' }],
  missing: [
    { paint: 'stroke', d: circle, width: 1.5, dash: [2.1, 2.612] },
    { paint: 'stroke', d: 'M8 4.75L8 8.5', width: 1.6 },
    { paint: 'fill', d: 'M8 10.1a1 1 0 1 1 0 2a1 1 0 1 1 0-2Z' },
  ],
  stale: [ring, { paint: 'stroke', d: 'M8 4.6L8 8.2L10.6 9.7', width: 1.5 }],
  unknown: [
    ring,
    {
      paint: 'stroke',
      d: 'M6.2 6.5A1.85 1.85 0 1 1 8.9 8.1C8.3 8.4 8 8.7 8 9.3',
      width: 1.3,
    },
    { paint: 'fill', d: 'M8 10.6a0.85 0.85 0 1 1 0 1.7a0.85 0.85 0 1 1 0-1.7Z' },
  ],
  'not-reached': [ring],
  deferred: [ring, { paint: 'stroke', d: 'M5.25 8L10.75 8', width: 1.6 }],
  waived: [ring, { paint: 'stroke', d: 'M2 14L14 2', width: 1.6 }],
  contradicted: [
    { paint: 'fill', d: 'M7 1.1A6.25 6.25 0 0 0 7 13.5Z' },
    { paint: 'fill', d: 'M9 2.5A6.25 6.25 0 0 1 9 14.9Z' },
  ],
  stopped: [
    {
      paint: 'fill',
      d:
        'M1.5 3.5L14.5 3.5A1 1 0 0 1 15.5 4.5L15.5 8.5A1 1 0 0 1 14.5 9.5L1.5 9.5A1 1 0 0 1 0.5 8.5L0.5 4.5A1 1 0 0 1 1.5 3.5Z' +
        'M4.4 5L2.4 8L4.2 8L6.2 5ZM8.1 5L6.1 8L7.9 8L9.9 5ZM11.8 5L9.8 8L11.6 8L13.6 5Z',
    },
    { paint: 'stroke', d: 'M3.75 9.5L3.75 13.5M12.25 9.5L12.25 13.5', width: 1.6 },
  ],
};
