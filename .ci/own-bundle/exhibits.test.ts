import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { digestOf } from '../mutation/score.ts';
import { mutation } from './exhibits.ts';
import { planGates } from './plan.ts';

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
