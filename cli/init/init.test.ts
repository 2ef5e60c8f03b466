import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTree } from '../../src/formats/plans/tree.ts';
import { configSchema } from '../config/config-schema.ts';
import { plainValue } from '../config/load-config.ts';
import { folderWith, writeFiles } from '../testing/files.ts';
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

it('proposes a gate for every kind of evidence, none of which asks for less than there is', async () => {
  const sarif = (level: string) =>
    JSON.stringify({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'lint' } },
          results: [{ level, message: { text: 'x' } }],
        },
      ],
    });
  const folder = folderWith({
    ...files,
    'test/fixtures/old.xml':
      '<testsuite name="s"><testcase name="a"><failure/></testcase></testsuite>',
    'reports/lcov.info': 'SF:a.ts\nDA:1,1\nDA:2,1\nDA:3,0\nLF:3\nLH:2\nend_of_record\n',
    'reports/lint.sarif': sarif('error'),
    'reports/bom.json': '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[]}',
    'bench/out.txt': 'test sort ... bench:         200 ns/iter (+/- 3)\n',
    'bench/Net-report.csv': 'Method,Mean\nRender,"1,000.5 μs"\n',
    'TODO.md': '- [ ] [a](docs/waves.md)\n- [x] b\n- [ ] c\n',
    'docs/contract.md':
      '| File | Lines |\n|---|---|\n| docs/waves.md | 5 |\n| src/router.py | 9 |\n',
    'rel/a.txt': 'a',
    'rel/SHA256SUMS': `${'0'.repeat(64)}  a.txt\n`,
  });
  const { exitCode, out } = await wavegate(['init', '-C', folder]);
  expect(exitCode).toBe(0);
  expect(out).toContain(
    'wavegate check --gate tests --gate coverage --gate analysis --gate sbom --gate speed --gate files --gate checksums --gate links',
  );
  const text = readFileSync(join(folder, 'wavegate.yaml'), 'utf8');
  expect(text).toContain('# - { files: "test/fixtures/*.xml", kind: test-report }');
  expect(text).toContain('# 66.67 % now (reports/lcov.info:1)');
  const collected = await wavegate(['collect', '-C', folder, '--json']);
  expect([collected.err, collected.exitCode]).toEqual(['', 0]);
  const judged = async (gate: string) =>
    (await wavegate(['check', join(folder, 'wavegate-bundle'), '--gate', gate])).exitCode;
  const passed = ['tests', 'coverage', 'sbom', 'speed', 'links'];
  for (const gate of passed) expect([gate, await judged(gate)]).toEqual([gate, 0]);
  for (const gate of ['analysis', 'files']) expect([gate, await judged(gate)]).toEqual([gate, 1]);
  expect(await judged('checksums')).not.toBe(0);
  writeFiles(folder, {
    'reports/lcov.info': 'SF:a.ts\nDA:1,1\nDA:2,0\nDA:3,0\nLF:3\nLH:1\nend_of_record\n',
    'reports/lint.sarif': sarif('warning'),
    'bench/out.txt': 'test sort ... bench:         260 ns/iter (+/- 3)\n',
  });
  await wavegate(['collect', '-C', folder]);
  expect([await judged('coverage'), await judged('analysis'), await judged('speed')]).toEqual([
    1, 0, 1,
  ]);
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

it('makes items of check lists where nothing else is a plan, and leaves bundles of others out', async () => {
  const folder = folderWith({
    'docs/todo/README.md': '# Program\n- [x] [a](a.md)\n- [ ] b\n- [ ] c\n',
    'docs/todo/a.md': '# Wave a\n- [x] d\n- [x] e\n- [x] f\n',
    'CONTRIBUTING.md': '- [ ] g\n- [ ] h\n- [ ] i\n',
    'old/bundle.json': '{}',
    'old/SHA256SUMS': '',
    'old/evidence/unit.xml': files['reports/unit.xml'],
  });
  const { err } = await wavegate(['init', '-C', folder]);
  expect(err).toContain('left out: 1 evidence bundle, the first in old/');
  expect(err).toContain('No report was found.');
  const text = readFileSync(join(folder, 'wavegate.yaml'), 'utf8');
  expect(text).toContain('# each: box   # makes items of them');
  expect(text).not.toContain('unit.xml');
  const collected = await wavegate(['collect', '-C', folder, '--json']);
  expect(JSON.parse(collected.out).counts).toMatchObject({ items: 2, boxes: 9, ticked: 4 });
});
