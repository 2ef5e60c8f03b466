import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { at, contractFile, contractTypes, readContract, typesFile } from './contract.ts';

const root = new URL('../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const text = textOf(contractFile);
const contract = readContract(text);

interface Media {
  readonly schema?: object;
  readonly example?: unknown;
}

/** Every place of the contract that gives a body, with its example. */
function bodies(node: unknown, path: string): readonly (readonly [string, Media])[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) => {
    const here = `${path}/${name}`;
    const isBody = path.endsWith('/content') && typeof child === 'object' && child !== null;
    return [...(isBody ? [[here, child as Media] as const] : []), ...bodies(child, here)];
  });
}

describe('the contract', () => {
  it('is OpenAPI 3.1 whose references all lead somewhere', () => {
    expect(at(contract, '/openapi')).toMatch(/^3\.1\./);
    const references = [...text.matchAll(/\$ref: ['"]#([^'"]+)['"]/g)].map(
      ([, pointer]) => pointer ?? '',
    );
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((pointer) => at(contract, pointer) === undefined)).toEqual([]);
  });

  it('names each operation once, and says of each what goes wrong', () => {
    const paths: Record<string, { get: { operationId: string; responses: object } }> =
      parse(text).paths;
    const operations = Object.values(paths).map(({ get }) => get);
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { responses } of operations) expect(Object.keys(responses)).toContain('default');
  });

  it('has examples that are what it says', () => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    ajv.addSchema({ $id: 'contract', ...Object(parse(text)) });
    const examples = bodies(parse(text), '').filter(([, { example }]) => example !== undefined);
    expect(examples.length).toBeGreaterThanOrEqual(8);
    for (const [path, { schema, example }] of examples) {
      const resolved = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/'));
      const validate = ajv.compile(resolved);
      expect(validate(example), `${path}: ${ajv.errorsText(validate.errors)}`).toBe(true);
    }
  });

  it('has types that are made of it as it is now', async () => {
    expect(textOf(typesFile) === (await contractTypes(text))).toBe(true);
  });
});
