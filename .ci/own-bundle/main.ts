import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeBundle } from '../../src/bundle/write-bundle.ts';
import { projectId, revisionId } from '../../src/model/ids.ts';
import type { ProjectContent } from '../../src/model/project.ts';
import {
  benchmarks,
  coverage,
  type Exhibit,
  endToEndTests,
  mutation,
  notRun,
  unitTests,
} from './exhibits.ts';
import { judge } from './judge.ts';
import { planDependencies, planGates, planItems } from './plan.ts';
import { formerRows, speed } from './speed.ts';

/**
 * Writes Wavegate's own bundle to `public/bundles` from what its tools wrote to `reports/`. A report that
 * is not there is not made up: its condition is then without evidence, and the gate does not pass.
 * Then it reads the bundle back and says what the engine makes of it.
 */

const bundles = 'public/bundles';
const project = 'wavegate';

function git(...words: string[]): string {
  return execFileSync('git', words, { encoding: 'utf8' }).trim();
}

function collect(commit: string): {
  exhibits: readonly Exhibit[];
  gates: ProjectContent['gates'];
  metrics: ProjectContent['metrics'];
} {
  const reports = {
    unit: 'reports/unit/junit.xml',
    e2e: 'reports/e2e/playwright.json',
    coverage: 'reports/coverage/coverage-summary.json',
    bench: 'reports/bench/report.json',
    mutation: 'reports/mutation/score.json',
  };
  const exhibits: Exhibit[] = [];
  const add = (
    file: string,
    read: (file: string, commit: string) => Exhibit,
    otherwise: (commit: string) => Exhibit,
  ): void => {
    if (existsSync(file)) {
      exhibits.push(read(file, commit));
      return;
    }
    exhibits.push(otherwise(commit));
    process.stderr.write(`${file} is not there; its condition goes without evidence.\n`);
  };
  add(reports.unit, unitTests, notRun('unit-tests', 'test-report', 'Unit and component tests'));
  add(reports.e2e, endToEndTests, notRun('e2e-tests', 'test-report', 'End-to-end tests'));
  add(reports.coverage, coverage, notRun('coverage', 'coverage', 'Coverage of the tests'));
  const run = existsSync(reports.bench) ? benchmarks(reports.bench, commit) : undefined;
  const trend = run && speed(run.measured, formerRows(join(bundles, 'projects', project)), commit);
  if (run !== undefined) exhibits.push(run.exhibit);
  if (trend !== undefined) exhibits.push(trend.exhibit);
  add(
    reports.mutation,
    mutation,
    notRun('mutation', 'mutation-report', 'Mutation tests of the engine'),
  );
  return { exhibits, gates: planGates(run?.measured.goals ?? []), metrics: trend?.metrics ?? [] };
}

const indexSchema = z.object({
  wavegate: z.string(),
  projects: z.array(z.looseObject({ id: z.string() })),
});

function main(): void {
  const commit = git('rev-parse', 'HEAD');
  const { exhibits, gates, metrics } = collect(commit);
  // RFC 3339 in UTC sorts as text.
  const createdAt = exhibits
    .map(({ evidence }) => evidence.collectedAt ?? '')
    .sort()
    .at(-1);
  if (createdAt === undefined) throw new Error('No report in reports/. Run the tests first.');
  const revision = commit.slice(0, 12);
  const title = 'Wavegate';
  const description = 'This project, judged by its own engine from the real output of its tools.';
  const content: ProjectContent = {
    project: {
      id: projectId(project),
      title,
      description,
      itemWord: { one: 'wave', other: 'waves' },
    },
    revision: { id: revisionId(revision), createdAt, commit, label: `commit ${revision}` },
    items: planItems,
    dependencies: planDependencies,
    gates,
    metrics,
    evidence: exhibits.map(({ evidence }) => evidence),
  };
  const folder = join('projects', project, revision);
  rmSync(join(bundles, 'projects', project), { recursive: true, force: true });
  const files = new Map(
    exhibits.flatMap(({ file }) => (file === undefined ? [] : [[file.path, file.bytes] as const])),
  );
  for (const [path, bytes] of writeBundle(content, { files })) {
    const target = join(bundles, folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  const indexPath = join(bundles, 'index.json');
  const index = indexSchema.parse(JSON.parse(readFileSync(indexPath, 'utf8')));
  const entry = {
    id: project,
    title,
    description,
    revisions: [{ id: revision, createdAt, label: `commit ${revision}`, path: `${folder}/` }],
  };
  const projects = [...index.projects.filter(({ id }) => id !== project), entry];
  writeFileSync(indexPath, `${JSON.stringify({ wavegate: index.wavegate, projects }, null, 2)}\n`);

  process.stdout.write(`${judge(join(bundles, folder, 'bundle.json')).join('\n')}\n`);
}

main();
