import { describe, expect, it, vi } from 'vitest';
import { stateTones } from './state.ts';
import { declarations } from './testing/tokens.ts';
import { readColours } from './token-reader.ts';

describe('readColours', () => {
  it('reads tokens that the style sheet declares, and leaves nothing behind', () => {
    // Vitest empties style sheets; the name of the property stands for its colour.
    vi.spyOn(window, 'getComputedStyle').mockImplementation((element) =>
      element instanceof HTMLElement ? element.style : new CSSStyleDeclaration(),
    );
    const before = document.body.childElementCount;
    const { tokens, states } = readColours(document.body);
    expect(document.body.childElementCount).toBe(before);
    expect(Object.keys(states).toSorted()).toEqual([...stateTones].toSorted());
    expect(states.failed).toEqual({
      fg: 'var(--state-failed-fg)',
      soft: 'var(--state-failed-soft)',
      line: 'var(--state-failed-line)',
    });
    const declared = declarations(':root');
    const read = [...Object.values(tokens), ...Object.values(states).flatMap(Object.values)];
    expect(new Set(read).size).toBe(read.length);
    for (const value of read) {
      expect(
        declared.get(/^var\(--([\w-]+)\)$/.exec(String(value))?.[1] ?? ''),
        value,
      ).toBeDefined();
    }
  });
});
