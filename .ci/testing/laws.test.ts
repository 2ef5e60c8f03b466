import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/verdicts/laws.md', 'utf8');
const laws = [...page.matchAll(/^\| (?!law |-)(.+?) +\| (.+?) +\| `(.+?)` +\|$/gm)].map(
  ([, law = '', test = '', file = '']) => ({ law, test, file }),
);

/** The text of a test, from its name to the name of the next one. */
function bodyOf(test: string, file: string): string | undefined {
  const source = readFileSync(file, 'utf8');
  const starts = [...source.matchAll(/^ {2}(?:law|it)\((['`])(.+?)\1/gm)];
  const at = starts.findIndex(([, , name]) => name === test);
  return at < 0 ? undefined : source.slice(starts[at]?.index, starts[at + 1]?.index);
}

describe('the page of laws', () => {
  it('names at least 25', () => {
    expect(new Set(laws.map(({ test }) => test)).size).toBeGreaterThanOrEqual(25);
    expect(laws.length, 'a row that cannot be read').toBe(page.match(/\.ts` +\|$/gm)?.length);
  });

  it.each(laws)('says where it is tried that $law', ({ test, file }) => {
    const body = bodyOf(test, file) ?? '';
    expect(body, `${file} has no test named “${test}”`).not.toBe('');
    // Both try it on a thousand plans in the usual run.
    expect(/^ {2}law\(|\bholdsFor\(/.test(body), `${test} is no property`).toBe(true);
  });

  it('leaves out no law over verdicts', () => {
    const named = new Set(laws.map(({ test }) => test));
    const tried = globSync('src/gates/laws-of-meaning.test.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^ {2}law\('(.+?)'/gm)].map(([, name = '']) => name),
    );
    expect(tried.filter((name) => !named.has(name))).toEqual([]);
  });
});

const catalogue = '../shared/seeds/CATALOGUE.md';

// The catalogue belongs to nobody's checkout.
it.skipIf(!existsSync(catalogue))(
  'every rule and trap of the catalogue has a test by its number',
  () => {
    const numbers = new Set(readFileSync(catalogue, 'utf8').match(/\b[TR]-00\d-\d+\b/g));
    const tests = globSync(['mocks/**/*.test.ts', 'src/**/*.test.ts']).map((file) =>
      readFileSync(file, 'utf8'),
    );
    const isNamed = (number: string) => tests.some((text) => new RegExp(`${number}\\b`).test(text));
    expect(numbers.size).toBeGreaterThan(0);
    expect([...numbers].filter((number) => !isNamed(number))).toEqual([]);
  },
);
