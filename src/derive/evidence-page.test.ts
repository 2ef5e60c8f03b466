import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigestState, Evidence } from '../model/evidence.ts';
import { type EvidenceId, evidenceId } from '../model/ids.ts';
import { evidencePage } from './evidence-page.ts';
import { evidenceDetail, type LiveDigests } from './evidence-rows.ts';
import type { EvidenceQuery } from './evidence-types.ts';
import { condition, planOf } from './testing/plan.ts';

const sha = (digit: string): { readonly sha256: string } => ({ sha256: digit.repeat(64) });

const piece = (id: string, own: Partial<Evidence> = {}): Evidence => ({
  id: evidenceId(id),
  kind: 'report',
  name: id,
  ...own,
});

const uses = (...ids: readonly string[]) => ({
  uses: ids.map((id) => ({ evidence: evidenceId(id) })),
});

const plan = planOf({
  items: {},
  gates: {
    G: {
      conditions: [
        condition('1', 'passed', uses('shared', 'new')),
        condition('2', 'stale', uses('old')),
      ],
    },
    H: { conditions: [condition('3', 'passed', uses('shared'))] },
  },
  evidence: [
    piece('shared', { name: 'report.xml', digest: sha('a') }),
    piece('other', { name: 'report.xml', digest: sha('b') }),
    piece('copy', { name: 'copy.xml', digest: sha('A') }),
    piece('old', { warnings: ['odd'] }),
    piece('new', { supersedes: [evidenceId('old'), evidenceId('gone'), evidenceId('new')] }),
    piece('short', { validFor: 1, collectedAt: '2000-01-01T00:00:00Z' }),
    piece('lasting', { validFor: 1, collectedAt: 'yesterday' }),
    piece('bot', { producer: { id: 'bot', advisory: true } }),
  ],
});

const ids = (query: Partial<EvidenceQuery>): readonly string[] =>
  evidencePage(plan, { offset: 0, limit: 100, ...query }).rows.map(({ id }) => id);

describe('what stands out', () => {
  it.each([
    ['stale', ['old', 'short']],
    ['superseded', ['old']],
    ['reused', ['shared']],
    ['same-name', ['shared', 'other']],
    ['advisory', ['bot']],
    ['remarked', ['old']],
  ] as const)('%s', (state, expected) => {
    expect(ids({ state })).toEqual(expected);
    expect(evidencePage(plan, { offset: 0, limit: 0 }).states[state]).toBe(expected.length);
  });

  it('names the other pieces, and never the piece itself or one that is not there', () => {
    const related = (id: string) => {
      const { supersedes, supersededBy, sameName, sameBytes } = evidenceDetail(plan, id)
        ?.relations ?? { supersedes: [], supersededBy: [], sameName: [], sameBytes: [] };
      return [supersedes, supersededBy, sameName, sameBytes].map((list) => list.map((e) => e.id));
    };
    expect(related('new')).toEqual([['old'], [], [], []]);
    expect(related('old')).toEqual([[], ['new'], [], []]);
    expect(related('shared')).toEqual([[], [], ['other'], ['copy']]);
    expect(related('lasting')).toEqual([[], [], [], []]);
  });
});

describe('how pieces stand to each other', () => {
  const rows = (...evidence: readonly Evidence[]) => {
    const context = planOf({ items: {}, evidence });
    return (id: string) => {
      const detail = evidenceDetail(context, id);
      if (detail === undefined) throw new Error(`There is no ${id}`);
      return { states: detail.row.states, ...detail.relations };
    };
  };

  it('is stale only after its validity is over, by the time of observing where there is one', () => {
    // The plan is judged at midnight of the second of June.
    const of = rows(
      piece('just', { validFor: 86_400, collectedAt: '2026-06-01T00:00:00Z' }),
      piece('over', { validFor: 86_400, collectedAt: '2026-05-31T23:59:59Z' }),
      piece('seen', {
        validFor: 86_400,
        observedAt: '2026-05-31T00:00:00Z',
        collectedAt: '2026-06-01T23:00:00Z',
      }),
      piece('timeless', { validFor: 1 }),
      piece('endless', { collectedAt: '2000-01-01T00:00:00Z' }),
    );
    const stale = ['just', 'over', 'seen', 'timeless', 'endless'].filter((id) =>
      of(id).states.includes('stale'),
    );
    expect(stale).toEqual(['over', 'seen']);
  });

  it('is remarked upon by a warning or by being inadmissible', () => {
    const of = rows(
      piece('fine', { warnings: [] }),
      piece('warned', { warnings: ['odd'] }),
      piece('out', { inadmissible: { reason: 'weak' } }),
    );
    expect(['fine', 'warned', 'out'].map((id) => of(id).states)).toEqual([
      [],
      ['remarked'],
      ['remarked'],
    ]);
  });

  it('has namesakes only among pieces whose bytes are known to be others', () => {
    const of = rows(
      piece('one', { name: 'x', digest: sha('a'), collectedAt: '2026-05-01T00:00:00Z' }),
      piece('same', { name: 'x', digest: sha('A') }),
      piece('other', { name: 'x', digest: sha('b') }),
      piece('unknown', { name: 'x' }),
      piece('alone', { name: 'y', digest: sha('c') }),
      piece('twin-1', { name: 'z', digest: sha('d') }),
      piece('twin-2', { name: 'z', digest: sha('d') }),
    );
    expect(of('one')).toEqual({
      states: ['same-name'],
      supersedes: [],
      supersededBy: [],
      sameName: [{ id: 'other', name: 'x' }],
      sameBytes: [{ id: 'same', name: 'x' }],
    });
    expect(of('other').sameName).toEqual([
      { id: 'one', name: 'x', collectedAt: '2026-05-01T00:00:00Z' },
      { id: 'same', name: 'x' },
    ]);
    for (const id of ['unknown', 'alone']) {
      expect(of(id)).toMatchObject({ states: [], sameName: [], sameBytes: [] });
    }
    expect(of('twin-1')).toMatchObject({
      states: [],
      sameName: [],
      sameBytes: [{ id: 'twin-2', name: 'z' }],
    });
  });

  it('is superseded once by each that says so', () => {
    const old = evidenceId('old');
    const of = rows(piece('old'), piece('new', { supersedes: [old, old] }));
    expect(of('new').supersedes).toEqual([{ id: 'old', name: 'old' }]);
    expect(of('old').supersededBy).toEqual([{ id: 'new', name: 'new' }]);
  });
});

describe('facets', () => {
  it('count what matches everything but themselves', () => {
    const page = evidencePage(plan, { use: 'used', state: 'stale', offset: 0, limit: 9 });
    expect(page.rows.map(({ id }) => id)).toEqual(['old']);
    expect(page.uses).toEqual({ used: 1, orphan: 1 });
    expect(page.states).toMatchObject({ stale: 1, reused: 1 });
    expect(page.digests.unchecked).toBe(1);
  });

  it('follow what comparing bytes tells later', () => {
    const states = new Map<EvidenceId, DigestState>();
    const page = (version: number) => {
      const live: LiveDigests = { states, version };
      return evidencePage(plan, { digest: 'match', offset: 0, limit: 9 }, live);
    };
    expect(page(0).total).toBe(0);
    states.set(evidenceId('copy'), 'match');
    const after = page(1);
    expect(after.rows).toMatchObject([{ id: 'copy', digest: 'match' }]);
    expect(after.digests).toMatchObject({ match: 1, unchecked: 7 });
  });
});

describe('what belongs to an item and a gate', () => {
  const belongs = planOf({
    items: { A: { state: 'ready', item: { evidence: ['a', 'both'].map(evidenceId) } } },
    gates: {
      G: {
        guards: ['A complete'],
        conditions: [condition('1', 'passed', uses('gate', 'both', 'gone'))],
      },
    },
    evidence: ['gate', 'a', 'both', 'neither'].map((id) => piece(id)),
  });
  const found = (query: Partial<EvidenceQuery>) =>
    evidencePage(belongs, { offset: 0, limit: 100, ...query }).rows.map(({ id }) => id);

  it('is what both have, and what has the text as well', () => {
    expect(found({ gate: 'G' })).toEqual(['gate', 'both']);
    expect(found({ gate: 'G', item: 'A' })).toEqual(['gate', 'both']);
    expect(found({ gate: 'G', text: 'bo' })).toEqual(['both']);
    expect(found({ item: 'A', gate: 'G', text: 'a' })).toEqual(['gate']);
    expect(found({ item: 'A', text: ' BOTH ' })).toEqual(['both']);
    expect(found({ text: '  ' })).toHaveLength(4);
  });

  it('is nothing for a kind, a digest or a gate that there is not', () => {
    expect(found({ kind: 'nothing' })).toEqual([]);
    expect(found({ kind: 'report' })).toHaveLength(4);
    expect(found({ digest: 'unreadable' })).toEqual([]);
    expect(found({ gate: 'none' })).toEqual([]);
  });

  it('counts what comparing told, whatever it was', () => {
    const states = (['match', 'mismatch', 'absent', 'unreadable'] as const).map(
      (state, at) => [evidenceId(['gate', 'a', 'both', 'neither'][at] ?? ''), state] as const,
    );
    const live = { states: new Map<EvidenceId, DigestState>(states), version: 9 };
    const page = (query: Partial<EvidenceQuery>) =>
      evidencePage(belongs, { offset: 0, limit: 9, ...query }, live);
    expect(page({}).digests).toEqual({
      match: 1,
      mismatch: 1,
      absent: 1,
      unreadable: 1,
      unchecked: 0,
    });
    expect(page({ digest: 'absent' }).rows.map(({ id }) => id)).toEqual(['both']);
    expect(page({ digest: 'unreadable' }).rows.map(({ id }) => id)).toEqual(['neither']);
  });

  it('begins and ends where it is asked to', () => {
    const part = (offset: number, limit: number) =>
      evidencePage(belongs, { offset, limit }).rows.map(({ id }) => id);
    expect(part(1, 2)).toEqual(['a', 'both']);
    expect(part(-3, 1.9)).toEqual(['gate']);
    expect(part(9, 3)).toEqual([]);
    expect(part(0, -1)).toEqual([]);
  });
});

it('finds exactly the rows whose text holds the question', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'İ', '\n', '.'), maxLength: 4 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), word, (names, text) => {
      const evidence = names.map((name, at) => piece(String(at), { name, kind: 'k' }));
      const page = evidencePage(planOf({ items: {}, evidence }), { text, offset: 0, limit: 99 });
      const wanted = text.trim().toLowerCase();
      const expected = evidence
        .filter(({ id, name }) => `${id}\n${name}\nk\n\n\n`.toLowerCase().includes(wanted))
        .map(({ id }) => id);
      expect(page.rows.map(({ id }) => id)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
