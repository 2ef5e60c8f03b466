import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { locatePointers } from '../formats/json/json-locate.ts';
import { childPointer } from '../lib/json/json-pointer.ts';
import { readJson } from './json.ts';
import { sameJson } from './raw.ts';

// Many generated plans on a busy machine take longer than one test usually may.
vi.setConfig({ testTimeout: 120_000 });

const encoder = new TextEncoder();
const read = (text: string, options = {}) => readJson(encoder.encode(text), 'f.json', options);
const codes = (text: string, options = {}) => read(text, options).problems.map(({ code }) => code);

/** Quirks that tell JSON readers apart: what must be read, and as what. */
const accepted: readonly (readonly [string, unknown])[] = [
  [' \t\r\n[ ] ', []],
  ['"\\u00e9\\ud83d\\ude42"', 'é🙂'],
  ['"\\ud800"', '\ud800'],
  ['"\\/"', '/'],
  ['"\u2028\u2029"', '\u2028\u2029'],
  ['"\u007f"', '\u007f'],
  ['-0', -0],
  ['1E+2', 100],
  ['0.1e-6', 1e-7],
  ['12345678901234567890', 12345678901234567000],
  ['1e400', Number.POSITIVE_INFINITY],
  ['{"":0}', { '': 0 }],
  ['{"a":{"a":1},"b":{"a":2}}', { a: { a: 1 }, b: { a: 2 } }],
  ['[{"a":1},{"a":1}]', [{ a: 1 }, { a: 1 }]],
  ['{"a":"\\"b\\":1,\\"b\\":2"}', { a: '"b":1,"b":2' }],
  ['{"proto":1,"constructors":2}', { proto: 1, constructors: 2 }],
  ['["__proto__","constructor"]', ['__proto__', 'constructor']],
];

const refused: readonly (readonly [string, string])[] = [
  ['[1,]', 'json-syntax'],
  ['[,1]', 'json-syntax'],
  ['{"a":1,}', 'json-syntax'],
  ['{a:1}', 'json-syntax'],
  ["{'a':1}", 'json-syntax'],
  ['[1 2]', 'json-syntax'],
  ['[01]', 'json-syntax'],
  ['[1.]', 'json-syntax'],
  ['[.5]', 'json-syntax'],
  ['[+1]', 'json-syntax'],
  ['[0x1]', 'json-syntax'],
  ['[NaN]', 'json-syntax'],
  ['[Infinity]', 'json-syntax'],
  ['["\t"]', 'json-syntax'],
  ['["\n"]', 'json-syntax'],
  ['["\\x41"]', 'json-syntax'],
  ['["\\u12"]', 'json-syntax'],
  ['[1]// end', 'json-syntax'],
  ['/* a */[1]', 'json-syntax'],
  ['[1][2]', 'json-syntax'],
  ['[1}', 'json-syntax'],
  [']', 'json-syntax'],
  ['[', 'json-syntax'],
  ['"', 'json-syntax'],
  ['"\\', 'json-syntax'],
  ['{"a":', 'json-syntax'],
  ['{"a" "b"}', 'json-syntax'],
  ['   ', 'json-syntax'],
  ['\u00a0[]', 'json-syntax'],
  ['{"__proto__":1}', 'refused-key'],
  ['{"a":[{"constructor":{}}]}', 'refused-key'],
  ['{"\\u0070rototype":1}', 'refused-key'],
  ['{"__proto_\\u005f":1}', 'refused-key'],
];

describe('readJson', () => {
  for (const [text, value] of accepted) {
    it(`reads ${text}`, () => {
      expect(read(text)).toMatchObject({ value, problems: [] });
    });
  }

  for (const [text, code] of refused) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      const reading = read(text);
      expect(reading.problems.map((problem) => problem.code)).toEqual([code]);
      expect(reading.value).toBeUndefined();
      expect(reading.problems[0]?.position?.line).toBeGreaterThan(0);
    });
  }

  it('refuses what is too large before it looks at it', () => {
    expect(codes('{"__proto__":1}', { maxBytes: 5 })).toEqual(['too-large']);
  });

  it('allows nesting up to the limit and no deeper, without recursion', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(codes(nested(64))).toEqual([]);
    expect(codes(nested(65))).toEqual(['too-deep']);
    expect(codes('['.repeat(1_000_000))).toEqual(['too-deep']);
    expect(codes('{"a":'.repeat(1_000_000))).toEqual(['too-deep']);
    expect(codes('[}'.repeat(500_000))).toEqual(['json-syntax']);
    expect(codes(`"\n${'['.repeat(500_000)}`)).toEqual(['json-syntax']);
    expect(codes(JSON.stringify('['.repeat(1000)))).toEqual([]);
  });

  it('names the byte at which the bytes stop being UTF-8', () => {
    const bytes = Uint8Array.from([0x22, 0xc3, 0xa9, 0xc3, 0x28, 0x22]);
    expect(readJson(bytes, 'f').problems).toEqual([
      { code: 'not-utf8', severity: 'fatal', file: 'f', params: { byte: 4 } },
    ]);
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x5b, 0, 0x5d, 0]);
    expect(readJson(utf16, 'f').problems.map(({ code }) => code)).toEqual(['not-utf8']);
    const overlong = Uint8Array.from([0x22, 0xc0, 0xaf, 0x22]);
    expect(readJson(overlong, 'f').problems.map(({ code }) => code)).toEqual(['not-utf8']);
  });

  it('reads on after a byte order mark and says so', () => {
    expect(read('\ufeff[1]')).toMatchObject({ value: [1] });
    expect(codes('\ufeff[1]')).toEqual(['byte-order-mark']);
    expect(codes('\ufeff\ufeff[1]')).toContain('json-syntax');
  });

  it('reports a member that occurs twice with the place of the second', () => {
    const text = '{"é": {"a": 1,\n  "b": 2, "\\u0061": 3}}';
    expect(read(text)).toMatchObject({
      ambiguous: ['/é'],
      problems: [
        { code: 'duplicate-member', path: '/é/a', position: { line: 2, column: 11, offset: 25 } },
      ],
    });
  });

  it('finds duplicates in large objects too', () => {
    const members = Array.from({ length: 5000 }, (_, k) => `"k${k}":${k}`);
    expect(codes(`{${members.join()}}`)).toEqual([]);
    expect(codes(`{${members.join()},"k17":0}`)).toEqual(['duplicate-member']);
  });

  it('agrees with JSON.parse on anything that JSON can say', () => {
    const key = fc.string().filter((k) => !['__proto__', 'prototype', 'constructor'].includes(k));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(null, true, false),
        fc.array(tie('value')),
        fc.dictionary(key, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2), (data, indent) => {
        const text = JSON.stringify(data, null, indent);
        const reading = read(text);
        expect(reading.problems).toEqual([]);
        expect(sameJson(reading.value, JSON.parse(text))).toBe(true);
      }),
    );
  });

  it('never throws, and gives a value or a fatal problem, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const reading = readJson(bytes, 'f');
        const isFatal = reading.problems.some(({ severity }) => severity === 'fatal');
        expect(reading.value === undefined).toBe(isFatal);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'[]{}",:\\1etn/* \n\t')), (parts) => {
        const text = parts.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        const reading = read(text);
        const isRead = reading.value !== undefined;
        expect(isRead).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('locatePointers', () => {
  it('finds every value of a document where it stands', () => {
    const text = '{\n "a/b": [1, {"~": "x"}],\n "": {"c": null}\n}';
    const found = locatePointers(text, ['', '/a~1b', '/a~1b/1', '/a~1b/1/~0', '//c', '/gone']);
    expect(
      [...found].map(([pointer, { offset }]) => [pointer, text.slice(offset, offset + 4)]),
    ).toEqual([
      ['', '{\n "'],
      ['/a~1b', '[1, '],
      ['/a~1b/1', '{"~"'],
      ['/a~1b/1/~0', '"x"}'],
      ['//c', 'null'],
    ]);
  });

  it('survives any member name', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(5), (name, index) => {
        const text = JSON.stringify({ [name]: [0, 1, 2, 3, 4, 5] });
        const pointer = childPointer(childPointer('', name), index);
        const offset = locatePointers(text, [pointer]).get(pointer)?.offset ?? -1;
        expect(text[offset]).toBe(String(index));
      }),
    );
  });
});
