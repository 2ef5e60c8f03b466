import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as validators from '../../src/bundle/generated/validators.js';
import { evidence } from '../../src/bundle/schema/evidence.ts';
import { gate } from '../../src/bundle/schema/gate.ts';
import { planItem } from '../../src/bundle/schema/plan.ts';
import { arbitraryContent } from '../../src/bundle/testing/arbitrary-content.ts';
import { artefacts, documentation } from './artefacts.ts';
import { definitions, refName, type SchemaNode } from './json-schema.ts';

// Many generated plans on a busy machine take longer than one test usually may.
vi.setConfig({ testTimeout: 120_000 });

const root = new URL('../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const all = definitions(true);

describe('generated files', () => {
  for (const [path, text] of artefacts(textOf(documentation))) {
    it(`${path} is what npm run generate writes`, () => {
      expect(textOf(path) === text).toBe(true);
    });
  }

  it('need no code made at run time', () => {
    expect(textOf('src/bundle/generated/validators.js')).not.toMatch(
      /\beval\b|new Function|require\(/,
    );
  });
});

describe('every member of the format', () => {
  const members = (node: SchemaNode, path: string): [string, SchemaNode][] =>
    Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
      const at = `${path}.${name}`;
      return [[at, child] as [string, SchemaNode], ...members(child.items ?? child, at)];
    });

  it('has a meaning and an example', () => {
    const bare = Object.entries(all)
      .flatMap(([name, node]) => members(node, name))
      .filter(([, node]) => !node.description || (node.examples?.length ?? 0) === 0);
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('has an example that is valid', () => {
    const ajv = new Ajv2020({ strict: false, discriminator: true });
    ajv.addSchema({ $id: 'bundle', $defs: all });
    const wrong = Object.entries(all)
      .flatMap(([name, node]) => members(node, name))
      .filter(([, node]) => {
        const { $ref } = node;
        const schema = JSON.parse(JSON.stringify(node).replaceAll('"#/$defs/', '"bundle#/$defs/'));
        return !ajv.validate(
          $ref === undefined ? schema : { $ref: `bundle${$ref}` },
          node.examples?.[0],
        );
      });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('stands in the documentation', () => {
    const text = textOf(documentation);
    for (const [name, node] of Object.entries(all)) {
      expect(text).toContain(`### ${name}\n`);
      for (const [member] of Object.entries(node.properties ?? {})) {
        const section = text.split(`### ${name}\n`)[1]?.split('\n### ')[0];
        expect(section).toContain(`| \`${member}\` |`);
      }
    }
  });

  it('occurs in the golden bundle that has everything', () => {
    const seen = new Set<string>();
    const visit = (value: unknown, node: SchemaNode, path: string): void => {
      const name = refName(node);
      const target = name === undefined ? node : (all[name] as SchemaNode);
      const at = name ?? path;
      if (Array.isArray(value)) {
        for (const entry of value) visit(entry, target.items ?? {}, at);
        return;
      }
      if (typeof value !== 'object' || value === null) return;
      const record = value as Record<string, unknown>;
      for (const branch of target.oneOf ?? target.anyOf ?? []) {
        const shape = all[refName(branch) ?? ''];
        const tag = target.discriminator?.propertyName;
        const fits =
          tag === undefined
            ? Object.keys(record).every((key) => shape?.properties?.[key] !== undefined)
            : shape?.properties?.[tag]?.const === record[tag];
        if (fits) visit(value, branch, at);
      }
      for (const [key, child] of Object.entries(target.properties ?? {})) {
        if (record[key] === undefined) continue;
        seen.add(`${at}.${key}`);
        visit(record[key], child, `${at}.${key}`);
      }
    };
    visit(JSON.parse(textOf('mocks/golden/1.0/everything.json')), { $ref: '#/$defs/Bundle' }, '');
    const missing = Object.entries(all)
      .filter(([name]) => !name.startsWith('Index'))
      .flatMap(([name, node]) => members(node, name))
      .filter(([path]) => !seen.has(path));
    expect(missing.map(([path]) => path)).toEqual([]);
  });
});

describe('the published schema', () => {
  const ajv = new Ajv2020({ strict: false, discriminator: true });
  const isBundle = ajv.compile(JSON.parse(textOf('public/schema/bundle-1.0.schema.json')));
  const golden = 'mocks/golden/1.0/';
  const valid = ['minimal.json', 'small.json', 'everything.json', 'unknown-field.json'];

  it.each(valid)('accepts %s', (name) => {
    expect(isBundle(JSON.parse(textOf(golden + name)))).toBe(true);
  });

  it.each(['malformed-records.json', 'unknown-kind.json', 'version-missing.json'])(
    'refuses %s',
    (name) => {
      expect(isBundle(JSON.parse(textOf(golden + name)))).toBe(false);
    },
  );

  it('accepts everything that the generator of plans makes', () => {
    fc.assert(
      fc.property(arbitraryContent(), (content) => {
        expect(isBundle({ wavegate: '1.0.0', ...content })).toBe(true);
      }),
    );
  });

  it('stands beside goldens that are read in the tests of the reader', () => {
    expect(readdirSync(new URL(golden, root))).toEqual(expect.arrayContaining(valid));
  });
});

describe('the compiled validators', () => {
  it('judge like the schemas that they come from', () => {
    const junk = fc.constantFrom<unknown>(
      null,
      0,
      -1,
      1.5,
      '',
      'x',
      true,
      [],
      {},
      [null],
      '2026-13-01T00:00:00Z',
    );
    const pairs = [
      ['items', planItem, validators.isPlanItem],
      ['gates', gate, validators.isGate],
      ['evidence', evidence, validators.isEvidence],
    ] as const;
    fc.assert(
      fc.property(
        arbitraryContent(),
        fc.constantFrom(...pairs),
        fc.nat(),
        fc.nat(),
        junk,
        (content, pair, at, which, value) => {
          const [list, schema, validate] = pair;
          const records: readonly object[] = content[list] ?? [];
          const record = records[at % records.length] ?? {};
          const keys = Object.keys(record);
          const broken = { ...record, [keys[which % keys.length] ?? 'id']: value };
          expect(validate(broken)).toBe(schema.safeParse(broken).success);
          expect(validate(record)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
