import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTree } from '../../src/formats/plans/tree.ts';
import { configSchema } from '../config/config-schema.ts';
import { plainValue } from '../config/load-config.ts';
import { folderWith } from '../testing/files.ts';
import { wavegate } from '../testing/world.ts';

const files = {
  'docs/waves.md':
    '# Waves\n\n## Wave Table\n\n| Wave | Scope | Depends on |\n|---|---|---|\n| W1 | a | none |\n| W2 | b | W1 |\n',
  'docs/register.md': '| Requirement | Phase |\n|---|---|\n| R1 | 1 |\n| R2 | 1 |\n',
  'TODO.md': '# To do\n- [ ] a\n- [x] b\n- [ ] c\n',
  '.github/workflows/ci.yml': 'jobs:\n  a: {}\n  b: { needs: a }\n',
  'reports/unit.xml': '<testsuite name="s"><testcase name="a"/></testsuite>',
  'metrics/latency.csv': 'timestamp,ms\n2026-01-01T00:00:00Z,5\n',
  'dist/SHA256SUMS': '',
  'dist2/SHA256SUMS': '',
};

it('proposes what is there, says why, and is a valid configuration that collects', async () => {
  const folder = folderWith(files);
  const { exitCode, out } = await wavegate(['init', '-C', folder]);
  expect([exitCode, out.includes('Proposed wavegate.yaml')]).toEqual([0, true]);
  const text = readFileSync(join(folder, 'wavegate.yaml'), 'utf8');
  expect(text).toContain('# a table of 2 rows with a column for dependencies (docs/waves.md:5)');
  expect(text).not.toContain('docs/register.md');
  const [document] = readTree(text, 'wavegate.yaml').documents;
  if (document === undefined) throw new Error('unreadable');
  const config = configSchema.parse(plainValue(document));
  expect(config.plans?.map(({ files: path, format }) => [path, format])).toEqual([
    ['TODO.md', 'checklist'],
    ['docs/waves.md', 'table'],
  ]);
  expect(config.evidence).toEqual([{ files: 'reports/*.xml', kind: 'test-report' }]);
  expect(config.checksums).toEqual(['dist2/SHA256SUMS']);
  const collected = await wavegate(['collect', '-C', folder, '--json']);
  expect(JSON.parse(collected.out).counts).toMatchObject({
    items: 2,
    dependencies: 1,
    boxes: 3,
    evidence: 3,
  });
  expect(
    (await wavegate(['check', join(folder, 'wavegate-bundle'), '--gate', 'tests'])).exitCode,
  ).toBe(0);
});

it('never overwrites', async () => {
  for (const name of ['wavegate.yaml', 'wavegate.yml', 'wavegate.json']) {
    const folder = folderWith({ ...files, [name]: 'mine' });
    const { exitCode, err } = await wavegate(['init', '-C', folder]);
    expect([exitCode, err.includes('is there already')]).toEqual([2, true]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
    const printed = await wavegate(['init', '-C', folder, '--print']);
    expect([printed.exitCode, printed.out.includes('plans:')]).toEqual([0, true]);
  }
});

it('lets no name of a file become configuration', async () => {
  const folder = folderWith({});
  writeFileSync(
    join(folder, 'plan\nevil: 1 # .md'),
    '| Id | Title\u2028x: 1 | Depends on |\n|---|---|---|\n| W1 | a | - |\n| W2 | b | W1 |\n',
  );
  const { exitCode } = await wavegate(['init', '-C', folder]);
  expect(exitCode).toBe(0);
  expect(existsSync(join(folder, 'wavegate.yaml'))).toBe(true);
  const [document] = readTree(
    readFileSync(join(folder, 'wavegate.yaml'), 'utf8'),
    'wavegate.yaml',
  ).documents;
  if (document === undefined) throw new Error('unreadable');
  expect(() => configSchema.parse(plainValue(document))).not.toThrow();
});
