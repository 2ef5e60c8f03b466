import { describe, expect, it } from 'vitest';
import { itemId } from '../model/ids.ts';
import { declared, flag, flagged, gate, item, judgePlan, statesOf } from './testing/builders.ts';

const part = { parent: itemId('whole') };

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
});
