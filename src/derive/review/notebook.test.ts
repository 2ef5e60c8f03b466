import { describe, expect, it } from 'vitest';
import { evidenceId } from '../../model/ids.ts';
import { boundDigest } from './bound-digest.ts';
import {
  addEntry,
  emptyNotebook,
  entryKey,
  mergeEntries,
  type ReviewEntry,
  reviewMarks,
  sortedBound,
  subjectKey,
} from './notebook.ts';

const entry = (own: Partial<ReviewEntry> = {}): ReviewEntry => ({
  subject: { kind: 'condition', gate: 'G', condition: 'c' },
  mark: 'seen',
  note: 'looked at',
  reviewer: { id: 'ada', name: 'Ada' },
  at: '2026-01-02T00:00:00Z',
  revision: 'r1',
  bound: [{ evidence: 'e', sha256: 'aa' }],
  verdict: 'passed',
  ...own,
});

describe('an entry of a review', () => {
  it('is another one when anything in it is another', () => {
    const others: readonly Partial<ReviewEntry>[] = [
      {},
      { subject: { kind: 'condition', gate: 'H', condition: 'c' } },
      { subject: { kind: 'condition', gate: 'G', condition: 'd' } },
      { subject: { kind: 'evidence', evidence: 'G' } },
      { mark: 'accepted' },
      { note: '' },
      { reviewer: { id: 'bob', name: 'Ada' } },
      { reviewer: { id: 'ada', name: 'Bob' } },
      { at: '2026-01-03T00:00:00Z' },
      { revision: 'r2' },
      { bound: [] },
      { bound: [{ evidence: 'f', sha256: 'aa' }] },
      { bound: [{ evidence: 'e', sha256: 'bb' }] },
      { bound: [{ evidence: 'e', sha256: null }] },
      { verdict: null },
    ];
    expect(new Set(others.map((own) => entryKey(entry(own)))).size).toBe(others.length);
  });

  it('is the same one however its evidence is ordered', () => {
    const [e, f] = [
      { evidence: 'e', sha256: 'aa' },
      { evidence: 'f', sha256: 'bb' },
    ];
    expect(entryKey(entry({ bound: [f, e] }))).toBe(entryKey(entry({ bound: [e, f] })));
  });

  it('names its subject by kind and ids', () => {
    const condition = subjectKey({ kind: 'condition', gate: 'G', condition: 'c' });
    expect(JSON.parse(condition)).toEqual(['condition', 'G', 'c']);
    expect(JSON.parse(subjectKey({ kind: 'evidence', evidence: 'e' }))).toEqual(['evidence', 'e']);
  });

  it('binds each piece once, by the first that is said of it, in order', () => {
    const bound = ['f', 'e', 'f', 'd'].map((evidence, at) => ({ evidence, sha256: `${at}` }));
    expect(sortedBound(bound)).toEqual([
      { evidence: 'd', sha256: '3' },
      { evidence: 'e', sha256: '1' },
      { evidence: 'f', sha256: '0' },
    ]);
  });
});

describe('a notebook', () => {
  it('begins empty and grows in the order of time', () => {
    const late = entry({ at: '2026-01-03T00:00:00Z' });
    const early = entry({ at: '2026-01-01T00:00:00Z' });
    const empty = emptyNotebook('p');
    expect(empty).toEqual({ project: 'p', entries: [] });
    const both = addEntry(addEntry(empty, late), early);
    expect(both).toEqual({ project: 'p', entries: [early, late] });
    expect(addEntry(both, { ...late })).toEqual(both);
  });

  it('orders what was said at one instant by what was said', () => {
    const [a, b] = [entry({ note: 'a' }), entry({ note: 'b' })];
    expect(mergeEntries([b], [a])).toEqual([a, b]);
    expect(mergeEntries([a], [b])).toEqual([a, b]);
  });

  it('knows these marks', () => {
    expect(reviewMarks).toEqual(['open', 'seen', 'accepted', 'questioned']);
  });
});

describe('the bytes that a mark is bound to', () => {
  const piece = {
    id: evidenceId('e'),
    kind: 'k',
    name: 'E',
    digest: { sha256: 'AB'.repeat(32) },
  };
  const { digest: _none, ...bare } = piece;

  it('are those of the recorded digest, in small letters', () => {
    expect(boundDigest(piece, 'match')).toBe('ab'.repeat(32));
    expect(boundDigest(piece, 'unchecked')).toBe('ab'.repeat(32));
  });

  it('are none where the bytes are others, or nothing is recorded', () => {
    expect(boundDigest(piece, 'mismatch')).toBeNull();
    expect(boundDigest(bare, 'match')).toBeNull();
    expect(boundDigest(undefined, 'unchecked')).toBeNull();
  });
});
