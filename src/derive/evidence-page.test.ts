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
