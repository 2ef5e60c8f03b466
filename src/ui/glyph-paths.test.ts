import { describe, expect, it } from 'vitest';
import { glyphBox, glyphPaths } from './glyph-paths.ts';
import { stateTones } from './state.ts';
import { flatten, inkOf } from './testing/rasterise.ts';

const side = 48;
const ink = new Map(stateTones.map((tone) => [tone, inkOf(glyphPaths[tone], side)]));

/**
 * Least share of the ink of two glyphs together that only one of them has. A bar within a ring
 * is the smallest difference asked for by the design; it is about an eighth.
 */
const leastDifference = 0.12;

const pairs = stateTones.flatMap((one, index) =>
  stateTones.slice(index + 1).map((two) => [one, two] as const),
);

describe('state glyphs', () => {
  it.each(pairs)('%s and %s differ by silhouette', (one, two) => {
    const a = ink.get(one) ?? [];
    const b = ink.get(two) ?? [];
    let either = 0;
    let only = 0;
    for (let i = 0; i < side * side; i += 1) {
      if (a[i] === true || b[i] === true) either += 1;
      if (a[i] !== b[i]) only += 1;
    }
    expect(only / either).toBeGreaterThanOrEqual(leastDifference);
  });

  it.each(stateTones)('%s stays within its box and is not too faint', (tone) => {
    for (const layer of glyphPaths[tone]) {
      const reach = layer.paint === 'stroke' ? layer.width / 2 : 0;
      for (const [x, y] of flatten(layer.d).flat()) {
        expect(Math.min(x, y) - reach).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y) + reach).toBeLessThanOrEqual(glyphBox);
      }
    }
    const share = (ink.get(tone) ?? []).filter(Boolean).length / (side * side);
    expect(share).toBeGreaterThan(0.13);
  });

  it('has only the filled glyphs filled in the middle of the left half', () => {
    const at = (tone: (typeof stateTones)[number]) =>
      (ink.get(tone) ?? [])[Math.floor(side * 0.3) * side + Math.floor(side * 0.28)];
    const filled = stateTones.filter((tone) => at(tone) === true);
    expect(filled.toSorted()).toEqual(
      ['blocked', 'contradicted', 'failed', 'passed', 'stopped'].toSorted(),
    );
  });
});
