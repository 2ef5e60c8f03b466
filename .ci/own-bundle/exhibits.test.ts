import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../src/gates/evaluate.ts';
import { buildProject } from '../../src/model/build-project.ts';
import { projectId, revisionId } from '../../src/model/ids.ts';
import { digestOf } from '../mutation/score.ts';
import { benchmarks, mutation, notRun } from './exhibits.ts';
import { planDependencies, planGates, planItems } from './plan.ts';
import { speed } from './speed.ts';

const folder = mkdtempSync(join(tmpdir(), 'exhibits-'));
const report = join(folder, 'score.json');
const measuredFile = 'src/gates/rows.ts';

function scoreOf(score: number, source: string, path = measuredFile): void {
  writeFileSync(
    report,
    JSON.stringify({ score, open: 2, commit: 'then', files: { [path]: { source } } }),
  );
}

afterAll(() => rmSync(folder, { recursive: true }));

describe('a report that no tool wrote', () => {
  it.each(['mutation', 'e2e-tests', 'coverage'])(
    '%s is missing, and no reference is broken',
    (id) => {
      const kind = id === 'e2e-tests' ? 'test-report' : id;
      const { evidence, file } = notRun(id, kind, id)('now');
      const project = buildProject(
        {
          project: { id: projectId('p'), title: 'P' },
          revision: { id: revisionId('r'), createdAt: '2026-11-21T12:00:00Z', commit: 'now' },
          items: planItems,
          dependencies: planDependencies,
          gates: planGates([]),
          evidence: [evidence],
        },
        { problems: [], unknownCritical: [] },
      );
      const asked = [...evaluate(project, { asOf: '2026-11-21T12:00:00Z' }).gates.values()]
        .flatMap(({ conditions }) => conditions)
        .filter(({ id: condition }) => (of[id] ?? []).includes(condition));
      expect(file).toBeUndefined();
      expect(asked.map(({ verdict }) => verdict)).toEqual(of[id]?.map(() => 'missing'));
    },
  );

  const of: Readonly<Record<string, readonly string[]>> = {
    mutation: ['score', 'measured'],
    'e2e-tests': ['e2e'],
    coverage: ['coverage'],
  };
});

describe('the mutation score in the own bundle', () => {
  const present = digestOf(readFileSync(measuredFile, 'utf8'));

  it('speaks of the commit under judgement while the measured files are as they were', () => {
    scoreOf(91.5, present);
    const { evidence } = mutation(report, 'now');
    expect(evidence.commit).toBe('now');
    expect(evidence.facts).toMatchObject([
      { pointer: { pointer: '/score' }, value: 91.5, unit: '%' },
      { pointer: { pointer: '/open' }, value: 2 },
    ]);
  });

  it('speaks of its own commit once one of them is another or gone, and is stale then', () => {
    scoreOf(91.5, 'another digest');
    expect(mutation(report, 'now').evidence.commit).toBe('then');
    scoreOf(91.5, present, 'src/gates/gone.ts');
    expect(mutation(report, 'now').evidence.commit).toBe('then');
  });

  it('is demanded whether it was measured or not', () => {
    const gate = planGates([]).find(({ id }) => id === 'mutation');
    expect(gate?.conditions).toMatchObject([
      { evidence: 'mutation', operator: 'at-least', target: 85, commit: 'revision' },
      { evidence: 'mutation', operator: 'equals', target: 0 },
    ]);
  });
});

describe('the speed in the own bundle', () => {
  const part = { name: 'layout-crossings', ratio: 0.75, goal: 1, better: 'lower' };
  const written = (results: readonly object[], when = '2026-11-21T12:00:00.000Z') => {
    const file = join(folder, 'bench.json');
    writeFileSync(file, JSON.stringify({ when, results }));
    return benchmarks(file, 'now').measured;
  };

  it('belongs to the wave whose benchmark it is, as a gate and as a metric with its target', () => {
    const measured = written([part]);
    expect(planGates(measured.goals).at(-1)).toMatchObject({
      id: 'speed-graph',
      guards: [{ item: 'graph', effect: 'complete' }],
      conditions: [{ id: 'layout-crossings', operator: 'at-most', target: 1 }],
    });
    expect(speed(measured, [], 'now').metrics).toMatchObject([
      {
        id: 'layout-crossings',
        item: 'graph',
        unit: 'ratio',
        target: { value: 1, aggregate: 'last' },
      },
    ]);
  });

  it('does not go without a wave', () => {
    const { goals } = written([{ ...part, name: 'weather.today' }]);
    expect(() => planGates(goals)).toThrow('No wave has the benchmark of weather.today');
  });

  it('keeps former runs and adds a run once', () => {
    const csv = (when: string, former: readonly string[]) =>
      new TextDecoder().decode(speed(written([part], when), former, 'now').exhibit.file?.bytes);
    const first = csv('2026-11-21T12:00:00.000Z', []);
    expect(first).toBe('time,measurement,value\n2026-11-21T12:00:00.000Z,layout-crossings,0.75\n');
    const rows = first.split('\n').slice(1, -1);
    expect(csv('2026-11-21T12:00:00.000Z', rows)).toBe(first);
    expect(csv('2026-11-22T12:00:00.000Z', rows)).toBe(
      `${first}2026-11-22T12:00:00.000Z,layout-crossings,0.75\n`,
    );
  });
});
