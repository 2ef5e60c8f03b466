import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { RecordedVerdict, Waiver } from '../model/gate.ts';
import { conditionId, evidenceId, gateId } from '../model/ids.ts';
import type { Reading } from '../model/project-index.ts';
import { createEvaluation } from './evaluate.ts';
import {
  AS_OF,
  condition,
  evidence,
  findingCodes,
  flag,
  flagged,
  gate,
  judgePlan,
  needs,
  type Parts,
  planOf,
} from './testing/builders.ts';
import { golden } from './testing/golden.ts';
import type { Verdicts } from './types.ts';

const ok = needs('ok', 'here');
const open = needs('open', 'gone');
const bad = flagged('bad', 'no');
const unknown = condition({
  kind: 'unrecognised',
  id: conditionId('novel'),
  originalKind: 'novel',
  original: {},
});
const old: Condition = { ...needs('old', 'here'), maxAge: 1 } as Condition;

function judge(
  conditions: readonly Condition[],
  more: Parts & { readonly gate?: Parameters<typeof gate>[3] } = {},
  reading: Partial<Reading> = {},
) {
  const { gate: gateMore, ...parts } = more;
  const verdicts = judgePlan(
    {
      evidence: [evidence('here'), flag('no', false)],
      gates: [gate('G', {}, conditions, gateMore)],
      ...parts,
    },
    reading,
  );
  const result = verdicts.gates.get(gateId('G'));
  if (result === undefined) throw new Error('No result');
  golden(result);
  return { ...result, findings: findingCodes(verdicts), verdicts };
}

describe('a gate', () => {
  it.each([
    ['passed', [ok]],
    ['missing', []],
    ['missing', [{ ...ok, blocking: false }]],
    ['passed', [ok, { ...bad, blocking: false }]],
    ['failed', [ok, open, old, unknown, bad]],
    ['unknown', [ok, open, old, unknown]],
    ['stale', [ok, open, old]],
    ['missing', [ok, open]],
  ] as const)('is %s', (verdict, conditions) => {
    expect(judge(conditions).verdict).toBe(verdict);
  });

  it('counts what is open', () => {
    expect(judge([ok, open, open, old, unknown, bad]).reason).toEqual({
      code: 'gate-open',
      params: { failed: 1, unknown: 1, stale: 1, missing: 2 },
    });
    expect(judge([ok, { ...ok, blocking: false }]).reason).toEqual({
      code: 'gate-passed',
      params: { count: 1 },
    });
    expect(judge([]).reason.code).toBe('gate-without-blocking-condition');
  });

  it('keeps what a condition says about itself', () => {
    const full = { ...ok, statement: 'It is there', owner: 'ann', title: 'Here' };
    expect(judge([full]).conditions[0]).toMatchObject({
      id: 'ok',
      kind: 'evidence',
      title: 'Here',
      statement: 'It is there',
      owner: 'ann',
      blocking: true,
    });
  });
});

describe('a rule by which a condition applies', () => {
  const only = (own: Condition, digests: Reading['digests'] = new Map()) =>
    judgePlan(
      {
        evidence: [evidence('here'), evidence('damaged'), flag('no', false)],
        gates: [gate('G', {}, [own])],
      },
      { digests },
    ).gates.get(gateId('G'))?.conditions[0];
  const ruled = (own: Condition, rule: Condition, why = 'elsewhere'): Condition => ({
    ...own,
    appliesWhen: { condition: rule, reason: why },
  });

  it('leaves open what a fault hides, unless that is seen to fail', () => {
    const rule = needs('rule', 'damaged');
    const of = (own: Condition) =>
      only(ruled(own, rule), new Map([[evidenceId('damaged'), 'mismatch']]));
    const hidden = {
      verdict: 'unknown',
      reason: { code: 'reading-problem', params: { id: 'rule' } },
    };
    expect(of(ok)).toMatchObject(hidden);
    expect(of(open)).toMatchObject(hidden);
    expect(of(bad)).toMatchObject({ verdict: 'failed', reason: only(bad)?.reason });
  });

  it('excuses with a reason alone, and shows what both lean on', () => {
    expect(only(ruled(ok, bad, ' '))?.verdict).toBe('passed');
    const excused = only(ruled(ok, bad));
    expect(excused).toMatchObject({ verdict: 'not-applicable', underlying: 'passed' });
    expect(excused?.uses).toEqual([...(only(bad)?.uses ?? []), ...(only(ok)?.uses ?? [])]);
    expect(excused?.uses.length).toBeGreaterThan(1);
  });

  it('is not nested in that of the condition before it', () => {
    const many = Array.from({ length: 150 }, (_, at) => ruled(needs(`c${at}`, 'here'), ok));
    const verdicts = judgePlan({ evidence: [evidence('here')], gates: [gate('G', {}, many)] });
    expect(verdicts.gates.get(gateId('G'))?.verdict).toBe('passed');
  });
});

describe('a waiver', () => {
  const waiver: Waiver = {
    id: 'w',
    gate: gateId('G'),
    condition: conditionId('open'),
    reason: 'agreed',
    author: 'ann',
    at: '2026-06-01T00:00:00Z',
    expires: '2026-06-02T00:00:01Z',
  };
  const waived = (more: Partial<Waiver>, conditions: readonly Condition[] = [open]) =>
    judge(conditions, { waivers: [{ ...waiver, ...more }] });

  it('lets a gate pass and shows what it excuses', () => {
    const result = waived({});
    expect(result.verdict).toBe('passed');
    expect(result.conditions[0]).toMatchObject({
      verdict: 'waived',
      underlying: 'missing',
      reason: { code: 'waived', params: { waiver: 'w' } },
      waiver: { id: 'w', author: 'ann', reason: 'agreed', expires: '2026-06-02T00:00:01Z' },
    });
    expect(result.findings).toEqual([]);
  });

  it('excuses a part, by its id', () => {
    const all = condition({ kind: 'all', id: conditionId('all'), of: [ok, open] });
    expect(waived({}, [all]).verdict).toBe('passed');
  });

  it.each<[string, Partial<Waiver>, readonly string[]]>([
    ['has expired', { expires: AS_OF }, ['waiver-expired']],
    ['is not yet given', { at: '2026-06-02T00:00:01Z' }, ['waiver-not-valid']],
    ['has no reason', { reason: ' ' }, ['waiver-not-valid']],
    ['has no author', { author: ' ' }, ['waiver-not-valid']],
    ['has an end that cannot be read', { expires: 'never' }, ['waiver-expired']],
    ['leans on evidence that is not there', { evidence: [evidenceId('x')] }, ['waiver-not-valid']],
    ['is for another condition', { condition: conditionId('ope') }, []],
    ['is for another gate', { gate: gateId('H') }, ['waiver-unused']],
  ])('excuses nothing when it %s', (_when, more, findings) => {
    const result = waived(more);
    expect(result.verdict).toBe('missing');
    expect(result.conditions[0]?.waiver).toBeUndefined();
    expect(result.findings).toEqual(findings);
  });

  it('leans on evidence that is there', () => {
    expect(waived({ evidence: [evidenceId('here')] }).verdict).toBe('passed');
    const damaged = judge(
      [open],
      { waivers: [{ ...waiver, evidence: [evidenceId('here')] }] },
      { digests: new Map([[evidenceId('here'), 'mismatch']]) },
    );
    expect(damaged.verdict).toBe('missing');
  });

  it('counts from the instant at which it was given, and with what was there by then', () => {
    const verdictOf = (more: Partial<Waiver>, collectedAt = AS_OF) =>
      judgePlan({
        evidence: [evidence('why', { collectedAt })],
        gates: [gate('G', {}, [open])],
        waivers: [{ ...waiver, evidence: [evidenceId('why')], ...more }],
      }).gates.get(gateId('G'))?.verdict;
    expect(verdictOf({ at: AS_OF })).toBe('passed');
    expect(verdictOf({})).toBe('passed');
    expect(verdictOf({}, '2026-06-02T00:00:01Z')).toBe('missing');
    expect(verdictOf({}, 'some day')).toBe('missing');
  });

  it('excuses nothing that is only assumed', () => {
    const project = planOf({ gates: [gate('G', {}, [open])], waivers: [waiver] });
    const evaluation = createEvaluation(project, { asOf: AS_OF });
    const of = ({ gates }: Verdicts) => gates.get(gateId('G'));
    expect(of(evaluation.verdicts)?.verdict).toBe('passed');
    const failed = of(
      evaluation.whatIf([
        { kind: 'condition', gate: gateId('G'), condition: conditionId('open'), verdict: 'failed' },
      ]),
    );
    expect(failed?.verdict).toBe('failed');
    expect(failed?.conditions[0]).toMatchObject({ verdict: 'failed', reason: { code: 'assumed' } });
    expect(failed?.conditions[0]).not.toHaveProperty('waiver');
  });

  it('is not used where a condition passes, nor where it does not apply', () => {
    const passing = waived({ condition: conditionId('ok') }, [ok]);
    expect(passing.conditions[0]?.verdict).toBe('passed');
    const none = { ...ok, notApplicable: { reason: 'no surface' } };
    expect(waived({ condition: conditionId('ok') }, [none]).conditions[0]?.verdict).toBe(
      'not-applicable',
    );
  });

  it('is ignored by a gate that is not to be bypassed, which says so', () => {
    const result = judge([open], { waivers: [waiver], gate: { nonBypassable: true } });
    expect(result.verdict).toBe('missing');
    expect(result.findings).toEqual(['waiver-ignored']);
  });

  it('does not become an observation under not', () => {
    const probe = condition({ kind: 'probe', id: conditionId('open'), probe: 'p' as never });
    const not = condition({ kind: 'not', id: conditionId('not'), of: probe });
    expect(waived({}, [not]).verdict).toBe('unknown');
  });
});

describe('a recorded verdict', () => {
  const recorded = (
    verdict: RecordedVerdict['verdict'],
    conditions: readonly Condition[],
    at?: string,
  ) => judge(conditions, { gate: { declared: { verdict, ...(at === undefined ? {} : { at }) } } });

  it.each([
    [false, 'passed', [ok]],
    [true, 'passed', [open]],
    [true, 'passed', [bad]],
    [true, 'failed', [ok]],
    [false, 'failed', [bad]],
    [false, 'failed', [open]],
    [false, 'unknown', [ok]],
    [false, 'unknown', [bad]],
  ] as const)('contradicts (%s) when it says %s', (contradicts, verdict, conditions) => {
    const result = recorded(verdict, conditions);
    expect(result.contradicts).toBe(contradicts);
    expect(result.declared).toEqual({ verdict });
  });

  it('says nothing before it was recorded', () => {
    expect(recorded('passed', [open], '2026-06-02T00:00:01Z').contradicts).toBe(false);
    expect(recorded('passed', [open], AS_OF).contradicts).toBe(true);
  });
});

describe('a gate that cannot be judged', () => {
  it('is unknown when its id stands twice', () => {
    const verdicts = judgePlan({
      evidence: [evidence('here')],
      gates: [gate('G', {}, [ok]), gate('G', {}, [ok])],
    });
    expect(verdicts.gates.get(gateId('G'))).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'duplicate-id', params: { kind: 'gate', id: 'G' } },
    });
    expect(findingCodes(verdicts)).toEqual(['duplicate-id']);
  });

  it('is unknown when reading it went wrong, and failed when it fails anyway', () => {
    const problems = [{ code: 'x', severity: 'error', affects: ['G'] }] as const;
    expect(judge([ok], {}, { problems })).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'reading-problem', params: { id: 'G' } },
    });
    expect(judge([bad], {}, { problems }).verdict).toBe('failed');
  });

  it.each([
    ['unknown', ['novel']],
    ['unknown', ['anything']],
    ['unknown', ['evidence']],
    ['unknown', ['equals']],
    ['passed', []],
  ])('is %s when %j is critical and not known', (verdict, unknownCritical) => {
    const value = flagged('v', 'yes');
    const more = { evidence: [evidence('here'), flag('yes', true)] };
    expect(judge([ok, value], more, { unknownCritical }).verdict).toBe(verdict);
  });

  it('is only hit by what it uses, where that can be told', () => {
    const verdicts = judgePlan(
      {
        evidence: [evidence('here')],
        gates: [
          gate('G', {}, [ok]),
          gate('H', {}, [condition({ kind: 'any', id: conditionId('any'), of: [unknown, ok] })]),
          gate('I', {}, [{ ...ok, appliesWhen: { condition: unknown, reason: 'r' } }]),
        ],
      },
      { unknownCritical: ['novel'] },
    );
    const found = Object.fromEntries([...verdicts.gates].map(([id, { verdict }]) => [id, verdict]));
    expect(found).toEqual({ G: 'passed', H: 'unknown', I: 'unknown' });
  });

  it('reports a guard of an item that there is not', () => {
    const verdicts = judgePlan({ gates: [gate('G', { nobody: 'start' }, [])] });
    expect(verdicts.findings).toEqual([
      {
        reason: { code: 'guard-unknown', params: { gate: 'G', item: 'nobody' } },
        items: [],
        gates: ['G'],
      },
    ]);
  });
});
