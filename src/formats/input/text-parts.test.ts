import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { decodeText } from './text.ts';
import { textLines, textParts } from './text-parts.ts';
import { WarningLog } from './warning-log.ts';
import { walkXml, type XmlWalk } from './xml-document.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const size = fc.integer({ min: 4, max: 40 });

/** Bytes of characters of every length, and some that are none. */
const bytes = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }).map(bytesOf),
      fc.constantFrom(bytesOf('\n'), bytesOf('\r\n'), bytesOf('é😀\u0800')),
      fc.uint8Array({ maxLength: 5 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => new Uint8Array(parts.flatMap((part) => [...part])));

describe('a text in parts', () => {
  it('is the text of the whole, wherever it is cut, and says the same of it', () => {
    fc.assert(
      fc.property(bytes, size, (source, part) => {
        // UTF-16 is not cut.
        fc.pre(source[0] !== 0xff && source[0] !== 0xfe);
        const log = new WarningLog();
        const { text, warnings } = decodeText(source);
        expect([...textParts(source, log, part)].join('')).toBe(text);
        expect(log.warnings.map(({ code }) => code)).toEqual(warnings.map(({ code }) => code));
      }),
    );
  });

  it('has the lines of the whole', () => {
    fc.assert(
      fc.property(bytes, size, (source, part) => {
        fc.pre(source[0] !== 0xff && source[0] !== 0xfe);
        const lines = [...textLines(source, new WarningLog(), part)];
        expect(lines).toEqual(decodeText(source).text.split(/\r?\n/));
      }),
    );
  });

  it('is refused beyond the limit, and said', () => {
    const log = new WarningLog();
    const large = new Uint8Array(256 * 1024 * 1024 + 1);
    expect([...textLines(large, log)]).toEqual(['']);
    expect(log.warnings).toMatchObject([{ code: 'too-large' }]);
  });
});

describe('XML in parts', () => {
  const trace = (text: string, partBytes?: number): readonly [XmlWalk, readonly unknown[]] => {
    const events: unknown[] = [];
    let words = '';
    const settle = (): void => {
      if (words !== '') events.push(words);
      words = '';
    };
    const walk = walkXml(
      bytesOf(text),
      {
        open: ({ name, line, depth, attribute }) => {
          settle();
          events.push([name, line, depth, attribute('name')]);
        },
        text: (more) => {
          words += more;
        },
        close: (name, isCut) => {
          settle();
          events.push([name, isCut]);
        },
      },
      partBytes === undefined ? {} : { partBytes },
    );
    settle();
    return [walk, events];
  };

  it.each([
    ['a report', samples.junit],
    ['one that is cut off', samples.junit.slice(0, Math.floor(samples.junit.length / 2))],
    ['one with a wrong end', '<a><b/><c name="é">x &amp; y</b></a>'],
    ['one that defines entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['nothing', ' \n '],
    ['no XML', 'plain words'],
  ])('reads %s as the whole is read', (_, text) => {
    const whole = trace(text);
    for (const part of [4, 5, 7, 16, 61]) expect(trace(text, part)).toEqual(whole);
  });
});
