import { describe, expect, it } from 'vitest';
import type { EvidenceSelector } from '../model/condition.ts';
import type { Evidence } from '../model/evidence.ts';
import { evidenceId } from '../model/ids.ts';
import type { Project } from '../model/project-index.ts';
import { createEvaluation } from './evaluate.ts';
import { AS_OF, condition, evidence, judgeCondition, planOf } from './testing/builders.ts';

/** A list that can be measured, and not looked through. */
function closed(length: number): readonly Evidence[] {
  return new Proxy<readonly Evidence[]>([], {
    get: (_list, name) => {
      if (name === 'length') return length;
      throw new Error('The longer list was looked through');
    },
  });
}

const wanted = evidence('e', { kind: 'report', covers: ['W1'], path: 'a.json' });
const all = { kind: 'report', covers: 'W1', path: 'a.json' };

/** The verdict where only one of the three lists may be looked through. */
function verdictBy(open: 'kind' | 'covers' | 'path', selector: EvidenceSelector = all): string {
  const project = planOf({ evidence: [wanted] });
  const pool = (name: typeof open, length: number) =>
    name === open ? [wanted, evidence('stray')] : closed(length);
  const narrowed: Project = {
    ...project,
    index: {
      ...project.index,
      evidenceByKind: new Map([['report', pool('kind', 5)]]),
      evidenceByCover: new Map([['W1', pool('covers', 4)]]),
      evidenceByPath: new Map([['a.json', pool('path', 3)]]),
    },
  };
  return createEvaluation(narrowed, { asOf: AS_OF }).judge(
    condition({ kind: 'evidence', evidence: selector }),
  ).verdict;
}

describe('what a selector means', () => {
  it('is looked for in the shortest list of those it names', () => {
    expect(verdictBy('kind')).toBe('passed');
    expect(verdictBy('covers')).toBe('passed');
    expect(verdictBy('path')).toBe('passed');
    expect(verdictBy('covers', { kind: 'report', covers: 'W1' })).toBe('passed');
    expect(verdictBy('kind', { kind: 'report', covers: 'W1' })).toBe('passed');
    expect(() => verdictBy('kind', { covers: 'W1' })).toThrow('looked through');
  });

  it('has everything that is asked for, whichever list it was found in', () => {
    const judge = (selector: EvidenceSelector, ...pieces: readonly Evidence[]) =>
      judgeCondition({ kind: 'evidence', evidence: selector }, { evidence: pieces }).verdict;
    const two = evidence('two', { kind: 'report', covers: ['W2'], path: 'b.json' });
    const more = evidence('more', { kind: 'report' });
    expect(judge({ kind: 'report', covers: 'W1' }, two, more)).toBe('missing');
    expect(judge({ kind: 'log', covers: 'W2' }, two, more)).toBe('missing');
    expect(judge({ path: 'b.json', covers: 'W1' }, two, more)).toBe('missing');
    expect(judge({ path: 'b.json', covers: 'W2', kind: 'report' }, two, more)).toBe('passed');
    const [asked, ids] = [{ ids: [evidenceId('two')] }, evidenceId('more')];
    expect(judge({ ...asked, kind: 'log' }, two)).toBe('missing');
    expect(judge({ ...asked, path: 'a.json' }, two)).toBe('missing');
    expect(judge({ ...asked, path: 'b.json' }, two)).toBe('passed');
    expect(judge({ ...asked, covers: 'W1' }, two)).toBe('missing');
    expect(judge({ ...asked, covers: 'W2' }, two)).toBe('passed');
    expect(judge({ ids: [ids], covers: 'W2' }, more)).toBe('missing');
  });

  it('counts only those that have all of it, in a list that others stand in, too', () => {
    const pieces = ['report', 'log', 'report'].map((kind, at) =>
      evidence(`e${at}`, { kind, path: 'a.json', covers: at === 2 ? ['W2'] : ['W1'] }),
    );
    const count = (selector: EvidenceSelector, minCount: number) =>
      judgeCondition({ kind: 'evidence', evidence: selector, minCount }, { evidence: pieces })
        .verdict;
    expect(count({ path: 'a.json', kind: 'log' }, 2)).toBe('missing');
    expect(count({ kind: 'report', covers: 'W1' }, 2)).toBe('missing');
    expect(count({ path: 'a.json', kind: 'report' }, 2)).toBe('passed');
    expect(count({ path: 'a.json', kind: 'report' }, 3)).toBe('missing');
    expect(count({ path: 'a.json', kind: 'report', covers: 'W1' }, 1)).toBe('passed');
    expect(count({ path: 'a.json', kind: 'report', covers: 'W1' }, 2)).toBe('missing');
  });

  it('names the first by its id of the pieces that are not there, however they are asked for', () => {
    const reasonOf = (...ids: readonly string[]) =>
      judgeCondition(
        { kind: 'evidence', evidence: { ids: ids.map(evidenceId) }, minCount: ids.length },
        { evidence: [evidence('there')] },
      ).reason;
    const lost = { code: 'evidence-not-found', params: { evidence: 'a' } };
    expect(reasonOf('c', 'a', 'b')).toEqual(lost);
    expect(reasonOf('a', 'b')).toEqual(lost);
    expect(reasonOf('there', 'b', 'a')).toEqual(lost);
  });

  it('counts a piece once that is asked for twice', () => {
    const ids = [evidenceId('e'), evidenceId('e')];
    const judged = judgeCondition(
      { kind: 'evidence', evidence: { ids }, minCount: 2 },
      { evidence: [wanted] },
    );
    expect(judged.verdict).toBe('missing');
  });

  it('that names nothing means nothing', () => {
    const judged = judgeCondition({ kind: 'evidence', evidence: {} }, { evidence: [wanted] });
    expect(judged).toMatchObject({ verdict: 'missing', reason: { code: 'selector-empty' } });
    expect(judged.uses).toEqual([]);
  });
});

describe('one question asked of many pieces', () => {
  const many = Array.from({ length: 20 }, (_, at) =>
    evidence(`e${at}`, { kind: 'report', covers: [at < 18 ? 'W1' : 'W2'], path: 'a.json' }),
  );

  it('is answered for what it asks, and not for what another one asked', () => {
    const evaluation = createEvaluation(planOf({ evidence: many }), { asOf: AS_OF });
    const ask = (
      selector: EvidenceSelector,
      more: { readonly maxAge?: number; readonly minCount?: number } = {},
    ) => evaluation.judge(condition({ kind: 'evidence', evidence: selector, ...more }));
    expect(ask({ kind: 'report' }).verdict).toBe('passed');
    // A day old; what may be an hour old is another question.
    expect(ask({ kind: 'report' }, { maxAge: 3600 }).verdict).toBe('stale');
    expect(ask({ kind: 'report' }, { maxAge: 172_800 }).verdict).toBe('passed');
    expect(ask({ covers: 'W1' }, { minCount: 18 }).verdict).toBe('passed');
    expect(ask({ path: 'a.json', covers: 'W1' }, { minCount: 19 }).verdict).toBe('missing');
    expect(ask({ path: 'a.json' }, { minCount: 20 }).verdict).toBe('passed');
  });
});
