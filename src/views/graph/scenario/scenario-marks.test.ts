import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../derive/scenario.ts';
import { gateId, itemId, stopConditionId } from '../../../model/ids.ts';
import { edgeKey } from '../plan-graph.ts';
import { scenarioMarks, supposedEdges } from './scenario-marks.ts';

const gates = [
  {
    id: gateId('G'),
    guards: [
      { item: itemId('B'), effect: 'complete' as const },
      { item: itemId('C'), effect: 'start' as const },
    ],
  },
];
const scenario: Scenario = {
  assumptions: [
    { assumption: { kind: 'item', item: itemId('A') }, known: true, idle: false },
    {
      assumption: { kind: 'gate', gate: gateId('G'), verdict: 'passed' },
      known: true,
      idle: false,
    },
    { assumption: { kind: 'item', item: itemId('gone') }, known: false, idle: false },
    { assumption: { kind: 'stop', stop: stopConditionId('s') }, known: true, idle: false },
  ],
  released: [itemId('B'), itemId('D')],
  caught: [itemId('E')],
  startable: [],
  items: [
    { id: itemId('A'), title: 'A', before: 'failed', after: 'complete' },
    { id: itemId('D'), title: 'D', before: 'blocked', after: 'ready' },
    { id: itemId('F'), title: 'F', before: 'blocked', after: 'in-progress' },
  ],
  gates: [],
  edges: [{ item: itemId('D'), on: itemId('A'), status: 'satisfied' }],
};

describe('the marks of a scenario', () => {
  const marks = scenarioMarks(scenario, gates);

  it('say first what was assumed, of the item or of a gate of it', () => {
    expect(marks.get('A')).toEqual({ kind: 'assumed', state: 'complete' });
    expect(marks.get('B')).toEqual({ kind: 'assumed', state: undefined });
    expect(marks.get('C')?.kind).toBe('assumed');
  });

  it('then what would follow', () => {
    expect(marks.get('D')).toEqual({ kind: 'released', state: 'ready' });
    expect(marks.get('E')).toEqual({ kind: 'caught', state: undefined });
    expect(marks.get('F')).toEqual({ kind: 'turned', state: 'in-progress' });
  });

  it('leave alone what the plan does not have', () => {
    expect(marks.has('gone')).toBe(false);
    expect(marks.size).toBe(6);
  });

  it('tell which dependencies would turn', () => {
    expect(supposedEdges(scenario).get(edgeKey('D', 'A'))).toBe('satisfied');
  });
});
