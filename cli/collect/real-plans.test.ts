import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/formats/plans/read-plan.ts';
import type { Dependency, PlanItem } from '../../src/model/plan.ts';
import { temporaryFolder, wavegate } from '../testing/world.ts';

// Nodes and edges as `INDEX.md` beside the files states them, counted there by other programs.

const inputs = path.resolve('../shared/inputs');
const task = {
  kind: 'task',
  structure: { items: 'workflow.specification.tasks', depends: 'parents', title: 'id' },
};

interface Bundle {
  readonly items: readonly PlanItem[];
  readonly dependencies: readonly Dependency[];
}

/** Several files as one plan, each with how it is read. */
async function joined(plans: readonly (readonly [string, object])[]): Promise<Bundle> {
  const folder = temporaryFolder();
  const config = {
    wavegate: 1,
    project: { id: 'p' },
    plans: plans.map(([file, plan]) => {
      const name = path.basename(file);
      copyFileSync(path.join(inputs, file), path.join(folder, name));
      return { files: name, ...plan };
    }),
  };
  writeFileSync(path.join(folder, 'wavegate.json'), JSON.stringify(config));
  const { exitCode, err } = await wavegate(['collect', '-C', folder, '--json']);
  expect([exitCode, err]).toEqual([0, '']);
  return JSON.parse(readFileSync(path.join(folder, 'wavegate-bundle/bundle.json'), 'utf8'));
}

async function collected(file: string, plan: object): Promise<Bundle> {
  return joined([[file, plan]]);
}

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(path.join(inputs, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));
}

/** How many items stand on the longest chain. */
function levels({ items, dependencies }: Bundle): number {
  const before = Map.groupBy(dependencies, ({ item }) => item);
  const known = new Map<string, number>();
  const levelOf = (id: PlanItem['id']): number => {
    const found =
      known.get(id) ?? 1 + Math.max(0, ...(before.get(id) ?? []).map(({ on }) => levelOf(on)));
    known.set(id, found);
    return found;
  };
  return Math.max(...items.map(({ id }) => levelOf(id)));
}

describe.skipIf(!existsSync(inputs))(
  'real plans through `collect`, against the index (skipped without the inputs)',
  () => {
    it.each<[string, object, number, number]>(
      [
        [
          'ci-github/bytecodealliance-wasmtime/.github/workflows/main.yml',
          'github-actions',
          35,
          56,
        ],
        ['ci-github/electron/.github/workflows/build.yml', 'github-actions', 21, 45],
        ['ci-github/electron/.github/workflows/pgo-generation.yml', 'github-actions', 23, 51],
        ['ci-github/tokio/.github/workflows/ci.yml', 'github-actions', 45, 42],
        ['ci-gitlab/dd-trace-java/.gitlab-ci.yml', 'gitlab-ci', 55, 26],
        ['ci-gitlab/paritytech-ink/.gitlab-ci.yml', 'gitlab-ci', 24, 6],
        ['beads/beads-4fbff148-2025-10-31.jsonl', 'issues', 154, 35],
        ['beads/issues-7d35ced5-2025-12-16.jsonl', 'issues', 876, 179],
        ['beads_viewer/tests/testdata/real/cass.jsonl', 'issues', 116, 142],
      ].map(([file, format, nodes, edges]) => [
        String(file),
        { format },
        Number(nodes),
        Number(edges),
      ]),
    )('%s', async (file, plan, nodes, edges) => {
      const bundle = await collected(file, plan);
      const own = bundle.items.filter(({ kind }) => kind !== 'stage' && kind !== 'workflow');
      const stated = bundle.dependencies.filter(
        ({ origin }) => (origin ?? 'explicit') === 'explicit',
      );
      expect([own.length, stated.length]).toEqual([nodes, edges]);
      const ids = new Set(bundle.items.map(({ id }) => id));
      // One optional need is for a job of an included file, which is not read.
      const elsewhere = bundle.dependencies.filter(({ on }) => !ids.has(on));
      expect(elsewhere.map(({ on, optional }) => [on, optional])).toEqual(
        file.includes('dd-trace-java') ? [['system_tests', true]] : [],
      );
      if (file.includes('pgo-generation')) expect(levels(bundle)).toBe(7);
    });

    it.each([
      ['dbt-artifacts-parser/tests/resources/manifest/v1/jaffle_shop/manifest.json', 32, 34],
    ])('%s', async (file, nodes, edges) => {
      const structure = { dependsMap: 'parent_map' };
      const { items, dependencies } = await collected(file, {
        format: 'structured',
        kind: 'node',
        structure,
      });
      expect([items.length, dependencies.length]).toEqual([nodes, edges]);
    });

    it('results of a run joined with what was to be run, by id', async () => {
      const folder = 'dbt-artifacts-parser/tests/resources';
      const { items } = await joined([
        [
          `${folder}/manifest/v1/jaffle_shop/manifest.json`,
          { format: 'structured', kind: 'node', structure: { dependsMap: 'parent_map' } },
        ],
        [
          `${folder}/run_results/v6/jaffle_shop/run_results_1.12.json`,
          {
            format: 'structured',
            kind: 'node',
            structure: { items: 'results', id: 'unique_id', title: 'unique_id', status: 'status' },
          },
        ],
      ]);
      // 46 results, of another release: four of them are of the 32 nodes.
      expect(items).toHaveLength(32 + 46 - 4);
      const ran = items.filter(({ declared }) => declared?.raw === 'success');
      expect(ran.map(({ declared }) => declared?.state)).toEqual(ran.map(() => 'complete'));
      expect(ran).toHaveLength(46);
    });

    it('a map of stages whose evidence is pending, and a count that walks a folder twice', async () => {
      const folder = 'kjxlkj/270cb3ee-reset-0of458/docs';
      const { items } = await collected(`${folder}/reference/EVIDENCE_INDEX.md`, {
        format: 'table',
        kind: 'stage',
        heading: 'Stage Evidence Map',
      });
      expect(items.map(({ declared }) => [declared?.raw, declared?.state])).toEqual(
        Array.from({ length: 11 }, () => ['`pending`', 'not-started']),
      );
      const home = temporaryFolder();
      cpSync(path.join(inputs, folder), path.join(home, 'docs'), { recursive: true });
      const boxesOf = async (files: string): Promise<number> => {
        const plans = [{ files, format: 'checklist' }];
        const config = { wavegate: 1, project: { id: 'p' }, plans };
        writeFileSync(path.join(home, 'wavegate.json'), JSON.stringify(config));
        const { out } = await wavegate(['collect', '-C', home, '--json']);
        return JSON.parse(out).counts.boxes;
      };
      const [all, inner] = [
        await boxesOf('docs/todo/**/*.md'),
        await boxesOf('docs/todo/waves/**/*.md'),
      ];
      const stated = readFileSync(path.join(home, 'docs/reference/TODO_TRACE_MATRIX.md'), 'utf8');
      expect([all, all + inner]).toEqual([458, 874]);
      expect(stated).toContain(`- total checkbox lines: \`${all + inner}\``);
    });

    it('workflows with run times, ten of them', async () => {
      const sizes: string[] = [];
      for (const file of filesBelow('wfinstances', '.json')) {
        const { items, dependencies } = await collected(file, { format: 'structured', ...task });
        sizes.push(`${items.length}/${dependencies.length}`);
      }
      expect(sizes.sort()).toEqual(
        '10/16, 26/50, 41/48, 43/120, 52/76, 58/114, 103/231, 104/400, 197/451, 219/325'
          .split(', ')
          .sort(),
      );
    });

    it('models with ports and nesting, 24 of them, with 11 to 488 nodes', async () => {
      const sizes: number[] = [];
      const edges: number[] = [];
      for (const file of filesBelow('elk-models', '.json')) {
        const { items } = await collected(file, { format: 'elk' });
        sizes.push(items.length);
        const draft = readPlan(readFileSync(path.join(inputs, file), 'utf8'), file, {
          format: 'elk',
        });
        edges.push(draft.items.reduce((sum, { edges: own = [] }) => sum + own.length, 0));
      }
      expect(Math.max(...edges)).toBe(799);
      expect([sizes.length, Math.min(...sizes), Math.max(...sizes)]).toEqual([24, 11, 488]);
    });

    it('nested graphs of several documents in a file', async () => {
      for (const file of filesBelow('argo-workflows', '.yaml')) {
        const { items, dependencies } = await collected(file, { format: 'argo' });
        const ids = new Set(items.map(({ id }) => id));
        expect([file, dependencies.filter(({ on }) => !ids.has(on))]).toEqual([file, []]);
      }
    });
  },
);
