import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../testing/files.ts';
import { wavegate } from '../testing/world.ts';
import { bundleIn } from './testing/bundle-in.ts';

const config =
  'wavegate: 1\nproject: { id: p }\nplans: [{ files: .gitlab-ci.yml, format: gitlab-ci }]\n';

it('follows local includes of a pipeline, nested and by pattern, with the file of each job', async () => {
  const folder = folderWith({
    '.gitlab-ci.yml': `include:
  - local: /ci/base.yml
  - local: 'ci/jobs/*.yml'
  - local: ci/gone.yml
  - local: ../outside.yml
  - local: ci/linked.yml
  - local: 'ci/$NAME.yml'
  - project: group/other
    file: /x.yml
  - https://example.org/y.yml
stages: [build, test]
compile: { stage: build, script: make }
check: { needs: [compile, lint] }
`,
    'ci/base.yml': `include: [ci/nested.yml, .gitlab-ci.yml, ci/base.yml]
stages: [never]
.common: { stage: test, needs: [compile] }
check: { stage: test, script: make check, needs: [nothing] }
`,
    'ci/nested.yml': 'nested: { extends: .common, script: x }\n',
    'ci/jobs/lint.yml': '\nlint: { stage: test, needs: [nested], script: lint }\n',
    'wavegate.yaml': config,
  });
  const outside = folderWith({ 'secret.yml': 'secret: { script: x }\n' });
  symlinkSync(join(outside, 'secret.yml'), join(folder, 'ci/linked.yml'));
  const { exitCode, out } = await wavegate(['collect', '-C', folder, '--json']);
  expect(exitCode).toBe(0);
  const { items, dependencies } = bundleIn(folder).content;
  const jobs = items.filter(({ kind }) => kind === 'job');
  expect(jobs.map(({ id, parent, source }) => [id, parent, source?.path, source?.line])).toEqual([
    ['nested', 'stage test', 'ci/nested.yml', 1],
    ['check', 'stage test', '.gitlab-ci.yml', 13],
    ['lint', 'stage test', 'ci/jobs/lint.yml', 2],
    ['compile', 'stage build', '.gitlab-ci.yml', 12],
  ]);
  expect(dependencies.map(({ item, on, source }) => [`${item}<${on}`, source?.path])).toEqual([
    ['nested<compile', 'ci/base.yml'],
    ['check<compile', '.gitlab-ci.yml'],
    ['check<lint', '.gitlab-ci.yml'],
    ['lint<nested', 'ci/jobs/lint.yml'],
  ]);
  expect(JSON.parse(out).findings).toMatchObject([
    {
      code: 'plan-include-not-read',
      file: '.gitlab-ci.yml',
      text: expect.stringMatching(
        /^6 included files are not in the repository and not read \(ci\/gone\.yml, \.\.\/outside\.yml, ci\/linked\.yml, …\)/,
      ),
    },
  ]);
});

it('says which included file cannot be read, and reads no more than a server does', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 200 }, (_, k) => [`ci/j${k}.yml`, `j${k}: { script: x }\n`]),
  );
  const folder = folderWith({
    '.gitlab-ci.yml': "include: [broken.yml, 'ci/**/*.yml']\n",
    'broken.yml': 'a: [\n',
    ...many,
    'wavegate.yaml': config,
  });
  const { out } = await wavegate(['collect', '-C', folder, '--json']);
  const { counts, findings } = JSON.parse(out);
  expect(counts.items).toBeLessThan(160);
  const codes = findings.map(({ code, file }: { code: string; file: string }) => [code, file]);
  expect(codes).toEqual([
    ['plan-format-unreadable', 'broken.yml'],
    ['plan-include-not-read', '.gitlab-ci.yml'],
  ]);
});
