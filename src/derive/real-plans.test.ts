import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readJunit } from '../formats/junit.ts';
import { evaluate } from '../gates/evaluate.ts';
import { buildProject } from '../model/build-project.ts';
import { conditionId, evidenceId, gateId, itemId, projectId, revisionId } from '../model/ids.ts';
import type { DeclaredState, Dependency, PlanItem } from '../model/plan.ts';
import type { ProjectContent } from '../model/project.ts';
import { answers } from './answers.ts';
import type { DeriveContext } from './context.ts';

/*
 * Plans, issue graphs and reports from public repositories, read in the plainest way and judged.
 * Where the inputs are absent the tests are skipped: they belong to nobody's checkout.
 */

const inputs = resolve('../shared/inputs');
const asOf = '2026-11-20T00:00:00Z';

function judged(content: Pick<ProjectContent, 'items' | 'dependencies'> & Partial<ProjectContent>) {
  const project = buildProject({
    project: { id: projectId('real'), title: 'Real' },
    revision: { id: revisionId('1'), createdAt: asOf },
    ...content,
  });
  const context: DeriveContext = { project, verdicts: evaluate(project, { asOf }) };
  return { context, items: [...context.verdicts.items.values()], answers: answers(context) };
}

const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({ needs: z.union([z.string(), z.array(z.string())]).optional() }),
  ),
});

function workflowPlan(file: string): { items: PlanItem[]; dependencies: Dependency[] } {
  const { jobs } = workflow.parse(parse(readFileSync(resolve(inputs, 'ci-github', file), 'utf8')));
  return {
    items: Object.keys(jobs).map((id) => ({ id: itemId(id), kind: 'job', title: id })),
    dependencies: Object.entries(jobs).flatMap(([id, { needs = [] }]) =>
      [needs].flat().map((on) => ({ item: itemId(id), on: itemId(on) })),
    ),
  };
}

describe.skipIf(!existsSync(resolve(inputs, 'ci-github')))('workflow graphs', () => {
  it.each([
    ['bytecodealliance-wasmtime/.github/workflows/main.yml', 35, 56],
    ['electron/.github/workflows/build.yml', 21, 45],
    ['electron/.github/workflows/pgo-generation.yml', 23, 51],
    ['tokio/.github/workflows/ci.yml', 45, 42],
  ])('%s: what needs nothing may start, and nothing else', (file, jobs, needs) => {
    const plan = workflowPlan(file);
    expect([plan.items.length, plan.dependencies.length]).toEqual([jobs, needs]);
    const { items, answers: given } = judged(plan);
    const waiting = new Set(plan.dependencies.map((dependency) => dependency.item));
    expect(given.ready.toSorted()).toEqual(
      plan.items
        .map((job) => job.id)
        .filter((id) => !waiting.has(id))
        .toSorted(),
    );
    expect(items.filter((item) => item.state === 'blocked')).toHaveLength(waiting.size);
    expect(given.headline).toBe('not-begun');
  });
});

const issue = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['open', 'in_progress', 'closed']),
  dependencies: z
    .array(z.object({ issue_id: z.string(), depends_on_id: z.string(), type: z.string() }))
    .optional(),
});

const declared: Readonly<Record<z.infer<typeof issue>['status'], DeclaredState>> = {
  open: 'not-started',
  in_progress: 'in-progress',
  closed: 'complete',
};

function issuePlan(file: string, links: boolean): ProjectContent {
  const issues = readFileSync(resolve(inputs, 'beads', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => issue.parse(JSON.parse(line)));
  const edges = issues.flatMap((entry) => entry.dependencies ?? []);
  const parents = new Map(
    edges
      .filter((edge) => edge.type === 'parent-child')
      .map((edge) => [edge.issue_id, edge.depends_on_id]),
  );
  return {
    project: { id: projectId('issues'), title: 'Issues' },
    revision: { id: revisionId('1'), createdAt: asOf },
    items: issues.map((entry): PlanItem => {
      const parent = parents.get(entry.id);
      return {
        id: itemId(entry.id),
        kind: 'issue',
        title: entry.title,
        declared: { state: declared[entry.status], raw: entry.status },
        ...(parent !== undefined && { parent: itemId(parent) }),
        ...(links && entry.status === 'closed' && { evidence: [evidenceId('tracker')] }),
      };
    }),
    dependencies: edges
      .filter((edge) => edge.type === 'blocks')
      .map((edge) => ({ item: itemId(edge.issue_id), on: itemId(edge.depends_on_id) })),
    evidence: [{ id: evidenceId('tracker'), kind: 'export', name: file }],
  };
}

describe.skipIf(!existsSync(resolve(inputs, 'beads')))('issue graphs', () => {
  const files = [
    ['beads-4fbff148-2025-10-31.jsonl', 154, 35],
    ['issues-7d35ced5-2025-12-16.jsonl', 876, 179],
  ] as const;

  it.each(files)(
    '%s: a tick without anything behind it completes no leaf',
    (file, count, blocks) => {
      const plan = issuePlan(file, false);
      expect([plan.items.length, plan.dependencies.length]).toEqual([count, blocks]);
      const { context, items } = judged(plan);
      for (const item of items) {
        if (item.declared !== 'complete') continue;
        const isLeaf = !context.project.index.children.has(item.id);
        if (isLeaf) expect(item.state, item.id).toBe('contradicted');
      }
    },
  );

  it.each(files)(
    '%s: with a record behind each tick, what is closed is complete or out of order',
    (file) => {
      const plan = issuePlan(file, true);
      const { context, items, answers: given } = judged(plan);
      const byId = new Map(items.map((item) => [item.id, item]));
      for (const item of items) {
        const waits = context.project.index.dependenciesOf.get(item.id) ?? [];
        const open = waits.filter(({ on }) => byId.get(on)?.state !== 'complete');
        if (item.state === 'complete') expect(open, item.id).toEqual([]);
        if (item.state === 'ready') expect(open, item.id).toEqual([]);
      }
      const closed = items.filter((item) => item.declared === 'complete');
      const contradicted = closed.filter((item) => item.state === 'contradicted');
      // Every closed issue that is not complete has an open dependency, part, or ancestor to show for it.
      for (const item of contradicted) {
        expect(item.reason.code, item.id).toMatch(
          /^item-(children-open|not-startable|waits|in-cycle)$/,
        );
      }
      // An open issue all of whose parts are complete is complete; its own word is a finding.
      const proven = items.filter((item) => item.reason.code === 'item-proven-by-children');
      expect(given.complete).toBe(closed.length - contradicted.length + proven.length);
    },
  );
});

const junitFolder = resolve(inputs, 'publish-unit-test-result-action/python/test/files/junit-xml');

describe.skipIf(!existsSync(junitFolder))('test reports', () => {
  it.each([
    ['pytest/junit.gloo.standalone.xml', 'passed'],
    ['pytest/junit.fail.xml', 'failed'],
    ['no-cases.xml', 'missing'],
    ['non-junit.xml', 'unknown'],
  ])('%s gates as %s', (file, verdict) => {
    const { facts } = readJunit(readFileSync(resolve(junitFolder, file), 'utf8'));
    const { context } = judged({
      items: [{ id: itemId('a'), kind: 'wave', title: 'A' }],
      dependencies: [],
      evidence: [{ id: evidenceId('r'), kind: 'test-report', name: file, facts }],
      gates: [
        {
          id: gateId('g'),
          title: 'Tests',
          guards: [{ item: itemId('a'), effect: 'complete' }],
          conditions: [
            {
              id: conditionId('t'),
              kind: 'tests',
              title: 'Tests pass',
              evidence: { ids: [evidenceId('r')] },
              maxFailed: 0,
            },
          ],
        },
      ],
    });
    expect(context.verdicts.gates.get(gateId('g'))?.verdict).toBe(verdict);
  });
});
