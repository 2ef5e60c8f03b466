import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixesScripts, shortenMiddle, visiblePieces, visibleText } from './visible.ts';

describe('visiblePieces', () => {
  it.each([
    ['right-to-left override', 'a\u202eb', 'a[U+202E]b'],
    ['isolate', '\u2066x\u2069', '[U+2066]x[U+2069]'],
    ['zero width space', 'a\u200bb', 'a[U+200B]b'],
    ['byte order mark', '\ufeffa', '[U+FEFF]a'],
    ['null and bell', '\u0000\u0007', '[U+0000][U+0007]'],
    ['line break where one line is shown', 'a\nb', 'a[U+000A]b'],
    ['Hangul filler', '\u3164', '[U+3164]'],
    ['tag character', 'a\u{e0041}', 'a[U+E0041]'],
    ['half a surrogate', 'a\ud800', 'a[U+D800]'],
  ])('shows %s as an escape', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it.each(['plain', 'Übergröße', '日本語', 'עברית', '👩‍💻 done', 'naïve café', ''])(
    'leaves "%s" alone',
    (text) => {
      expect(visibleText(text)).toBe(text);
    },
  );

  it('shows a joiner outside emoji', () => {
    expect(visibleText('gate\u200d1')).toBe('gate[U+200D]1');
  });

  it('keeps what it is told to keep', () => {
    expect(visiblePieces('a\n\tb', '\n\t')).toEqual([{ kind: 'text', text: 'a\n\tb' }]);
  });

  it('never lets a control or direction character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const piece of visiblePieces(text)) {
          expect(piece.text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        }
      }),
    );
  });
});

describe('mixesScripts', () => {
  it.each([
    ['g\u0430te', true],
    ['\u0391lpha', true],
    ['\u0430\u03b1', true],
    ['gate-1', false],
    ['\u0433\u0435\u0439\u0442', false],
    ['日本-1', false],
    ['', false],
  ])('%s → %s', (text, mixed) => {
    expect(mixesScripts(text)).toBe(mixed);
  });
});

describe('shortenMiddle', () => {
  it('keeps both ends and never more than asked for', () => {
    expect(shortenMiddle('abcdefghij', 5)).toBe('ab…ij');
    expect(shortenMiddle('abcde', 5)).toBe('abcde');
    expect([...shortenMiddle('👩👩👩👩👩👩', 5)]).toHaveLength(5);
    expect(shortenMiddle('👩👩👩👩👩👩', 5)).not.toContain('\ufffd');
  });
});
