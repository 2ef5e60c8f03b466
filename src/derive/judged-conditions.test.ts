import { describe, expect, it } from 'vitest';
import type { ConditionResult } from '../gates/types.ts';
import type { Condition } from '../model/condition.ts';
import { conditionId } from '../model/ids.ts';
import { judgedConditions } from './judged-conditions.ts';
import { condition, planOf } from './testing/plan.ts';

const leaf = (id: string): Condition => ({
  kind: 'evidence',
  id: conditionId(id),
  title: id,
  evidence: {},
});
const base = (id: string) => ({ id: conditionId(id), title: id });

/** The engine's side: a result for every id, the first one with the others as parts. */
const resultOf = (id: string, ...parts: readonly string[]): ConditionResult =>
  condition(id, 'failed', { parts: parts.map((part) => condition(part, 'passed')) });

describe('the conditions of gates with their results', () => {
  it('come gate by gate, a composition before its parts, at whatever depth', () => {
    const conditions: readonly Condition[] = [
      {
        ...base('all'),
        kind: 'all',
        of: [leaf('a'), { ...base('not'), kind: 'not', of: leaf('b') }],
      },
      { ...base('any'), kind: 'any', of: [leaf('c'), leaf('d')] },
      { ...base('some'), kind: 'at-least', count: 1, of: [leaf('e')] },
      leaf('f'),
    ];
    const plan = planOf({
      items: {},
      gates: {
        G: {
          conditions: [
            resultOf('all', 'a', 'not', 'b'),
            resultOf('any', 'c', 'd'),
            resultOf('some', 'e'),
            resultOf('f'),
          ],
          gate: { conditions },
        },
        H: { conditions: [resultOf('a')], gate: { conditions: [leaf('a')] } },
      },
    });
    expect(
      judgedConditions(plan).map(({ gate, condition: own, result }) => [
        gate.id,
        own.id,
        result.id,
        result.verdict,
      ]),
    ).toEqual([
      ['G', 'all', 'all', 'failed'],
      ['G', 'a', 'a', 'passed'],
      ['G', 'not', 'not', 'passed'],
      ['G', 'b', 'b', 'passed'],
      ['G', 'any', 'any', 'failed'],
      ['G', 'c', 'c', 'passed'],
      ['G', 'd', 'd', 'passed'],
      ['G', 'some', 'some', 'failed'],
      ['G', 'e', 'e', 'passed'],
      ['G', 'f', 'f', 'failed'],
      ['H', 'a', 'a', 'failed'],
    ]);
  });

  it('leave out what was not judged', () => {
    const plan = planOf({
      items: {},
      gates: {
        G: { conditions: [resultOf('a')], gate: { conditions: [leaf('a'), leaf('unseen')] } },
      },
    });
    expect(judgedConditions(plan).map(({ condition: own }) => own.id)).toEqual(['a']);
    const silent = { ...plan, verdicts: { ...plan.verdicts, gates: new Map() } };
    expect(judgedConditions(silent)).toEqual([]);
  });
});
