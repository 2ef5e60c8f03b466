import { expect, it } from 'vitest';
import { buildProject } from '../model/build-project.ts';
import type { Declared } from '../model/plan.ts';
import type { ProjectContent } from '../model/project.ts';
import type { Reading } from '../model/project-index.ts';
import type { Assumption } from './assumptions.ts';
import { createEvaluation, evaluate } from './evaluate.ts';
import { AS_OF } from './testing/builders.ts';
import { everything } from './testing/everything.ts';
import { golden } from './testing/golden.ts';
import type { CauseRef, Verdicts } from './types.ts';

/**
 * What every single thing of a plan carries: the lines that change when it is missing, damaged, not
 * allowed, or said otherwise. The snapshot is read like a table of consequences.
 */

function causeOf(cause: CauseRef): string {
  return Object.values(cause).flat().join('/');
}

/** Each verdict in one line. */
function linesOf({ gates, items, invariants, findings }: Verdicts): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const { id, verdict, reason, contradicts } of gates.values()) {
    lines.set(
      `gate ${id}`,
      `${verdict} ${reason.code}${contradicts ? ' (recorded otherwise)' : ''}`,
    );
  }
  for (const own of items.values()) {
    const parts = [
      own.state,
      own.reason.code,
      own.readiness,
      own.permission,
      own.held ? 'held' : 'free',
      own.ownFailure ? 'own failure' : 'sound',
      `waits: ${own.waitsFor.join(' ')}`,
      `gates: ${own.openGates.join(' ')}`,
      `causes: ${own.ownCauses.map(causeOf).join(' ')}`,
    ];
    lines.set(`item ${own.id}`, parts.join('; '));
  }
  for (const { id, verdict, counterexamples } of invariants) {
    const against = counterexamples.map(
      ({ items: of, subject }) => `${of.join('+')}${subject ?? ''}`,
    );
    lines.set(`rule ${id}`, `${verdict} ${against.join(' ')}`.trim());
  }
  for (const [at, { reason, items: of }] of findings.entries()) {
    lines.set(`finding ${at}`, `${reason.code} ${JSON.stringify(reason.params)} ${of.join(' ')}`);
  }
  return lines;
}

const judged = (content: ProjectContent, reading: Partial<Reading> = {}) =>
  linesOf(evaluate(buildProject(content, reading), { asOf: AS_OF }));

/** Tells what is otherwise than in the plan as it is. */
function differencesFromIt(): (after: ReadonlyMap<string, string>) => readonly string[] {
  const before = judged(everything);
  return (after) => {
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names].flatMap((name) =>
      before.get(name) === after.get(name) ? [] : [`${name}: ${after.get(name) ?? 'gone'}`],
    );
  };
}

const pieces = everything.evidence ?? [];

it('says this of the plan as it is', () => {
  const before = judged(everything);
  golden(Object.fromEntries(before));
  expect(before.size).toBeGreaterThan(60);
});

it.each(pieces.map(({ id }) => id))('carries this: evidence %s', (id) => {
  const differences = differencesFromIt();
  const without = pieces.filter((entry) => entry.id !== id);
  const other = pieces.map((entry) =>
    entry.id === id ? { ...entry, inadmissible: { reason: 'weak' } } : entry,
  );
  golden({
    missing: differences(judged({ ...everything, evidence: without })),
    rejected: differences(judged({ ...everything, evidence: other })),
    damaged: differences(judged(everything, { digests: new Map([[id, 'mismatch']]) })),
  });
});

const WORDS: readonly (Declared | undefined)[] = [
  undefined,
  { state: 'complete' },
  { state: 'in-progress' },
  { state: 'failed' },
  { state: 'deferred' },
  { state: 'reopened' },
];

it.each(everything.items.map(({ id }) => id))('is said like this: item %s', (id) => {
  const differences = differencesFromIt();
  const said = WORDS.map((word) => {
    const items = everything.items.map((own) => {
      if (own.id !== id) return own;
      const { declared: _before, ...rest } = own;
      return word === undefined ? rest : { ...rest, declared: word };
    });
    return [word?.state ?? 'nothing', differences(judged({ ...everything, items }))];
  });
  const affects: Partial<Reading> = { problems: [{ code: 'x', severity: 'error', affects: [id] }] };
  golden({ ...Object.fromEntries(said), unreadable: differences(judged(everything, affects)) });
});

it.each((everything.gates ?? []).map(({ id }) => id))('opens and shuts this: gate %s', (id) => {
  const differences = differencesFromIt();
  const evaluation = createEvaluation(buildProject(everything), { asOf: AS_OF });
  const under = (verdict: 'passed' | 'failed' | 'missing') => {
    const assumption: Assumption = { kind: 'gate', gate: id, verdict };
    return differences(linesOf(evaluation.whatIf([assumption])));
  };
  golden({ passed: under('passed'), failed: under('failed'), missing: under('missing') });
});
