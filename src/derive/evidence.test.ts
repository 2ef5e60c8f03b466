import { beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '../model/evidence.ts';
import { evidenceId, itemId, roleId } from '../model/ids.ts';
import { evidenceReferences } from './evidence.ts';
import { evidencePage } from './evidence-page.ts';
import { evidenceDetail } from './evidence-rows.ts';
import type { EvidenceQuery } from './evidence-types.ts';
import { condition, planOf } from './testing/plan.ts';

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

  it('puts what is not known before everything that is', () => {
    const pieces = [
      piece('b', { size: 1, collectedAt: '2026-05-01T00:00:00Z' }),
      piece('c', { size: 0 }),
      piece('a', { collectedAt: '0000-01-01T00:00:00Z' }),
      piece('d'),
    ];
    const plain = planOf({
      items: {},
      gates: {
        G: {
          conditions: [
            condition('1', 'passed', uses('b', 'c')),
            condition('2', 'passed', uses('b')),
          ],
        },
      },
      evidence: pieces,
    });
    const sorted = (sort: EvidenceQuery['sort']) =>
      evidencePage(plain, { offset: 0, limit: 9, ...(sort === undefined ? {} : { sort }) })
        .rows.map(({ id }) => id)
        .join('');
    expect(sorted('size')).toBe('adcb');
    expect(sorted('collectedAt')).toBe('cdab');
    expect(sorted('usedBy')).toBe('adcb');
    expect(sorted('name')).toBe('abcd');
    expect(sorted(undefined)).toBe('bcad');
  });

  it('lists kinds by how often they occur, then by name', () => {
    const kinds = ['z', 'y', 'x', 'y', 'w', 'z'];
    const evidence = kinds.map((kind, at) => piece(`${at}`, { kind }));
    const page = evidencePage(planOf({ items: {}, evidence }), { offset: 0, limit: 0 });
    expect(page.kinds.map(({ kind, count }) => `${kind}${count}`)).toEqual([
      'y2',
      'z2',
      'w1',
      'x1',
    ]);
  });

  it('of an item that is not there is empty', () => {
    expect(idsOf({ item: 'nobody' })).toEqual([]);
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
      bound: null,
      usedBy: 2,
      gates: 1,
      warnings: 2,
      states: ['remarked'],
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

  it('has only what is known', () => {
    expect(evidenceDetail(context, 'orphan')).toStrictEqual({
      evidence: piece('orphan'),
      row: {
        id: 'orphan',
        kind: 'report',
        name: 'Name orphan',
        advisory: false,
        digest: 'unchecked',
        bound: null,
        usedBy: 0,
        gates: 0,
        warnings: 0,
        states: [],
      },
      references: [],
      relations: { supersedes: [], supersededBy: [], sameName: [], sameBytes: [] },
    });
    expect(evidenceDetail(context, 'report')?.references[0]).toStrictEqual({
      gate: 'G',
      gateTitle: 'Gate G',
      condition: 'plain',
      title: 'Condition plain',
      verdict: 'passed',
    });
  });

  it('points to the place in the file, and calls an unknown gate by its id', () => {
    const pointer = { kind: 'json', pointer: '/a' } as const;
    const known = planOf({
      items: {},
      gates: {
        G: {
          conditions: [
            condition('c', 'passed', { uses: [{ evidence: evidenceId('e'), pointer }] }),
          ],
        },
      },
      evidence: [piece('e')],
    });
    expect(evidenceDetail(known, 'e')?.references[0]).toMatchObject({
      gateTitle: 'Gate G',
      pointer,
    });
    const lost = { ...known, project: planOf({ items: {}, evidence: [piece('e')] }).project };
    expect(evidenceDetail(lost, 'e')?.references[0]?.gateTitle).toBe('G');
  });

  it('counts as advisory only what its producer or a role of it says', () => {
    const roles = [
      { id: roleId('chat'), title: 'Chat', advisory: true },
      { id: roleId('office'), title: 'Office' },
    ];
    const advisory = (producer: Evidence['producer']) => {
      const own = piece('e', producer === undefined ? {} : { producer });
      const plain = planOf({ items: {}, evidence: [own], content: { roles } });
      return evidenceDetail(plain, 'e')?.row.advisory;
    };
    expect(advisory(undefined)).toBe(false);
    expect(advisory({ id: 'x' })).toBe(false);
    expect(advisory({ id: 'x', advisory: false })).toBe(false);
    expect(advisory({ id: 'x', role: roleId('office') })).toBe(false);
    expect(advisory({ id: 'x', role: roleId('nobody') })).toBe(false);
    expect(advisory({ id: 'x', role: roleId('chat') })).toBe(true);
    expect(advisory({ id: 'x', role: roleId('chat'), advisory: false })).toBe(true);
    expect(advisory({ id: 'x', role: roleId('office'), advisory: true })).toBe(true);
  });
});
