import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFamilies } from './format-id.ts';
import { readEvidence } from './read-evidence.ts';
import { sampleFormats, sampleNames, samples } from './testing/samples.ts';

const encoder = new TextEncoder();
const bytesOf = (text: string): Uint8Array => encoder.encode(text);
const hintOf = (format: (typeof sampleFormats)[number]) => {
  const name = sampleNames[format];
  return name === undefined ? {} : { name };
};

describe('readEvidence', () => {
  it('has a sample of every format with a report', () => {
    const withReport = Object.entries(formatFamilies).filter(([, family]) => family !== undefined);
    expect(Object.keys(samples).sort()).toEqual(withReport.map(([format]) => format).sort());
  });

  it.each(sampleFormats)('tells %s by its bytes, with a reason, and reads it', (format) => {
    const reading = readEvidence(bytesOf(samples[format]), hintOf(format));
    expect(reading.format).toBe(format);
    expect(reading.report?.family).toBe(formatFamilies[format]);
    expect(reading.because.code).not.toBe('chosen');
  });

  it.each(sampleFormats)(
    'reads %s behind a byte order mark and says that it stands there',
    (format) => {
      const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(samples[format])]);
      const reading = readEvidence(marked, { ...hintOf(format), format });
      const plain = readEvidence(bytesOf(samples[format]), { format });
      expect(reading.facts).toEqual(plain.facts);
      expect(reading.warnings.map(({ code }) => code)).toContain('byte-order-mark');
    },
  );

  it('takes the format that somebody chose, and says when the bytes are another', () => {
    const reading = readEvidence(bytesOf(samples.sarif), { format: 'junit' });
    expect(reading).toMatchObject({ format: 'junit', because: { code: 'chosen' }, facts: [] });
    expect(reading.warnings[0]?.code).toBe('not-this-format');
  });

  it('asks the bytes before the name', () => {
    expect(readEvidence(bytesOf(samples.junit), { name: 'a.json' }).format).toBe('junit');
    expect(readEvidence(bytesOf('nothing'), { name: 'a.json' })).toMatchObject({
      format: 'json',
      because: { code: 'name', params: { ending: 'json' } },
      warnings: [{ code: 'syntax' }],
    });
  });

  it('reads UTF-16 with a mark as it reads UTF-8', () => {
    const units = [...samples.junit].flatMap((character) => {
      const unit = character.charCodeAt(0);
      return [unit & 0xff, unit >> 8];
    });
    const reading = readEvidence(Uint8Array.from([0xff, 0xfe, ...units]));
    expect(reading.facts).toEqual(readEvidence(bytesOf(samples.junit)).facts);
  });

  it('knows what is no text', () => {
    expect(readEvidence(Uint8Array.from([0, 1, 2, 3, 0, 0])).format).toBe('binary');
    expect(readEvidence(bytesOf('%PDF-1.7\n')).format).toBe('pdf');
    expect(readEvidence(new Uint8Array()).because).toEqual({ code: 'empty' });
  });
});

/** Whatever happens to bytes, reading them answers, and says something where it gives no report. */
function reads(bytes: Uint8Array, format?: (typeof sampleFormats)[number]): void {
  const reading = readEvidence(bytes, format === undefined ? {} : { format });
  const isReadable = formatFamilies[reading.format] !== undefined;
  if (isReadable && reading.report === undefined) expect(reading.warnings).not.toEqual([]);
  for (const fact of reading.facts) {
    if (fact.type !== 'tests') continue;
    expect(fact.passed).toBeGreaterThanOrEqual(0);
    expect(fact.passed + fact.failed + (fact.skipped ?? 0)).toBeLessThanOrEqual(
      fact.total + fact.failed,
    );
  }
}

describe('whatever the bytes are', () => {
  it('answers for any bytes, in every format', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...sampleFormats),
        (bytes, format) => {
          reads(bytes);
          reads(bytes, format);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('answers for files that are cut off, anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sampleFormats), fc.nat(), (format, at) => {
        const bytes = bytesOf(samples[format]);
        reads(bytes.subarray(0, at % bytes.length), format);
      }),
      { numRuns: 1500 },
    );
  });

  it('answers for files with changed, inserted and repeated bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sampleFormats),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.nat(),
        fc.nat({ max: 40 }),
        (format, changes, from, length) => {
          const bytes = Uint8Array.from(bytesOf(samples[format]));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const start = from % bytes.length;
          const again = bytes.subarray(start, start + length);
          reads(bytes, format);
          reads(
            Uint8Array.from([...bytes.subarray(0, start), ...again, ...bytes.subarray(start)]),
            format,
          );
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('answers for JSON of any shape, in every format that is JSON', () => {
    const formats = sampleFormats.filter((format) => /^[{[]/.test(samples[format]));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(...formats), (value, format) => {
        reads(bytesOf(JSON.stringify(value)), format);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers for members of any type in place of those that should be there', () => {
    const formats = sampleFormats.filter((format) => samples[format].startsWith('{'));
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.nat(),
        fc.jsonValue({ maxDepth: 2 }),
        (format, pick, value) => {
          let at = 0;
          const text = samples[format].split('\n')[0] === '{' ? samples[format] : '{}';
          const places = JSON.stringify(JSON.parse(text)).length;
          const changed = JSON.stringify(JSON.parse(text), (_, member: unknown) => {
            at += 1;
            return at === (pick % 60) + 2 ? value : member;
          });
          expect(places).toBeGreaterThan(0);
          reads(bytesOf(changed ?? 'null'), format);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('hostile files', () => {
  const codesOf = (text: string, format: (typeof sampleFormats)[number]): readonly string[] =>
    readEvidence(bytesOf(text), { format }).warnings.map(({ code }) => code);

  it('expands no entities, of its own or from elsewhere', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};">`).join('')}]><testsuite><testcase name="&l30;"/></testsuite>`;
    const remote =
      '<!DOCTYPE a SYSTEM "https://elsewhere.example/a.dtd"><testsuite><testcase name="x"/></testsuite>';
    const file = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><coverage>&x;</coverage>';
    expect(codesOf(bomb, 'junit')).toEqual(['document-type-refused']);
    expect(codesOf(remote, 'junit')).toEqual(['document-type-refused']);
    expect(codesOf(file, 'cobertura')).toEqual(['document-type-refused']);
  });

  it('refuses nesting that is too deep, in every language', () => {
    const deep = 100_000;
    expect(codesOf('['.repeat(deep), 'json')).toEqual(['too-deep']);
    expect(codesOf('{"suites":'.repeat(deep), 'playwright')).toEqual(['too-deep']);
    expect(codesOf('<testsuite>'.repeat(deep), 'junit')).toEqual(['too-deep']);
    for (const text of ['- '.repeat(5000), '['.repeat(5000), '{a: '.repeat(5000)]) {
      expect(readEvidence(bytesOf(text), { format: 'yaml' }).report).toBeUndefined();
    }
    expect(
      readEvidence(bytesOf(`${' '.repeat(4000)}ok 1\n`.repeat(50)), { format: 'tap' }).facts,
    ).toHaveLength(1);
  });

  it('follows no alias and obeys no tag of YAML', () => {
    const bomb = [
      'a: &a [x, x]',
      ...[...'bcdefgh'].map(
        (name, at) => `${name}: &${name} [*${'abcdefg'[at]}, *${'abcdefg'[at]}]`,
      ),
    ].join('\n');
    expect(codesOf(bomb, 'yaml')).toContain('alias-refused');
    expect(codesOf('a: !!js/function "x"', 'yaml')).toContain('tag-refused');
    expect(codesOf('a: 1\na: 2', 'yaml')).toContain('duplicate-member');
    expect(readEvidence(bytesOf(bomb), { format: 'yaml' }).report).toBeUndefined();
  });

  it('reaches into no prototype', () => {
    const text =
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}';
    expect(codesOf(text, 'json')).toEqual(['refused-key']);
    expect(codesOf('{"constructor": {"\\u005f_proto__": 1}}', 'json')).toEqual(['refused-key']);
    for (const format of sampleFormats) reads(bytesOf(text), format);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    const named =
      '{"constructor":{"path":"constructor","statementMap":{},"fnMap":{},"branchMap":{},"s":{},"f":{},"b":{}}}';
    expect(readEvidence(bytesOf(named), { format: 'istanbul' }).report).toMatchObject({
      files: [{ path: 'constructor' }],
    });
  });

  it('takes no number for one that it cannot hold', () => {
    const text =
      '<testsuite tests="99999999999999999999" failures="1e400"><testcase name="a" time="1e999"/></testsuite>';
    expect(codesOf(text, 'junit')).toContain('number-unreadable');
    expect(readEvidence(bytesOf(text)).facts).toMatchObject([{ total: 1, cases: [{ name: 'a' }] }]);
  });

  it('says which member stands twice', () => {
    const text = '{"numTotalTests":1,"numFailedTests":1,"numFailedTests":0,"testResults":[]}';
    expect(readEvidence(bytesOf(text), { format: 'jest' }).warnings).toContainEqual({
      code: 'duplicate-member',
      line: 1,
      params: { member: 'numFailedTests' },
    });
  });

  it('executes no script, whatever stands in it', () => {
    const script =
      'window.BENCHMARK_DATA = {"entries": {"a": (() => { globalThis.ran = true; })()}}';
    expect(codesOf(script, 'benchmark-history')).toEqual(['script-refused']);
    const twice = `${samples['benchmark-history']};globalThis.ran = true;`;
    expect(codesOf(twice, 'benchmark-history')).toEqual(['script-refused']);
    expect('ran' in globalThis).toBe(false);
  });

  it('lists the first faults of a kind and counts the rest', () => {
    const cases = '<testcase name="a" status="odd"/>'.repeat(500);
    const { warnings, facts } = readEvidence(bytesOf(`<testsuite>${cases}</testsuite>`));
    expect(warnings).toHaveLength(51);
    expect(warnings.at(-1)).toEqual({
      code: 'list-cut',
      params: { of: 'unknown-outcome', limit: 50, found: 500 },
    });
    expect(facts).toMatchObject([{ total: 500, passed: 0 }]);
  });
});
