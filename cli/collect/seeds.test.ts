import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/bundle/parse-plan.ts';
import type { ProjectContent } from '../../src/model/project.ts';
import { temporaryFolder, wavegate } from '../testing/world.ts';

const seeds = path.resolve('../shared/seeds');

/**
 * The five documents, collected from their text, against the bundles that were made by hand. What a
 * text says in prose alone (which stages there are, which step is none) stands under `items`: a join
 * that no table makes is stated, never guessed.
 */
const configs: Readonly<Record<string, { readonly seed: string; readonly config: string }>> = {
  'build-sequence/12': {
    seed: '000',
    config: `
items:
  - { id: S00, kind: stage }
  - { id: S03, kind: stage }
  - { id: S05, kind: stage }
  - { id: S06, kind: stage }
  - { id: S07, kind: stage }
  - { id: S10, kind: stage, depends: 'S00, S03, S05, S06, S07', origin: positional }
plans:
  - { files: seed.txt, format: table, heading: Phase Model, kind: phase, sequence: true }
  # Step 9 recurs for every wave and is no link of the chain.
  - { files: seed.txt, format: lines, heading: Ordered Sequence, kind: step, prefix: 'step ', sequence: true, pattern: '^(?P<id>[1-8]|10)[.] (?P<title>.+)$' }
  - { files: seed.txt, format: lines, heading: Ordered Sequence, kind: step, prefix: 'step ', pattern: '^(?P<id>9)[.] (?P<title>.+)$' }
`,
  },
  'implementation-waves/48': {
    seed: '001',
    config: `
plans:
  - { files: seed.txt, format: table, heading: Wave Table, kind: wave, columns: { class: Status } }
`,
  },
  'governance-handoff/2026-11-20': {
    seed: '002',
    config: `
items:
  - { id: sb-0, kind: step }
  - { id: F-83-1, kind: correction }
  - { id: F-57-1, kind: correction }
  - { id: F-57-2, kind: correction }
  - { id: F-57-3, kind: correction }
  - { id: F-57-4, kind: correction }
  - { id: F-R7-1, kind: correction }
  - { id: F-R7-2, kind: correction }
  # The addendum puts a step before the first one.
  - { id: step-1, kind: step, depends: 'sb-0, F-83-1' }
  - { id: step-8-dry-run, kind: substep, parent: step-8 }
  - { id: step-8-commit, kind: substep, parent: step-8, depends: 'step-8-dry-run, step-7' }
  - { id: ruleset-activation, kind: follow-up, depends: step-3 }
  - { id: input-trust, kind: follow-up }
plans:
  - { files: seed.txt, format: lines, kind: step, prefix: step-, sequence: true, joinIndented: true, pattern: '^STEP (?P<id>[0-7])\\s+(?P<title>\\S.*)$' }
  - { files: seed.txt, format: lines, kind: step, prefix: step-, sequence: true, joinIndented: true, pattern: '^STEP (?P<id>[89])\\s+(?P<title>\\S.*)$' }
  - { files: seed.txt, format: lines, kind: step, prefix: step-, joinIndented: true, pattern: '^STEP (?P<id>[0-9]).*[(]so (?P<depends>STEP [0-9]) first' }
  # Components are no steps: the range is over them, in the order of the table of steps.
  - files: seed.txt
    format: lines
    kind: step
    prefix: step-
    joinIndented: true
    pattern: '^STEP (?P<id>[0-9]).*Needs: (?P<depends>SB-[0-9.]+) built'
    ids: { aliases: { SB-10..13: ['5', '6', '3', '4'] } }
  - { files: seed.txt, format: lines, kind: step, prefix: step-, joinIndented: true, pattern: '^STEP (?P<id>[0-9]).*\\[(?P<depends>F-[^\\]]*?)(?: fold-in[^\\]]*)?\\]' }
`,
  },
  'specs-index/31': {
    seed: '003',
    config: `
items:
  # The range of the extended domains, and the steps of the second phase that no document serves.
${['phase 1 step 08', 'phase 1 step 09', 'phase 1 step 10', ...['04', '07', '08', '09', '10', '11', '14'].map((n) => `phase 2 step ${n}`)].map((id) => `  - { id: ${id}, kind: step }`).join('\n')}
plans:
  - { files: seed.txt, format: headings, kinds: [phase], prefix: 'phase ', statuses: { locked: complete } }
  - { files: seed.txt, format: lines, kind: step, prefix: 'phase 1 step ', pattern: 'Phase 1 Step (?P<id>[0-9]+)' }
  - { files: seed.txt, format: lines, kind: step, prefix: 'phase 2 step ', pattern: 'Phase 2 Step (?P<id>[0-9]+)' }
`,
  },
  'phase-contract/2026-11-20': {
    seed: '004',
    config: `
items:
  - { id: phase-0, kind: phase, status: 'passed (claimed)' }
  - { id: phase-2, kind: phase, depends: phase-1, origin: implied }
  - { id: phase-3, kind: phase, depends: phase-2, origin: positional }
  # Work packages: the eight objectives, which the text lists without ids.
${['state', 'ledger', 'orchestration', 'router', 'telemetry', 'finops', 'residency', 'packages'].map((name) => `  - { id: pkg-${name}, kind: objective, parent: phase-1 }`).join('\n')}
plans:
  - { files: seed.txt, format: headings, kinds: [phase], prefix: phase-, ids: { aliases: { 0 Foundation: [phase-0] } } }
`,
  },
};

const graphOf = ({ items, dependencies }: ProjectContent) => ({
  items: items.map(({ id }) => id).sort(),
  edges: dependencies.map(({ item, on }) => `${item} < ${on}`).sort(),
});

function read(file: string): ProjectContent {
  const { content, problems } = parsePlan(readFileSync(file), file);
  if (content === undefined) throw new Error(JSON.stringify(problems));
  return content;
}

describe.skipIf(!existsSync(seeds))(
  'documents collected from their text (skipped without the seeds)',
  () => {
    it.each(Object.entries(configs))('%s', async (sample, { seed, config }) => {
      const folder = temporaryFolder();
      const file = readdirSync(seeds).find((name) => name.startsWith(`${seed}_`)) ?? '';
      copyFileSync(path.join(seeds, file), path.join(folder, 'seed.txt'));
      writeFileSync(
        path.join(folder, 'wavegate.yaml'),
        `wavegate: 1\nproject: { id: p }\n${config}`,
      );
      const { exitCode, out, err } = await wavegate(['collect', '-C', folder, '--json']);
      expect([exitCode, err]).toEqual([0, '']);
      const lost = JSON.parse(out).findings.filter(
        ({ severity }: { severity: string }) => severity === 'error',
      );
      expect(lost).toEqual([]);
      const collected = graphOf(read(path.join(folder, 'wavegate-bundle/bundle.json')));
      const made = graphOf(read(`public/bundles/projects/${sample}/bundle.json`));
      expect(collected).toEqual(made);
    });

    it('text that was decoded wrongly once is repaired, and that is told', async () => {
      const folder = temporaryFolder();
      const file = readdirSync(seeds).find((name) => name.startsWith('004_')) ?? '';
      copyFileSync(path.join(seeds, file), path.join(folder, 'seed.txt'));
      writeFileSync(
        path.join(folder, 'wavegate.yaml'),
        'wavegate: 1\nproject: { id: p }\nplans: [{ files: seed.txt, format: checklist }]\n',
      );
      const { out } = await wavegate(['collect', '-C', folder, '--json']);
      const report = JSON.parse(out);
      expect(report.counts.boxes).toBe(20);
      expect(report.findings.map(({ code }: { code: string }) => code)).toEqual([
        'plan-text-repaired',
      ]);
    });

    it('a table whose pipes were lost is told, and nothing is made of it', async () => {
      const folder = temporaryFolder();
      const file = readdirSync(seeds).find((name) => name.startsWith('002_')) ?? '';
      copyFileSync(path.join(seeds, file), path.join(folder, 'seed.txt'));
      const heading = readFileSync(path.join(folder, 'seed.txt'), 'utf8')
        .split('\n')
        .find((line) => line.startsWith('89.3'));
      writeFileSync(
        path.join(folder, 'wavegate.yaml'),
        `wavegate: 1\nproject: { id: p }\nplans: [{ files: seed.txt, format: table, heading: ${JSON.stringify(heading)} }]\n`,
      );
      const { out } = await wavegate(['collect', '-C', folder, '--json', '--strict']);
      const report = JSON.parse(out);
      expect(report.counts.items).toBe(0);
      expect(report.findings).toMatchObject([{ code: 'plan-table-pipes-lost', severity: 'error' }]);
    });
  },
);
