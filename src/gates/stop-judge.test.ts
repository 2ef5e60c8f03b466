import { describe, expect, it } from 'vitest';
import { buildProject } from '../model/build-project.ts';
import type { Condition } from '../model/condition.ts';
import type { Evidence } from '../model/evidence.ts';
import type { StopCondition, StopEvent } from '../model/gate.ts';
import type { Probe } from '../model/governance.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  conditionId,
  definitionId,
  evidenceId,
  itemId,
  probeId,
  roleId,
  stopConditionId,
} from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import { Engine } from './evaluation.ts';
import type { ReasonCode } from './reason-codes.ts';
import { judgeStop, missingToLift } from './stop-judge.ts';
import { AS_OF, condition, contentOf, evidence, item, withFacts } from './testing/builders.ts';
import type { ConditionResult, ConditionVerdict } from './types.ts';

const s = itemId('s');
const rows = probeId('rows');
const [early, later] = ['2026-05-10T00:00:00Z', '2026-05-20T00:00:00Z'];
const ms = (time: string) => Date.parse(time);

const contextOf = (parts: Partial<ProjectContent>) =>
  new Engine(buildProject(contentOf({ items: [item('s')], ...parts })), { asOf: AS_OF }).context;
const seen = (value: string | number, at: string): Evidence =>
  withFacts(`seen-${value}-${at}`, [{ type: 'observation', probe: rows, value, at }], {
    collectedAt: at,
  });
const stop = (more: Partial<StopCondition> = {}): StopCondition => ({
  id: stopConditionId('stop'),
  title: 'Stop',
  items: [s],
  ...more,
});
const safe = (verdict: ConditionVerdict, code: ReasonCode = 'evidence-none'): ConditionResult => ({
  id: conditionId('safe'),
  kind: 'probe',
  title: 'Safe',
  blocking: true,
  verdict,
  reason: { code },
  uses: [],
});

describe('how a stop stands', () => {
  it.each<readonly [ConditionVerdict, string]>([
    ['passed', 'clear'],
    ['waived', 'clear'],
    ['not-applicable', 'clear'],
    ['failed', 'holding'],
    ['missing', 'unjudged'],
    ['stale', 'unjudged'],
    ['unknown', 'unknown'],
  ])('when its state of safety is %s: %s', (verdict, is) => {
    expect(judgeStop(contextOf({}), stop(), s, safe(verdict))).toEqual({ is });
  });

  it('is unknown where a fault hides what is missing, and clear without a rule', () => {
    const faulty = safe('missing', 'digest-mismatch');
    expect(judgeStop(contextOf({}), stop(), s, faulty)).toEqual({ is: 'unknown' });
    expect(judgeStop(contextOf({}), stop(), s, undefined)).toEqual({ is: 'clear' });
  });

  it('is seen to be violated before anything that was raised', () => {
    const raised = stop({ events: [{ item: s, at: early }] });
    expect(judgeStop(contextOf({}), raised, s, safe('failed'))).toEqual({ is: 'holding' });
    expect(judgeStop(contextOf({}), raised, s, safe('passed'))).toEqual({
      is: 'latched',
      since: ms(early),
    });
  });
});

describe('what was raised', () => {
  const events = (...at: readonly string[]) =>
    stop({ events: at.map((time) => ({ item: s, at: time })) });

  it('holds since the oldest that is open', () => {
    expect(judgeStop(contextOf({}), events(later, early), s, undefined)).toEqual({
      is: 'latched',
      since: ms(early),
    });
  });

  it('holds from its instant on, and nobody else', () => {
    expect(judgeStop(contextOf({}), events(AS_OF), s, undefined).is).toBe('latched');
    expect(judgeStop(contextOf({}), events('2026-06-02T00:00:01Z'), s, undefined).is).toBe('clear');
    expect(judgeStop(contextOf({}), events(early), itemId('t'), undefined).is).toBe('clear');
  });

  const probe = (more: Partial<Probe> = {}): Probe => ({
    id: rows,
    title: 'Rows',
    expectations: [{ operator: 'equals', value: 0 }],
    ...more,
  });
  const watches = condition({ kind: 'probe', probe: rows });
  const latched = (by: Condition, of: Probe, ...observed: readonly Evidence[]) => {
    const watching = stop({ safeWhile: by });
    const context = contextOf({ probes: [of], evidence: observed, stopConditions: [watching] });
    const standing = judgeStop(context, watching, s, safe('passed'));
    return standing.is === 'latched' ? new Date(standing.since).toISOString() : standing.is;
  };
  const since = (time: string) => time.replace('Z', '.000Z');

  it('may have been seen: each observation that broke what holds at all times', () => {
    const seenTwice = [seen(3, later), seen(4, early), seen(0, AS_OF)];
    expect(latched(watches, probe(), ...seenTwice)).toBe(since(early));
    expect(latched(watches, probe(), seen(0, early))).toBe('clear');
    expect(latched(watches, probe())).toBe('clear');
  });

  it('may have been seen by any of the rules that all must hold, however deep', () => {
    const one = (id: string, kind: 'all' | 'any', of: Condition): Condition =>
      condition({ kind, id: conditionId(id), of: [of] });
    const deep = one('a', 'all', one('b', 'all', watches));
    expect(latched(deep, probe(), seen(3, early))).toBe(since(early));
    expect(latched(one('a', 'any', watches), probe(), seen(3, early))).toBe('clear');
  });

  it('was not seen where the expectation turns with a step, or compares two observations', () => {
    const turning = probe({ expectations: [{ operator: 'equals', value: 0, before: s }] });
    const after = probe({ expectations: [{ operator: 'equals', value: 0, after: s }] });
    const unchanged = probe({ expectations: [{ operator: 'unchanged' }] });
    for (const own of [turning, after, unchanged, probe({ expectations: [] })]) {
      expect(latched(watches, own, seen(3, early), seen(4, later))).toBe('clear');
    }
    const two = probe({
      expectations: [
        { operator: 'equals', value: 9, after: s },
        { operator: 'at-most', value: 2 },
      ],
    });
    expect(latched(watches, two, seen(3, early))).toBe(since(early));
    expect(latched(watches, two, seen(2, early))).toBe('clear');
  });

  it('was not seen where a table only grew that grows by itself', () => {
    const growing = probe({
      organicGrowth: true,
      expectations: [{ operator: 'equals', value: 5 }],
    });
    expect(latched(watches, growing, seen(9, early))).toBe('clear');
    expect(latched(watches, growing, seen(5, early))).toBe('clear');
    expect(latched(watches, growing, seen(4, early))).toBe(since(early));
    const fixed = probe({ expectations: [{ operator: 'equals', value: 5 }] });
    expect(latched(watches, fixed, seen(9, early))).toBe(since(early));
    const words = probe({
      organicGrowth: true,
      expectations: [{ operator: 'equals', value: 'a' }],
    });
    expect(latched(watches, words, seen('b', early))).toBe(since(early));
  });
});

describe('what is lacking to lift a stop', () => {
  const role = roleId('lead');
  const event: StopEvent = {
    item: s,
    at: early,
    clearedAt: later,
    finding: evidenceId('finding'),
    authorisation: authorisationRecordId('r'),
  };
  const lacking = (own: Partial<StopEvent>, more: Partial<ProjectContent> = {}) =>
    missingToLift(
      contextOf({
        roles: [{ id: role, title: 'Lead' }],
        authorisationRules: [
          {
            id: authorisationRuleId('M-1'),
            title: 'M-1',
            perStep: true,
            definitions: [
              {
                id: definitionId('D'),
                title: 'D',
                from: '2026-01-01T00:00:00Z',
                demands: [{ role: roleId('nobody') }, { role }],
              },
            ],
          },
        ],
        authorisations: [record('other', '2026-05-12T00:00:00Z', 't'), record('r', later, 's')],
        evidence: [evidence('finding', { collectedAt: later })],
        ...more,
      }),
      { ...event, ...own },
    );
  const record = (id: string, at: string, step: string) => ({
    id: authorisationRecordId(id),
    rule: authorisationRuleId('M-1'),
    role,
    form: 'row' as const,
    steps: [itemId(step)],
    decision: 'granted' as const,
    scope: 'commit' as const,
    at,
  });

  it('is nothing with an instant, a finding and a leave that came after it', () => {
    expect(lacking({})).toBeUndefined();
    expect(lacking({ clearedAt: AS_OF })).toBeUndefined();
    expect(lacking({ clearedAt: early })).toBeUndefined();
  });

  it('is an instant between the stop and now', () => {
    expect(lacking({ clearedAt: '2026-05-09T23:59:59Z' })).toBe('clearedAt');
    expect(lacking({ clearedAt: '2026-06-02T00:00:01Z' })).toBe('clearedAt');
    expect(lacking({ clearedAt: 'some day' })).toBe('clearedAt');
    expect(lacking({ at: 'some day' })).toBe('clearedAt');
  });

  it('is a finding that was there and can be believed', () => {
    const finding = (more: Partial<Evidence>) => ({ evidence: [evidence('finding', more)] });
    expect(lacking({}, finding({ collectedAt: AS_OF }))).toBeUndefined();
    expect(lacking({}, finding({ collectedAt: '2026-06-02T00:00:01Z' }))).toBe('finding');
    expect(lacking({}, finding({ inadmissible: { reason: 'no' } }))).toBe('finding');
    expect(lacking({ finding: evidenceId('lost') })).toBe('finding');
    const { collectedAt: _time, ...timeless } = evidence('finding');
    expect(lacking({}, { evidence: [timeless] })).toBeUndefined();
  });

  it('is a leave that was given after the stop and until now, for this very step', () => {
    const given = (at: string) => lacking({}, { authorisations: [record('r', at, 's')] });
    expect(given(AS_OF)).toBeUndefined();
    expect(given(early)).toBe('authorisation');
    expect(given('2026-06-02T00:00:01Z')).toBe('authorisation');
    expect(given('some day')).toBe('authorisation');
    expect(lacking({ authorisation: authorisationRecordId('other') })).toBe('authorisation');
    expect(lacking({}, { authorisationRules: [] })).toBe('authorisation');
    expect(lacking({}, { roles: [{ id: role, title: 'Lead', advisory: true }] })).toBe(
      'authorisation',
    );
    expect(lacking({}, { roles: [] })).toBe('authorisation');
  });
});
