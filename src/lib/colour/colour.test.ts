import { describe, expect, it } from 'vitest';
import {
  colourDistance,
  contrastRatio,
  type Lab,
  type LinearRgb,
  labDistance,
  parseHex,
  simulate,
} from './colour.ts';

function hex(text: string): LinearRgb {
  const colour = parseHex(text);
  if (colour === undefined) throw new Error(`no colour: ${text}`);
  return colour;
}

describe('parseHex', () => {
  it('reads both lengths alike and refuses everything else', () => {
    expect(parseHex('#fff')).toEqual(parseHex('#FFFFFF'));
    for (const text of ['', 'fff', '#ffff', '#gggggg', 'rgb(0,0,0)', '#12345678']) {
      expect(parseHex(text)).toBeUndefined();
    }
  });
});

describe('contrastRatio', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrastRatio(hex('#000'), hex('#fff'))).toBeCloseTo(21, 5);
    expect(contrastRatio(hex('#fff'), hex('#000'))).toBeCloseTo(21, 5);
    expect(contrastRatio(hex('#7251d4'), hex('#7251d4'))).toBe(1);
  });

  it('puts #767676 just above and #777777 just below 4.5 on white', () => {
    expect(contrastRatio(hex('#767676'), hex('#fff'))).toBeGreaterThan(4.5);
    expect(contrastRatio(hex('#777777'), hex('#fff'))).toBeLessThan(4.5);
  });
});

describe('labDistance', () => {
  // Published test data: Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", 2005.
  const pairs: readonly (readonly [Lab, Lab, number])[] = [
    [{ l: 50, a: 2.6772, b: -79.7751 }, { l: 50, a: 0, b: -82.7485 }, 2.0425],
    [{ l: 50, a: -1.3802, b: -84.2814 }, { l: 50, a: 0, b: -82.7485 }, 1],
    [{ l: 50, a: 2.5, b: 0 }, { l: 50, a: 0, b: -2.5 }, 4.3065],
    [{ l: 50, a: 2.5, b: 0 }, { l: 73, a: 25, b: -18 }, 27.1492],
    [{ l: 60.2574, a: -34.0099, b: 36.2677 }, { l: 60.4626, a: -34.1751, b: 39.4387 }, 1.2644],
    [{ l: 22.7233, a: 20.0904, b: -46.694 }, { l: 23.0331, a: 14.973, b: -42.5619 }, 2.0373],
    [{ l: 2.0776, a: 0.0795, b: -1.135 }, { l: 0.9033, a: -0.0636, b: -0.5514 }, 0.9082],
  ];

  it.each(pairs)('agrees with the published value (%#)', (one, two, expected) => {
    expect(labDistance(one, two)).toBeCloseTo(expected, 3);
    expect(labDistance(two, one)).toBeCloseTo(expected, 3);
  });
});

describe('simulate', () => {
  it('leaves greys grey and normal vision alone', () => {
    for (const vision of ['deuteranopia', 'protanopia', 'tritanopia'] as const) {
      const seen = simulate(hex('#808080'), vision);
      expect(Math.abs(seen.r - seen.g)).toBeLessThan(0.01);
      expect(Math.abs(seen.g - seen.b)).toBeLessThan(0.01);
    }
    expect(simulate(hex('#3bbc7e'), 'normal')).toEqual(hex('#3bbc7e'));
  });

  it('brings red and green together for red-green blindness, not for tritanopia', () => {
    const normal = colourDistance(hex('#c02020'), hex('#5f7a10'));
    expect(colourDistance(hex('#c02020'), hex('#5f7a10'), 'deuteranopia')).toBeLessThan(normal / 2);
    expect(colourDistance(hex('#c02020'), hex('#5f7a10'), 'tritanopia')).toBeGreaterThan(
      normal / 2,
    );
  });
});
