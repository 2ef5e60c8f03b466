import { describe, expect, it } from 'vitest';
import { colourDistance, contrastRatio, visions } from '../lib/colour/colour.ts';
import { type StateTone, stateTones } from './state.ts';
import { declarations, systemContrast, themeColour, themeNames } from './testing/tokens.ts';

/** WCAG 2.2, 1.4.3: text against its ground. */
const textContrast = 4.5;
/** WCAG 2.2, 1.4.11: parts of pictures and controls against their ground. */
const graphicContrast = 3;

/**
 * Least CIEDE2000 distance of "passed" from every other state under every vision: nothing may
 * be taken for a pass, even at a glance. About 2.3 is just noticeable; 10 is told at a glance.
 */
const passDistance = 10;
/** Least distance of any other two states: told apart side by side. */
const pairDistance = 5;

/**
 * Thirteen colours cannot all be told apart under every vision. These pairs share a colour on
 * purpose and differ by their glyph alone, as every pair does (glyph-paths.test.ts).
 */
const shared: readonly (readonly [StateTone, StateTone])[] = [['not-reached', 'deferred']];

const pairs = stateTones.flatMap((one, index) =>
  stateTones.slice(index + 1).map((two) => [one, two] as const),
);
const isShared = (one: StateTone, two: StateTone): boolean =>
  shared.some((pair) => pair.includes(one) && pair.includes(two));

describe.each(themeNames)('colours of %s', (theme) => {
  const colour = (token: string) => themeColour(theme, token);
  const grounds = ['ground', 'surface', 'sunken', 'hover', 'floating'] as const;

  it.each(['text', 'text-muted', 'text-faint', 'accent'])(
    '%s is readable on every ground',
    (ink) => {
      for (const ground of grounds) {
        expect(contrastRatio(colour(ink), colour(ground)), ground).toBeGreaterThanOrEqual(
          textContrast,
        );
      }
    },
  );

  it.each(stateTones)('%s is readable on every ground and on its own', (tone) => {
    for (const ground of [...grounds, `state-${tone}-soft`]) {
      expect(
        contrastRatio(colour(`state-${tone}-fg`), colour(ground)),
        ground,
      ).toBeGreaterThanOrEqual(textContrast);
    }
  });

  it.each(stateTones)('text is readable on the soft ground of %s', (tone) => {
    expect(contrastRatio(colour('text'), colour(`state-${tone}-soft`))).toBeGreaterThanOrEqual(
      textContrast,
    );
  });

  it.each(stateTones)('lines of %s can be seen', (tone) => {
    for (const ground of ['ground', 'surface']) {
      expect(
        contrastRatio(colour(`state-${tone}-line`), colour(ground)),
        ground,
      ).toBeGreaterThanOrEqual(graphicContrast);
    }
  });

  it('text is readable on the accent and accent words on its soft ground', () => {
    expect(contrastRatio(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(
      textContrast,
    );
    for (const ink of ['accent', 'text', 'text-muted']) {
      expect(contrastRatio(colour(ink), colour('accent-soft')), ink).toBeGreaterThanOrEqual(
        textContrast,
      );
    }
  });

  it('states are readable on a selected row', () => {
    for (const tone of stateTones) {
      expect(
        contrastRatio(colour(`state-${tone}-fg`), colour('accent-soft')),
        tone,
      ).toBeGreaterThanOrEqual(textContrast);
    }
  });

  it('controls and the focus ring can be seen', () => {
    for (const ground of ['ground', 'surface']) {
      for (const line of ['control-line', 'focus']) {
        expect(contrastRatio(colour(line), colour(ground)), line).toBeGreaterThanOrEqual(
          graphicContrast,
        );
      }
    }
  });

  it.each(visions)('states can be told apart with %s vision', (vision) => {
    const tooClose = pairs
      .map(([one, two]) => ({
        pair: `${one} and ${two}`,
        distance: colourDistance(colour(`state-${one}-fg`), colour(`state-${two}-fg`), vision),
        least: isShared(one, two)
          ? 0
          : one === 'passed' || two === 'passed'
            ? passDistance
            : pairDistance,
      }))
      .filter(({ distance, least }) => distance < least);
    expect(tooClose).toEqual([]);
  });
});

describe('the token file', () => {
  it('says the same for contrast asked by the page and by the system', () => {
    expect(systemContrast()).toEqual(declarations('[data-theme="contrast"]'));
  });

  it('gives every state its three colours in both blocks', () => {
    for (const block of [':root', '[data-theme="contrast"]']) {
      const known = declarations(block);
      for (const tone of stateTones) {
        for (const part of ['fg', 'soft', 'line']) {
          expect(known.has(`state-${tone}-${part}`), `${block} ${tone} ${part}`).toBe(true);
        }
      }
    }
  });

  it('overrides only tokens that exist', () => {
    const known = declarations(':root');
    for (const name of declarations('[data-theme="contrast"]').keys()) {
      expect(known.has(name), name).toBe(true);
    }
  });

  it('keeps motion under 200 ms', () => {
    for (const name of ['motion', 'motion-quick']) {
      const time = /^(\d+)ms$/.exec(declarations(':root').get(name) ?? '')?.[1];
      expect(Number(time)).toBeLessThan(200);
      expect(Number(time)).toBeGreaterThan(0);
    }
  });
});
