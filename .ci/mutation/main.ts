import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  digestOf,
  type MeasuredFile,
  measure,
  measuredFile,
  merge,
  strykerReport,
} from './score.ts';

/**
 * Mutation tests: `npm run mutation -- [files or folders] [--missing] [--merge] [--concurrency 2]`.
 * What is measured of each file is kept in `reports/mutation/files`, so that a long run can be made in
 * parts (`--missing` takes up what is not measured, or has changed since). `reports/mutation/score.json`
 * says what it comes to, and which files it does not speak of.
 */

const base = '.ci/mutation/stryker.config.json';
const out = 'reports/mutation';

/**
 * Folders that are judged by the tests beside them. The most special comes first. `MUTATION_TESTS`, globs
 * divided by spaces, names fewer tests: quicker, and what they do not find counts as not found.
 */
const parts = [
  { folder: 'src/derive/layout/', tests: 'src/derive/layout/*.test.ts' },
  {
    folder: 'src/derive/',
    tests: 'src/derive/*.test.ts src/derive/metrics/*.test.ts src/derive/review/*.test.ts',
  },
  { folder: 'src/gates/', tests: 'src/gates/**/*.test.ts' },
] as const;

/** Cases of each property; a mutant that lives through these is seldom found by a thousand. */
const lawRuns = process.env['LAW_RUNS'] ?? '30';

function sources(): readonly string[] {
  return globSync('src/{gates,derive}/**/*.ts', {
    exclude: (path) => path.endsWith('.test.ts') || path.split('/').includes('testing'),
  })
    .filter((path) => !path.endsWith('.d.ts') && statSync(path).isFile())
    .sort();
}

const keptAt = (path: string) => join(out, 'files', `${path}.json`);

function kept(path: string): MeasuredFile | undefined {
  if (!existsSync(keptAt(path))) return undefined;
  return measuredFile.parse(JSON.parse(readFileSync(keptAt(path), 'utf8')));
}

function isMeasured(path: string): boolean {
  return kept(path)?.source === digestOf(readFileSync(path, 'utf8'));
}

function write(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Runs Stryker on files of one part; its configuration is the common one, with these files. */
function run(files: readonly string[], tests: string, concurrency: number, commit: string): void {
  const own = join(out, `run-${process.pid}`);
  const report = `${own}/mutation.json`;
  const config = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(base, 'utf8')));
  write(`${own}/stryker.json`, {
    ...config,
    mutate: files,
    concurrency,
    jsonReporter: { fileName: report },
  });
  const before = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));
  const { status } = spawnSync('node_modules/.bin/stryker', ['run', `${own}/stryker.json`], {
    stdio: 'inherit',
    env: { MUTATION_TESTS: tests, ...process.env, LAW_RUNS: lawRuns },
  });
  if (status !== 0 || !existsSync(report)) throw new Error(`Stryker ended with ${status}.`);
  const found = strykerReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  for (const [path, source] of before) {
    write(keptAt(path), measure(path, source, commit, found));
  }
  rmSync(own, { recursive: true });
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      concurrency: { type: 'string', default: '2' },
      merge: { type: 'boolean', default: false },
      missing: { type: 'boolean', default: false },
    },
  });
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const all = sources();
  const asked = positionals.map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
  const unknown = asked.filter(
    (own) => !all.some((path) => path === own || path.startsWith(`${own}/`)),
  );
  if (unknown.length > 0) throw new Error(`Nothing to mutate: ${unknown.join(', ')}`);
  const wanted = all
    .filter((path) => asked.length === 0 || asked.some((own) => `${path}/`.startsWith(`${own}/`)))
    .filter((path) => !values.missing || !isMeasured(path));
  const left = new Set(values.merge ? [] : wanted);
  for (const { folder, tests } of parts) {
    const files = [...left].filter((path) => path.startsWith(folder));
    for (const path of files) left.delete(path);
    if (files.length > 0) run(files, tests, Number(values.concurrency), commit);
  }

  const measured = all.flatMap((path) => kept(path) ?? []);
  const present = new Map(all.map((path) => [path, readFileSync(path, 'utf8')]));
  const total = merge(measured, present, commit);
  for (const [path, { score, mutants }] of Object.entries(total.files)) {
    const open = mutants.survived + mutants.noCoverage;
    process.stdout.write(`${score.toFixed(2).padStart(6)} %  ${path}  (${open} undetected)\n`);
  }
  process.stdout.write(`${total.score.toFixed(2).padStart(6)} %  of ${measured.length} files\n`);
  const [first] = total.notMeasured;
  if (first !== undefined) {
    process.stdout.write(
      `Of ${total.notMeasured.length} files nothing is known, beginning with ${first} (--missing measures them)\n`,
    );
  }
  write(join(out, 'score.json'), total);
}

main();
