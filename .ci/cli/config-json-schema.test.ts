import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { configJsonSchema } from '../../cli/config/config-json-schema.ts';

it('is the one that is published; `npm run generate` writes it', () => {
  expect(readFileSync('public/schema/config-1.0.schema.json', 'utf8')).toBe(configJsonSchema());
});

it('accepts a configuration and refuses a misspelt one', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(configJsonSchema()));
  const config = { wavegate: 1, project: { id: 'p' }, plans: [{ files: 'a.md', format: 'table' }] };
  expect(validate(config)).toBe(true);
  expect(validate({ ...config, plan: [] })).toBe(false);
});
