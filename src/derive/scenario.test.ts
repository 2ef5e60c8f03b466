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
