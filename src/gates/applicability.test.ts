import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  conditionId,
  definitionId,
  evidenceId,
  gateId,
  metricId,
  probeId,
  roleId,
} from '../model/ids.ts';
import {
  condition,
  evidence,
  flag,
  flagged,
  gate,
  judgeCondition,
  needs,
  type Parts,
  withFacts,
} from './testing/builders.ts';

const bad = flagged('bad', 'no');
const ok = needs('ok', 'here');
const few = condition({
  kind: 'tests',
  id: conditionId('few'),
  evidence: { ids: [evidenceId('report')] },
  minCases: 9,
});
const none: Condition = { ...ok, id: conditionId('none'), notApplicable: { reason: 'r' } };
const all = (...of: Condition[]) => condition({ kind: 'all', id: conditionId('all'), of });
const any = (...of: Condition[]) => condition({ kind: 'any', id: conditionId('any'), of });
const two = (...of: Condition[]) =>
  condition({ kind: 'at-least', id: conditionId('two'), count: 2, of });
const asks = (id: string) =>
  condition({ kind: 'gate', id: conditionId(`asks-${id}`), gate: gateId(id) });

const leave = condition({
  kind: 'authorisation',
  id: conditionId('leave'),
  rule: authorisationRuleId('rule'),
});
const review = condition({
  kind: 'review',
  id: conditionId('review'),
  role: roleId('lead'),
  subject: 'W1',
});

const observed = condition({ kind: 'probe', id: conditionId('seen'), probe: probeId('rows') });
const slow = condition({
  kind: 'metric',
  id: conditionId('slow'),
  metric: metricId('lag'),
  aggregate: 'max',
  operator: 'at-most',
  target: 1,
  unit: 's',
});

const parts: Parts = {
  probes: [
    {
      id: probeId('rows'),
      title: 'Rows',
      expectations: [{ operator: 'equals', value: 0 }],
    },
  ],
  metrics: [
    {
      id: metricId('lag'),
      title: 'Lag',
      unit: 's',
      better: 'lower',
      evidence: [evidenceId('here')],
      series: { t: [Date.parse('2026-06-01T00:00:00Z')], v: [2] },
    },
  ],
  roles: [{ id: roleId('lead'), title: 'Lead' }],
  authorisationRules: [
    {
      id: authorisationRuleId('rule'),
      title: 'Rule',
      perStep: false,
      definitions: [
        {
          id: definitionId('D'),
          title: 'D',
          from: '2026-01-01T00:00:00Z',
          demands: [{ role: roleId('lead'), quorum: 1 }],
        },
      ],
    },
  ],
  authorisations: [
    {
      id: authorisationRecordId('r'),
      rule: authorisationRuleId('rule'),
      role: roleId('lead'),
      person: 'ann',
      form: 'row',
      steps: [],
      decision: 'refused',
      scope: 'commit',
      at: '2026-06-01T00:00:00Z',
    },
  ],
  evidence: [
    withFacts('observation', [
      { type: 'observation', probe: probeId('rows'), value: 1, at: '2026-06-01T00:00:00Z' },
    ]),
    withFacts('objection', [
      {
        type: 'review',
        role: roleId('lead'),
        person: 'ann',
        subject: 'W1',
        decision: 'rejected',
        at: '2026-06-01T00:00:00Z',
      },
    ]),
    evidence('here'),
    flag('no', false),
    withFacts('report', [{ type: 'tests', total: 1, passed: 1, failed: 0 }]),
  ],
  gates: [
    gate('fails', {}, [bad]),
    gate('few', {}, [few]),
    gate('informs', {}, [few, { ...bad, blocking: false }]),
    gate('behind', {}, [asks('fails')]),
  ],
};

/** Whether a rule that is judged failed excuses the condition that it stands before. */
function excuses(rule: Condition): boolean {
  expect(judgeCondition(rule, parts).verdict).toBe('failed');
  const missing = needs('missing', 'gone');
  const ruled = { ...missing, appliesWhen: { condition: rule, reason: 'elsewhere' } };
  return judgeCondition(ruled, parts).verdict === 'not-applicable';
}

describe('a rule of applicability excuses', () => {
  it.each<[string, boolean, Condition]>([
    ['what was seen not to hold', true, bad],
    ['not by too few tests, which may be what is left of enough', false, few],
    ['by one of all', true, all(ok, bad)],
    ['not by one of all that only fell short', false, all(ok, few)],
    ['by all of any', true, any(bad, bad)],
    ['not by one of any that only fell short', false, any(bad, few)],
    ['by so many that too few are left', true, two(bad, bad, ok)],
    ['not by too few that were seen', false, two(bad, few, ok)],
    ['without counting what does not apply', true, two(bad, none, ok)],
    ['by a gate that was seen to fail', true, asks('fails')],
    ['not by a gate that only fell short', false, asks('few')],
    ['not by what only informs', false, asks('informs')],
    ['not by a gate behind a gate', false, asks('behind')],
    ['not by a refusal, which a grant may have outweighed', false, leave],
    ['not by an observation, which a later one may have followed', false, observed],
    ['by numbers that stand in evidence that is named', true, slow],
    ['not by a review that objects, which a later one may have answered', false, review],
  ])('%s: %s', (_what, expected, rule) => {
    expect(excuses(rule)).toBe(expected);
  });
});
