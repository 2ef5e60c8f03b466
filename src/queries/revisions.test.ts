import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import {
  changesSincePreviousQuery,
  compareRevisionsQuery,
  gateHistoryQuery,
  revisionAnswerQuery,
  revisionsQuery,
} from './revision-options.ts';
import { createSession } from './session.ts';
import type { BundleSession } from './session-types.ts';
import {
  edit,
  type MemoryFiles,
  memorySource,
  request,
  sentinel,
} from './testing/memory-source.ts';

const times: Readonly<Record<string, string>> = {
  r1: '2026-06-01T08:00:00Z',
  r2: '2026-06-01T20:00:00Z',
  r3: '2026-07-01T08:00:00Z',
};

/**
 * Three revisions of the healthy plan: the first as it is; the second lost a unit test and its
 * evidence has other bytes; the third claims to be from the future.
 */
function history(change: (files: MemoryFiles) => void = () => undefined): MemoryFiles {
  const files: MemoryFiles = new Map();
  const revisions = Object.entries(times).reverse();
  const index = {
    projects: [
      {
        id: 'p',
        title: 'Plan',
        revisions: revisions.map(([id, createdAt]) => ({ id, createdAt, path: `${id}/` })),
      },
    ],
  };
  files.set('index.json', new TextEncoder().encode(JSON.stringify(index)));
  for (const [id, createdAt] of revisions) {
    for (const [path, bytes] of sentinel('healthy')) files.set(`${id}/${path}`, bytes);
    edit(files, `${id}/bundle.json`, (text) => {
      const document = JSON.parse(text);
      document.sample = false;
      document.revision = { id, createdAt };
      return JSON.stringify(document);
    });
  }
  edit(files, 'r2/bundle.json', (text) => text.replace('"minCases":10', '"minCases":20'));
  change(files);
  return files;
}

function over(files: MemoryFiles): { session: BundleSession; reads: string[] } {
  const { source, reads } = memorySource(files);
  return { session: createSession({ openSource: () => source }), reads };
}

const asked = request('p');

describe('revisions of a project', () => {
  it('are listed newest first, without reading any', async () => {
    const { session, reads } = over(history());
    const list = await session.revisions(asked);
    expect(list.ok && list.value.revisions.map(({ id }) => id)).toEqual(['r3', 'r2', 'r1']);
    expect(list.ok && list.value.shown).toBe('r3');
    expect(reads).toEqual(['index.json']);
    const pinned = await session.revisions({ ...asked, revision: 'r1' });
    expect(pinned.ok && pinned.value.shown).toBe('r1');
    expect(await session.revisions(request('nobody'))).toMatchObject({
      ok: false,
      error: { kind: 'source', error: { code: 'not-found' } },
    });
  });

  it('answer as they stood when they were made, and are read once', async () => {
    const { session, reads } = over(history());
    const answers = [
      await session.revisionAnswer(asked, 'r1'),
      await session.revisionAnswer(asked, 'r2'),
      await session.revisionAnswer(asked, 'r1'),
    ];
    expect(answers.map((answer) => answer.ok && answer.value.judgedAt)).toEqual([
      times['r1'],
      times['r2'],
      times['r1'],
    ]);
    expect(answers.map((answer) => answer.ok && answer.value.gates.passed)).toEqual([1, 0, 1]);
    expect(reads.filter((path) => path === 'r1/bundle.json')).toHaveLength(1);
  });

  it('from the future are judged now, and a chosen instant goes before all', async () => {
    const { session } = over(history());
    const future = await session.revisionAnswer(asked, 'r3');
    expect(future.ok && future.value.judgedAt).toBe(asked.now);
    const same = await session.revisionAnswer(asked, 'r1', 'same');
    expect(same.ok && same.value.judgedAt).toBe(asked.now);
    const asOf = '2026-06-01T12:00:00Z';
    const chosen = await session.revisionAnswer({ ...asked, asOf }, 'r1');
    expect(chosen.ok && chosen.value.judgedAt).toBe(asOf);
  });

  it('do not push the shown one out of memory', async () => {
    const { session, reads } = over(history());
    const shown = { ...asked, revision: 'r3' };
    await session.snapshot(shown);
    for (const id of ['r1', 'r2', 'r3']) await session.revisionAnswer(shown, id);
    await session.snapshot(shown);
    expect(reads.filter((path) => path === 'r3/bundle.json')).toHaveLength(1);
  });

  it('that cannot be read say so, and are asked again', async () => {
    const files = history((all) => all.delete('r2/bundle.json'));
    const { session, reads } = over(files);
    const refused = { ok: false, error: { kind: 'source', error: { code: 'not-found' } } };
    expect(await session.revisionAnswer(asked, 'r2')).toMatchObject(refused);
    expect(await session.compareRevisions(asked, 'r1', 'r2')).toMatchObject(refused);
    expect(await session.compareRevisions(asked, 'r2', 'r1')).toMatchObject(refused);
    expect(reads.filter((path) => path === 'r2/bundle.json').length).toBeGreaterThan(1);
  });
});

describe('two revisions', () => {
  it('are compared at one instant', async () => {
    const { session } = over(history());
    const diff = await session.compareRevisions(asked, 'r1', 'r2');
    expect(diff).toMatchObject({
      ok: true,
      value: {
        before: { revision: 'r1', judgedAt: asked.now },
        after: { revision: 'r2', judgedAt: asked.now },
        gates: [{ id: 'gate-A', before: 'passed', direction: 'worse' }],
        tightened: [{ of: 'condition', field: 'minCases', before: 10, after: 20 }],
        same: false,
      },
    });
    const back = await session.compareRevisions(asked, 'r2', 'r1');
    expect(back.ok && back.value.loosened.map(({ field }) => field)).toEqual(['minCases']);
  });

  it('of a sample are compared at the instant of the later one', async () => {
    const files = history((all) => {
      for (const id of ['r1', 'r2']) {
        edit(all, `${id}/bundle.json`, (text) => text.replace('"sample":false', '"sample":true'));
      }
    });
    const diff = await over(files).session.compareRevisions(asked, 'r1', 'r2');
    expect(diff).toMatchObject({
      value: { before: { judgedAt: times['r2'] }, after: { judgedAt: times['r2'] } },
    });
    const own = await over(files).session.compareRevisions(asked, 'r1', 'r2', 'own');
    expect(own).toMatchObject({
      value: { before: { judgedAt: times['r1'] }, after: { judgedAt: times['r2'] } },
    });
  });

  it('next to each other are found from the shown one', async () => {
    const { session } = over(history());
    const newest = await session.changesSincePrevious(asked);
    expect(newest).toMatchObject({
      value: { before: { revision: 'r2' }, after: { revision: 'r3' } },
    });
    const first = await session.changesSincePrevious({ ...asked, revision: 'r1' });
    expect(first).toEqual({ ok: true, value: undefined });
    const elsewhere = await session.changesSincePrevious({ ...asked, revision: 'r9' });
    expect(elsewhere).toEqual({ ok: true, value: undefined });
  });
});

describe('a gate over revisions', () => {
  it('has a moment in each, also where it is absent or the revision is unreadable', async () => {
    const files = history((all) => {
      edit(all, 'r1/bundle.json', (text) => JSON.stringify({ ...JSON.parse(text), gates: [] }));
      edit(all, 'r3/bundle.json', () => '{ no json');
    });
    const moments = await over(files).session.gateHistory(asked, 'gate-A', 10);
    expect(moments).toMatchObject({
      ok: true,
      value: [
        { revision: { id: 'r3' }, outcome: { kind: 'unreadable', failure: { kind: 'bundle' } } },
        {
          revision: { id: 'r2' },
          outcome: { kind: 'judged', verdict: 'failed', declared: 'passed', contradicts: true },
        },
        { revision: { id: 'r1' }, outcome: { kind: 'absent', judgedAt: times['r1'] } },
      ],
    });
  });

  it('is read no further back than asked', async () => {
    const { session, reads } = over(history());
    const moments = await session.gateHistory(asked, 'gate-A', 1);
    expect(moments.ok && moments.value).toHaveLength(1);
    expect(reads.some((path) => path.startsWith('r1/'))).toBe(false);
  });
});

describe('queries about revisions', () => {
  it('have keys of their own and give what the session gives', async () => {
    const { session } = over(history());
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const keys = [
      revisionsQuery(session, asked).queryKey,
      revisionAnswerQuery(session, asked, 'r1').queryKey,
      revisionAnswerQuery(session, asked, 'r1', 'same').queryKey,
      compareRevisionsQuery(session, asked, 'r1', 'r2').queryKey,
      compareRevisionsQuery(session, asked, 'r2', 'r1').queryKey,
      changesSincePreviousQuery(session, asked).queryKey,
      gateHistoryQuery(session, asked, 'gate-A').queryKey,
    ].map((key) => JSON.stringify(key));
    expect(new Set(keys).size).toBe(keys.length);
    const list = await client.fetchQuery(revisionsQuery(session, asked));
    expect(list.revisions).toHaveLength(3);
    const none = await client.fetchQuery(
      changesSincePreviousQuery(session, { ...asked, revision: 'r1' }),
    );
    expect(none).toBeNull();
    await expect(
      client.fetchQuery(revisionAnswerQuery(session, asked, 'r9')),
    ).rejects.toMatchObject({ failure: { kind: 'source' } });
  });
});
