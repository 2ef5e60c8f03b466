import { describe, expect, it } from 'vitest';
import type { ProbeCondition } from '../../model/condition.ts';
import type { ObservationFact, RehearsalFact } from '../../model/evidence.ts';
import type { Probe } from '../../model/governance.ts';
import { evidenceId, itemId, probeId, roleId } from '../../model/ids.ts';
import {
  AS_OF,
  DAY,
  declared,
  evidence,
  item,
  judgeGolden,
  type Parts,
  withFacts,
  YESTERDAY,
} from '../testing/builders.ts';

const p = probeId('p');

function probe(more: Partial<Probe> = {}): Probe {
  return { id: p, title: 'Rows', expectations: [{ operator: 'equals', value: 6 }], ...more };
}

function seen(
  value: ObservationFact['value'],
  more: Partial<ObservationFact> = {},
): ObservationFact {
  return { type: 'observation', probe: p, value, at: YESTERDAY, ...more };
}

function ask(
  described: Probe | undefined,
  observed: readonly ObservationFact[],
  asked: Partial<ProbeCondition> = {},
  parts: Parts = {},
) {
  return judgeGolden(
    { kind: 'probe', probe: p, ...asked },
    {
      probes: described === undefined ? [] : [described],
      evidence: observed.map((fact, at) => withFacts(`o${at}`, [fact])),
      ...parts,
    },
  );
}

describe('probe', () => {
  it.each([
    ['passed', 'probe-holds', probe(), [seen(6)]],
    ['failed', 'probe-drifts', probe(), [seen(7)]],
    ['missing', 'probe-not-observed', probe(), []],
    ['missing', 'probe-not-observed', probe(), [seen(6, { at: '2026-06-02T00:00:01Z' })]],
    ['unknown', 'unknown-reference', undefined, [seen(6)]],
    ['unknown', 'time-unreadable', probe(), [seen(6, { at: 'now' })]],
    ['unknown', 'type-mismatch', probe(), [seen('6')]],
    ['unknown', 'probe-expects-nothing', probe({ expectations: [] }), [seen(6)]],
    ['stale', 'probe-stale', probe({ maxAge: DAY - 1 }), [seen(6)]],
    ['passed', 'probe-holds', probe({ maxAge: DAY }), [seen(6)]],
    ['failed', 'probe-drifts', probe(), [seen(6, { at: '2026-05-01T00:00:00Z' }), seen(7)]],
    ['passed', 'probe-holds', probe(), [seen(7, { at: '2026-05-01T00:00:00Z' }), seen(6)]],
    ['unknown', 'probe-ambiguous', probe(), [seen(6), seen(7)]],
    ['passed', 'probe-holds', probe(), [seen(6), seen(6)]],
    ['passed', 'probe-holds', probe({ expectations: [{ operator: 'absent' }] }), [seen(null)]],
    ['failed', 'probe-drifts', probe({ expectations: [{ operator: 'absent' }] }), [seen('t')]],
    ['passed', 'probe-organic-growth', probe({ organicGrowth: true }), [seen(7)]],
    ['failed', 'probe-drifts', probe({ organicGrowth: true }), [seen(5)]],
    [
      'failed',
      'probe-drifts',
      probe({ organicGrowth: true, expectations: [{ operator: 'at-most', value: 6 }] }),
      [seen(7)],
    ],
    [
      'failed',
      'probe-drifts',
      probe({
        expectations: [
          { operator: 'at-least', value: 6 },
          { operator: 'at-most', value: 8 },
        ],
      }),
      [seen(9)],
    ],
  ] as const)('is %s with %s', (verdict, code, described, observed) => {
    expect(ask(described, observed)).toMatchObject({ verdict, reason: { code } });
  });

  const unchanged = probe({ expectations: [{ operator: 'unchanged' }] });
  const earlier = { at: '2026-05-01T00:00:00Z' };

  it.each([
    ['passed', 'probe-holds', unchanged, [seen(6, earlier), seen(6)]],
    ['failed', 'probe-drifts', unchanged, [seen(6, earlier), seen(7)]],
    ['missing', 'probe-one-observation', unchanged, [seen(6)]],
    [
      'passed',
      'probe-organic-growth',
      { ...unchanged, organicGrowth: true },
      [seen(6, earlier), seen(7)],
    ],
    ['failed', 'probe-drifts', { ...unchanged, organicGrowth: true }, [seen(6, earlier), seen(5)]],
    [
      'failed',
      'probe-drifts',
      { ...unchanged, organicGrowth: true },
      [seen('a', earlier), seen('b')],
    ],
  ] as const)('unchanged is %s with %s', (verdict, code, described, observed) => {
    const result = ask(described, observed);
    expect(result).toMatchObject({ verdict, reason: { code } });
  });

  it('shows the observations of one instant that disagree', () => {
    expect(ask(probe(), [seen(6), seen(7)]).uses).toEqual([{ evidence: 'o0' }, { evidence: 'o1' }]);
  });

  it('shows both observations between which something changed', () => {
    const result = ask(unchanged, [seen(6, earlier), seen(7)]);
    expect(result).toMatchObject({
      expected: { value: 6, operator: 'unchanged' },
      actual: { value: 7 },
      uses: [{ evidence: 'o1' }, { evidence: 'o0' }],
    });
  });

  describe('before and after a step', () => {
    const step = itemId('s');
    const turns = probe({
      expectations: [
        { before: step, operator: 'equals', value: 6 },
        { after: step, operator: 'equals', value: 10 },
      ],
    });
    const done: Parts = { items: [declared('s', 'complete', ['link'])] };
    const open: Parts = { items: [item('s')] };
    const doubtful: Parts = { items: [declared('s', 'complete', ['lost'])] };
    const link = evidence('link');
    const askStep = (value: number, parts: Parts, asked: Partial<ProbeCondition> = {}, more = {}) =>
      ask(turns, [], asked, {
        ...parts,
        evidence: [withFacts('o', [seen(value, more)]), link],
      });

    it('expects the one until the step is complete and the other one from then on', () => {
      expect(askStep(6, open).verdict).toBe('passed');
      expect(askStep(10, open).verdict).toBe('failed');
      expect(askStep(6, done).verdict).toBe('failed');
      expect(askStep(10, done).verdict).toBe('passed');
    });

    it('expects neither while it is in doubt whether the step was carried out', () => {
      for (const value of [6, 10]) {
        expect(askStep(value, doubtful)).toMatchObject({
          verdict: 'unknown',
          reason: { code: 'probe-expectation-in-doubt', params: { item: 's' } },
        });
      }
    });

    it('is unknown when the step is no item', () => {
      expect(askStep(6, {})).toMatchObject({
        verdict: 'unknown',
        reason: { code: 'unknown-reference', params: { kind: 'item', id: 's' } },
      });
    });

    it('asks for the state before or after a named step whether it is complete or not', () => {
      const before = { step, moment: 'before' } as const;
      const after = { step, moment: 'after' } as const;
      expect(askStep(6, done, before, before).verdict).toBe('passed');
      expect(askStep(10, open, after, after).verdict).toBe('passed');
      expect(askStep(6, done, before, after)).toMatchObject({
        verdict: 'missing',
        reason: { code: 'probe-not-observed' },
      });
      expect(askStep(6, done, before, { ...before, step: itemId('s2') }).verdict).toBe('missing');
    });

    it('compares after with before the step', () => {
      const same = probe({ expectations: [{ operator: 'unchanged' }] });
      const asked = { step, moment: 'after' } as const;
      const two = (a: number, b: number) => [
        seen(a, { step, moment: 'before', at: '2026-05-01T00:00:00Z' }),
        seen(b, { step, moment: 'after' }),
      ];
      expect(ask(same, two(1, 1), asked, open).verdict).toBe('passed');
      expect(ask(same, two(1, 2), asked, open).verdict).toBe('failed');
      expect(ask(same, two(1, 1).slice(1), asked, open).reason.code).toBe('probe-one-observation');
    });

    it('does not let an observation grow old once the step was carried out', () => {
      const old = { step, moment: 'before', at: '2026-05-01T00:00:00Z' } as const;
      const asked = { step, moment: 'before', maxAge: DAY } as const;
      const carriedOut = (at: string): Parts => ({
        items: [declared('s', 'complete', ['link'], { declared: { state: 'complete', at } })],
      });
      expect(askStep(6, open, asked, old).verdict).toBe('stale');
      expect(askStep(6, carriedOut('2026-05-02T00:00:00Z'), asked, old).verdict).toBe('passed');
      expect(askStep(6, carriedOut('2026-05-02T00:00:01Z'), asked, old).verdict).toBe('stale');
      expect(askStep(6, carriedOut('2027-01-01T00:00:00Z'), asked, old).verdict).toBe('stale');
    });
  });

  it('counts no observation of another producer', () => {
    const asked = { producers: [roleId('dba')] };
    expect(ask(probe(), [seen(6)], asked)).toMatchObject({
      verdict: 'missing',
      reason: { code: 'evidence-wrong-producer' },
    });
  });

  it('is unknown when the record of an observation is damaged', () => {
    const result = judgeGolden(
      { kind: 'probe', probe: p },
      { probes: [probe()], evidence: [withFacts('o', [seen(6)])] },
      { digests: new Map([[evidenceId('o'), 'mismatch']]) },
    );
    expect(result).toMatchObject({ verdict: 'unknown', reason: { code: 'digest-mismatch' } });
  });
});

describe('rehearsal', () => {
  const step = itemId('s');
  const fact = (more: Partial<RehearsalFact> = {}): RehearsalFact => ({
    type: 'rehearsal',
    step,
    at: YESTERDAY,
    entry: { rows: 6, sum: 'x' },
    exit: { rows: 6, sum: 'x' },
    ...more,
  });
  const askAll = (facts: readonly RehearsalFact[], maxAge?: number) =>
    judgeGolden(
      { kind: 'rehearsal', step, ...(maxAge === undefined ? {} : { maxAge }) },
      { items: [item('s')], evidence: facts.map((one, at) => withFacts(`r${at}`, [one])) },
    );

  it.each([
    ['passed', 'rehearsal-clean', [fact()], undefined],
    ['failed', 'rehearsal-residue', [fact({ exit: { rows: 7, sum: 'x' } })], undefined],
    ['failed', 'rehearsal-residue', [fact({ exit: { rows: 6 } })], undefined],
    ['failed', 'rehearsal-residue', [fact({ exit: { rows: 6, sum: 'x', extra: 1 } })], undefined],
    [
      'passed',
      'rehearsal-clean',
      [fact({ exit: { rows: 7, sum: 'x' }, exempt: ['rows'] })],
      undefined,
    ],
    ['unknown', 'rehearsal-nothing-compared', [fact({ entry: {}, exit: {} })], undefined],
    ['unknown', 'rehearsal-nothing-compared', [fact({ exempt: ['rows', 'sum'] })], undefined],
    ['missing', 'rehearsal-none', [], undefined],
    ['missing', 'rehearsal-none', [fact({ step: itemId('s2') })], undefined],
    ['missing', 'rehearsal-none', [fact({ at: '2027-01-01T00:00:00Z' })], undefined],
    ['unknown', 'time-unreadable', [fact({ at: 'then' })], undefined],
    ['stale', 'rehearsal-stale', [fact()], DAY - 1],
    ['passed', 'rehearsal-clean', [fact()], DAY],
    [
      'failed',
      'rehearsal-residue',
      [fact({ at: '2026-05-01T00:00:00Z' }), fact({ exit: { rows: 7, sum: 'x' } })],
      undefined,
    ],
    [
      'passed',
      'rehearsal-clean',
      [fact({ at: '2026-05-01T00:00:00Z', exit: { rows: 7, sum: 'x' } }), fact()],
      undefined,
    ],
    ['failed', 'rehearsal-residue', [fact(), fact({ exit: { rows: 7, sum: 'x' } })], undefined],
  ] as const)('is %s with %s', (verdict, code, facts, maxAge) => {
    expect(askAll(facts, maxAge)).toMatchObject({ verdict, reason: { code } });
  });

  it('names the first difference and counts all', () => {
    const result = askAll([fact({ exit: { rows: 7, sum: 'y' } })]);
    expect(result.reason.params).toEqual({ name: 'rows', differences: 2 });
    expect(result.expected).toEqual({ value: 6, of: 'rows' });
    expect(result.actual).toEqual({ value: 7, of: 'rows' });
  });

  it('is judged at the instant at which the step was carried out', () => {
    const judged = judgeGolden(
      { kind: 'rehearsal', step, maxAge: 60 },
      {
        items: [declared('s', 'complete', [], { declared: { state: 'complete', at: YESTERDAY } })],
        evidence: [withFacts('r', [fact()])],
      },
    );
    expect(judged.verdict).toBe('passed');
    expect(Date.parse(AS_OF) - Date.parse(YESTERDAY)).toBe(DAY * 1000);
  });
});
