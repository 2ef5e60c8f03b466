import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ProjectContent } from '../../src/model/project.ts';
import { folderWith } from '../testing/files.ts';
import { wavegate } from '../testing/world.ts';

const head = 'wavegate: 1\nproject: { id: p }\n';

async function collected(files: Readonly<Record<string, string>>) {
  const folder = folderWith(files);
  const { exitCode, out, err } = await wavegate(['collect', '-C', folder, '--json']);
  expect([exitCode, err]).toEqual([0, '']);
  const bundle = join(folder, 'wavegate-bundle');
  const content: ProjectContent = JSON.parse(readFileSync(join(bundle, 'bundle.json'), 'utf8'));
  return { bundle, content, report: JSON.parse(out) };
}

const states = ({ items }: ProjectContent) =>
  items.map(({ id, parent, declared }) => [id, parent, declared?.state, declared?.raw]);

it('each file is an item below the list that names it, as far as all boxes for it are ticked', async () => {
  const { content } = await collected({
    'todo/README.md':
      '# Program\n- [x] [one](one/README.md)\n- [ ] [two](/todo/two.md)\n- [x] [lost](gone.md)\n',
    'todo/one/README.md': '# Stage one\n- [x] [a](a.md)\n- [x] [two](../two.md)\n',
    'todo/one/a.md': '# Wave a\n- [x] done\n- [ ] open\n',
    'todo/two.md': '# Stage two\n- [x] all\n',
    'todo/none.md': '# Prose\n',
    'wavegate.yaml': `${head}plans: [{ files: 'todo/**/*.md', format: checklist, each: file, kind: list }]\nlinks: { files: 'todo/**/*.md' }\n`,
  });
  expect(states(content).sort()).toEqual([
    ['todo/README.md', undefined, 'in-progress', '2 of 3 ticked'],
    ['todo/one/README.md', 'todo/README.md', 'complete', '2 of 2 ticked'],
    ['todo/one/a.md', 'todo/one/README.md', 'in-progress', '1 of 2 ticked'],
    // Its own box is ticked, and the one that stands for it is not.
    ['todo/two.md', 'todo/README.md', 'in-progress', '1 of 1 ticked'],
  ]);
  expect(content.items.map(({ title }) => title)).toContain('Wave a');
  expect(content.checklists?.map(({ id, item }) => [id, item])).toContainEqual([
    'todo/one/a.md',
    'todo/one/a.md',
  ]);
});

it('each heading is an item, with an id from its text where only one has it', async () => {
  const { content, bundle } = await collected({
    'a.md':
      '# To do\n## Phase 1: Base\n- [x] a\n## Phase 2: More\n- [ ] b\n- [x] c\n## Exit\n- [ ] d\n## Exit\n- [x] e\n',
    'b.md': '## Phase 2: Other\n- [x] f\n',
    'wavegate.yaml': `${head}plans: [{ files: '*.md', format: checklist, each: heading, kinds: [phase], sequence: true }]\n`,
  });
  expect(states(content)).toEqual([
    ['1', undefined, 'complete', '1 of 1 ticked'],
    ['a.md#phase-2-more', undefined, 'in-progress', '1 of 2 ticked'],
    ['a.md#exit', undefined, 'not-started', '0 of 1 ticked'],
    ['a.md#exit-2', undefined, 'complete', '1 of 1 ticked'],
    ['b.md#phase-2-other', undefined, 'complete', '1 of 1 ticked'],
  ]);
  expect(content.dependencies.map(({ item, on }) => `${item}<${on}`)).toContain(
    'a.md#phase-2-more<1',
  );
  expect(content.checklists?.map(({ item, groups }) => [item, groups.length])[0]).toEqual(['1', 1]);
  // A tick alone completes nothing.
  expect((await wavegate(['check', bundle, '--item', '1'])).exitCode).toBe(1);
});

it('each box is an item; two boxes of one name stay two', async () => {
  const { content } = await collected({
    'plan.md': '- [x] W1 first\n- [ ] W2: second\n- [x] W2 again\n- [ ] Write it up\n',
    'wavegate.yaml': `${head}plans: [{ files: plan.md, format: checklist, each: box }]\n`,
  });
  expect(states(content)).toEqual([
    ['W1', undefined, 'complete', '[x]'],
    ['plan.md#w2-second', undefined, 'not-started', '[ ]'],
    ['plan.md#w2-again', undefined, 'complete', '[x]'],
    ['plan.md#write-it-up', undefined, 'not-started', '[ ]'],
  ]);
});

it('a gate can ask for every box, and a list that says so of itself is not believed', async () => {
  const condition = (id: string, path: string) =>
    `{ id: ${id}, kind: value, evidence: 'checklist:${path}', pointer: { kind: json, pointer: /open }, operator: equals, target: 0 }`;
  const { bundle, report } = await collected({
    'plan.md': '- [x] W1 [proof](plan.md)\n- [ ] W2 [none](gone.md)\n',
    'done.md': '- [x] W3\n',
    'empty.yml': 'open: 0\n',
    'dist/SHA256SUMS': 'mismatches: 0\n',
    'wavegate.yaml': `${head}plans: [{ files: '*.md', format: checklist, each: box }]
checksums: dist/SHA256SUMS
gates:
  - id: G
    complete: [W1]
    conditions:
      - ${condition('plan', 'plan.md')}
      - ${condition('done', 'done.md')}
      - ${condition('empty', 'empty.yml')}
      - { id: broken, kind: value, evidence: checklists, pointer: { kind: json, pointer: /broken }, operator: equals, target: 1 }
      - { id: sums, kind: value, evidence: 'checksums:dist/SHA256SUMS', pointer: { kind: json, pointer: /mismatches }, operator: equals, target: 0 }
`,
  });
  expect(report.counts).toMatchObject({ items: 3, boxes: 3, ticked: 2 });
  const { out } = await wavegate(['check', bundle, '--gate', 'G', '-f', 'json']);
  const [gate] = JSON.parse(out).gates;
  expect(
    gate.conditions.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict]),
  ).toEqual([
    ['plan', 'failed'],
    ['done', 'passed'],
    ['empty', 'missing'],
    ['broken', 'passed'],
    ['sums', 'missing'],
  ]);
});
