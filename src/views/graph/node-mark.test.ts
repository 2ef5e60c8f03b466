import { describe, expect, it } from 'vitest';
import { glyphPaths } from '../../ui/glyph-paths.ts';
import { stateTones } from '../../ui/state.ts';
import { flatten, inkOf } from '../../ui/testing/rasterise.ts';
import {
  compareMarks,
  isSupposed,
  markBox,
  markPaths,
  readingMarks,
  scenarioMarks,
} from './node-mark.ts';

const side = 48;
const kinds = [...scenarioMarks, ...compareMarks, ...readingMarks];
const marks = kinds.map((kind) => ({
  name: kind,
  ink: inkOf([{ paint: 'fill', d: markPaths[kind] }], side),
}));
const states = stateTones.map((tone) => ({ name: tone, ink: inkOf(glyphPaths[tone], side) }));

function difference(a: readonly boolean[], b: readonly boolean[]): number {
  let either = 0;
  let only = 0;
  for (let at = 0; at < side * side; at += 1) {
    if (a[at] === true || b[at] === true) either += 1;
    if (a[at] !== b[at]) only += 1;
  }
  return only / either;
}

describe('marks', () => {
  it('differ by silhouette from each other and from every state', () => {
    for (const [at, one] of marks.entries()) {
      for (const two of [...marks.slice(at + 1), ...states]) {
        expect(difference(one.ink, two.ink), `${one.name} and ${two.name}`).toBeGreaterThan(0.3);
      }
    }
  });

  it('stay within their box', () => {
    for (const kind of kinds) {
      for (const [x, y] of flatten(markPaths[kind]).flat()) {
        expect(Math.min(x, y), kind).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y), kind).toBeLessThanOrEqual(markBox);
      }
    }
  });

  it('are of a scenario or of a comparison', () => {
    expect(kinds.filter(isSupposed)).toEqual(scenarioMarks);
  });
});
