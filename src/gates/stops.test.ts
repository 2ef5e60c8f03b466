import { describe, expect, it } from 'vitest';
import type { Evidence } from '../model/evidence.ts';
import type { StopCondition, StopEvent } from '../model/gate.ts';
import type { AuthorisationRecord, Probe } from '../model/governance.ts';
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
import {
  condition,
  declared,
  evidence,
  findingCodes,
  item,
  itemResult,
  judgePlan,
  type Parts,
  statesOf,
  waits,
  withFacts,
} from './testing/builders.ts';
import { golden } from './testing/golden.ts';

const s = itemId('s');
const stopId = stopConditionId('stop');
const idle = probeId('idle');
const probe: Probe = {
  id: idle,
  title: 'Idle',
  expectations: [{ operator: 'equals', value: 0 }],
};
const safeWhile = condition({ kind: 'probe', probe: idle });

function seen(id: string, value: number, at: string): Evidence {
  return withFacts(id, [{ type: 'observation', probe: idle, value, at }], { collectedAt: at });
}

function stop(more: Partial<StopCondition> = {}): StopCondition {
  return { id: stopId, title: 'Stop', items: [s], safeWhile, ...more };
}

const governance: Parts = {
  roles: [{ id: roleId('lead'), title: 'Lead' }],
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
          demands: [{ role: roleId('lead') }],
        },
      ],
    },
  ],
};

function record(more: Partial<AuthorisationRecord> = {}): AuthorisationRecord {
  return {
    id: authorisationRecordId('r'),
    rule: authorisationRuleId('M-1'),
    role: roleId('lead'),
    form: 'row',
    steps: [s],
    decision: 'granted',
    scope: 'commit',
    at: '2026-05-20T00:00:00Z',
    ...more,
  };
}

const good = seen('good', 0, '2026-06-01T00:00:00Z');
const bad = seen('bad', 3, '2026-06-01T00:00:00Z');
const judge = (parts: Parts) => {
  const items = [item('s', { kind: 'step' })];
  const verdicts = judgePlan({ items, probes: [probe], ...governance, ...parts });
  golden({ items: [...verdicts.items.values()], findings: verdicts.findings });
  return verdicts;
};

describe('a stop', () => {
  it.each([
    ['ready', 'item-ready', [good]],
    ['stopped', 'item-stopped', [bad]],
    ['blocked', 'item-stop-unjudged', []],
  ])('leaves an item %s', (state, code, observed) => {
    const result = itemResult(judge({ stopConditions: [stop()], evidence: observed }), 's');
    expect(result).toMatchObject({ state, reason: { code } });
    if (state !== 'ready') {
      expect(result.ownCauses).toEqual([{ kind: 'stop', stop: 'stop', item: 's' }]);
      expect(result.ownFailure).toBe(state === 'stopped');
    }
  });

  it('halts what is declared complete, and what waits for it', () => {
    const items = [
      declared('s', 'complete', ['link'], { kind: 'step' }),
      item('t', { kind: 'task' }),
    ];
    const plan = (observed: Evidence) =>
      judge({
        items,
        dependencies: waits('t', 's'),
        stopConditions: [stop()],
        evidence: [observed, evidence('link')],
      });
    expect(statesOf(plan(good))).toEqual({ s: 'complete', t: 'ready' });
    expect(statesOf(plan(bad))).toEqual({ s: 'stopped', t: 'blocked' });
  });

  it('without an observation holds what goes on and not what is complete', () => {
    const plan = (entry: ReturnType<typeof item>) =>
      statesOf(judge({ items: [entry], stopConditions: [stop()], evidence: [evidence('link')] }))[
        's'
      ];
    expect(plan(declared('s', 'complete', ['link']))).toBe('complete');
    expect(plan(declared('s', 'in-progress'))).toBe('contradicted');
  });

  it('that a fault hides holds everything', () => {
    const plan = (state: 'mismatch' | 'absent') =>
      judgePlan(
        {
          items: [declared('s', 'complete', ['link'])],
          probes: [probe],
          stopConditions: [stop()],
          evidence: [bad, evidence('link')],
        },
        { digests: new Map([[evidenceId('bad'), state]]) },
      );
    expect(itemResult(plan('mismatch'), 's').state).toBe('contradicted');
    expect(itemResult(plan('absent'), 's').state).toBe('contradicted');
  });

  it('holds for every step where it names no items', () => {
    const { items: _items, ...everywhere } = stop();
    const items = [item('s', { kind: 'step' }), item('t', { kind: 'step' }), item('w')];
    const verdicts = judge({ items, stopConditions: [everywhere], evidence: [bad] });
    expect(statesOf(verdicts)).toEqual({ s: 'stopped', t: 'stopped', w: 'ready' });
  });

  it('of a whole holds its parts', () => {
    const items = [item('s'), item('part', { parent: s })];
    const verdicts = judge({ items, stopConditions: [stop()], evidence: [bad] });
    expect(statesOf(verdicts)).toEqual({ s: 'stopped', part: 'blocked' });
    expect(itemResult(verdicts, 'part')).toMatchObject({ held: true, waitsFor: ['s'] });
  });

  it('without a rule is reported and holds nothing', () => {
    const { safeWhile: _safe, ...prose } = stop();
    const verdicts = judge({ stopConditions: [prose] });
    expect(itemResult(verdicts, 's').state).toBe('ready');
    expect(findingCodes(verdicts)).toEqual(['stop-without-rule']);
  });
});

describe('a latched stop', () => {
  const early = seen('early', 3, '2026-05-10T00:00:00Z');

  it('is not lifted by a later good observation', () => {
    const verdicts = judge({ stopConditions: [stop()], evidence: [early, good] });
    expect(itemResult(verdicts, 's')).toMatchObject({
      state: 'stopped',
      reason: {
        code: 'item-stop-latched',
        params: { stop: 'stop', since: '2026-05-10T00:00:00Z' },
      },
      ownFailure: true,
    });
  });

  it('is found inside a rule that is made of others', () => {
    const all = condition({ kind: 'all', id: conditionId('all'), of: [safeWhile] });
    const verdicts = judge({ stopConditions: [stop({ safeWhile: all })], evidence: [early, good] });
    expect(itemResult(verdicts, 's').state).toBe('stopped');
  });

  it('is not raised by what grows by itself, nor by an expectation that turns with a step', () => {
    const growing = { ...probe, organicGrowth: true };
    const grown = judge({ probes: [growing], stopConditions: [stop()], evidence: [early, good] });
    expect(itemResult(grown, 's').state).toBe('ready');
    const turning = {
      ...probe,
      expectations: [{ before: itemId('t'), operator: 'equals' as const, value: 0 }],
    };
    const turned = judge({
      items: [item('s'), item('t')],
      probes: [turning],
      stopConditions: [stop()],
      evidence: [early, good],
    });
    expect(itemResult(turned, 's').state).toBe('ready');
  });

  const raised: StopEvent = { item: s, at: '2026-05-10T00:00:00Z' };
  const lifted: StopEvent = {
    ...raised,
    finding: evidenceId('finding'),
    authorisation: authorisationRecordId('r'),
    clearedAt: '2026-05-21T00:00:00Z',
  };
  const finding = evidence('finding', { collectedAt: '2026-05-15T00:00:00Z' });
  const withEvent = (event: StopEvent, more: Parts = {}) => {
    const { safeWhile: _safe, ...bare } = stop({ events: [event] });
    return judge({
      stopConditions: [bare],
      authorisations: [record()],
      evidence: [finding],
      ...more,
    });
  };
  const without = (name: keyof StopEvent): StopEvent => {
    const { [name]: _gone, ...rest } = lifted;
    return { item: s, at: raised.at, ...rest };
  };

  it('is raised by an event and lifted by finding, authorisation and instant', () => {
    expect(itemResult(withEvent(raised), 's').state).toBe('stopped');
    const verdicts = withEvent(lifted);
    expect(itemResult(verdicts, 's').state).toBe('ready');
    expect(findingCodes(verdicts)).toEqual([]);
  });

  it('is lifted for observations, too', () => {
    const verdicts = judge({
      stopConditions: [stop({ events: [lifted] })],
      authorisations: [record()],
      evidence: [finding, early, good],
    });
    expect(itemResult(verdicts, 's').state).toBe('ready');
    const again = seen('again', 3, '2026-05-25T00:00:00Z');
    const later = judge({
      stopConditions: [stop({ events: [lifted] })],
      authorisations: [record()],
      evidence: [finding, early, again, good],
    });
    expect(itemResult(later, 's').reason.params).toMatchObject({ since: '2026-05-25T00:00:00Z' });
  });

  it.each<[string, string, StopEvent, Parts]>([
    ['without a finding', 'finding', without('finding'), {}],
    ['with a finding that is not there', 'finding', lifted, { evidence: [] }],
    [
      'with a finding that was rejected',
      'finding',
      lifted,
      { evidence: [evidence('finding', { inadmissible: { reason: 'no' } })] },
    ],
    [
      'with a finding from after the instant of judgement',
      'finding',
      lifted,
      { evidence: [evidence('finding', { collectedAt: '2027-01-01T00:00:00Z' })] },
    ],
    ['without an authorisation', 'authorisation', without('authorisation'), {}],
    ['with an authorisation that is not there', 'authorisation', lifted, { authorisations: [] }],
    [
      'with an authorisation from before it',
      'authorisation',
      lifted,
      { authorisations: [record({ at: raised.at })] },
    ],
    [
      'with an authorisation for another step',
      'authorisation',
      lifted,
      { authorisations: [record({ steps: [itemId('t')] })] },
    ],
    [
      'with an authorisation for several steps',
      'authorisation',
      lifted,
      { authorisations: [record({ steps: [s, itemId('t')] })] },
    ],
    ['with advice', 'authorisation', lifted, { authorisations: [record({ advisory: true })] }],
    [
      'with a refusal',
      'authorisation',
      lifted,
      { authorisations: [record({ decision: 'refused' })] },
    ],
    [
      'with an authorisation under a rule that nobody knows',
      'authorisation',
      lifted,
      { authorisationRules: [] },
    ],
    ['before it was raised', 'clearedAt', { ...lifted, clearedAt: '2026-05-09T00:00:00Z' }, {}],
    [
      'after the instant of judgement',
      'clearedAt',
      { ...lifted, clearedAt: '2026-06-03T00:00:00Z' },
      {},
    ],
  ])('is not lifted %s', (_when, missing, event, more) => {
    const verdicts = withEvent(event, more);
    expect(itemResult(verdicts, 's').state).toBe('stopped');
    const found = verdicts.findings.find(({ reason }) => reason.code === 'lift-incomplete');
    expect(found?.reason.params).toEqual({ stop: 'stop', missing });
  });

  it('holds for its item only, and not before it was raised', () => {
    const other = withEvent({ ...raised, item: itemId('t') });
    expect(itemResult(other, 's').state).toBe('ready');
    const future = withEvent({ ...raised, at: '2026-06-03T00:00:00Z' });
    expect(itemResult(future, 's').state).toBe('ready');
    const unreadable = withEvent({ ...lifted, at: 'then' });
    expect(itemResult(unreadable, 's').state).toBe('stopped');
  });
});
