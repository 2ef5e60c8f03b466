import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AssembledPlan, assemblePlan, type PlanPart } from './assemble.ts';
import { documentLinks, markdownLines } from './markdown-lines.ts';
import { type PlanOptions, readPlan } from './read-plan.ts';

const inputs = path.resolve('../shared/inputs');

const read = (file: string): string => readFileSync(path.join(inputs, file), 'utf8');

function plan(
  file: string,
  options: PlanOptions,
  more: Omit<PlanPart, 'draft'> = {},
): AssembledPlan {
  return assemblePlan([{ ...more, draft: readPlan(read(file), file, options) }]);
}

const counts = ({ items, dependencies }: AssembledPlan, origin = 'explicit'): readonly number[] => [
  items.filter(({ kind }) => kind !== 'stage' && kind !== 'workflow').length,
  dependencies.filter((dependency) => dependency.origin === origin).length,
];

function markdownBelow(folder: string): readonly string[] {
  return readdirSync(path.join(inputs, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`);
}

describe.skipIf(!existsSync(inputs))('real plans (skipped where the inputs are not there)', () => {
  it.each([
    ['270cb3ee-reset-0of458', 458, 0],
    ['850e5433-stage02-done', 370, 96],
    ['51f2b3c1-stage09-done', 370, 331],
    ['41857a38-all-complete', 336, 336],
  ])('boxes of %s', (folder, total, ticked) => {
    const boxes = markdownBelow(`kjxlkj/${folder}/docs/todo`).flatMap((file) =>
      readPlan(read(file), file, { format: 'checklist' }).groups.flatMap((group) => group.boxes),
    );
    expect([boxes.length, boxes.filter(({ checked }) => checked).length]).toEqual([total, ticked]);
  });

  it('boxes of a release list', () => {
    const file = 'kjxlkj/270cb3ee-reset-0of458/docs/reference/RELEASE.md';
    const boxes = readPlan(read(file), file, { format: 'checklist' }).groups.flatMap(
      (group) => group.boxes,
    );
    expect([boxes.length, boxes.filter(({ checked }) => checked).length]).toEqual([25, 4]);
  });

  it('internal links', () => {
    const links = markdownBelow('kjxlkj/270cb3ee-reset-0of458').flatMap((file) =>
      documentLinks(markdownLines(read(file))).filter(({ href }) => !/^https?:/.test(href)),
    );
    expect(links).toHaveLength(1586);
  });

  it.each([
    ['head', 10, 43, 43],
    ['69d39e4-full', 6, 25, 22],
  ])('phases as headings, %s', (revision, phases, boxes, ticked) => {
    const found = plan(`bexio-mcp-server/${revision}/.planning/ROADMAP.md`, {
      format: 'headings',
      kinds: ['phase'],
    });
    expect(found.items.map(({ id }) => id)).toEqual(
      Array.from({ length: phases }, (_, k) => String(k + 1)),
    );
    const all = found.checklists.flatMap(({ groups }) => groups.flatMap((group) => group.boxes));
    expect([all.length, all.filter(({ checked }) => checked).length]).toEqual([boxes, ticked]);
    expect(found.problems).toEqual([]);
    const edges = found.dependencies.map(({ item, on }) => `${item}<${on}`);
    expect(edges.slice(0, 3)).toEqual(['2<1', '3<2', '4<3']);
    expect(found.dependencies[2]).toMatchObject({
      condition: 'accounting required for bills/expenses',
      source: { raw: 'Phase 3 (accounting required for bills/expenses)' },
    });
    expect(found.items[0]?.declared).toMatchObject({ state: 'complete', raw: '[x]' });
  });

  it('a table with ranges of any shipped subset', () => {
    const found = plan('heddle/97edb268/docs/plan/README.md', { format: 'table', kind: 'phase' });
    expect(found.items).toHaveLength(8);
    expect(found.dependencies.filter(({ item }) => item === '7').map(({ on }) => on)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(found.dependencies).toHaveLength(5 + 6 + 7);
    expect(found.problems).toEqual([]);
    expect(found.items.every(({ declared }) => declared?.state === 'in-progress')).toBe(true);
  });

  it.each([
    ['beads/beads-4fbff148-2025-10-31.jsonl', 154, 35],
    ['beads/issues-7d35ced5-2025-12-16.jsonl', 876, 179],
    ['beads_viewer/tests/testdata/real/cass.jsonl', 116, 142],
  ])('issue graph %s', (file, items, blocks) => {
    const found = plan(file, { format: 'issues' });
    expect(counts(found)).toEqual([items, blocks]);
    expect(found.problems).toEqual([]);
  });

  it('parents of an issue graph', () => {
    const found = plan('beads/issues-7d35ced5-2025-12-16.jsonl', { format: 'issues' });
    const parents = found.items.filter(({ parent }) => parent !== undefined).length;
    const further = found.relations.filter(({ kind }) => kind === 'belongs-to').length;
    expect(parents + further).toBe(142);
  });

  it.each([
    ['bytecodealliance-wasmtime/.github/workflows/main.yml', 35, 56],
    ['electron/.github/workflows/build.yml', 21, 45],
    ['electron/.github/workflows/pgo-generation.yml', 23, 51],
    ['tokio/.github/workflows/ci.yml', 45, 42],
  ])('workflow %s', (file, jobs, needs) => {
    const found = plan(`ci-github/${file}`, { format: 'github-actions' });
    expect(counts(found)).toEqual([jobs, needs]);
    expect(found.problems).toEqual([]);
  });

  it('a job with many incoming needs, and jobs that nothing is tied to', () => {
    const { dependencies } = plan(
      'ci-github/bytecodealliance-wasmtime/.github/workflows/main.yml',
      {
        format: 'github-actions',
      },
    );
    const incoming = new Map<string, number>();
    for (const { item } of dependencies) incoming.set(item, (incoming.get(item) ?? 0) + 1);
    expect(Math.max(...incoming.values())).toBe(29);
    const tokio = plan('ci-github/tokio/.github/workflows/ci.yml', { format: 'github-actions' });
    const tied = new Set(tokio.dependencies.flatMap(({ item, on }) => [item, on]));
    expect(tokio.items.filter(({ id }) => !tied.has(id))).toHaveLength(2);
  });

  it('pipelines with stages, optional needs and tags', () => {
    const found = plan('ci-gitlab/dd-trace-java/.gitlab-ci.yml', { format: 'gitlab-ci' });
    // 57 keys look like jobs; `default` and `workflow` are none. Eight more needs come by `extends`.
    expect(counts(found)).toEqual([57 - 2, 26]);
    expect(
      found.items.filter(({ kind, title }) => kind === 'stage' && title !== '.pre'),
    ).toHaveLength(22);
    expect(found.dependencies.filter(({ optional }) => optional === true)).toHaveLength(5);
    const ink = plan('ci-gitlab/paritytech-ink/.gitlab-ci.yml', { format: 'gitlab-ci' });
    // Five of them are switched off by a leading dot.
    expect(counts(ink)).toEqual([24, 6]);
    expect(ink.items.filter(({ kind }) => kind === 'disabled job')).toHaveLength(5);
    expect(ink.dependencies.some(({ origin }) => origin === 'implied')).toBe(true);
  });

  it('scientific workflows', () => {
    const sizes = readdirSync(path.join(inputs, 'wfinstances'), {
      recursive: true,
      encoding: 'utf8',
    })
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const found = plan(`wfinstances/${file}`, {
          format: 'structured',
          kind: 'task',
          structure: { items: 'workflow.specification.tasks', depends: 'parents', title: 'id' },
        });
        expect(found.problems).toEqual([]);
        return counts(found).join('/');
      });
    expect(sizes.sort()).toEqual(
      [
        '10/16',
        '26/50',
        '41/48',
        '43/120',
        '52/76',
        '58/114',
        '103/231',
        '104/400',
        '197/451',
        '219/325',
      ].sort(),
    );
  });

  it('a parent map', () => {
    const file = 'dbt-artifacts-parser/tests/resources/manifest/v1/jaffle_shop/manifest.json';
    const found = plan(file, {
      format: 'structured',
      kind: 'node',
      structure: { dependsMap: 'parent_map' },
    });
    expect(counts(found)).toEqual([32, 34]);
  });

  it('every file below is read as every format without a fault of ours', () => {
    const files = readdirSync(inputs, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?:argo|elk|gemara|ci-git|rust-project|kosli).*\.(?:md|ya?ml|json|jsonl)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const text = read(file);
      if (text.length > 2_000_000) continue;
      for (const format of [
        'table',
        'headings',
        'structured',
        'argo',
        'gitlab-ci',
        'elk',
      ] as const) {
        const draft = readPlan(text, file, { format });
        expect(() => assemblePlan([{ draft }])).not.toThrow();
      }
    }
  });
});
