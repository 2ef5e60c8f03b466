import { describe, expect, it } from 'vitest';
import { assemblePlan } from './assemble.ts';
import { repairMojibake } from './mojibake.ts';
import { type PlanOptions, readPlan } from './read-plan.ts';
import { readTree } from './tree.ts';

const plan = (text: string, options: PlanOptions) =>
  assemblePlan([{ draft: readPlan(text, 'plan.md', options) }]);
const edges = (found: ReturnType<typeof plan>) =>
  found.dependencies.map(({ item, on }) => `${item}<${on}`);

describe('tables', () => {
  it('reads rows without their leading pipe in the right columns', () => {
    const found = plan(
      '| Wave | Scope | Depends on |\n|---|---|---|\nW1 | One | none |\nW10 | Ten | W1 |\n',
      {
        format: 'table',
        kind: 'wave',
      },
    );
    expect(found.items.map(({ id, title }) => [id, title])).toEqual([
      ['W1', 'One'],
      ['W10', 'Ten'],
    ]);
    expect(edges(found)).toEqual(['W10<W1']);
    expect(found.dependencies[0]?.source).toEqual({ path: 'plan.md', line: 4, raw: 'W1' });
  });

  it('reports a row whose cells cannot be told apart, and guesses nothing', () => {
    const found = plan(
      '| Wave | Scope | Depends on |\n|---|---|---|\n| W1 | One | none |\n| W2 | Two W1 |\n',
      {
        format: 'table',
      },
    );
    expect(found.items.map(({ id }) => id)).toEqual(['W1']);
    expect(found.problems).toMatchObject([
      {
        code: 'plan-row-cells',
        isLoss: true,
        position: { line: 4 },
        params: { cells: 2, columns: 3 },
      },
    ]);
  });

  it('says that a table has lost its pipes', () => {
    const found = plan('Per step\n\nStep ALLOWED FORBIDDEN\n1 SB-1 a thing another thing\n', {
      format: 'table',
      heading: 'Per step',
    });
    expect(found.items).toEqual([]);
    expect(found.problems).toMatchObject([{ code: 'plan-table-pipes-lost', isLoss: true }]);
  });

  it('ignores examples in code and comments', () => {
    const text =
      '```\n| Wave | Needs |\n|---|---|\n| W1 | - |\n```\n<!--\n- [x] no\n-->\n- [ ] yes\n';
    const found = plan(text, { format: 'table' });
    expect(found.items).toEqual([]);
    expect(
      found.checklists[0]?.groups.flatMap(({ boxes }) => boxes.map((box) => box.text)),
    ).toEqual(['yes']);
  });

  it('keeps escaped pipes and a class column that was named', () => {
    const found = plan('| Id | Title | Status |\n|---|---|---|\n| A1 | x \\| y | blocking |\n', {
      format: 'table',
      columns: { class: 'Status' },
    });
    expect(found.items[0]).toMatchObject({ title: 'x | y', class: 'blocking' });
    expect(found.items[0]?.declared).toBeUndefined();
  });

  it('keeps both of two things with one id, and says so', () => {
    const found = plan('| Id | Title |\n|---|---|\n| 0 | Preflight |\n| 0 | Something else |\n', {
      format: 'table',
    });
    expect(found.items).toHaveLength(2);
    expect(found.problems).toMatchObject([{ code: 'plan-id-twice', affects: ['0'] }]);
  });

  it('lets a reference to nothing block and be seen', () => {
    const found = plan('| Id | Depends on |\n|---|---|\n| W2 | W1 |\n', { format: 'table' });
    expect(edges(found)).toEqual(['W2<W1']);
    expect(found.problems).toMatchObject([{ code: 'plan-token-unknown', params: { token: 'W1' } }]);
  });
});

describe('YAML and JSON', () => {
  it('follows what pipelines are made of: aliases, merge keys, extends and references', () => {
    const text = `
.base: { needs: [a] }
.list: &list [a, { job: b, optional: true }]
.merged: &merged
  stage: deploy
  needs: [b]
stages: [build, deploy]
a: { stage: build, script: x }
b: { stage: build, script: x }
by-alias: { stage: deploy, script: x, needs: *list }
by-merge:
  <<: *merged
  script: x
own-first:
  <<: [*merged]
  needs: [a]
by-extends: { extends: .base, stage: deploy, script: x }
by-reference: { stage: deploy, script: x, needs: [!reference [.merged, needs], *list] }
lost: { stage: deploy, script: x, needs: [!reference [.nowhere, needs]] }
inside: &inside { stage: deploy, script: x, needs: [*inside] }
`;
    const draft = readPlan(text, 'p.yml', { format: 'gitlab-ci' });
    const edges = Object.fromEntries(
      draft.items
        .filter(({ kind }) => kind === 'job')
        .map(({ key, edges: own = [] }) => [key, own.map(({ on }) => on)]),
    );
    expect(edges).toEqual({
      a: [],
      b: [],
      'by-alias': ['a', 'b'],
      'by-merge': ['b'],
      'own-first': ['a'],
      'by-extends': ['a'],
      'by-reference': ['b', 'a', 'b'],
      lost: ['!reference'],
      inside: ['*inside'],
    });
    expect(draft.problems.map(({ code }) => code)).toEqual([
      'plan-alias-not-followed',
      'plan-tag-not-followed',
      'plan-tag-not-followed',
    ]);
    // Lists of lists of nothing are no bomb.
    const bomb = Array.from({ length: 9 }, (_, at) =>
      at === 0 ? '.l0: &l0 []' : `.l${at}: &l${at} [${'*l'.concat(`${at - 1}, `).repeat(30)}]`,
    ).join('\n');
    const { items } = readPlan(`${bomb}\nj: { script: x, needs: *l8 }`, 'p.yml', {
      format: 'gitlab-ci',
    });
    expect(items.find(({ key }) => key === 'j')?.edges).toEqual([]);
  });

  it('follows no alias, no tag and no merge', () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nitems: !!python/object:os.system [*c]\n`;
    const { documents, problems } = readTree(bomb, 'plan.yaml');
    expect(problems.map(({ code }) => code)).toContain('plan-alias-not-followed');
    expect(problems.map(({ code }) => code)).toContain('plan-tag-not-followed');
    expect(JSON.stringify(documents).length).toBeLessThan(1000);
  });

  it('refuses what nests too deeply or names a prototype', () => {
    for (const [text, file] of [
      ['['.repeat(100_000), 'a.json'],
      ['['.repeat(100_000), 'a.yaml'],
      [`a: ${'{a: '.repeat(5000)}`, 'b.yaml'],
    ] as const) {
      const { documents, problems } = readTree(text, file);
      expect(documents).toEqual([]);
      expect(problems).toMatchObject([{ code: 'plan-format-unreadable', isLoss: true }]);
    }
    const { problems } = readTree('{"__proto__": {"x": 1}, "items": []}', 'c.json');
    expect(problems).toMatchObject([{ code: 'plan-refused-key' }]);
  });

  it('reads nested items with conditions and wishes', () => {
    const text = `phases:
  - id: P1
    title: First
    tasks:
      - { id: T1, status: done }
      - { id: T2, depends_on: [T1, { id: T0, optional: true, when: shipped }] }
`;
    const found = plan(text, { format: 'structured', kind: 'task' });
    expect(found.items.map(({ id, parent }) => [id, parent])).toEqual([
      ['P1', undefined],
      ['T1', 'P1'],
      ['T2', 'P1'],
    ]);
    expect(found.dependencies).toMatchObject([
      { item: 'T2', on: 'T1' },
      { item: 'T2', on: 'T0', optional: true, condition: 'shipped' },
    ]);
  });

  it('waits for every task that an expression names, and says that it is stricter', () => {
    const text = `kind: Workflow
metadata: { name: w }
spec:
  templates:
    - name: main
      dag: { tasks: [{ name: A }, { name: B }, { name: C, depends: "A.Succeeded || B" }] }
`;
    const found = plan(text, { format: 'argo' });
    expect(edges(found)).toEqual(['w/main/C<w/main/A', 'w/main/C<w/main/B']);
    expect(found.problems.map(({ code }) => code)).toEqual(['plan-expression-simplified']);
  });
});

describe('text decoded wrongly once', () => {
  it('is taken back line by line, and the repair is told', () => {
    const found = plan('# Plan\n\n## Phase 1: ‚â•92 %\nStatus: Done ‚úÖ\n', { format: 'headings' });
    expect(found.items[0]).toMatchObject({
      title: '≥92 %',
      declared: { state: 'complete', raw: 'Done ✅' },
      source: { repaired: 'mac-roman-mojibake' },
    });
    expect(found.problems).toMatchObject([{ code: 'plan-text-repaired', params: { lines: 2 } }]);
  });

  it('leaves honest letters alone', () => {
    for (const text of ['Größe ≥ 5 €', 'naïve café', 'Ã', '∑ of √']) {
      expect(repairMojibake(text)).toEqual({ text, lines: 0 });
    }
    expect(repairMojibake('â‰¥ 5').text).toBe('≥ 5');
  });
});

it('a pattern of the owner reads lines that are no table', () => {
  const found = plan('STEP 0  Look\nSTEP 1  SB-1 — do it;\n          more. Needs: C-2 + M-1.\n', {
    format: 'lines',
    kind: 'step',
    pattern: '^STEP (?P<id>\\d+)\\s+(?P<title>.+)$',
    joinIndented: true,
  });
  expect(found.items.map(({ id, title }) => [id, title])).toEqual([
    ['0', 'Look'],
    ['1', 'SB-1 — do it; more. Needs: C-2 + M-1.'],
  ]);
});

it('a large plan is assembled in time', () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, k) => `| W${k} | t | ${k === 0 ? '-' : `W${k - 1}`} |`,
  );
  const found = plan(`| Id | Title | Depends on |\n|---|---|---|\n${rows.join('\n')}\n`, {
    format: 'table',
  });
  expect(found.dependencies).toHaveLength(19_999);
});
