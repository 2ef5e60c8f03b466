import { describe, expect, it } from 'vitest';
import type { Admission, EvidenceSelector } from '../../model/condition.ts';
import type { Evidence } from '../../model/evidence.ts';
import { evidenceId, roleId } from '../../model/ids.ts';
import type { Reading } from '../../model/project-index.ts';
import { DAY, evidence, judgeGolden, type Parts, YESTERDAY } from '../testing/builders.ts';
import type { EvaluationOptions } from '../types.ts';

interface Case {
  readonly when: string;
  readonly gives: string;
  readonly because: string;
  readonly selector?: EvidenceSelector;
  readonly admission?: Admission;
  readonly minCount?: number;
  readonly entries?: readonly Evidence[];
  readonly reading?: Partial<Reading>;
  readonly options?: Partial<EvaluationOptions>;
  readonly parts?: Parts;
}

const a = evidenceId('a');
const b = evidenceId('b');
const one = [evidence('a')];
const digest = (state: 'match' | 'mismatch' | 'absent' | 'unreadable') => ({
  reading: { digests: new Map([[a, state]]) },
});
const scales = {
  strengthScales: [
    { id: 'browser', levels: ['isolated-component', 'integration', 'browser-path'] },
  ],
};

const CASES: readonly Case[] = [
  { when: 'it is there', gives: 'passed', because: 'evidence-present', entries: one },
  { when: 'there is none', gives: 'missing', because: 'evidence-none', entries: [] },
  {
    when: 'the selector selects nothing',
    gives: 'missing',
    because: 'selector-empty',
    selector: {},
    entries: one,
  },
  {
    when: 'a named one is not there',
    gives: 'missing',
    because: 'evidence-not-found',
    selector: { ids: [b] },
    entries: one,
  },
  {
    when: 'fewer than needed are there',
    gives: 'missing',
    because: 'evidence-too-few',
    minCount: 2,
    entries: one,
  },
  {
    when: 'a minimum of nothing is asked for and there is nothing',
    gives: 'missing',
    because: 'evidence-none',
    minCount: 0,
    entries: [],
  },
  {
    when: 'the minimum is no number',
    gives: 'unknown',
    because: 'not-a-number',
    minCount: Number.NaN,
    entries: one,
  },
  {
    when: 'all properties of the selector match',
    gives: 'passed',
    because: 'evidence-present',
    selector: { kind: 'record', covers: 'W1', path: 'x.json' },
    entries: [evidence('a', { covers: ['W1'], path: 'x.json' })],
  },
  {
    when: 'one property of the selector does not match',
    gives: 'missing',
    because: 'evidence-none',
    selector: { kind: 'record', covers: 'W1', path: 'x.json' },
    entries: [evidence('a', { covers: ['W10'], path: 'x.json' })],
  },
  {
    when: 'a named one has another kind',
    gives: 'missing',
    because: 'evidence-not-found',
    selector: { ids: [a], kind: 'test-report' },
    entries: one,
  },
  {
    when: 'it is exactly as old as allowed',
    gives: 'passed',
    because: 'evidence-present',
    admission: { maxAge: DAY },
    entries: one,
  },
  {
    when: 'it is a second too old',
    gives: 'stale',
    because: 'evidence-stale',
    admission: { maxAge: DAY - 1 },
    entries: one,
  },
  {
    when: 'it was seen recently though collected later',
    gives: 'stale',
    because: 'evidence-stale',
    admission: { maxAge: DAY },
    entries: [evidence('a', { observedAt: '2026-05-30T00:00:00Z' })],
  },
  {
    when: 'the plan allows less age than it has',
    gives: 'stale',
    because: 'evidence-stale',
    parts: { policy: { maxEvidenceAge: 10 } },
    entries: one,
  },
  {
    when: 'the condition allows more age than the plan',
    gives: 'passed',
    because: 'evidence-present',
    admission: { maxAge: 2 * DAY },
    parts: { policy: { maxEvidenceAge: 10 } },
    entries: one,
  },
  {
    when: 'it is only good for a time that has passed',
    gives: 'stale',
    because: 'evidence-expired',
    entries: [evidence('a', { validFor: 60 })],
  },
  {
    when: 'an age matters and it has none',
    gives: 'unknown',
    because: 'evidence-without-time',
    admission: { maxAge: DAY },
    entries: [{ id: a, kind: 'record', name: 'a' }],
  },
  {
    when: 'its time cannot be read',
    gives: 'unknown',
    because: 'time-unreadable',
    entries: [evidence('a', { collectedAt: 'yesterday' })],
  },
  {
    when: 'it comes from after the instant of judgement',
    gives: 'missing',
    because: 'evidence-later',
    entries: [evidence('a', { collectedAt: '2026-06-02T00:00:01Z' })],
  },
  {
    when: 'it is of the commit under judgement',
    gives: 'passed',
    because: 'evidence-present',
    admission: { commit: 'revision' },
    entries: one,
  },
  {
    when: 'it is of another commit',
    gives: 'stale',
    because: 'evidence-other-commit',
    admission: { commit: 'c0ffee' },
    entries: [evidence('a', { commit: 'c0ffe' })],
  },
  {
    when: 'it names no commit',
    gives: 'unknown',
    because: 'evidence-without-commit',
    admission: { commit: 'revision' },
    entries: [{ id: a, kind: 'record', name: 'a' }],
  },
  {
    when: 'it was rejected for its quality',
    gives: 'missing',
    because: 'evidence-inadmissible',
    entries: [evidence('a', { inadmissible: { reason: 'weak waits' } })],
  },
  {
    when: 'somebody else produced it',
    gives: 'missing',
    because: 'evidence-wrong-producer',
    admission: { producers: [roleId('tester')] },
    entries: [evidence('a', { producer: { id: 'x', role: roleId('developer') } })],
  },
  {
    when: 'nobody is named as its producer',
    gives: 'missing',
    because: 'evidence-wrong-producer',
    admission: { producers: [roleId('tester')] },
    entries: one,
  },
  {
    when: 'an accepted role produced it',
    gives: 'passed',
    because: 'evidence-present',
    admission: { producers: [roleId('tester')] },
    entries: [evidence('a', { producer: { id: 'x', role: roleId('tester') } })],
  },
  {
    when: 'it is as strong as needed',
    gives: 'passed',
    because: 'evidence-present',
    admission: { minStrength: 'integration' },
    entries: [evidence('a', { strength: 'browser-path' })],
    parts: scales,
  },
  {
    when: 'it is weaker than needed',
    gives: 'missing',
    because: 'evidence-too-weak',
    admission: { minStrength: 'browser-path' },
    entries: [evidence('a', { strength: 'isolated-component' })],
    parts: scales,
  },
  {
    when: 'its strength is not stated',
    gives: 'missing',
    because: 'evidence-without-strength',
    admission: { minStrength: 'integration' },
    entries: one,
    parts: scales,
  },
  {
    when: 'its strength is on no scale',
    gives: 'unknown',
    because: 'strength-unknown',
    admission: { minStrength: 'integration' },
    entries: [evidence('a', { strength: 'vibes' })],
    parts: scales,
  },
  {
    when: 'the needed strength is on no scale',
    gives: 'unknown',
    because: 'strength-unknown',
    admission: { minStrength: 'integration' },
    entries: [evidence('a', { strength: 'integration' })],
  },
  {
    when: 'its bytes match',
    gives: 'passed',
    because: 'evidence-present',
    entries: one,
    ...digest('match'),
  },
  {
    when: 'its bytes do not match',
    gives: 'unknown',
    because: 'digest-mismatch',
    entries: one,
    ...digest('mismatch'),
  },
  {
    when: 'its file cannot be read',
    gives: 'unknown',
    because: 'evidence-unreadable',
    entries: one,
    ...digest('unreadable'),
  },
  {
    when: 'its file is not there',
    gives: 'missing',
    because: 'evidence-file-absent',
    entries: one,
    ...digest('absent'),
  },
  {
    when: 'nobody compared its bytes and somebody must',
    gives: 'unknown',
    because: 'digest-not-checked',
    entries: one,
    options: { policy: { requireVerifiedDigests: true } },
  },
  {
    when: 'reading it went wrong',
    gives: 'unknown',
    because: 'reading-problem',
    entries: one,
    reading: { problems: [{ code: 'x', severity: 'error', affects: ['a'] }] },
  },
  {
    when: 'reading only left a warning',
    gives: 'passed',
    because: 'evidence-present',
    entries: one,
    reading: { problems: [{ code: 'x', severity: 'warning', affects: ['a'] }] },
  },
  {
    when: 'another one of the same kind is damaged',
    gives: 'unknown',
    because: 'digest-mismatch',
    entries: [evidence('a'), evidence('b')],
    ...digest('mismatch'),
  },
  {
    when: 'another one of the same kind is merely old',
    gives: 'passed',
    because: 'evidence-present',
    admission: { maxAge: DAY },
    entries: [evidence('a', { collectedAt: '2026-01-01T00:00:00Z' }), evidence('b')],
  },
  {
    when: 'it is replaced by one that is too old itself',
    gives: 'stale',
    because: 'evidence-stale',
    admission: { maxAge: DAY },
    entries: [
      evidence('a'),
      evidence('b', { collectedAt: '2026-01-01T00:00:00Z', supersedes: [a] }),
    ],
  },
  {
    when: 'what replaces it did not exist yet',
    gives: 'passed',
    because: 'evidence-present',
    entries: [
      evidence('a'),
      evidence('b', { collectedAt: '2027-01-01T00:00:00Z', supersedes: [a] }),
    ],
  },
];

describe('evidence', () => {
  it.each(CASES)('is $gives when $when', ({ gives, because, ...given }) => {
    const { selector = { kind: 'record' }, admission = {}, minCount, entries = [] } = given;
    const result = judgeGolden(
      {
        kind: 'evidence',
        evidence: selector,
        ...admission,
        ...(minCount === undefined ? {} : { minCount }),
      },
      { evidence: entries, ...given.parts },
      given.reading,
      given.options,
    );
    expect({ verdict: result.verdict, code: result.reason.code }).toEqual({
      verdict: gives,
      code: because,
    });
  });

  it('names what counted, with its digest, and counts it', () => {
    const result = judgeGolden(
      { kind: 'evidence', evidence: { kind: 'record' } },
      { evidence: [evidence('b'), evidence('a'), evidence('c', { kind: 'other' })] },
      { digests: new Map([[b, 'match']]) },
    );
    expect(result.uses).toEqual([{ evidence: 'a' }, { evidence: 'b', digest: 'match' }]);
    expect(result.actual).toEqual({ value: 2, of: 'evidence' });
    expect(result.expected).toEqual({ value: 1, operator: 'at-least', of: 'evidence' });
  });

  it('names a superseded piece by what replaces it', () => {
    const entries = [
      evidence('a'),
      evidence('b', { supersedes: [a], inadmissible: { reason: 'no' } }),
    ];
    const result = judgeGolden(
      { kind: 'evidence', evidence: { kind: 'record' } },
      { evidence: entries },
    );
    expect(result.verdict).toBe('missing');
    expect(result.reason).toEqual({
      code: 'evidence-superseded',
      params: { evidence: 'a', by: 'b' },
    });
    expect(result.uses.map((use) => use.evidence)).toEqual(['a', 'b']);
  });

  it('gives the same answer to a hundred pieces whatever their order', () => {
    const many = Array.from({ length: 100 }, (_, at) =>
      evidence(`e${at}`, { collectedAt: at % 3 === 0 ? '2026-01-01T00:00:00Z' : YESTERDAY }),
    );
    const ask = (entries: readonly Evidence[]) =>
      judgeGolden(
        { kind: 'evidence', evidence: { kind: 'record' }, maxAge: DAY, minCount: 66 },
        { evidence: entries },
      );
    expect(ask(many).verdict).toBe('passed');
    expect(ask([...many].reverse())).toEqual(ask(many));
  });
});
