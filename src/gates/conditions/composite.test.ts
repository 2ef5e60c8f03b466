import { describe, expect, it } from 'vitest';
import type { Condition } from '../../model/condition.ts';
import { conditionId, deliverableId, gateId, probeId } from '../../model/ids.ts';
import {
  condition,
  evidence,
  gate,
  gatesOf,
  judgeCondition,
  judgePlan,
  needs,
  type Parts,
  withFacts,
} from '../testing/builders.ts';

/** One condition for each verdict, on the evidence below. */
const P = needs('P', 'here');
const M = needs('M', 'gone');
const F = condition({
  kind: 'cross-check',
  id: conditionId('F'),
  left: { evidence: evidence('v').id, pointer: { kind: 'whole' } },
  right: { value: 2 },
});
const U = condition({
  kind: 'unrecognised',
  id: conditionId('U'),
  originalKind: 'x',
  original: {},
});
const S = condition({
  kind: 'evidence',
  id: conditionId('S'),
  evidence: { ids: [evidence('here').id] },
  maxAge: 1,
});
const N: Condition = { ...P, id: conditionId('N'), notApplicable: { reason: 'no such surface' } };

const parts: Parts = {
  evidence: [
    evidence('here'),
    withFacts('v', [{ type: 'value', pointer: { kind: 'whole' }, value: 1 }]),
  ],
};

const ask = (kind: 'all' | 'any', of: readonly Condition[]) => judgeCondition({ kind, of }, parts);
const askAtLeast = (count: number, of: readonly Condition[]) =>
  judgeCondition({ kind: 'at-least', count, of }, parts);

describe('all', () => {
  it.each([
    ['passed', [P, P]],
    ['passed', [P, N]],
    ['failed', [P, M, U, S, F]],
    ['unknown', [M, S, U, P]],
    ['stale', [M, S, P]],
    ['missing', [M, P]],
    ['not-applicable', [N, N]],
    ['unknown', []],
  ] as const)('is %s', (verdict, of) => {
    expect(ask('all', of).verdict).toBe(verdict);
  });

  it('shows its parts and counts those that hold', () => {
    const result = ask('all', [P, M, N]);
    expect(result.parts?.map((part) => part.verdict)).toEqual([
      'passed',
      'missing',
      'not-applicable',
    ]);
    expect(result.reason).toEqual({ code: 'parts-open', params: { count: 1, of: 2 } });
  });
});

describe('any', () => {
  it.each([
    ['passed', [M, U, F, P]],
    ['failed', [F, F]],
    ['failed', [F, N]],
    ['unknown', [F, U, S, M]],
    ['stale', [F, S, M]],
    ['missing', [F, M]],
    ['missing', [M, N]],
    ['not-applicable', [N]],
    ['unknown', []],
  ] as const)('is %s', (verdict, of) => {
    expect(ask('any', of).verdict).toBe(verdict);
  });

  it('names only the evidence that carries it', () => {
    expect(ask('any', [F, P]).uses).toEqual([{ evidence: 'here' }]);
  });
});

describe('at least', () => {
  it.each([
    ['passed', 2, [P, P, F]],
    ['failed', 2, [P, F, F]],
    ['missing', 2, [P, M, F]],
    ['unknown', 2, [P, M, U]],
    ['failed', 2, [P, N]],
    ['unknown', 0, [P]],
    ['unknown', 3, [P, P]],
    ['unknown', 1.5, [P, P]],
    ['unknown', 1, []],
  ] as const)('is %s of %i', (verdict, count, of) => {
    expect(askAtLeast(count, of).verdict).toBe(verdict);
  });
});

describe('not', () => {
  const probe = condition({ kind: 'probe', probe: probeId('p') });
  const observed = (value: number): Parts => ({
    probes: [{ id: probeId('p'), title: 'p', expectations: [{ operator: 'equals', value: 0 }] }],
    evidence: [
      withFacts('o', [
        { type: 'observation', probe: probeId('p'), value, at: '2026-06-01T00:00:00Z' },
      ]),
    ],
  });

  it('turns round what a probe shows, and nothing that it does not show', () => {
    expect(judgeCondition({ kind: 'not', of: probe }, observed(0)).verdict).toBe('failed');
    expect(judgeCondition({ kind: 'not', of: probe }, observed(1)).verdict).toBe('passed');
    expect(judgeCondition({ kind: 'not', of: probe }, {}).verdict).toBe('unknown');
    const silent = { ...observed(0), evidence: [] };
    expect(judgeCondition({ kind: 'not', of: probe }, silent).verdict).toBe('missing');
  });

  it('turns round a count of forbidden patterns', () => {
    const asked = (checks: readonly ('forbidden' | 'exists')[] | undefined) =>
      judgeCondition(
        {
          kind: 'not',
          of: condition({
            kind: 'deliverable',
            deliverable: deliverableId('d'),
            ...(checks === undefined ? {} : { checks }),
          }),
        },
        {
          contracts: [
            {
              id: 'k',
              title: 'k',
              categories: [],
              deliverables: [
                {
                  id: deliverableId('d'),
                  title: 'd',
                  path: 'd.ts',
                  category: 'c',
                  kind: 'source',
                  forbidden: [{ id: 'r', pattern: 'x', dialect: 'literal' }],
                },
              ],
            },
          ],
          evidence: [
            withFacts('f', [
              { type: 'file', path: 'd.ts', exists: true, patterns: [{ rule: 'r', count: 1 }] },
            ]),
          ],
        },
      );
    expect(asked(['forbidden']).verdict).toBe('passed');
    expect(asked(['forbidden', 'exists'])).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'not-confined' },
    });
    expect(asked([]).reason.code).toBe('not-confined');
    expect(asked(undefined).reason.code).toBe('not-confined');
  });

  it.each([P, M, F, U])('refuses everything else', (of) => {
    expect(judgeCondition({ kind: 'not', of }, parts)).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'not-confined' },
    });
  });
});

describe('applicability', () => {
  it('does not apply by its own statement, with the reason and what it would be', () => {
    expect(judgeCondition(N, parts)).toMatchObject({
      verdict: 'not-applicable',
      underlying: 'passed',
      reason: { code: 'not-applicable', params: { text: 'no such surface' } },
    });
  });

  it('applies when no reason is given', () => {
    const bare: Condition = { ...M, notApplicable: { reason: ' ' } };
    expect(judgeCondition(bare, parts).verdict).toBe('missing');
    const rule: Condition = { ...M, appliesWhen: { condition: F, reason: '' } };
    expect(judgeCondition(rule, parts).verdict).toBe('missing');
  });

  it.each([
    ['not-applicable', F],
    ['missing', P],
    ['missing', M],
    ['missing', S],
    ['missing', U],
  ] as const)('is %s by a rule that must be seen not to hold', (verdict, rule) => {
    const ruled: Condition = { ...M, appliesWhen: { condition: rule, reason: 'other surface' } };
    expect(judgeCondition(ruled, parts).verdict).toBe(verdict);
  });
});

describe('gate', () => {
  const other = (...conditions: readonly Condition[]): Parts => ({
    ...parts,
    gates: [gate('G', {}, conditions)],
  });
  const asked = { kind: 'gate', gate: gateId('G') } as const;

  it.each([
    ['passed', [P]],
    ['failed', [F, U]],
    ['unknown', [U, S]],
    ['stale', [S, M]],
    ['missing', [M]],
    ['missing', []],
  ] as const)('is %s as the other gate is', (verdict, conditions) => {
    expect(judgeCondition(asked, other(...conditions))).toMatchObject({ verdict, gate: 'G' });
  });

  it('is unknown without the other gate', () => {
    expect(judgeCondition(asked, parts)).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'unknown-reference', params: { kind: 'gate', id: 'G' } },
    });
  });
});

describe('what nobody knows', () => {
  it('is unknown with the name that it came under', () => {
    expect(judgeCondition(U).reason).toEqual({ code: 'unknown-kind', params: { kind: 'x' } });
    // A kind that no reader has brought to the vocabulary.
    const raw = { ...P, kind: 'constructor' } as unknown as Condition;
    expect(judgeCondition(raw).reason).toEqual({
      code: 'unknown-kind',
      params: { kind: 'constructor' },
    });
  });

  it('is refused when it nests too deeply, and stops nothing', () => {
    let deep: Condition = P;
    for (let at = 0; at < 10_000; at += 1) deep = condition({ kind: 'all', of: [deep] });
    expect(judgeCondition(deep, parts).verdict).toBe('unknown');
    let when: Condition = F;
    for (let at = 0; at < 10_000; at += 1) {
      when = { ...P, appliesWhen: { condition: when, reason: 'r' } };
    }
    expect(['passed', 'not-applicable']).toContain(judgeCondition(when, parts).verdict);
    const verdicts = judgePlan({ ...parts, gates: [gate('G', {}, [deep])] });
    expect(gatesOf(verdicts)).toEqual({ G: 'unknown' });
  });
});
