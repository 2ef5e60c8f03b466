import { describe, expect, it } from 'vitest';
import type { CauseRow, PlanSnapshot } from '../../derive/types.ts';
import { itemId } from '../../model/ids.ts';
import { focusMarks, litCauses } from './focus-marks.ts';
import { sampleSnapshot } from './testing/sample-plan.ts';

function cause(item: string | undefined): CauseRow {
  return {
    key: item ?? 'rule',
    cause: { kind: 'item', item: itemId(item ?? 'x') },
    verdict: 'failed',
    title: 'A cause',
    ...(item !== undefined && { item: itemId(item) }),
    reason: { code: 'item-ready' },
    uses: [],
    releases: [],
    releaseCount: 0,
    holds: [],
    holdCount: 0,
  };
}

const snapshot: PlanSnapshot = {
  ...sampleSnapshot,
  items: sampleSnapshot.items.map((row) => ({
    ...row,
    ...(row.id === 'W3' && { slack: 0 }),
    ...((row.id === 'W5' || row.id === 'P1') && { slack: 2.5 }),
  })),
  answers: {
    ...sampleSnapshot.answers,
    causes: [cause('W3'), cause(undefined), cause('W3'), cause('W9')],
  },
};
const lit = new Set(['W3', 'W4']);
const focus = { items: lit, own: lit, edges: new Set<string>(), count: 2 };

describe('the marks of a focus', () => {
  it('are the root causes among what is lit', () => {
    expect(litCauses(snapshot, focus)).toEqual(['W3']);
    expect(focusMarks(snapshot, focus, { focus: 'why' })).toEqual(
      new Map([['W3', { kind: 'cause' }]]),
    );
  });

  it('are how far the others can slip beside the longest chain', () => {
    expect(focusMarks(snapshot, focus, { focus: 'critical' })).toEqual(
      new Map([['W5', { kind: 'slack', label: '2.5' }]]),
    );
  });

  it('are none for a rule, other focuses, and before anything is judged', () => {
    expect(focusMarks(snapshot, focus, { focus: 'why', rule: 'r' })).toBeUndefined();
    expect(focusMarks(snapshot, focus, { focus: 'upstream' })).toBeUndefined();
    expect(focusMarks(undefined, focus, { focus: 'why' })).toBeUndefined();
    expect(focusMarks(snapshot, undefined, { focus: 'why' })).toBeUndefined();
  });
});
