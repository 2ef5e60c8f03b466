import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { matchesWhole } from './pattern.ts';

/** How often a pattern is compiled while `ask` runs. */
function compilations(ask: () => void): number {
  const own = RE2JS.compile;
  let count = 0;
  RE2JS.compile = (...asked) => {
    count += 1;
    return own(...asked);
  };
  try {
    ask();
  } finally {
    RE2JS.compile = own;
  }
  return count;
}

describe('a pattern', () => {
  it('must match the whole text, in its case', () => {
    expect(matchesWhole('v1\\.[0-9]+', 'v1.20')).toBe(true);
    expect(matchesWhole('v1\\.[0-9]+', 'v1.20-rc')).toBe(false);
    expect(matchesWhole('v1\\.[0-9]+', 'V1.20')).toBe(false);
    expect(matchesWhole('a.c', 'a\nc')).toBe(false);
  });

  it('that cannot be read is said to be so, each time it is asked for', () => {
    expect(matchesWhole('(', 'x')).toBeUndefined();
    expect(matchesWhole('(', 'x')).toBeUndefined();
    expect(matchesWhole('(?=x)', 'x')).toBeUndefined();
  });

  it('is compiled once, readable or not', () => {
    const count = compilations(() => {
      for (const text of ['once-1', 'once-2', 'other']) {
        matchesWhole('once-[0-9]', text);
        matchesWhole('once-[0-9', text);
      }
    });
    expect(count).toBe(2);
  });

  it('is forgotten after a thousand others, so that memory does not grow for ever, and is right again', () => {
    for (let at = 0; at < 1001; at += 1) matchesWhole(`x${at}`, 'x');
    const count = compilations(() => expect(matchesWhole('x0', 'x0')).toBe(true));
    expect(count).toBe(1);
  });
});
