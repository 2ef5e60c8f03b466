import { describe, expect, it } from 'vitest';
import { conditionId, evidenceId, gateId, itemId, stopConditionId } from '../model/ids.ts';
import { createEvaluation, evaluate } from './evaluate.ts';
import { REASON_PARAMS } from './reason-codes.ts';
import { CONDITION_KINDS } from './registry.ts';
import {
  AS_OF,
  condition,
  evidence,
  gate,
  gatesOf,
  item,
  needs,
  planOf,
  statesOf,
  waits,
} from './testing/builders.ts';

const project = planOf({
  items: [item('b'), item('a')],
  dependencies: waits('b', 'a'),
  gates: [gate('H', {}, []), gate('G', { a: 'complete' }, [needs('c', 'e')])],
  stopConditions: [
    { id: stopConditionId('s'), title: 'S', items: [itemId('a')], safeWhile: needs('safe', 'x') },
  ],
});

describe('evaluate', () => {
  it('needs an instant', () => {
    expect(() => evaluate(project, { asOf: 'now' })).toThrow(RangeError);
    expect(evaluate(project, { asOf: AS_OF }).asOf).toBe(AS_OF);
  });

  it('gives results in the order of ids', () => {
    const verdicts = evaluate(project, { asOf: AS_OF });
    expect([...verdicts.items.keys()]).toEqual(['a', 'b']);
    expect([...verdicts.gates.keys()]).toEqual(['G', 'H']);
  });

  it('judges an empty plan', () => {
    const verdicts = evaluate(planOf(), { asOf: AS_OF });
    expect(verdicts.items.size).toBe(0);
    expect(verdicts.invariants.every(({ verdict }) => verdict === 'not-evaluated')).toBe(true);
  });
});

describe('an evaluation', () => {
  const create = () => createEvaluation(project, { asOf: AS_OF });

  it('answers what if, and forgets', () => {
    const evaluation = create();
    const before = statesOf(evaluation.verdicts);
    expect(before).toEqual({ a: 'blocked', b: 'blocked' });
    const cleared = evaluation.whatIf([{ kind: 'stop', stop: stopConditionId('s') }]);
    expect(statesOf(cleared)).toEqual({ a: 'ready', b: 'blocked' });
    const passed = evaluation.whatIf([
      { kind: 'stop', stop: stopConditionId('s') },
      { kind: 'gate', gate: gateId('G'), verdict: 'passed' },
    ]);
    expect(statesOf(passed)).toEqual({ a: 'complete', b: 'ready' });
    expect(passed.gates.get(gateId('G'))?.reason.code).toBe('assumed');
    const one = evaluation.whatIf([
      { kind: 'condition', gate: gateId('G'), condition: conditionId('c'), verdict: 'passed' },
    ]);
    expect(gatesOf(one)).toEqual({ G: 'passed', H: 'missing' });
    const done = evaluation.whatIf([{ kind: 'item', item: itemId('a') }]);
    expect(statesOf(done)).toEqual({ a: 'complete', b: 'ready' });
    expect(statesOf(evaluation.verdicts)).toEqual(before);
  });

  it('ignores assumptions about what there is not', () => {
    const evaluation = create();
    const verdicts = evaluation.whatIf([
      { kind: 'gate', gate: gateId('X'), verdict: 'passed' },
      { kind: 'condition', gate: gateId('X'), condition: conditionId('c'), verdict: 'passed' },
      { kind: 'item', item: itemId('X') },
      { kind: 'stop', stop: stopConditionId('X') },
    ]);
    expect(verdicts).toEqual(evaluation.verdicts);
  });

  it('takes in a change and leaves the given project as it was', () => {
    const evaluation = create();
    const put = [evidence('e'), evidence('x')];
    expect(statesOf(evaluation.update({ evidence: { put } }))).toEqual({
      a: 'complete',
      b: 'ready',
    });
    expect(evaluation.verdicts.gates.get(gateId('G'))?.verdict).toBe('passed');
    const damaged = evaluation.update({ digests: new Map([[evidenceId('e'), 'mismatch']]) });
    expect(gatesOf(damaged)['G']).toBe('unknown');
    const removed = evaluation.update({ evidence: { remove: [evidenceId('e')] } });
    expect(gatesOf(removed)['G']).toBe('missing');
    expect(project.index.evidence.size).toBe(0);
    expect(statesOf(create().verdicts)).toEqual({ a: 'blocked', b: 'blocked' });
  });

  it('judges a condition that stands outside the gates', () => {
    const evaluation = create();
    const asked = condition({ kind: 'gate', gate: gateId('G') });
    expect(evaluation.judge(asked).verdict).toBe('missing');
  });
});

describe('the vocabulary', () => {
  it('has a handler for each kind of condition', () => {
    expect([...CONDITION_KINDS].sort()).toEqual(
      [
        'all',
        'any',
        'at-least',
        'attestation',
        'authorisation',
        'budget',
        'cross-check',
        'deliverable',
        'document',
        'evidence',
        'gate',
        'metric',
        'not',
        'probe',
        'rehearsal',
        'review',
        'tests',
        'unrecognised',
        'value',
      ].sort(),
    );
  });

  it('names no parameter twice for a reason', () => {
    for (const [code, params] of Object.entries(REASON_PARAMS)) {
      expect(new Set(params).size, code).toBe(params.length);
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });
});
