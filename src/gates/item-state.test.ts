import { describe, expect, it } from 'vitest';
import type { StopCondition } from '../model/gate.ts';
import { evidenceId, itemId, stopConditionId } from '../model/ids.ts';
import type { DeclaredState } from '../model/plan.ts';
import {
  declared,
  evidence,
  flag,
  flagged,
  gate,
  item,
  itemResult,
  judgePlan,
  needs,
  type Parts,
  statesOf,
  waits,
} from './testing/builders.ts';

const part = { parent: itemId('whole') };
const lost = (id: string) => needs(id, 'lost');
const bad = flagged('bad', 'no');
const here: Parts = { evidence: [evidence('here'), flag('no', false)] };
const of = (parts: Parts, id = 'a') => itemResult(judgePlan({ ...here, ...parts }), id);

describe('the state of an item made of others', () => {
  it('is under way when a part has begun, also when that part has gone wrong', () => {
    const verdicts = judgePlan({
      items: [item('whole'), declared('part', 'in-progress', [], part), item('rest', part)],
      gates: [gate('g', { part: 'complete' }, [flagged('c', 'proof')])],
      evidence: [flag('proof', false)],
    });
    expect(statesOf(verdicts)).toEqual({ whole: 'in-progress', part: 'failed', rest: 'ready' });
  });

  it('is ready while no part has begun', () => {
    const verdicts = judgePlan({ items: [item('whole'), item('part', part)] });
    expect(statesOf(verdicts)).toEqual({ whole: 'ready', part: 'ready' });
  });

  it.each<readonly [DeclaredState, number]>([
    ['complete', 1],
    ['in-progress', 1],
    ['reopened', 1],
    ['not-started', 0],
    ['blocked', 0],
    ['failed', 0],
    ['stopped', 0],
    ['deferred', 0],
  ])('counts a part that is declared %s: %i', (word, count) => {
    const items = [item('whole'), declared('part', word, ['here'], part), item('rest', part)];
    expect(of({ items }, 'whole').reason).toEqual(
      count === 0 ? { code: 'item-ready' } : { code: 'item-children-under-way', params: { count } },
    );
  });

  it('counts a part that its gate has proven, and none that is out of scope with it', () => {
    const proven: Parts = {
      items: [item('whole'), item('part', part), item('rest', part)],
      gates: [gate('G', { part: 'complete' }, [needs('c', 'here')])],
    };
    expect(of(proven, 'whole').reason.params).toEqual({ count: 1 });
    const out = declared('part', 'in-progress', [], { ...part, deferred: { reason: 'later' } });
    const items = [item('whole'), out, item('rest', part)];
    expect(of({ items }, 'whole').state).toBe('ready');
  });
});

describe('the first reason', () => {
  it('names the first failed gate by its id, of start and completion alike', () => {
    const failing = (starts: string, ends: string) =>
      of({
        items: [item('a')],
        gates: [
          gate(starts, { a: 'start' }, [bad]),
          gate(ends, { a: 'complete' }, [bad]),
          gate('A', { a: 'start' }, [needs('c', 'here')]),
        ],
      }).reason;
    expect(failing('G', 'H')).toEqual({ code: 'item-own-gate-failed', params: { gate: 'G' } });
    expect(failing('H', 'G')).toEqual({ code: 'item-own-gate-failed', params: { gate: 'G' } });
  });

  it('names the first stop by its id: one that holds before one that was raised', () => {
    const stop = (id: string, more: Partial<StopCondition>): StopCondition => ({
      id: stopConditionId(id),
      title: id,
      items: [itemId('a')],
      ...more,
    });
    const raised = { events: [{ item: itemId('a'), at: '2026-05-20T00:00:00Z' }] };
    const unreadable = { events: [{ item: itemId('a'), at: 'some day' }] };
    const reasonOf = (...stopConditions: readonly StopCondition[]) =>
      of({ items: [item('a')], stopConditions }).reason;
    expect(reasonOf(stop('t', { safeWhile: bad }), stop('s', { safeWhile: bad }))).toEqual({
      code: 'item-stopped',
      params: { stop: 's' },
    });
    expect(reasonOf(stop('t', { safeWhile: bad }), stop('s', raised))).toEqual({
      code: 'item-stopped',
      params: { stop: 't' },
    });
    expect(reasonOf(stop('t', raised), stop('s', raised))).toEqual({
      code: 'item-stop-latched',
      params: { stop: 's', since: '2026-05-20T00:00:00Z' },
    });
    expect(reasonOf(stop('s', unreadable))).toEqual({
      code: 'item-stop-latched',
      params: { stop: 's', since: null },
    });
    const [unjudged, doubtful] = [
      stop('s', { safeWhile: lost('c') }),
      stop('t', { safeWhile: { ...bad, kind: 'unrecognised', originalKind: 'x', original: {} } }),
    ];
    for (const list of [
      [unjudged, doubtful],
      [doubtful, unjudged],
    ]) {
      expect(reasonOf(...list)).toEqual({ code: 'item-stop-unjudged', params: { stop: 's' } });
    }
    expect(reasonOf({ ...doubtful, id: stopConditionId('r') }, unjudged).params).toEqual({
      stop: 'r',
    });
  });

  it('of what was declared complete is what it may not do, then its gates, parts and evidence', () => {
    const done = declared('a', 'complete', ['here']);
    const reasonOf = (parts: Parts) => of({ items: [done], ...parts }).reason;
    const complete = (id: string, ...conditions: Parameters<typeof gate>[2]) =>
      gate(id, { a: 'complete' }, conditions);
    expect(
      reasonOf({ gates: [gate('S', { a: 'start' }, [lost('c')]), complete('G', bad)] }),
    ).toEqual({ code: 'item-not-startable', params: { declared: 'complete' } });
    // One that has failed before one that is only open.
    expect(reasonOf({ gates: [complete('F', lost('c')), complete('G', bad)] })).toEqual({
      code: 'item-gate-not-passed',
      params: { gate: 'G', declared: 'complete' },
    });
    expect(
      reasonOf({ gates: [complete('G', lost('c')), complete('H', lost('c'))] }).params,
    ).toEqual({ gate: 'G', declared: 'complete' });
    const items = [done, item('b', { parent: itemId('a') }), item('c', { parent: itemId('a') })];
    expect(reasonOf({ items })).toEqual({
      code: 'item-children-open',
      params: { count: 2, declared: 'complete' },
    });
    expect(reasonOf({ items: [declared('a', 'complete', ['here', 'lost'])] })).toEqual({
      code: 'item-evidence-unusable',
      params: { evidence: 'lost', declared: 'complete' },
    });
    expect(reasonOf({ items: [declared('a', 'complete')] })).toEqual({
      code: 'item-without-evidence',
      params: { declared: 'complete' },
    });
  });

  it('of what is blocked counts the items and gates that it waits for', () => {
    const start = (id: string) => gate(id, { a: 'start' }, [lost('c')]);
    const items = [item('a'), item('b'), item('c')];
    const reasonOf = (parts: Parts) => of({ items, ...parts }).reason;
    expect(reasonOf({ dependencies: waits('a', 'b', 'c'), gates: [start('G')] })).toEqual({
      code: 'item-waits',
      params: { items: 2, gates: 1 },
    });
    expect(reasonOf({ gates: [start('G'), start('H')] })).toEqual({
      code: 'item-own-gates-open',
      params: { gates: 2 },
    });
    const phase = [
      item('a'),
      item('p'),
      declared('b', 'complete', ['here'], { parent: itemId('p') }),
    ];
    const way = gate('W', { p: 'advance' }, [lost('c')]);
    expect(
      reasonOf({ items: phase, dependencies: waits('a', 'b'), gates: [way, start('G')] }),
    ).toEqual({ code: 'item-waits', params: { items: 0, gates: 2 } });
    const nested = [item('whole'), item('a', part), item('b')];
    expect(reasonOf({ items: nested, dependencies: waits('whole', 'b') })).toEqual({
      code: 'item-waits',
      params: { items: 1, gates: 0 },
    });
    expect(reasonOf({ items: [declared('a', 'blocked')] })).toEqual({
      code: 'item-declared',
      params: { state: 'blocked' },
    });
  });

  it('of what is proven says by what', () => {
    const gates = [gate('G', { a: 'complete' }, [needs('c', 'here')])];
    expect(of({ items: [item('a')], gates }).reason).toEqual({ code: 'item-proven' });
    const done = (id: string) => declared(id, 'complete', ['here'], { parent: itemId('a') });
    expect(of({ items: [item('a'), done('b'), done('c')] }).reason).toEqual({
      code: 'item-proven-by-children',
      params: { count: 2 },
    });
  });

  it('of what is out of scope says why, or with whom', () => {
    const out = item('a', { deferred: { reason: 'not now' } });
    expect(of({ items: [out] }).reason).toEqual({
      code: 'item-deferred',
      params: { text: 'not now' },
    });
    expect(of({ items: [declared('a', 'deferred')] }).reason.params).toEqual({ text: null });
    const inner = item('b', { parent: itemId('a') });
    expect(of({ items: [out, inner] }, 'b').reason).toEqual({
      code: 'item-in-deferred',
      params: { item: 'a' },
    });
    const both = item('b', { parent: itemId('a'), deferred: { reason: 'nor then' } });
    expect(of({ items: [item('a'), both] }, 'b').reason.params).toEqual({ text: 'nor then' });
  });

  it('names the first of the ids that lead nowhere', () => {
    const items = [item('a', { parent: itemId('m-nowhere') })];
    const dependencies = waits('a', 'z-nowhere', 'b-nowhere');
    expect(of({ items, dependencies }).reason).toEqual({
      code: 'item-dangling',
      params: { on: 'b-nowhere' },
    });
    expect(of({ items }).reason.params).toEqual({ on: 'm-nowhere' });
    const optional = waits('a', 'b-nowhere').map((entry) => ({ ...entry, optional: true }));
    expect(of({ items: [item('a')], dependencies: optional }).state).toBe('ready');
  });

  it('of a forbidden one says why it is', () => {
    const forbidden = item('a', { forbidden: { reason: 'A-9 first' } });
    expect(of({ items: [forbidden] }).reason).toEqual({
      code: 'item-forbidden',
      params: { text: 'A-9 first' },
    });
  });

  it('is that a fault keeps its own gate open, before that it may begin', () => {
    const verdicts = judgePlan(
      {
        items: [item('a')],
        gates: [gate('G', { a: 'complete' }, [needs('c', 'here')])],
        evidence: [evidence('here')],
      },
      { digests: new Map([[evidenceId('here'), 'mismatch']]) },
    );
    expect(itemResult(verdicts, 'a')).toMatchObject({
      state: 'blocked',
      reason: { code: 'item-gate-in-doubt', params: { gate: 'G' } },
    });
  });
});
