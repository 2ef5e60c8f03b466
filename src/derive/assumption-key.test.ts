import { describe, expect, it } from 'vitest';
import type { Assumption } from '../gates/assumptions.ts';
import { conditionId, gateId, itemId, stopConditionId } from '../model/ids.ts';
import { subjectKey } from './assumption-key.ts';

const of = (gate: string, condition: string): Assumption => ({
  kind: 'condition',
  gate: gateId(gate),
  condition: conditionId(condition),
  verdict: 'passed',
});

describe('the subject of an assumption', () => {
  it('is named by what it is and by its ids', () => {
    const named: readonly (readonly [Assumption, readonly string[]])[] = [
      [of('G', 'c'), ['condition', 'G', 'c']],
      [{ kind: 'gate', gate: gateId('G'), verdict: 'failed' }, ['gate', 'G']],
      [{ kind: 'item', item: itemId('G') }, ['item', 'G']],
      [{ kind: 'stop', stop: stopConditionId('G') }, ['stop', 'G']],
    ];
    for (const [assumption, expected] of named) {
      expect(JSON.parse(subjectKey(assumption))).toEqual(expected);
    }
  });

  it('is the same whatever is assumed of it', () => {
    expect(subjectKey({ ...of('G', 'c'), verdict: 'failed' } as Assumption)).toBe(
      subjectKey(of('G', 'c')),
    );
  });

  it('is another one where ids only look alike when joined', () => {
    expect(subjectKey(of('G","c', 'd'))).not.toBe(subjectKey(of('G', 'c","d')));
  });
});
