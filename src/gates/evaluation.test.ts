import { describe, expect, it } from 'vitest';
import { buildProject } from '../model/build-project.ts';
import { conditionId, evidenceId, gateId, itemId, stopConditionId } from '../model/ids.ts';
import type { PlanChange } from './change.ts';
import { createEvaluation, type Evaluation } from './evaluate.ts';
import {
  AS_OF,
  condition,
  contentOf,
  evidence,
  flag,
  flagged,
  gate,
  item,
  needs,
  type Parts,
  waits,
} from './testing/builders.ts';
import type { Verdicts } from './types.ts';

const asks = (id: string, of: string) =>
  condition({ kind: 'gate', id: conditionId(id), gate: gateId(of) });

/** A chain with a gate at its head that another gate asks for, and something far away. */
const parts: Parts = {
  items: [item('A'), item('B'), item('C'), item('far'), item('further')],
  dependencies: [...waits('B', 'A'), ...waits('C', 'B'), ...waits('further', 'far')],
  gates: [
    gate('G', { A: 'complete' }, [
      needs('e', 'e'),
      { ...needs('aside', 'f'), blocking: false },
      flagged('flag', 'flag'),
    ]),
    gate('asks', { C: 'complete' }, [asks('g', 'G')]),
    gate('H', { far: 'start' }, [needs('x', 'x')]),
  ],
  stopConditions: [
    { id: stopConditionId('s'), title: 'S', items: [itemId('far')], safeWhile: needs('s', 'x') },
  ],
  evidence: [evidence('e'), evidence('f'), evidence('x'), flag('flag', true)],
};

const create = (more: Parts = parts) =>
  createEvaluation(buildProject(contentOf(more)), { asOf: AS_OF });

/** Whose result is another object than before: what was judged again, by name. */
function judgedAgain(before: Verdicts, after: Verdicts): readonly string[] {
  const again: string[] = [];
  for (const [id, result] of after.gates) if (before.gates.get(id) !== result) again.push(id);
  for (const [id, result] of after.items) if (before.items.get(id) !== result) again.push(id);
  return again;
}
function again(change: PlanChange, evaluation: Evaluation = create()): readonly string[] {
  const before = evaluation.verdicts;
  return judgedAgain(before, evaluation.update(change));
}

describe('after a change', () => {
  it('nothing is judged again that nobody looks at', () => {
    expect(again({ evidence: { put: [evidence('stray')] } })).toEqual([]);
    expect(again({ evidence: { remove: [evidenceId('stray')] } })).toEqual([]);
    expect(again({})).toEqual([]);
  });

  it('what looks at it is judged again, and who would find the same in that is not', () => {
    expect(again({ evidence: { put: [evidence('e')] } })).toEqual(['G']);
  });

  it('a verdict of a condition beside is told to whom the gate guards, and no further', () => {
    expect(again({ evidence: { remove: [evidenceId('f')] } })).toEqual(['G', 'asks', 'A']);
  });

  it('a verdict goes as far as it changes something', () => {
    expect(again({ evidence: { remove: [evidenceId('e')] } })).toEqual([
      'G',
      'asks',
      'A',
      'B',
      'C',
    ]);
    expect(again({ evidence: { remove: [evidenceId('x')] } })).toEqual(['H', 'far', 'further']);
  });

  it('a gate that is as open as before by another verdict is told on by its axes', () => {
    const evaluation = create();
    evaluation.update({ evidence: { remove: [evidenceId('e')] } });
    const failing = again({ evidence: { put: [flag('flag', false)] } }, evaluation);
    expect(failing).toEqual(['G', 'asks', 'A', 'B', 'C']);
    expect(evaluation.verdicts.gates.get(gateId('asks'))?.verdict).toBe('failed');
    expect(evaluation.verdicts.items.get(itemId('A'))?.readiness).toBe('failing');
  });

  it('a declaration is told to the item and to what waits for it', () => {
    expect(again({ declared: new Map([[itemId('far'), { state: 'in-progress' }]]) })).toEqual([
      'far',
      'further',
    ]);
  });

  it.each(['A', 'B', 'C'])('members of a ring are judged again together: gate at %s', (at) => {
    const ring: Parts = {
      items: [item('A'), item('B'), item('C'), item('free')],
      dependencies: [...waits('A', 'C'), ...waits('B', 'A'), ...waits('C', 'B')],
      gates: [gate('G', { [at]: 'start' }, [needs('e', 'e')])],
      evidence: [evidence('e')],
    };
    const changed = again({ evidence: { remove: [evidenceId('e')] } }, create(ring));
    expect(changed).toEqual(['G', 'A', 'B', 'C']);
  });

  it('what an earlier change brought is looked at', () => {
    const evaluation = create();
    evaluation.update({
      evidence: { put: [evidence('proof')] },
      declared: new Map([[itemId('far'), { state: 'complete', evidence: [evidenceId('proof')] }]]),
    });
    expect(evaluation.verdicts.items.get(itemId('far'))?.state).toBe('complete');
    expect(again({ evidence: { remove: [evidenceId('proof')] } }, evaluation)).toEqual([
      'far',
      'further',
    ]);
    expect(evaluation.verdicts.items.get(itemId('far'))?.state).toBe('contradicted');
  });

  it('the verdicts are those that were given, and the ones before stay what they were', () => {
    const evaluation = create();
    const before = evaluation.verdicts;
    const after = evaluation.update({ evidence: { remove: [evidenceId('e')] } });
    expect(evaluation.verdicts).toBe(after);
    expect(before.gates.get(gateId('G'))?.verdict).toBe('passed');
    expect(after.gates.get(gateId('G'))?.verdict).toBe('missing');
  });
});

describe('under an assumption', () => {
  it('only what depends on it is judged again, and all of it is forgotten', () => {
    const evaluation = create();
    const before = evaluation.verdicts;
    const supposed = evaluation.whatIf([{ kind: 'gate', gate: gateId('H'), verdict: 'missing' }]);
    expect(judgedAgain(before, supposed)).toEqual(['H', 'far', 'further']);
    expect(evaluation.verdicts).toBe(before);
    expect(judgedAgain(before, evaluation.whatIf([]))).toEqual([]);
    expect(again({}, evaluation)).toEqual([]);
  });

  it('of a condition, its gate is judged', () => {
    const evaluation = create();
    const supposed = evaluation.whatIf([
      { kind: 'condition', gate: gateId('G'), condition: conditionId('e'), verdict: 'missing' },
    ]);
    expect(judgedAgain(evaluation.verdicts, supposed)).toEqual(['G', 'asks', 'A', 'B', 'C']);
  });

  it('of an item or a stop, the item and what waits for it', () => {
    const evaluation = create();
    evaluation.update({ evidence: { remove: [evidenceId('x')] } });
    const before = evaluation.verdicts;
    const done = evaluation.whatIf([{ kind: 'item', item: itemId('far') }]);
    expect(judgedAgain(before, done)).toEqual(['far', 'further']);
    expect(done.items.get(itemId('far'))).toMatchObject({
      state: 'complete',
      reason: { code: 'assumed' },
    });
    expect(done.items.get(itemId('further'))?.state).toBe('ready');
    const cleared = evaluation.whatIf([{ kind: 'stop', stop: stopConditionId('s') }]);
    expect(judgedAgain(before, cleared)).toEqual(['far']);
  });

  it('of a member of a ring, the others no longer wait for it', () => {
    const ring: Parts = {
      items: [item('A'), item('B')],
      dependencies: [...waits('A', 'B'), ...waits('B', 'A')],
    };
    const waiting = (of: Verdicts) => [...of.items.values()].map(({ waitsFor }) => waitsFor);
    const evaluation = create(ring);
    expect(waiting(evaluation.verdicts)).toEqual([['B'], ['A']]);
    expect(waiting(evaluation.whatIf([{ kind: 'item', item: itemId('B') }]))).toEqual([[], []]);
    expect(waiting(evaluation.whatIf([{ kind: 'item', item: itemId('A') }]))).toEqual([[], []]);
  });

  it('is answered for a gate as a whole, whatever its conditions say', () => {
    const evaluation = create();
    evaluation.update({ evidence: { remove: [evidenceId('e')] } });
    const supposed = evaluation.whatIf([{ kind: 'gate', gate: gateId('G'), verdict: 'passed' }]);
    expect(supposed.gates.get(gateId('G'))).toMatchObject({
      verdict: 'passed',
      reason: { code: 'assumed' },
    });
    expect(supposed.gates.get(gateId('asks'))?.verdict).toBe('passed');
    expect(supposed.items.get(itemId('A'))).toMatchObject({
      state: 'complete',
      readiness: 'proven',
    });
    const failed = evaluation.whatIf([{ kind: 'gate', gate: gateId('G'), verdict: 'failed' }]);
    expect(failed.items.get(itemId('A'))?.state).toBe('failed');
  });

  it('that throws nothing away stands beside an update that came before', () => {
    const evaluation = create();
    const other = create();
    evaluation.update({ evidence: { remove: [evidenceId('e')] } });
    other.whatIf([{ kind: 'item', item: itemId('A') }]);
    other.update({ evidence: { remove: [evidenceId('e')] } });
    expect(other.verdicts).toEqual(evaluation.verdicts);
  });
});
