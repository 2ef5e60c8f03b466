import { beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '../model/evidence.ts';
import { evidenceId, itemId, roleId } from '../model/ids.ts';
import { evidenceDetail, evidencePage, evidenceReferences } from './evidence.ts';
import { condition, planOf } from './testing/plan.ts';
import type { EvidenceQuery } from './types.ts';

const piece = (id: string, own: Partial<Evidence> = {}): Evidence => ({
  id: evidenceId(id),
  kind: 'report',
  name: `Name ${id}`,
  ...own,
});

const uses = (...ids: readonly string[]) => ({
  uses: ids.map((id) => ({ evidence: evidenceId(id) })),
});

const plan = () =>
  planOf({
    items: {
      A: { state: 'complete', item: { evidence: [evidenceId('linked')] } },
      B: { state: 'ready' },
    },
    gates: {
      G: {
        guards: ['A complete'],
        conditions: [
          condition('plain', 'passed', uses('report', 'report')),
          condition('both', 'failed', {
            kind: 'all',
            ...uses('report', 'log'),
            parts: [
              condition('left', 'passed', uses('report')),
              condition('right', 'failed', uses('log')),
            ],
          }),
        ],
      },
      H: { conditions: [condition('again', 'stale', uses('log'))] },
    },
    evidence: [
      piece('report', {
        size: 10,
        collectedAt: '2026-05-02T00:00:00Z',
        producer: { id: 'ci' },
        path: 'evidence/Report.json',
        mediaType: 'application/json',
        warnings: ['odd'],
        inadmissible: { reason: 'weak waits' },
      }),
      piece('log', {
        kind: 'log',
        size: 30,
        collectedAt: '2026-05-01T00:00:00Z',
        producer: { id: 'bot', role: roleId('chat') },
      }),
      piece('linked', { kind: 'log' }),
      piece('covering', { covers: ['B'], producer: { id: 'bot', advisory: true } }),
      piece('orphan'),
    ],
    content: { roles: [{ id: roleId('chat'), title: 'Chat', advisory: true }] },
    reading: { digests: new Map([[evidenceId('log'), 'mismatch']]) },
  });

/** A new plan for each test: what is derived is remembered with the plan. */
let context = plan();
beforeEach(() => {
  context = plan();
});

function idsOf(query: Partial<EvidenceQuery>): readonly string[] {
  return evidencePage(context, { offset: 0, limit: 100, ...query }).rows.map(({ id }) => id);
}

describe('what relies on evidence', () => {
  it('is the innermost condition, once for each', () => {
    const of = (id: string) =>
      (evidenceReferences(context).get(evidenceId(id)) ?? []).map(({ gate, condition: own }) => [
        gate,
        own,
      ]);
    expect(of('report')).toEqual([
      ['G', 'plain'],
      ['G', 'left'],
    ]);
    expect(of('log')).toEqual([
      ['G', 'right'],
      ['H', 'again'],
    ]);
    expect(of('orphan')).toEqual([]);
  });
});

describe('the page of evidence', () => {
  it('tells what is used from orphans', () => {
    expect(idsOf({ use: 'used' })).toEqual(['report', 'log']);
    expect(idsOf({ use: 'orphan' })).toEqual(['linked', 'covering', 'orphan']);
  });

  it('shows what belongs to an item or a gate', () => {
    expect(idsOf({ item: 'A' })).toEqual(['report', 'log', 'linked']);
    expect(idsOf({ item: 'B' })).toEqual(['covering']);
    expect(idsOf({ gate: 'H' })).toEqual(['log']);
    expect(idsOf({ gate: 'none' })).toEqual([]);
  });

  it('finds text in names, paths, kinds and producers, whatever the case', () => {
    expect(idsOf({ text: ' REPORT.json ' })).toEqual(['report']);
    expect(idsOf({ text: 'bot' })).toEqual(['log', 'covering']);
    expect(idsOf({ text: 'name l' })).toEqual(['log', 'linked']);
    expect(idsOf({ text: 'nothing' })).toEqual([]);
  });

  it('sorts both ways and keeps the order of the bundle among equals', () => {
    expect(idsOf({ sort: 'size' })).toEqual(['linked', 'covering', 'orphan', 'report', 'log']);
    expect(idsOf({ sort: 'size', descending: true })).toEqual([
      'log',
      'report',
      'linked',
      'covering',
      'orphan',
    ]);
    expect(idsOf({ sort: 'collectedAt' }).slice(3)).toEqual(['log', 'report']);
    expect(idsOf({ sort: 'name' })[0]).toBe('covering');
    expect(idsOf({ sort: 'kind' }).slice(0, 2)).toEqual(['log', 'linked']);
    expect(idsOf({ sort: 'usedBy', descending: true }).slice(0, 2)).toEqual(['report', 'log']);
  });

  it('cuts pages, and counts kinds apart from the chosen kind', () => {
    const page = evidencePage(context, { kind: 'log', offset: 1, limit: 1 });
    expect(page.rows.map(({ id }) => id)).toEqual(['linked']);
    expect(page.total).toBe(2);
    expect(page.kinds).toEqual([
      { kind: 'report', count: 3 },
      { kind: 'log', count: 2 },
    ]);
    expect(evidencePage(context, { offset: -5, limit: -1 }).rows).toEqual([]);
  });
});

describe('the detail of evidence', () => {
  it('has the row, with what is known of its bytes and its producer', () => {
    expect(evidenceDetail(context, 'report')?.row).toEqual({
      id: 'report',
      kind: 'report',
      name: 'Name report',
      path: 'evidence/Report.json',
      mediaType: 'application/json',
      size: 10,
      collectedAt: '2026-05-02T00:00:00Z',
      producer: 'ci',
      advisory: false,
      digest: 'unchecked',
      usedBy: 2,
      warnings: 2,
    });
    expect(evidenceDetail(context, 'log')).toMatchObject({
      row: { digest: 'mismatch', advisory: true, usedBy: 2 },
      references: [
        { gate: 'G', gateTitle: 'Gate G', condition: 'right', verdict: 'failed' },
        { gate: 'H', condition: 'again', verdict: 'stale' },
      ],
    });
    expect(evidenceDetail(context, 'covering')?.row.advisory).toBe(true);
    expect(evidenceDetail(context, String(itemId('A')))).toBeUndefined();
  });
});
