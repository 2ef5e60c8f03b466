import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectKey } from '../../../derive/assumption-key.ts';
import type { Assumption } from '../../../gates/assumptions.ts';
import { conditionId, gateId, itemId, stopConditionId } from '../../../model/ids.ts';
import {
  assuming,
  assumptionText,
  conditionVerdicts,
  gateVerdicts,
  MOST_ASSUMPTIONS,
  notAssuming,
  readAssumption,
  readAssumptions,
} from './assumption-link.ts';

// What is no text at all, half of a pair, cannot stand in a link.
const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const assumption: fc.Arbitrary<Assumption> = fc.oneof(
  fc.record({
    kind: fc.constant('condition' as const),
    gate: id.map(gateId),
    condition: id.map(conditionId),
    verdict: fc.constantFrom(...conditionVerdicts),
  }),
  fc.record({
    kind: fc.constant('gate' as const),
    gate: id.map(gateId),
    verdict: fc.constantFrom(...gateVerdicts),
  }),
  fc.record({ kind: fc.constant('item' as const), item: id.map(itemId) }),
  fc.record({ kind: fc.constant('stop' as const), stop: id.map(stopConditionId) }),
);

describe('an assumption in a link', () => {
  it('comes back as it went, whatever the ids hold', () => {
    fc.assert(
      fc.property(assumption, (one) => {
        expect(readAssumption(assumptionText(one))).toEqual(one);
      }),
    );
  });

  it('is short and can be read for usual ids', () => {
    expect(assumptionText({ kind: 'item', item: itemId('W3') })).toBe('item:W3');
    expect(
      assumptionText({
        kind: 'condition',
        gate: gateId('G-W3'),
        condition: conditionId('a:b'),
        verdict: 'passed',
      }),
    ).toBe('condition:G-W3:a%3Ab:passed');
  });

  it.each([
    '',
    'item',
    'item:',
    'item:a:b',
    'stop:a:b',
    'gate:G',
    'gate:G:waived',
    'gate:G:passed:',
    'condition:G:c',
    'condition:G::passed',
    'condition:G:c:greenest',
    'condition:G:c:passed:x',
    'item:%E0%A4%A',
    'nothing:x',
    'constructor:x',
  ])('of another form (%s) is none', (text) => {
    expect(readAssumption(text)).toBeUndefined();
  });

  it('about one thing replaces the earlier one and can be taken away', () => {
    const passed: Assumption = { kind: 'gate', gate: gateId('G'), verdict: 'passed' };
    const failed: Assumption = { ...passed, verdict: 'failed' };
    const both = assuming(assuming(['item:W3', 'junk'], [passed]), [failed]);
    expect(both).toEqual(['item:W3', 'gate:G:failed']);
    expect(readAssumptions(['gate:G:passed', 'gate:G:failed'])).toEqual([failed]);
    expect(notAssuming(both, subjectKey(passed))).toEqual(['item:W3']);
    expect(notAssuming(['item:W3'], subjectKey({ kind: 'item', item: itemId('W3') }))).toBe(
      undefined,
    );
    expect(assuming(undefined, [])).toBeUndefined();
  });

  it('has bounds', () => {
    const many = Array.from({ length: 1000 }, (_, at) => `item:${at}`);
    expect(readAssumptions(many)).toHaveLength(MOST_ASSUMPTIONS);
    const next = assuming(many, [{ kind: 'item', item: itemId('x') }]);
    expect(next).toHaveLength(MOST_ASSUMPTIONS);
    expect(next).toContain('item:x');
  });

  it('about an id that is no text does not fail', () => {
    expect(assumptionText({ kind: 'item', item: itemId('a\ud800') })).toBe('item:a%EF%BF%BD');
  });
});
