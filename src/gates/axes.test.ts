import { describe, expect, it } from 'vitest';
import { conditionId, type GateId, gateId } from '../model/ids.ts';
import { axesOf, NO_AXES, worsePermission, worseReadiness } from './axes.ts';
import type { Axes } from './plan-state.ts';
import type { ReasonCode } from './reason-codes.ts';
import type { ConditionResult, ConditionVerdict, GateResult, GateVerdict } from './types.ts';

const condition = (
  verdict: ConditionVerdict,
  more: Partial<ConditionResult> = {},
): ConditionResult => ({
  id: conditionId('c'),
  kind: 'evidence',
  title: 'C',
  blocking: true,
  verdict,
  reason: { code: 'evidence-none' },
  uses: [],
  ...more,
});
const permit = (verdict: ConditionVerdict, more: Partial<ConditionResult> = {}) =>
  condition(verdict, { kind: 'authorisation', ...more });
const asks = (id: string, verdict: ConditionVerdict = 'missing') =>
  condition(verdict, { kind: 'gate', gate: gateId(id) });

function axes(
  verdict: GateVerdict,
  conditions: readonly ConditionResult[],
  code: ReasonCode = verdict === 'passed' ? 'gate-passed' : 'gate-open',
  others: Readonly<Record<string, Partial<Axes>>> = {},
): Axes {
  const result: GateResult = {
    id: gateId('G'),
    verdict,
    reason: { code },
    conditions,
    contradicts: false,
  };
  return axesOf(result, (id: GateId) => {
    const other = others[id];
    return other && { ...NO_AXES, ...other };
  });
}
const both = ({ readiness, permission }: Axes) => [readiness, permission];

describe('the two axes', () => {
  it('each have an order of their own, in which the worse one counts', () => {
    const readiness = ['none', 'proven', 'unproven', 'failing'] as const;
    const permission = ['none', 'authorised', 'expired', 'not-authorised'] as const;
    for (const [at, better] of readiness.entries()) {
      for (const worse of readiness.slice(at)) {
        expect(worseReadiness(better, worse)).toBe(worse);
        expect(worseReadiness(worse, better)).toBe(worse);
      }
    }
    for (const [at, better] of permission.entries()) {
      for (const worse of permission.slice(at)) {
        expect(worsePermission(better, worse)).toBe(worse);
        expect(worsePermission(worse, better)).toBe(worse);
      }
    }
  });

  it('are told apart by what a condition asks for', () => {
    expect(both(axes('missing', [condition('passed'), permit('missing')]))).toEqual([
      'proven',
      'not-authorised',
    ]);
    expect(both(axes('failed', [condition('failed'), permit('passed')]))).toEqual([
      'failing',
      'authorised',
    ]);
    expect(both(axes('passed', [permit('passed')]))).toEqual(['none', 'authorised']);
    expect(both(axes('passed', [condition('passed')]))).toEqual(['proven', 'none']);
  });

  it.each<readonly [ConditionVerdict, string]>([
    ['passed', 'proven'],
    ['waived', 'proven'],
    ['not-applicable', 'proven'],
    ['failed', 'failing'],
    ['missing', 'unproven'],
    ['stale', 'unproven'],
    ['unknown', 'unproven'],
  ])('call evidence that is %s %s', (verdict, readiness) => {
    expect(axes('failed', [condition(verdict)]).readiness).toBe(readiness);
  });

  it.each<readonly [ConditionVerdict, string]>([
    ['passed', 'authorised'],
    ['not-applicable', 'none'],
    ['stale', 'expired'],
    ['missing', 'not-authorised'],
    ['unknown', 'not-authorised'],
    ['failed', 'not-authorised'],
  ])('call leave that is %s %s', (verdict, permission) => {
    expect(axes('failed', [permit(verdict)]).permission).toBe(permission);
    // A waiver lets a gate pass and authorises nothing: what is under it counts.
    const waived = permit('waived', { underlying: verdict });
    expect(axes('passed', [waived]).permission).toBe(permission);
    expect(axes('passed', [permit('waived')]).permission).toBe('not-authorised');
  });

  it('look at blocking conditions only, and into their parts', () => {
    const aside = condition('failed', { blocking: false });
    expect(axes('passed', [condition('passed'), aside]).readiness).toBe('proven');
    const mixed = condition('missing', {
      kind: 'all',
      parts: [condition('passed'), permit('missing')],
    });
    expect(both(axes('missing', [mixed]))).toEqual(['unproven', 'not-authorised']);
    const permits = condition('passed', { kind: 'all', parts: [permit('passed')] });
    expect(both(axes('passed', [permits]))).toEqual(['none', 'authorised']);
    const empty = condition('missing', { kind: 'all', parts: [] });
    expect(both(axes('missing', [empty]))).toEqual(['unproven', 'none']);
  });

  it('take what nobody knows for either', () => {
    const novel = condition('unknown', { kind: 'unrecognised' });
    expect(both(axes('unknown', [novel]))).toEqual(['unproven', 'not-authorised']);
  });
});

describe('a gate that asks for another', () => {
  it('has the axes of that one', () => {
    const others = {
      H: { readiness: 'failing', permission: 'expired' },
      P: { permission: 'authorised' },
      R: { readiness: 'proven' },
    } as const;
    const of = (id: string) => both(axes('missing', [asks(id)], 'gate-open', others));
    expect(of('H')).toEqual(['failing', 'expired']);
    expect(of('P')).toEqual(['none', 'authorised']);
    expect(of('R')).toEqual(['proven', 'none']);
  });

  it('that is not there, or silent and open, is unproven itself', () => {
    expect(both(axes('missing', [asks('nowhere')]))).toEqual(['unproven', 'none']);
    expect(both(axes('missing', [asks('S')], 'gate-open', { S: {} }))).toEqual([
      'unproven',
      'none',
    ]);
    // One that has passed and demands nothing on either axis demands nothing here.
    const passed = axes('passed', [asks('S', 'passed')], 'gate-passed', { S: {} });
    expect(both(passed)).toEqual(['none', 'none']);
    const lost = condition('missing', { kind: 'gate' });
    expect(both(axes('missing', [lost]))).toEqual(['unproven', 'none']);
  });

  it('is in doubt with it', () => {
    const doubtful = { H: { isInDoubt: true } };
    expect(axes('missing', [asks('H')], 'gate-open', doubtful).isInDoubt).toBe(true);
    expect(axes('missing', [asks('I')], 'gate-open', doubtful).isInDoubt).toBe(false);
  });
});

describe('proof', () => {
  it('is a blocking condition that passed, in a gate that passed', () => {
    expect(axes('passed', [condition('passed'), condition('waived')]).isProven).toBe(true);
    expect(axes('passed', [condition('waived')]).isProven).toBe(false);
    expect(axes('missing', [condition('passed'), condition('missing')]).isProven).toBe(false);
    expect(axes('passed', [condition('passed', { blocking: false })]).isProven).toBe(false);
  });

  it('is not shown by a gate that is open for a reason of its own', () => {
    expect(axes('unknown', [condition('passed')], 'gate-cycle').readiness).toBe('unproven');
    expect(axes('unknown', [condition('failed')], 'gate-cycle').readiness).toBe('failing');
    expect(axes('unknown', [permit('passed')], 'gate-cycle').readiness).toBe('none');
    expect(axes('missing', [condition('passed')], 'gate-open').readiness).toBe('proven');
    expect(axes('passed', [condition('passed')], 'gate-cycle').readiness).toBe('proven');
  });

  it('is nothing where nothing is asked', () => {
    expect(axes('missing', [])).toEqual(NO_AXES);
  });
});
