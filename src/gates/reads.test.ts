import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import {
  authorisationRuleId,
  budgetId,
  conditionId,
  definitionId,
  deliverableId,
  documentId,
  evidenceId,
  gateId,
  itemId,
  metricId,
  probeId,
  roleId,
} from '../model/ids.ts';
import type { ReadSink } from './handler.ts';
import { readsOf } from './reads.ts';
import { type Bare, condition, needs, type Parts, planOf } from './testing/builders.ts';

const w1 = itemId('W1');
const w2 = itemId('W2');
const rule = (id: string, more: { perStep?: boolean; partOf?: string } = {}) => ({
  id: authorisationRuleId(id),
  title: id,
  perStep: more.perStep ?? true,
  definitions: [
    { id: definitionId(`${id}.1`), title: id, from: '2026-01-01T00:00:00Z', demands: [] },
  ],
  ...(more.partOf === undefined ? {} : { partOf: authorisationRuleId(more.partOf) }),
});

const parts: Parts = {
  authorisationRules: [
    rule('umbrella', { partOf: 'inner' }),
    rule('part', { partOf: 'umbrella' }),
    rule('inner', { partOf: 'part', perStep: false }),
    rule('other'),
  ],
  metrics: [
    {
      id: metricId('spend'),
      title: 'Spend',
      unit: 'EUR',
      better: 'lower',
      evidence: [evidenceId('bill')],
      seriesFile: { path: 'spend.csv', timeColumn: 't', valueColumn: 'v' },
    },
    { id: metricId('bare'), title: 'Bare', unit: 'ms', better: 'lower', evidence: [] },
  ],
  budgets: [
    {
      id: budgetId('money'),
      title: 'Money',
      currency: 'EUR',
      spend: metricId('spend'),
      statedIn: [
        { source: { path: 'plan.md' }, dailyCap: 1 },
        { source: { path: 'bill.csv' }, evidence: evidenceId('note'), dailyCap: 2 },
      ],
    },
    { id: budgetId('idle'), title: 'Idle', currency: 'EUR' },
  ],
  probes: [
    {
      id: probeId('rows'),
      title: 'Rows',
      expectations: [
        { operator: 'equals', value: 0, before: w1 },
        { operator: 'equals', value: 9, after: w2 },
      ],
    },
  ],
  contracts: [
    {
      id: 'c',
      title: 'C',
      categories: [],
      deliverables: [
        {
          id: deliverableId('d'),
          title: 'D',
          path: 'd.ts',
          category: 'code',
          kind: 'source',
          measuredBy: evidenceId('measure'),
        },
        { id: deliverableId('plain'), title: 'P', path: 'p.ts', category: 'code', kind: 'source' },
      ],
    },
  ],
  documents: [
    { id: documentId('doc'), path: 'doc.md', title: 'Doc', evidence: [evidenceId('scan')] },
  ],
};

/** Everything that a condition says it looks at, each as one line. */
function named(asked: Condition): readonly string[] {
  const found: string[] = [];
  const sink: ReadSink = {
    gate: (id) => found.push(`gate ${id}`),
    item: (id) => found.push(`item ${id}`),
    declared: (id) => found.push(`declared ${id}`),
    evidence: (id) => found.push(`evidence ${id}`),
    evidenceBy: (property, value) => found.push(`${property} ${value}`),
    rule: (id, step) => found.push(`rule ${id} for ${step ?? 'the plan'}`),
  };
  readsOf(asked, planOf(parts), sink);
  return found.sort();
}

const pointer = { kind: 'json', pointer: '/v' } as const;

describe('what a condition looks at', () => {
  it.each<[Bare<Condition>, readonly string[]]>([
    [
      { kind: 'evidence', evidence: { ids: [evidenceId('a'), evidenceId('b')], kind: 'x' } },
      ['evidence a', 'evidence b'],
    ],
    [{ kind: 'evidence', evidence: { path: 'p', covers: 'W1', kind: 'x' } }, ['path p']],
    [{ kind: 'tests', evidence: { covers: 'W1', kind: 'x' } }, ['covers W1']],
    [{ kind: 'tests', evidence: { kind: 'x' } }, ['kind x']],
    [{ kind: 'tests', evidence: {} }, []],
    [
      {
        kind: 'metric',
        metric: metricId('spend'),
        aggregate: 'p95',
        operator: 'at-most',
        target: 1,
        unit: 'EUR',
      },
      ['evidence bill', 'path spend.csv', 'series spend'],
    ],
    [
      {
        kind: 'metric',
        metric: metricId('bare'),
        aggregate: 'p95',
        operator: 'at-most',
        target: 1,
        unit: 'ms',
      },
      ['series bare'],
    ],
    [
      { kind: 'budget', budget: budgetId('money'), check: 'caps' },
      ['evidence bill', 'evidence note', 'path spend.csv', 'series spend'],
    ],
    [{ kind: 'budget', budget: budgetId('idle'), check: 'caps' }, []],
    [{ kind: 'budget', budget: budgetId('nobody'), check: 'caps' }, []],
    [
      { kind: 'authorisation', rule: authorisationRuleId('umbrella'), step: w1 },
      ['declared W1', 'rule inner for the plan', 'rule part for W1', 'rule umbrella for W1'],
    ],
    [
      { kind: 'authorisation', rule: authorisationRuleId('inner') },
      ['rule inner for the plan', 'rule part for the plan', 'rule umbrella for the plan'],
    ],
    [
      { kind: 'probe', probe: probeId('rows'), step: w1 },
      ['declared W1', 'item W1', 'item W2', 'observation rows'],
    ],
    [{ kind: 'probe', probe: probeId('nobody') }, ['observation nobody']],
    [{ kind: 'rehearsal', step: w1 }, ['declared W1', 'rehearsal W1']],
    [
      { kind: 'deliverable', deliverable: deliverableId('d') },
      ['evidence measure', 'file d.ts', 'path d.ts'],
    ],
    [{ kind: 'deliverable', deliverable: deliverableId('plain') }, ['file p.ts', 'path p.ts']],
    [{ kind: 'deliverable', deliverable: deliverableId('nobody') }, []],
    [
      { kind: 'cross-check', left: { evidence: evidenceId('a'), pointer }, right: { value: 1 } },
      ['evidence a'],
    ],
    [{ kind: 'value', evidence: evidenceId('a'), pointer, operator: 'exists' }, ['evidence a']],
    [{ kind: 'attestation', predicateType: 'type' }, ['attestation type']],
    [
      { kind: 'attestation', predicateType: 'type', subject: 'a.zip' },
      ['attestation type', 'path a.zip'],
    ],
    [{ kind: 'document', document: documentId('doc') }, ['evidence scan']],
    [{ kind: 'document', document: documentId('nobody') }, []],
    [{ kind: 'review', role: roleId('lead'), subject: 'W1' }, ['review W1']],
    [{ kind: 'gate', gate: gateId('G') }, ['gate G']],
    [{ kind: 'unrecognised', originalKind: 'novel', original: {} }, []],
  ])('%j', (bare, expected) => {
    expect(named(condition(bare))).toEqual(expected);
  });

  it('is also what its parts and its rules of applicability look at', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => needs(id, id));
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error();
    const inner = condition({ kind: 'at-least', id: conditionId('n'), count: 1, of: [a, b] });
    const asked = condition({
      kind: 'any',
      of: [
        condition({ kind: 'all', id: conditionId('l'), of: [inner] }),
        { ...c, appliesWhen: { condition: d, reason: 'elsewhere' } },
        condition({
          kind: 'not',
          id: conditionId('t'),
          of: condition({ kind: 'probe', id: conditionId('p'), probe: probeId('x') }),
        }),
      ],
    });
    expect(named(asked)).toEqual([
      'evidence a',
      'evidence b',
      'evidence c',
      'evidence d',
      'observation x',
    ]);
  });
});
