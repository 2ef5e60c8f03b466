import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flag, gate, item, needs, waits } from '../gates/testing/builders.ts';
import {
  conditionId,
  gateId,
  itemId,
  projectId,
  revisionId,
  stopConditionId,
} from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import type { DeriveContext } from './context.ts';
import { scenarioOf } from './scenario.ts';
import { contents, judged } from './testing/generated.ts';

function contextOf(parts: Partial<ProjectContent>): DeriveContext {
  return judged({
    project: { id: projectId('plan'), title: 'Plan' },
    revision: { id: revisionId('1'), createdAt: '2026-06-01T00:00:00Z' },
    items: [],
    dependencies: [],
    ...parts,
  });
}

function never(): never {
  throw new Error('There is no evidence');
}

const chain = (): DeriveContext =>
  contextOf({
    items: [item('A'), item('B'), item('C')],
    dependencies: [...waits('B', 'A'), ...waits('C', 'B')],
    gates: [gate('G', { A: 'complete' }, [needs('c', 'there'), needs('d', 'gone')])],
    evidence: [flag('there', true)],
  });

describe('a scenario', () => {
  it('tells what would be released and what could start, and which lines would turn', () => {
    const scenario = scenarioOf(chain(), [{ kind: 'item', item: itemId('A') }]);
    expect(scenario.released).toEqual(['B']);
    expect(scenario.startable).toEqual(['B']);
    expect(scenario.edges).toEqual([{ item: 'B', on: 'A', status: 'satisfied' }]);
    expect(scenario.assumptions).toMatchObject([
      { known: true, title: 'A', real: expect.any(String), idle: false },
    ]);
  });

  it('keeps the later of two assumptions about one thing', () => {
    const { assumptions, gates } = scenarioOf(chain(), [
      { kind: 'gate', gate: gateId('G'), verdict: 'passed' },
      { kind: 'gate', gate: gateId('G'), verdict: 'failed' },
    ]);
    expect(assumptions.map(({ assumption }) => assumption)).toEqual([
      { kind: 'gate', gate: 'G', verdict: 'failed' },
    ]);
    expect(gates.map(({ after }) => after)).toEqual(['failed']);
  });

  it('says which assumptions name nothing here, and which say what is so already', () => {
    const { assumptions, items, gates } = scenarioOf(chain(), [
      { kind: 'item', item: itemId('gone') },
      { kind: 'gate', gate: gateId('gone'), verdict: 'passed' },
      { kind: 'stop', stop: stopConditionId('gone') },
      { kind: 'condition', gate: gateId('G'), condition: conditionId('gone'), verdict: 'passed' },
      { kind: 'condition', gate: gateId('G'), condition: conditionId('c'), verdict: 'passed' },
    ]);
    expect(assumptions.map(({ known }) => known)).toEqual([false, false, false, false, true]);
    expect(assumptions.at(-1)).toMatchObject({ real: 'passed', idle: true });
    expect([items, gates]).toEqual([[], []]);
  });

  it('sets each assumption beside what is so', () => {
    const context = contextOf({
      items: [item('A'), item('B', { declared: { state: 'deferred' } })],
      gates: [gate('G', { A: 'complete' }, [needs('c', 'gone')], { title: 'The gate' })],
      stopConditions: [
        { id: stopConditionId('other'), title: 'Another stop', items: [] },
        { id: stopConditionId('s'), title: 'The stop', items: [itemId('A')] },
      ],
    });
    const { assumptions } = scenarioOf(context, [
      { kind: 'gate', gate: gateId('G'), verdict: 'missing' },
      { kind: 'stop', stop: stopConditionId('s') },
      { kind: 'item', item: itemId('B') },
    ]);
    expect(assumptions.map(({ assumption: _assumption, ...row }) => row)).toEqual([
      { known: true, title: 'The gate', real: 'missing', idle: true },
      { known: true, title: 'The stop', idle: false },
      { known: true, title: 'B', real: 'deferred', idle: false },
    ]);
  });

  it('of an item that is complete already changes nothing, and says so', () => {
    const link = [flag('link', true)];
    const done = item('A', { declared: { state: 'complete' }, evidence: [link[0]?.id ?? never()] });
    const context = contextOf({ items: [done], evidence: link });
    const { assumptions, items } = scenarioOf(context, [{ kind: 'item', item: itemId('A') }]);
    expect(assumptions).toMatchObject([{ real: 'complete', idle: true }]);
    expect(items).toEqual([]);
  });

  it('asks nothing of a gate that was not judged', () => {
    const context = chain();
    const gates = new Map<never, never>();
    const unjudged = { ...context, verdicts: { ...context.verdicts, gates } };
    const [row] = scenarioOf(unjudged, [
      { kind: 'gate', gate: gateId('G'), verdict: 'passed' },
    ]).assumptions;
    expect(row).toMatchObject({ known: true, title: 'G', idle: false });
    expect(row).not.toHaveProperty('real');
  });

  it('without assumptions changes nothing, whatever the plan', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(scenarioOf(judged(content), [])).toEqual({
          assumptions: [],
          released: [],
          caught: [],
          startable: [],
          items: [],
          gates: [],
          edges: [],
        });
      }),
      { numRuns: 30 },
    );
  });
});
