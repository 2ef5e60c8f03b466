import { expect, it } from 'vitest';
import { createEvaluation } from '../gates/evaluate.ts';
import { AS_OF } from '../gates/testing/builders.ts';
import { everything } from '../gates/testing/everything.ts';
import { goldenLines } from '../gates/testing/golden.ts';
import { buildProject } from '../model/build-project.ts';
import type { DigestState } from '../model/evidence.ts';
import { evidenceId } from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import type { Reading } from '../model/project-index.ts';
import type { DeriveContext } from './context.ts';
import { gateDetail, itemDetail } from './details.ts';
import { evidencePage } from './evidence-page.ts';
import { evidenceDetail } from './evidence-rows.ts';
import { evidenceSortKeys } from './evidence-types.ts';
import { revisionDiff } from './revision-diff.ts';
import { listedCauses } from './root-causes.ts';
import { oneStepAway, unblockingAll } from './unblocking.ts';

/** What is answered about a plan that looks at everything there is, whole and with a part of it gone. */

function contextOf(content: ProjectContent, reading: Partial<Reading> = {}): DeriveContext {
  const project = buildProject(content, reading);
  const evaluation = createEvaluation(project, { asOf: AS_OF });
  return { project, verdicts: evaluation.verdicts, evaluation };
}

const gone = new Set(['report', 'link', 'minutes', 'yes', 'rehearsal', 'own-rule']);
const later: ProjectContent = {
  ...everything,
  evidence: (everything.evidence ?? [])
    .filter(({ id }) => !gone.has(id))
    .map((entry) => (entry.id === 'cover' ? { ...entry, size: 7, covers: ['A-1', 'A-2'] } : entry)),
};
const digests = new Map<never, DigestState>([
  [evidenceId('series') as never, 'mismatch'],
  [evidenceId('file') as never, 'match'],
]);
const whole = contextOf(everything);
const less = contextOf(later, { digests });

it.each(everything.items.map(({ id }) => id))('tells of the item %s', (id) => {
  const detail = itemDetail(less, id);
  if (detail === undefined) throw new Error(id);
  const { item: _item, ...told } = detail;
  goldenLines(told);
});

it.each((everything.gates ?? []).map(({ id }) => id))('tells of the gate %s', (id) => {
  const detail = gateDetail(less, id);
  expect(detail?.gate.id).toBe(id);
  goldenLines({ ...detail, gate: undefined });
});

it('tells nothing of what is not there', () => {
  expect([
    itemDetail(less, 'none'),
    gateDetail(less, 'none'),
    evidenceDetail(less, 'none'),
  ]).toEqual([undefined, undefined, undefined]);
});

it('ranks the causes and what releases all', () => {
  goldenLines({ causes: listedCauses(less), all: unblockingAll(less), near: oneStepAway(less) });
  expect(listedCauses(less).length).toBeGreaterThan(10);
});

it('tells what became otherwise, both ways', () => {
  goldenLines({ forth: revisionDiff(whole, less), back: revisionDiff(less, whole) });
  const same = revisionDiff(whole, contextOf(everything));
  expect(Object.values(same).every((list) => !Array.isArray(list) || list.length === 0)).toBe(true);
});

it.each((later.evidence ?? []).map(({ id }) => id))('tells of the evidence %s', (id) => {
  const detail = evidenceDetail(less, id);
  expect(detail?.evidence.id).toBe(id);
  goldenLines({ row: detail?.row, references: detail?.references, relations: detail?.relations });
});

it('pages through the evidence in every order and by every question', () => {
  const page = (query: object) => {
    const { rows, ...facets } = evidencePage(less, { offset: 0, limit: 50, ...query });
    return { rows: rows.map(({ id }) => id), ...facets };
  };
  const sorted = evidenceSortKeys.flatMap((sort) =>
    [false, true].map((descending) => [`${sort} ${descending}`, page({ sort, descending }).rows]),
  );
  goldenLines({
    all: page({}),
    ...Object.fromEntries(sorted),
    window: page({ offset: 3, limit: 2 }),
    text: page({ text: 'own' }),
    kind: page({ kind: 'file' }),
    item: page({ item: 'by-path' }),
    gate: page({ gate: 'path' }),
    used: page({ use: 'used' }),
    orphan: page({ use: 'orphan' }),
    mismatch: page({ digest: 'mismatch' }),
    match: page({ digest: 'match', use: 'used' }),
  });
});
