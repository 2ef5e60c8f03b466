import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as governanceHandoff from './governance-handoff/sample.ts';
import * as phaseContract from './phase-contract/sample.ts';
import { golden, judge } from './shared/testing/judged.ts';

const SAMPLES = [governanceHandoff.sample(), phaseContract.sample()].map(
  (sample) => [sample.project, judge(sample)] as const,
);

const DOCS = join(import.meta.dirname, '../../docs/verdicts');

/** Rows `| `id` | verdict | why |` of all tables below one heading. */
function rowsBelow(text: string, heading: string): readonly (readonly [string, string])[] {
  const from = text.indexOf(`## ${heading}\n`);
  const next = text.indexOf('\n## ', from + 1);
  const part = from < 0 ? '' : text.slice(from, next < 0 ? undefined : next);
  return [...part.matchAll(/^\| `([^`]+)` \| ([^|]+?) \|/gm)].map(
    (match) => [match[1] ?? '', match[2] ?? ''] as const,
  );
}

describe.each(SAMPLES)('verdicts of %s', (project, verdicts) => {
  it('are the golden ones', async () => {
    await expect(`${JSON.stringify(golden(verdicts), null, 2)}\n`).toMatchFileSnapshot(
      `./golden/${project}.json`,
    );
  });

  const text = readFileSync(join(DOCS, `${project}.md`), 'utf8');

  it('stand in the document, item by item', () => {
    expect(rowsBelow(text, 'Items')).toEqual(
      [...verdicts.items.values()].map((item) => [
        item.id,
        `${item.state}; ${item.readiness}; ${item.permission}`,
      ]),
    );
  });

  it('stand in the document, gate by gate', () => {
    expect(rowsBelow(text, 'Gates')).toEqual(
      [...verdicts.gates.values()].map((gate) => [
        gate.id,
        gate.contradicts ? `${gate.verdict}, contradicts the record` : gate.verdict,
      ]),
    );
  });

  it('stand in the document, rule by rule', () => {
    expect(rowsBelow(text, 'Rules of the plan')).toEqual(
      verdicts.invariants
        .filter((rule) => rule.verdict !== 'not-evaluated')
        .map((rule) => [rule.id, rule.verdict]),
    );
  });
});
