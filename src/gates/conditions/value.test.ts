import { describe, expect, it } from 'vitest';
import type { Operator, Pointer, Scalar } from '../../model/common.ts';
import type { CrossCheckCondition, Operand } from '../../model/condition.ts';
import type { ValueFact } from '../../model/evidence.ts';
import { evidenceId } from '../../model/ids.ts';
import { judgeGolden, withFacts } from '../testing/builders.ts';

const at = (pointer: string): Pointer => ({ kind: 'json', pointer });

function fact(value: ValueFact['value'], unit?: string, pointer = '/v'): ValueFact {
  return { type: 'value', pointer: at(pointer), value, ...(unit === undefined ? {} : { unit }) };
}

type Row = readonly [
  actual: ValueFact['value'],
  operator: string,
  target: Scalar | readonly Scalar[] | undefined,
  verdict: string,
  code?: string,
];

const ROWS: readonly Row[] = [
  [5, 'equals', 5, 'passed'],
  [5, 'equals', 6, 'failed'],
  [5, 'equals', '5', 'unknown', 'type-mismatch'],
  [5, 'equals', undefined, 'unknown', 'type-mismatch'],
  [null, 'equals', 5, 'failed'],
  [null, 'equals', null, 'passed'],
  ['a', 'equals', 'a', 'passed'],
  [true, 'equals', true, 'passed'],
  [true, 'equals', 'true', 'unknown', 'type-mismatch'],
  [['a', 'b'], 'equals', ['a', 'b'], 'passed'],
  [['a', 'b'], 'equals', ['b', 'a'], 'failed'],
  [['a'], 'equals', ['a', 'b'], 'failed'],
  [['a'], 'equals', 'a', 'unknown', 'type-mismatch'],
  [5, 'not-equals', 6, 'passed'],
  [5, 'not-equals', 5, 'failed'],
  [null, 'not-equals', 5, 'unknown', 'type-mismatch'],
  [4, 'less-than', 5, 'passed'],
  [5, 'less-than', 5, 'failed'],
  [5, 'at-most', 5, 'passed'],
  [6, 'at-most', 5, 'failed'],
  [6, 'greater-than', 5, 'passed'],
  [5, 'greater-than', 5, 'failed'],
  [5, 'at-least', 5, 'passed'],
  [4, 'at-least', 5, 'failed'],
  ['4', 'at-least', 5, 'unknown', 'type-mismatch'],
  [null, 'at-most', 5, 'unknown', 'type-mismatch'],
  [Number.NaN, 'at-most', 5, 'unknown', 'not-a-number'],
  ['abc', 'contains', 'b', 'passed'],
  ['abc', 'contains', 'd', 'failed'],
  [['a', 'b'], 'contains', 'a', 'passed'],
  [['a', 'b'], 'contains', ['b', 'a'], 'passed'],
  [['a', 'b'], 'contains', ['b', 'c'], 'failed'],
  [['a'], 'contains', [], 'failed'],
  [5, 'contains', 5, 'unknown', 'type-mismatch'],
  ['abc', 'contains', null, 'unknown', 'type-mismatch'],
  ['a', 'one-of', ['a', 'b'], 'passed'],
  ['c', 'one-of', ['a', 'b'], 'failed'],
  ['a', 'one-of', 'a', 'unknown', 'type-mismatch'],
  [['a'], 'one-of', ['a'], 'unknown', 'type-mismatch'],
  ['v1.2', 'matches', 'v[0-9]+[.][0-9]+', 'passed'],
  ['xv1.2', 'matches', 'v[0-9]+[.][0-9]+', 'failed'],
  ['V1.2', 'matches', 'v[0-9]+[.][0-9]+', 'failed'],
  ['a', 'matches', '(', 'unknown', 'pattern-unreadable'],
  [5, 'matches', '5', 'unknown', 'type-mismatch'],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', 'matches', '(a+)+', 'failed'],
  ['a', 'exists', undefined, 'passed'],
  [null, 'exists', undefined, 'failed'],
  [[], 'exists', undefined, 'failed'],
  [null, 'absent', undefined, 'passed'],
  [0, 'absent', undefined, 'failed'],
  ['a', 'approximately', 'a', 'unknown', 'unknown-operator'],
];

function ask(value: ValueFact['value'], operator: string, target?: Row[2], unit?: string) {
  return judgeGolden(
    {
      kind: 'value',
      evidence: evidenceId('a'),
      pointer: at('/v'),
      // Operators of a newer version arrive at run time.
      operator: operator as Operator,
      ...(target === undefined ? {} : { target }),
      ...(unit === undefined ? {} : { unit }),
    },
    { evidence: [withFacts('a', [fact(value, 'ms'), fact(1, 's', '/other')])] },
  );
}

describe('value', () => {
  it.each(ROWS.map((row) => [row]))('%j', ([actual, operator, target, verdict, code]) => {
    const result = ask(actual, operator, target);
    expect(result.verdict).toBe(verdict);
    if (code !== undefined) expect(result.reason.code).toBe(code);
  });

  it('brings units together exactly, and refuses others', () => {
    expect(ask(1500, 'at-most', 1.5, 's').verdict).toBe('passed');
    expect(ask(1501, 'at-most', 1.5, 's').verdict).toBe('failed');
    expect(ask(1500, 'at-most', 1.5, '%')).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'unit-mismatch', params: { actual: 'ms', expected: '%' } },
    });
  });

  it('refuses a number without a unit where one is asked for', () => {
    const result = judgeGolden(
      {
        kind: 'value',
        evidence: evidenceId('a'),
        pointer: at('/v'),
        operator: 'at-most',
        target: 5,
        unit: 'ms',
      },
      { evidence: [withFacts('a', [fact(5)])] },
    );
    expect(result).toMatchObject({ verdict: 'unknown', reason: { code: 'unit-mismatch' } });
  });

  it.each([
    ['missing', 'evidence-not-found', []],
    ['missing', 'value-not-found', [withFacts('a', [fact(1, undefined, '/x')])]],
    ['missing', 'value-not-found', [withFacts('a', [])]],
    ['unknown', 'value-ambiguous', [withFacts('a', [fact(1), fact(2)])]],
    ['passed', 'value-holds', [withFacts('a', [fact(1), fact(1)])]],
  ])('is %s with %s', (verdict, code, evidence) => {
    const result = judgeGolden(
      {
        kind: 'value',
        evidence: evidenceId('a'),
        pointer: at('/v'),
        operator: 'equals',
        target: 1,
      },
      { evidence },
    );
    expect(result).toMatchObject({ verdict, reason: { code } });
  });

  it('shows what was found beside what was asked for', () => {
    expect(ask(6, 'at-most', 5, 's')).toMatchObject({
      expected: { value: 5, unit: 's', operator: 'at-most' },
      actual: { value: 6, unit: 'ms' },
      uses: [{ evidence: 'a', pointer: at('/v') }],
    });
    expect(ask(6, 'at-most', 5, '%')).toMatchObject({
      expected: { value: 5, unit: '%' },
      actual: { value: 6, unit: 'ms' },
    });
    const exists = ask(6, 'exists');
    expect(exists.actual).toEqual({ value: 6, unit: 'ms' });
    expect(exists).not.toHaveProperty('expected');
  });

  it('asks units of numbers only', () => {
    expect(ask('fast', 'equals', 'fast', '%').verdict).toBe('passed');
    expect(ask('fast', 'equals', 5, '%').reason.code).toBe('type-mismatch');
    expect(ask(5, 'equals', 'fast', '%').reason.code).toBe('type-mismatch');
  });

  it('is what its evidence is, where that does not count', () => {
    const result = judgeGolden(
      {
        kind: 'value',
        evidence: evidenceId('a'),
        pointer: at('/v'),
        operator: 'equals',
        target: 1,
        maxAge: 60,
      },
      { evidence: [withFacts('a', [fact(1)])] },
    );
    expect(result).toMatchObject({ verdict: 'stale', reason: { code: 'evidence-stale' } });
  });

  it.each([0, 1, 5, 6, 7, 8, 20])('reads one place alike beside %i others', (others) => {
    const rest = Array.from({ length: others }, (_, n) => fact(n, undefined, `/other/${n}`));
    const found = (...facts: readonly ValueFact[]) =>
      judgeGolden(
        {
          kind: 'value',
          evidence: evidenceId('a'),
          pointer: at('/v'),
          operator: 'equals',
          target: 1,
        },
        { evidence: [withFacts('a', [...rest, ...facts])] },
      ).reason.code;
    expect(found(fact(1))).toBe('value-holds');
    expect(found(fact(2))).toBe('value-differs');
    expect(found()).toBe('value-not-found');
    expect(found(fact(1), fact(1))).toBe('value-holds');
    expect(found(fact(1), fact(2))).toBe('value-ambiguous');
    expect(found(fact(1), fact(2), fact(1))).toBe('value-ambiguous');
    expect(found(fact(1, 's'), fact(1, 'ms'))).toBe('value-ambiguous');
    expect(found(fact(1), fact('1'))).toBe('value-ambiguous');
  });

  const elsewhere: readonly (readonly [asked: Pointer, read: Pointer])[] = [
    [at('/v'), at('/w')],
    [at('/v'), { kind: 'whole' }],
    [{ kind: 'whole' }, at('')],
    [
      { kind: 'cell', row: 3, column: 'x' },
      { kind: 'cell', row: 4, column: 'x' },
    ],
    [
      { kind: 'cell', row: 3, column: 'x' },
      { kind: 'cell', row: 3, column: 'y' },
    ],
    [
      { kind: 'rows', from: 1, to: 2 },
      { kind: 'rows', from: 1, to: 3 },
    ],
    [
      { kind: 'rows', from: 1, to: 2 },
      { kind: 'lines', from: 1, to: 2 },
    ],
    [
      { kind: 'lines', from: 1, to: 2 },
      { kind: 'lines', from: 2, to: 2 },
    ],
    [
      { kind: 'test', name: 'n' },
      { kind: 'test', name: 'n', suite: 's' },
    ],
    [
      { kind: 'test', name: 'n' },
      { kind: 'test', name: 'm' },
    ],
  ];

  it.each(elsewhere)('does not find %j at %j', (asked, read) => {
    for (const others of [0, 20]) {
      const rest = Array.from({ length: others }, (_, n) => fact(n, undefined, `/other/${n}`));
      const result = judgeGolden(
        { kind: 'value', evidence: evidenceId('a'), pointer: asked, operator: 'exists' },
        {
          evidence: [withFacts('a', [...rest, { type: 'value', pointer: read, value: 1 }])],
        },
      );
      expect(result.reason.code).toBe('value-not-found');
    }
  });

  it('reads nothing but values, whatever else was found at a place', () => {
    const tests = { type: 'tests', total: 1, passed: 1, failed: 0, pointer: at('/v') } as const;
    const result = judgeGolden(
      { kind: 'value', evidence: evidenceId('a'), pointer: at('/v'), operator: 'exists' },
      { evidence: [withFacts('a', [tests])] },
    );
    expect(result.reason.code).toBe('value-not-found');
  });

  it('does not take absence of a reading for absence of a value', () => {
    const result = judgeGolden(
      { kind: 'value', evidence: evidenceId('a'), pointer: at('/v'), operator: 'absent' },
      { evidence: [withFacts('a', [fact(1, undefined, '/x')])] },
    );
    expect(result).toMatchObject({ verdict: 'missing', reason: { code: 'value-not-found' } });
  });

  it('finds each kind of place among many', () => {
    const places: readonly Pointer[] = [
      { kind: 'cell', row: 3, column: 'x' },
      { kind: 'rows', from: 1, to: 2, column: 'x' },
      { kind: 'rows', from: 1, to: 2 },
      { kind: 'lines', from: 1, to: 2 },
      { kind: 'test', name: 'n', suite: 's' },
      { kind: 'test', name: 'n' },
      { kind: 'whole' },
      at('/whole'),
      at(''),
    ];
    const evidence = [
      withFacts(
        'a',
        places.map((pointer, value): ValueFact => ({ type: 'value', pointer, value })),
      ),
    ];
    for (const [target, pointer] of places.entries()) {
      const result = judgeGolden(
        { kind: 'value', evidence: evidenceId('a'), pointer, operator: 'equals', target },
        { evidence },
      );
      expect(result.verdict).toBe('passed');
    }
  });
});

describe('cross-check', () => {
  const left: Operand = { evidence: evidenceId('a'), pointer: at('/v') };
  const right: Operand = { evidence: evidenceId('b'), pointer: at('/v') };
  const ask2 = (
    a: ValueFact | undefined,
    b: ValueFact | undefined,
    more: Partial<CrossCheckCondition> = {},
  ) =>
    judgeGolden(
      { kind: 'cross-check', left, right, ...more },
      {
        evidence: [
          ...(a === undefined ? [] : [withFacts('a', [a])]),
          ...(b === undefined ? [] : [withFacts('b', [b])]),
        ],
      },
    );

  it('shows both sides', () => {
    expect(ask2(fact(450, 'EUR'), fact(500, 'EUR'))).toMatchObject({
      verdict: 'failed',
      reason: { code: 'values-disagree' },
      expected: { value: 450, unit: 'EUR', operator: 'equals' },
      actual: { value: 500, unit: 'EUR' },
      uses: [
        { evidence: 'a', pointer: at('/v') },
        { evidence: 'b', pointer: at('/v') },
      ],
    });
  });

  it.each([
    ['passed', 'values-agree', fact(1), fact(1)],
    ['passed', 'values-agree', fact(1, 's'), fact(1000, 'ms')],
    ['failed', 'values-disagree', fact(1, 's'), fact(1001, 'ms')],
    ['unknown', 'unit-mismatch', fact(1, 's'), fact(1)],
    ['unknown', 'unit-mismatch', fact(1, 's'), fact(1, '%')],
    ['unknown', 'type-mismatch', fact(1), fact('1')],
    ['missing', 'evidence-not-found', undefined, fact(1)],
    ['missing', 'evidence-not-found', fact(1), undefined],
    ['missing', 'value-not-found', fact(1, undefined, '/x'), fact(1)],
  ] as const)('is %s with %s', (verdict, code, a, b) => {
    expect(ask2(a, b)).toMatchObject({ verdict, reason: { code } });
  });

  it('holds a stated value against evidence, and proves nothing by statements alone', () => {
    expect(ask2(fact(1), undefined, { right: { value: 1 } }).verdict).toBe('passed');
    expect(ask2(undefined, fact(2), { left: { value: 1 } }).verdict).toBe('failed');
    expect(ask2(undefined, undefined, { left: { value: 1 }, right: { value: 1 } })).toMatchObject({
      verdict: 'missing',
      reason: { code: 'values-without-evidence' },
    });
  });

  it('asks units of two measured numbers only', () => {
    expect(ask2(fact('a', 's'), fact('a', '%')).reason.code).toBe('values-agree');
    expect(ask2(fact(1, 's'), fact('a', '%')).reason.code).toBe('type-mismatch');
    expect(ask2(fact('a', 's'), fact(1, '%')).reason.code).toBe('type-mismatch');
    expect(ask2(fact(1, 's'), undefined, { right: { value: 1 } }).reason.code).toBe('values-agree');
    expect(ask2(undefined, fact(1, 's'), { left: { value: 1 } }).reason.code).toBe('values-agree');
    expect(ask2(fact(1), fact(1, 's')).reason).toEqual({
      code: 'unit-mismatch',
      params: { actual: 's', expected: '' },
    });
  });

  it('names both places that were looked at for what is lacking', () => {
    expect(ask2(fact(1, undefined, '/x'), fact(1, undefined, '/x'))).toMatchObject({
      verdict: 'missing',
      reason: { code: 'value-not-found', params: { evidence: 'a' } },
      uses: [{ evidence: 'a' }, { evidence: 'b' }],
    });
    const ambiguous = judgeGolden(
      { kind: 'cross-check', left, right },
      { evidence: [withFacts('a', []), withFacts('b', [fact(1), fact(2)])] },
    );
    expect(ambiguous).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'value-ambiguous', params: { evidence: 'b' } },
      uses: [
        { evidence: 'a', pointer: at('/v') },
        { evidence: 'b', pointer: at('/v') },
      ],
    });
  });

  it('reads the right side against the left one', () => {
    expect(ask2(fact(5), fact(4), { operator: 'at-most' }).verdict).toBe('passed');
    expect(ask2(fact(4), fact(5), { operator: 'at-most' }).verdict).toBe('failed');
  });

  it('lets the graver obstacle win', () => {
    const result = judgeGolden(
      { kind: 'cross-check', left, right },
      { evidence: [withFacts('b', [fact(1)])] },
      { digests: new Map([[evidenceId('b'), 'mismatch']]) },
    );
    expect(result).toMatchObject({ verdict: 'unknown', reason: { code: 'digest-mismatch' } });
  });

  it('does not choose between two readings of one place', () => {
    const result = judgeGolden(
      { kind: 'cross-check', left, right: { value: 1 } },
      { evidence: [withFacts('a', [fact(1), fact(2)])] },
    );
    expect(result).toMatchObject({ verdict: 'unknown', reason: { code: 'value-ambiguous' } });
  });
});
