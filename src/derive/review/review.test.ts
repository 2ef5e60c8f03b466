import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigestState } from '../../model/evidence.ts';
import { type EvidenceId, evidenceId } from '../../model/ids.ts';
import { condition, planOf } from '../testing/plan.ts';
import {
  addEntry,
  type BoundEvidence,
  emptyNotebook,
  entryKey,
  mergeEntries,
  type ReviewEntry,
  reviewMarks,
  sortedBound,
} from './notebook.ts';
import { indexNotebook, reviewOf } from './opinions.ts';
import { reviewQueue } from './queue.ts';
import {
  largestReviewFile,
  readReviewFile,
  reviewPredicate,
  writeReviewFile,
  writeReviewStatement,
} from './review-file.ts';

const few = fc.constantFrom('a', 'b', '-', '');
const bound: fc.Arbitrary<readonly BoundEvidence[]> = fc
  .uniqueArray(fc.record({ evidence: few, sha256: fc.option(few) }), {
    maxLength: 3,
    selector: ({ evidence }) => evidence,
  })
  .map(sortedBound);
const entry: fc.Arbitrary<ReviewEntry> = fc.record({
  subject: fc.oneof(
    fc.record({ kind: fc.constant('condition' as const), gate: few, condition: few }),
    fc.record({ kind: fc.constant('evidence' as const), evidence: few }),
  ),
  mark: fc.constantFrom(...reviewMarks),
  note: few,
  reviewer: fc.record({ id: few, name: few }),
  at: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', '2026-01-02T00:00:00.5Z'),
  revision: few,
  bound,
  verdict: fc.option(few),
});
const entries = fc.array(entry, { maxLength: 8 });

describe('merging two reviews', () => {
  it('is commutative, associative and idempotent, and loses nothing', () => {
    fc.assert(
      fc.property(entries, entries, entries, (a, b, c) => {
        const ab = mergeEntries(a, b);
        expect(mergeEntries(b, a)).toEqual(ab);
        expect(mergeEntries(ab, c)).toEqual(mergeEntries(a, mergeEntries(b, c)));
        expect(mergeEntries(ab, ab)).toEqual(ab);
        expect(mergeEntries(ab, a)).toEqual(ab);
        const kept = new Set(ab.map(entryKey));
        for (const one of [...a, ...b]) expect(kept.has(entryKey(one))).toBe(true);
        expect(ab).toHaveLength(new Set([...a, ...b].map(entryKey)).size);
      }),
      { numRuns: 500 },
    );
  });

  it('survives files of either kind, whoever wrote them', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const both = mergeEntries(a, b);
        for (const text of [
          writeReviewFile({ project: 'p', entries: both }),
          writeReviewStatement({ project: 'p', entries: both }, '0'.repeat(64)),
        ]) {
          const read = readReviewFile(text);
          expect(read).toEqual({ ok: true, notebook: { project: 'p', entries: both }, skipped: 0 });
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file from elsewhere', () => {
  it.each([
    ['{', 'not-json'],
    ['[]', 'not-a-review'],
    ['{"format":"wavegate-review/2","project":"p","entries":[]}', 'not-a-review'],
    ['{"format":"wavegate-review/1","project":1,"entries":[]}', 'not-a-review'],
  ])('%s is refused', (text, code) => {
    expect(readReviewFile(text)).toEqual({ ok: false, code });
  });

  it('keeps what it understands and counts the rest', () => {
    const good = made('accepted');
    const text = JSON.stringify({
      format: 'wavegate-review/1',
      project: 'p',
      entries: [good, null, { ...good, at: 'noon' }, { ...good, mark: 'praised' }, '__proto__'],
    });
    expect(readReviewFile(text)).toMatchObject({
      ok: true,
      notebook: { entries: [good] },
      skipped: 4,
    });
  });

  it.each<readonly [string, unknown]>([
    ['no subject', { subject: undefined }],
    ['a subject of no kind', { subject: { evidence: 'e' } }],
    ['a subject of another kind', { subject: { kind: 'item', evidence: 'e', gate: 'G' } }],
    ['a piece without a name', { subject: { kind: 'evidence', gate: 'G', condition: 'c' } }],
    ['a condition without a gate', { subject: { kind: 'condition', condition: 'c' } }],
    ['a condition without an id', { subject: { kind: 'condition', gate: 'G' } }],
    ['a condition called by a number', { subject: { kind: 'condition', gate: 'G', condition: 1 } }],
    ['a note that is no text', { note: 7 }],
    ['a reviewer without an id', { reviewer: { name: 'Ada' } }],
    ['a reviewer without a name', { reviewer: { id: 'ada' } }],
    ['no reviewer', { reviewer: null }],
    ['a time that is no text', { at: 0 }],
    ['no revision', { revision: null }],
    ['no list of what it is bound to', { bound: {} }],
    ['a binding without a piece', { bound: [{ sha256: 'aa' }] }],
    ['a binding to a number', { bound: [{ evidence: 'e', sha256: 1 }] }],
    ['a verdict that is no text', { verdict: false }],
  ])('leaves an entry out that has %s', (_name, own) => {
    const entries = [Object.assign({}, made('accepted'), own)];
    const text = JSON.stringify({ format: 'wavegate-review/1', project: 'p', entries });
    expect(readReviewFile(text)).toMatchObject({ ok: true, notebook: { entries: [] }, skipped: 1 });
  });

  it('is too large from a limit on, without being read', () => {
    expect(readReviewFile(' '.repeat(largestReviewFile + 1))).toEqual({
      ok: false,
      code: 'too-large',
    });
    expect(readReviewFile(' '.repeat(largestReviewFile))).toEqual({ ok: false, code: 'not-json' });
  });

  it('that states something else is no review', () => {
    const statement: object = JSON.parse(writeReviewStatement(emptyNotebook('p'), '0'.repeat(64)));
    const read = (own: object) => readReviewFile(JSON.stringify({ ...statement, ...own }));
    expect(read({}).ok).toBe(true);
    expect(read({ predicateType: 'https://example.org/other' }).ok).toBe(false);
    expect(read({ _type: 'https://example.org/other' }).ok).toBe(false);
  });

  it('names as subjects only bytes that are known', () => {
    const entry = made('seen', {
      bound: [
        { evidence: 'e', sha256: 'aa' },
        { evidence: 'f', sha256: null },
      ],
    });
    const text = writeReviewStatement(addEntry(emptyNotebook('p'), entry), '0'.repeat(64));
    const { subject }: { subject: readonly { name: string }[] } = JSON.parse(text);
    expect(subject.map(({ name }) => name)).toEqual(['bundle', 'e']);
  });

  it('is a statement about what was reviewed', () => {
    const statement: unknown = JSON.parse(
      writeReviewStatement(addEntry(emptyNotebook('p'), made('accepted')), 'f'.repeat(64)),
    );
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: reviewPredicate,
      subject: [
        { name: 'bundle', digest: { sha256: 'f'.repeat(64) } },
        { name: 'e', digest: { sha256: 'aa' } },
      ],
    });
  });
});

function made(mark: ReviewEntry['mark'], own: Partial<ReviewEntry> = {}, who = 'ada'): ReviewEntry {
  return {
    subject: { kind: 'evidence', evidence: 'e' },
    mark,
    note: '',
    reviewer: { id: who, name: who },
    at: '2026-01-01T00:00:00Z',
    revision: 'r1',
    bound: [{ evidence: 'e', sha256: 'aa' }],
    verdict: null,
    ...own,
  };
}

describe('what reviewers say', () => {
  const subject = { kind: 'evidence', evidence: 'e' } as const;
  const now = { bound: [{ evidence: 'e', sha256: 'aa' }] };
  const state = (list: readonly ReviewEntry[], as = now): string =>
    reviewOf(indexNotebook({ project: 'p', entries: mergeEntries(list, []) }), subject, as).state;
  const later = { at: '2026-01-02T00:00:00Z' };

  it('is what each said last', () => {
    expect(state([])).toBe('open');
    expect(state([made('seen')])).toBe('seen');
    expect(state([made('accepted', later), made('questioned')])).toBe('accepted');
    expect(state([made('accepted'), made('open', later)])).toBe('open');
  });

  it('is a question as long as one of them questions it', () => {
    expect(state([made('accepted', later), made('questioned', {}, 'bob')])).toBe('questioned');
  });

  it('does not hold for other bytes, and says so', () => {
    const replaced = { bound: [{ evidence: 'e', sha256: 'bb' }] };
    expect(state([made('accepted')], replaced)).toBe('reopened');
    expect(state([made('accepted'), made('accepted', replaced, 'bob')], replaced)).toBe('accepted');
    expect(state([made('questioned'), made('accepted', replaced, 'bob')], replaced)).toBe(
      'reopened',
    );
    const index = indexNotebook({ project: 'p', entries: [made('accepted')] });
    expect(reviewOf(index, subject, replaced).opinions[0]?.changes).toEqual([
      { code: 'bytes-replaced', evidence: 'e' },
    ]);
  });

  it('does not hold for other evidence or another verdict', () => {
    const entry = made('accepted', { verdict: 'passed' });
    const index = indexNotebook({ project: 'p', entries: [entry] });
    const other = { bound: [{ evidence: 'f', sha256: 'aa' }], verdict: 'failed' };
    expect(reviewOf(index, subject, other).opinions[0]?.changes).toEqual([
      { code: 'evidence-added', evidence: 'f' },
      { code: 'evidence-removed', evidence: 'e' },
      { code: 'verdict-changed', before: 'passed', now: 'failed' },
    ]);
  });
});

describe('the queue of a gate', () => {
  const place = { kind: 'json', pointer: '/a' } as const;
  const plan = planOf({
    items: {},
    gates: {
      G: {
        conditions: [
          condition('one', 'passed', {
            uses: [
              { evidence: evidenceId('e'), pointer: place },
              { evidence: evidenceId('e'), pointer: place },
              { evidence: evidenceId('e') },
              { evidence: evidenceId('gone') },
            ],
          }),
          condition('all', 'failed', {
            kind: 'all',
            uses: [],
            parts: [condition('left', 'passed'), condition('right', 'missing')],
          }),
        ],
      },
    },
    evidence: [{ id: evidenceId('e'), kind: 'k', name: 'E', digest: { sha256: 'AB'.repeat(32) } }],
  });

  it('has every condition, its pieces once, and the digests that marks are bound to', () => {
    const queue = reviewQueue(plan, 'G');
    expect(queue?.steps.map((step) => step.result.id)).toEqual(['one', 'left', 'right']);
    expect(queue?.steps[0]?.pieces).toEqual([
      { evidence: 'e', name: 'E', pointers: [place], sha256: 'ab'.repeat(32), digest: 'unchecked' },
      { evidence: 'gone', name: 'gone', pointers: [], sha256: null, digest: 'unchecked' },
    ]);
    expect(reviewQueue(plan, 'H')).toBeUndefined();
  });

  it('binds nothing to bytes that are not the recorded ones', () => {
    const states = new Map<EvidenceId, DigestState>([[evidenceId('e'), 'mismatch']]);
    const queue = reviewQueue(plan, 'G', { states, version: 1 });
    expect(queue?.steps[0]?.pieces[0]).toMatchObject({ sha256: null, digest: 'mismatch' });
  });
});
