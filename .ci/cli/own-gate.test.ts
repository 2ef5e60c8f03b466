import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { wavegate } from '../../cli/testing/world.ts';

/** The bundle of this project with its unit tests as they are given; the list of sums is made anew. */
function ownBundle(failed: number): string {
  const own = 'public/bundles/projects/wavegate';
  const [revision = ''] = readdirSync(own);
  const folder = mkdtempSync(join(tmpdir(), 'wavegate-own-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(own, revision), folder, { recursive: true });
  const file = join(folder, 'bundle.json');
  const bundle = JSON.parse(readFileSync(file, 'utf8'));
  const [template] = bundle.evidence;
  const digest = (path: string) =>
    execFileSync('sha256sum', [join(folder, path)], { encoding: 'utf8' }).slice(0, 64);
  const report = (id: string, facts: readonly unknown[]) => ({
    ...template,
    id,
    digest: { sha256: digest(template.path) },
    facts,
  });
  const tests = (total: number, broken: number) => ({
    type: 'tests',
    total,
    passed: total - broken,
    failed: broken,
    skipped: 0,
    flaky: 0,
  });
  bundle.evidence = [
    report('unit-tests', [tests(2000, failed)]),
    report('e2e-tests', [tests(100, 0)]),
    report('coverage', [
      {
        type: 'value',
        pointer: { kind: 'json', pointer: '/total/lines/pct' },
        value: 90,
        unit: '%',
      },
    ]),
  ];
  bundle.gates = bundle.gates.filter(({ id }: { id: string }) => id === 'tests');
  writeFileSync(file, JSON.stringify(bundle));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'SHA256SUMS')
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  writeFileSync(
    join(folder, 'SHA256SUMS'),
    files
      .sort()
      .map((path) => `${digest(path)}  ${path}\n`)
      .join(''),
  );
  return folder;
}

const gate = (folder: string) => wavegate(['check', folder, '--gate', 'tests']);

it('the gate of .ci/run is `wavegate check` on the bundle of this project', () => {
  const run = readFileSync('.ci/run', 'utf8');
  expect(run).toContain('wavegate.js check public/bundles --project wavegate --gate tests');
});

it('passes when every test passed, and fails with a single failed one', async () => {
  expect(await gate(ownBundle(0))).toMatchObject({ exitCode: 0 });
  const failing = await gate(ownBundle(1));
  expect([failing.exitCode, failing.out.includes('1 test fails')]).toEqual([1, true]);
});

it('does not pass when a report was changed after it was recorded', async () => {
  const folder = ownBundle(0);
  const { evidence } = JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8'));
  writeFileSync(join(folder, evidence[0].path), 'changed');
  expect((await gate(folder)).exitCode).toBe(2);
});
