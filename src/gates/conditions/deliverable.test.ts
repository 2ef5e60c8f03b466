import { describe, expect, it } from 'vitest';
import type { DeliverableCondition } from '../../model/condition.ts';
import type { Contract, Deliverable, PatternRule } from '../../model/contract.ts';
import type { FileFact } from '../../model/evidence.ts';
import { deliverableId, evidenceId } from '../../model/ids.ts';
import { evidence, judgeGolden, type Parts, withFacts } from '../testing/builders.ts';

const d = deliverableId('d');
const rule = (id: string, more: Partial<PatternRule> = {}): PatternRule => ({
  id,
  pattern: id,
  dialect: 'literal',
  ...more,
});

function contract(wanted: Partial<Deliverable>, more: Partial<Contract> = {}): Contract {
  return {
    id: 'k',
    title: 'Contract',
    categories: [],
    deliverables: [
      { id: d, title: 'd', path: 'src/d.ts', category: 'c', kind: 'source', ...wanted },
    ],
    ...more,
  };
}

function measured(more: Partial<FileFact> = {}): FileFact {
  return { type: 'file', path: 'src/d.ts', exists: true, ...more };
}

function ask(
  wanted: Partial<Deliverable>,
  facts: readonly FileFact[],
  checks?: DeliverableCondition['checks'],
  more: Parts = {},
) {
  return judgeGolden(
    { kind: 'deliverable', deliverable: d, ...(checks === undefined ? {} : { checks }) },
    {
      contracts: [contract(wanted)],
      evidence: facts.map((fact, at) => withFacts(`f${at}`, [fact])),
      ...more,
    },
  );
}

const lines = (min?: number, max?: number, count: 'physical' | 'data-rows' = 'physical') => ({
  lines: { count, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
});

describe('deliverable', () => {
  it.each<[string, string, Partial<Deliverable>, readonly FileFact[]]>([
    ['passed', 'deliverable-ok', {}, [measured()]],
    ['failed', 'deliverable-absent', {}, [measured({ exists: false })]],
    ['missing', 'deliverable-not-measured', {}, []],
    ['missing', 'deliverable-not-measured', {}, [measured({ path: 'src/d.tsx' })]],
    ['passed', 'deliverable-ok', lines(40, 120), [measured({ lines: 40 })]],
    ['passed', 'deliverable-ok', lines(40, 120), [measured({ lines: 120 })]],
    ['failed', 'deliverable-lines', lines(40, 120), [measured({ lines: 39 })]],
    ['failed', 'deliverable-lines', lines(40, 120), [measured({ lines: 121 })]],
    ['failed', 'deliverable-lines', lines(undefined, 1), [measured({ lines: 2 })]],
    ['failed', 'deliverable-lines', lines(1), [measured({ lines: 0 })]],
    ['missing', 'deliverable-not-measured', lines(1), [measured({ rows: 5 })]],
    ['passed', 'deliverable-ok', lines(14, 14, 'data-rows'), [measured({ lines: 15, rows: 14 })]],
    [
      'failed',
      'deliverable-lines',
      lines(15, 15, 'data-rows'),
      [measured({ lines: 15, rows: 14 })],
    ],
    ['passed', 'deliverable-ok', { minRows: 20 }, [measured({ rows: 20 })]],
    ['failed', 'deliverable-rows', { minRows: 20 }, [measured({ rows: 19 })]],
    ['missing', 'deliverable-not-measured', { minRows: 20 }, [measured({ lines: 30 })]],
    ['passed', 'deliverable-ok', { columns: ['a'] }, [measured({ columns: ['b', 'a'] })]],
    [
      'failed',
      'deliverable-column-missing',
      { columns: ['a', 'c'] },
      [measured({ columns: ['a'] })],
    ],
    ['missing', 'deliverable-not-measured', { columns: ['a'] }, [measured()]],
    ['passed', 'deliverable-ok', { minCounts: { tests: 5 } }, [measured({ counts: { tests: 5 } })]],
    [
      'failed',
      'deliverable-count',
      { minCounts: { tests: 5 } },
      [measured({ counts: { tests: 4 } })],
    ],
    [
      'missing',
      'deliverable-not-measured',
      { minCounts: { tests: 5 } },
      [measured({ counts: {} })],
    ],
    [
      'missing',
      'deliverable-not-measured',
      { minCounts: { toString: 1 } },
      [measured({ counts: {} })],
    ],
    [
      'passed',
      'deliverable-ok',
      { mustContain: [{ kind: 'method', name: 'get' }] },
      [measured({ counts: { get: 1 } })],
    ],
    [
      'failed',
      'deliverable-name-missing',
      { mustContain: [{ kind: 'method', name: 'get' }] },
      [measured({ patterns: [{ rule: 'get', count: 0 }] })],
    ],
    [
      'missing',
      'deliverable-not-measured',
      { mustContain: [{ kind: 'method', name: 'get' }] },
      [measured()],
    ],
    [
      'passed',
      'deliverable-ok',
      { required: [rule('r')] },
      [measured({ patterns: [{ rule: 'r', count: 1 }] })],
    ],
    [
      'failed',
      'deliverable-pattern-missing',
      { required: [rule('r', { minCount: 2 })] },
      [measured({ patterns: [{ rule: 'r', count: 1 }] })],
    ],
    ['missing', 'deliverable-not-measured', { required: [rule('r')] }, [measured()]],
    [
      'passed',
      'deliverable-ok',
      { forbidden: [rule('x')] },
      [measured({ patterns: [{ rule: 'x', count: 0 }] })],
    ],
    [
      'failed',
      'deliverable-pattern-forbidden',
      { forbidden: [rule('x')] },
      [measured({ patterns: [{ rule: 'x', count: 1, lines: [7, 9] }] })],
    ],
    ['missing', 'deliverable-not-measured', { forbidden: [rule('x')] }, [measured()]],
    [
      'failed',
      'deliverable-lines',
      { ...lines(1), forbidden: [rule('x')] },
      [measured({ lines: 0 })],
    ],
  ])('is %s with %s', (verdict, code, wanted, facts) => {
    expect(ask(wanted, facts)).toMatchObject({ verdict, reason: { code } });
  });

  it('points at the first line of a forbidden pattern', () => {
    const facts = [measured({ patterns: [{ rule: 'x', count: 2, lines: [7, 9] }] })];
    expect(ask({ forbidden: [rule('x')] }, facts).uses).toEqual([
      { evidence: 'f0', pointer: { kind: 'lines', from: 7, to: 7 } },
    ]);
  });

  it('shows which limit was missed and by how much', () => {
    expect(ask(lines(40, 120), [measured({ lines: 32 })])).toMatchObject({
      reason: { params: { lines: 32, min: 40, max: 120 } },
      expected: { value: 40, operator: 'at-least', of: 'physical' },
      actual: { value: 32, of: 'physical' },
    });
    expect(ask(lines(40, 120), [measured({ lines: 132 })])).toMatchObject({
      expected: { value: 120, operator: 'at-most' },
    });
  });

  it('makes only the checks that are asked for, and says when there are none', () => {
    const wanted = { ...lines(1), forbidden: [rule('x')] };
    const facts = [measured({ lines: 0, patterns: [{ rule: 'x', count: 0 }] })];
    expect(ask(wanted, facts, ['forbidden']).verdict).toBe('passed');
    expect(ask(wanted, facts, ['lines']).verdict).toBe('failed');
    expect(ask({}, facts, ['lines', 'required', 'forbidden', 'structure'])).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'nothing-to-check' },
    });
    expect(ask({}, facts, []).verdict).toBe('unknown');
    const later = ['exists', 'spelling'] as unknown as DeliverableCondition['checks'];
    expect(ask({}, facts, later)).toMatchObject({ verdict: 'missing' });
  });

  it('holds the rules of the whole contract against each file', () => {
    const parts = { contracts: [contract({}, { forbidden: [rule('TODO'.slice(0, 3))] })] };
    const facts = [measured({ patterns: [{ rule: 'TOD', count: 1 }] })];
    expect(ask({}, facts, undefined, parts).reason.code).toBe('deliverable-pattern-forbidden');
  });

  it('counts all measurements, and only those of the named evidence where one is named', () => {
    const two = [measured({ lines: 5 }), measured({ lines: 50 })];
    expect(ask(lines(1, 10), two).verdict).toBe('failed');
    expect(ask({ ...lines(1, 10), measuredBy: evidenceId('f0') }, two).verdict).toBe('passed');
    expect(ask({ measuredBy: evidenceId('lost') }, two)).toMatchObject({
      verdict: 'missing',
      reason: { code: 'evidence-not-found' },
    });
    const other = { evidence: [evidence('f0')] };
    expect(ask({ measuredBy: evidenceId('f0') }, [], undefined, other)).toMatchObject({
      verdict: 'missing',
      reason: { code: 'facts-missing' },
    });
  });

  it('is stale when another content was measured than the bundle holds', () => {
    const file = (sha256: string) => ({
      evidence: [
        withFacts('f', [measured({ digest: 'AA' })]),
        evidence('held', { path: 'src/d.ts', digest: { sha256 } }),
      ],
    });
    expect(ask({}, [], undefined, file('aa')).verdict).toBe('passed');
    expect(ask({}, [], undefined, file('bb'))).toMatchObject({
      verdict: 'stale',
      reason: { code: 'deliverable-other-content' },
    });
  });

  it('is unknown when the deliverable, or its measurement, cannot be trusted', () => {
    const asked = { kind: 'deliverable', deliverable: d } as const;
    expect(judgeGolden(asked)).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'unknown-reference' },
    });
    const parts = { contracts: [contract({})], evidence: [withFacts('f', [measured()])] };
    const digests = new Map([[evidenceId('f'), 'unreadable' as const]]);
    expect(judgeGolden(asked, parts, { digests }).reason.code).toBe('evidence-unreadable');
    const problems = [{ code: 'x', severity: 'error', affects: ['d'] }] as const;
    expect(judgeGolden(asked, parts, { problems }).reason.code).toBe('reading-problem');
  });
});
