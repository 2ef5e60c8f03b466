import { describe, expect, it } from 'vitest';
import { conditionId, type GateId, gateId } from '../model/ids.ts';
import { isConditionInDoubt, isGateInDoubt } from './doubt.ts';
import type { ReasonCode } from './reason-codes.ts';
import type { ConditionResult, ConditionVerdict, GateResult, GateVerdict } from './types.ts';

const result = (
  verdict: ConditionVerdict,
  code: ReasonCode,
  more: Partial<ConditionResult> = {},
): ConditionResult => ({
  id: conditionId('c'),
  kind: 'evidence',
  title: 'C',
  blocking: true,
  verdict,
  reason: { code },
  uses: [],
  ...more,
});

const gate = (
  verdict: GateVerdict,
  code: ReasonCode,
  ...conditions: readonly ConditionResult[]
): GateResult => ({
  id: gateId('G'),
  verdict,
  reason: { code },
  conditions,
  contradicts: false,
});

const nobody = () => false;
const only = (id: string) => (other: GateId) => other === id;
const faulty = result('unknown', 'digest-mismatch');
const lacking = result('missing', 'evidence-none');

describe('a condition is in doubt', () => {
  it('by a fault of its own, however deep it is', () => {
    expect(isConditionInDoubt(faulty, nobody)).toBe(true);
    expect(isConditionInDoubt(lacking, nobody)).toBe(false);
    const inner = result('missing', 'evidence-none', { kind: 'any', parts: [lacking, faulty] });
    const outer = result('missing', 'evidence-none', { kind: 'all', parts: [lacking, inner] });
    expect(isConditionInDoubt(outer, nobody)).toBe(true);
    const plain = result('missing', 'evidence-none', { kind: 'all', parts: [lacking] });
    expect(isConditionInDoubt(plain, nobody)).toBe(false);
  });

  it('by a gate that it asks for', () => {
    const asks = result('missing', 'evidence-none', { kind: 'gate', gate: gateId('H') });
    expect(isConditionInDoubt(asks, only('H'))).toBe(true);
    expect(isConditionInDoubt(asks, only('I'))).toBe(false);
    expect(isConditionInDoubt(lacking, () => true)).toBe(false);
  });

  it('by nothing while it holds, whatever stands in it', () => {
    for (const verdict of ['passed', 'waived', 'not-applicable'] as const) {
      const holds = result(verdict, 'digest-mismatch', { parts: [faulty] });
      expect(isConditionInDoubt(holds, () => true)).toBe(false);
    }
    const part = result('passed', 'digest-mismatch', { parts: [faulty] });
    const asks = result('missing', 'evidence-none', { kind: 'all', parts: [part] });
    expect(isConditionInDoubt(asks, nobody)).toBe(false);
  });
});

describe('a gate is in doubt', () => {
  it('by a fault of its own or of a condition that blocks', () => {
    expect(isGateInDoubt(gate('unknown', 'duplicate-id'), nobody)).toBe(true);
    expect(isGateInDoubt(gate('missing', 'gate-open', lacking, faulty), nobody)).toBe(true);
    expect(isGateInDoubt(gate('missing', 'gate-open', lacking), nobody)).toBe(false);
    const aside = { ...faulty, blocking: false };
    expect(isGateInDoubt(gate('missing', 'gate-open', lacking, aside), nobody)).toBe(false);
  });

  it('by nothing once it has passed', () => {
    expect(isGateInDoubt(gate('passed', 'duplicate-id', faulty), nobody)).toBe(false);
  });
});
