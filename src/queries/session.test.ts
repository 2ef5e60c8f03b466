import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../bundle/digest.ts';
import type { PlanSnapshot } from '../derive/types.ts';
import { evidenceId, gateId, itemId } from '../model/ids.ts';
import { httpSource } from '../source/http-source.ts';
import { fakeEnvironment } from '../source/testing/fake-environment.ts';
import { createSession } from './session.ts';
import type { BundleSession, OpenRequest } from './session-types.ts';
import {
  edit,
  type MemoryFiles,
  memorySource,
  request,
  sentinel,
  sentinels,
} from './testing/memory-source.ts';

function sessionOver(files: MemoryFiles): { session: BundleSession; reads: string[] } {
  const { source, reads } = memorySource(files);
  return { session: createSession({ openSource: () => source }), reads };
}

async function snapshotOf(files: MemoryFiles, asked: OpenRequest): Promise<PlanSnapshot> {
  const snapshot = await sessionOver(files).session.snapshot(asked);
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  return snapshot.value;
}

function gateA(snapshot: PlanSnapshot): string | undefined {
  return snapshot.gates.find(({ id }) => id === gateId('gate-A'))?.verdict;
}

function stateOf(snapshot: PlanSnapshot, item: string): string | undefined {
  return snapshot.items.find(({ id }) => id === itemId(item))?.state;
}

async function problemCodes(session: BundleSession, asked: OpenRequest): Promise<string[]> {
  const { rows } = await session.problems(asked, 0, 100);
  return rows.map(({ code }) => code);
}

describe('a healthy bundle', () => {
  it('gives its structure before anything beside the plan is read', async () => {
    const { session, reads } = sessionOver(sentinel('healthy'));
    const structure = await session.structure(request('healthy'));
    expect(structure.ok && structure.value.items.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(reads).toEqual(['bundle.json']);
  });

  it('gives its structure in a task before the conditions are read', async () => {
    const { session } = sessionOver(sentinel('healthy'));
    const asked = request('healthy');
    const order: string[] = [];
    const both = [
      session.snapshot(asked).then(() => order.push('snapshot')),
      session.structure(asked).then(() => {
        order.push('structure');
        // A message to the page would go out here.
        setTimeout(() => order.push('later task'), 0);
      }),
    ];
    await Promise.all(both);
    expect(order[0]).toBe('structure');
    expect(order.indexOf('later task')).toBeLessThan(order.indexOf('snapshot'));
  });

  it('is judged with its digests compared', async () => {
    const snapshot = await snapshotOf(sentinel('healthy'), request('healthy'));
    expect(gateA(snapshot)).toBe('passed');
    expect(['A', 'B', 'C'].map((item) => stateOf(snapshot, item))).toEqual([
      'complete',
      'ready',
      'blocked',
    ]);
    expect(snapshot.bundle).toMatchObject({
      origin: 'memory',
      formatVersion: '1.0.0',
      digests: { match: 2, mismatch: 0, absent: 0, unreadable: 0, unchecked: 0 },
      problems: { fatal: 0, error: 0 },
    });
    expect(snapshot.bundle.bundleId).toMatch(/^[0-9a-f]{64}$/);
    expect(snapshot).toMatchObject({ asOf: '2026-06-01T08:00:00Z', asOfOrigin: 'sample' });
  });

  it('answers for items, gates, evidence and content', async () => {
    const { session } = sessionOver(sentinel('healthy'));
    const asked = request('healthy');
    expect(await session.itemDetail(asked, 'A')).toMatchObject({ item: { title: 'Foundation' } });
    expect(await session.itemDetail(asked, 'Z')).toBeUndefined();
    expect(await session.gateDetail(asked, 'gate-A')).toMatchObject({
      result: { verdict: 'passed' },
    });
    expect(await session.evidencePage(asked, { offset: 0, limit: 1 })).toMatchObject({ total: 2 });
    expect(await session.evidenceDetail(asked, 'unit')).toMatchObject({ row: { digest: 'match' } });
    expect(await session.metricPicture(asked, 'none', {}, 100)).toBeUndefined();
    expect((await session.content(asked)).documents).toEqual([]);
    expect(await session.evidenceContent(asked, 'unit')).toMatchObject({
      ok: true,
      digest: 'match',
      mediaType: 'application/json',
    });
    expect(await session.evidenceContent(asked, 'none')).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('is read once, whoever asks and for whatever instant', async () => {
    const { session, reads } = sessionOver(sentinel('healthy'));
    const asked = request('healthy');
    await Promise.all([
      session.structure(asked),
      session.snapshot(asked),
      session.snapshot(asked),
      session.problems(asked, 0, 10),
    ]);
    const count = reads.length;
    expect(new Set(reads).size).toBe(count);
    const later = await session.snapshot({ ...asked, asOf: '2026-07-01T00:00:00Z' });
    expect(later).toMatchObject({ ok: true, value: { asOfOrigin: 'chosen' } });
    expect(reads).toHaveLength(count);
  });

  it('gives the same snapshot every time', async () => {
    const one = await snapshotOf(sentinel('healthy'), request('healthy'));
    const two = await snapshotOf(sentinel('healthy'), request('healthy'));
    expect(two).toEqual(one);
    expect(structuredClone(one)).toEqual(one);
  });

  it('keeps the last two revisions', async () => {
    const { session, reads } = sessionOver(sentinels());
    for (const project of ['healthy', 'empty', 'healthy', 'empty']) {
      await session.structure(request(project));
    }
    const opened = () => reads.filter((path) => path.endsWith('bundle.json')).length;
    expect(opened()).toBe(2);
    await session.structure(request('fault-cycle'));
    await session.structure(request('empty'));
    expect(opened()).toBe(3);
    await session.structure(request('healthy'));
    expect(opened()).toBe(4);
  });

  it('lists the projects of its source', async () => {
    const { session } = sessionOver(sentinels());
    const listed = await session.listProjects({ kind: 'static', url: 'memory/' });
    expect(listed.ok && listed.value.map(({ id }) => id)).toContain('fault-cycle');
  });
});

describe('faults', () => {
  it.each([
    ['fault-not-json', 'json-syntax'],
    ['fault-wrong-version', 'version-unsupported'],
    ['fault-too-deep', 'too-deep'],
  ])('%s cannot be opened, and says %s', async (project, code) => {
    const { session } = sessionOver(sentinels());
    const structure = await session.structure(request(project));
    expect(structure).toMatchObject({ ok: false, error: { kind: 'bundle' } });
    expect(await session.snapshot(request(project))).toEqual(structure);
    expect(await problemCodes(session, request(project))).toContain(code);
    expect(await session.evidenceContent(request(project), 'unit')).toMatchObject({ ok: false });
    await expect(session.content(request(project))).rejects.toMatchObject({ name: 'OpenError' });
  });

  it.each([
    ['fault-404', undefined, 'not-found'],
    ['nobody', undefined, 'not-found'],
    ['healthy', 'r9', 'not-found'],
  ])('%s %s fails at the source, and is tried again', async (project, revision, code) => {
    const { session, reads } = sessionOver(sentinels());
    const asked = request(project, revision === undefined ? {} : { revision });
    const failure = { ok: false, error: { kind: 'source', error: { code } } };
    expect(await session.structure(asked)).toMatchObject(failure);
    const before = reads.length;
    expect(await session.snapshot(asked)).toMatchObject(failure);
    expect(reads.length).toBeGreaterThanOrEqual(before);
    await expect(session.problems(asked, 0, 1)).rejects.toMatchObject({ name: 'OpenError' });
  });

  it('opens an empty plan', async () => {
    const snapshot = await snapshotOf(sentinel('empty'), request('empty'));
    expect(snapshot.answers.headline).toBe('empty');
  });

  it.each([
    ['fault-duplicate-ids', 'duplicate-id'],
    ['fault-dangling', 'dangling-reference'],
    ['fault-cycle', 'dependency-cycle'],
  ])('%s is opened with %s, and nothing behind it may start', async (project, code) => {
    const { session } = sessionOver(sentinels());
    expect(await problemCodes(session, request(project))).toContain(code);
    const snapshot = await snapshotOf(sentinels(), request(project));
    expect(['ready', 'complete']).not.toContain(stateOf(snapshot, 'B'));
  });

  it('a condition that nobody knows never passes', async () => {
    const snapshot = await snapshotOf(sentinels(), request('fault-unknown-kind'));
    expect(gateA(snapshot)).toBe('unknown');
  });

  it('a file that is gone is missing', async () => {
    const files = sentinel('fault-missing-evidence');
    const snapshot = await snapshotOf(files, request('fault-missing-evidence'));
    expect(gateA(snapshot)).toBe('missing');
    expect(snapshot.bundle.digests).toMatchObject({ absent: 1, match: 1 });
    expect(snapshot.bundle.problems.error).toBeGreaterThan(0);
    expect(stateOf(snapshot, 'A')).toBe('contradicted');
  });

  it('a file that was tampered with is unknown, and the content says so', async () => {
    const { session } = sessionOver(sentinel('fault-tampered-evidence'));
    const asked = request('fault-tampered-evidence');
    const snapshot = await session.snapshot(asked);
    expect(snapshot.ok && gateA(snapshot.value)).toBe('unknown');
    expect(await session.evidenceContent(asked, 'unit')).toMatchObject({
      ok: true,
      digest: 'mismatch',
    });
    expect(await problemCodes(session, asked)).toContain('digest-differs');
  });
});

describe('no fault turns anything greener', () => {
  it('whatever byte of whatever evidence is changed', async () => {
    const paths = ['evidence/unit.json', 'evidence/decision.json'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (path, at, flip) => {
          const files = sentinel('healthy');
          const bytes = (files.get(path) ?? new Uint8Array()).slice();
          bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ flip;
          files.set(path, bytes);
          expect(gateA(await snapshotOf(files, request('healthy')))).toBe('unknown');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('when the document comes without its gates, and the list of sums knows another one', async () => {
    const files = sentinel('healthy');
    const whole = new TextDecoder().decode(files.get('bundle.json'));
    const encode = (text: string) => new TextEncoder().encode(text);
    files.set('SHA256SUMS', encode(`${sha256Hex(encode(whole))}  bundle.json\n`));
    files.set('bundle.json', encode(whole.replace('"gates"', '"doors"')));
    const snapshot = await snapshotOf(files, request('healthy'));
    expect(snapshot.gates).toEqual([]);
    const states = snapshot.items.map(({ state }) => state);
    expect(states.length).toBeGreaterThan(0);
    expect(states).not.toContain('ready');
    expect(states).not.toContain('complete');
  });

  it('whatever file is taken away', async () => {
    for (const path of sentinel('healthy').keys()) {
      const files = sentinel('healthy');
      files.delete(path);
      if (path === 'bundle.json') continue;
      const snapshot = await snapshotOf(files, request('healthy'));
      expect(gateA(snapshot)).toBe(path.startsWith('evidence/') ? 'missing' : 'passed');
    }
  });

  it('when the list of sums contradicts the record', async () => {
    const files = sentinel('healthy');
    edit(files, 'SHA256SUMS', (text) =>
      text.replace(/^[0-9a-f]{64} {2}evidence\/unit/m, `${'0'.repeat(64)}  evidence/unit`),
    );
    expect(gateA(await snapshotOf(files, request('healthy')))).toBe('unknown');
  });
});

describe('a host that answers every address with its own page', () => {
  const page = '<!doctype html><title>Another application</title>';

  async function judged(answer: (path: string) => Response | undefined): Promise<PlanSnapshot> {
    const files = sentinel('healthy');
    const environment = fakeEnvironment((url) => {
      const path = url.slice('https://app.example/wavegate/memory/'.length);
      const bytes = files.get(path);
      return (
        answer(path) ?? (bytes === undefined ? hostPage() : new Response(new Uint8Array(bytes)))
      );
    });
    const session = createSession({
      openSource: () => httpSource({ kind: 'static', url: 'memory/' }, environment),
    });
    const snapshot = await session.snapshot(request('healthy'));
    if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
    return snapshot.value;
  }

  const hostPage = () => new Response(page, { headers: { 'content-type': 'text/html' } });

  it('has no list of sums, and the plan is judged as one without', async () => {
    const without = await judged((path) =>
      path === 'SHA256SUMS' ? new Response('', { status: 404 }) : undefined,
    );
    const covered = await judged((path) => (path === 'SHA256SUMS' ? hostPage() : undefined));
    expect(covered.items).toEqual(without.items);
    expect(covered.bundle.problems).toEqual(without.bundle.problems);
  });

  it('has no evidence either', async () => {
    const covered = await judged((path) => (path.startsWith('evidence/') ? hostPage() : undefined));
    expect(gateA(covered)).toBe('unknown');
  });

  it('is not excused for a list that it will not give', async () => {
    const broken = await judged((path) =>
      path === 'SHA256SUMS' ? new Response('no sums', { status: 403 }) : undefined,
    );
    expect(broken.bundle.problems.error).toBeGreaterThan(0);
  });
});

describe('a large bundle', () => {
  /** Claims a size beyond what is compared before judging. */
  function large(): MemoryFiles {
    const files = sentinel('fault-tampered-evidence');
    edit(files, 'bundle.json', (text) => text.replace(/"size": \d+/, '"size": 99000000'));
    return files;
  }

  it('is compared when its content is asked for, which takes passes back', async () => {
    const { session } = sessionOver(large());
    const asked = request('fault-tampered-evidence');
    const before = await session.snapshot(asked);
    expect(before).toMatchObject({ ok: true, value: { bundle: { digests: { unchecked: 2 } } } });
    expect(before.ok && gateA(before.value)).toBe('passed');
    expect(await session.evidenceContent(asked, 'decision')).toMatchObject({ digest: 'match' });
    // A match judges nothing anew, and is told all the same.
    expect(await session.snapshot(asked)).toMatchObject({
      ok: true,
      value: { bundle: { digests: { match: 1, unchecked: 1 } } },
    });
    expect(await session.evidenceContent(asked, 'unit')).toMatchObject({ digest: 'mismatch' });
    const after = await session.snapshot(asked);
    expect(after.ok && gateA(after.value)).toBe('unknown');
    expect(after).toMatchObject({
      ok: true,
      value: { bundle: { digests: { match: 1, mismatch: 1, unchecked: 0 } } },
    });
  });
});

describe('files beside the plan', () => {
  function withCollection(lines: string, sha256?: string): MemoryFiles {
    const files = sentinel('healthy');
    edit(files, 'bundle.json', (text) => {
      const plan: { evidence: unknown; collections?: unknown } = JSON.parse(text);
      plan.evidence = [];
      plan.collections = {
        evidence: [{ path: 'collections/evidence.ndjson', ...(sha256 && { sha256 }) }],
      };
      return JSON.stringify(plan);
    });
    files.set('collections/evidence.ndjson', new TextEncoder().encode(lines));
    return files;
  }

  function lines(): string {
    const text = new TextDecoder().decode(sentinel('healthy').get('bundle.json'));
    const plan: { evidence: readonly unknown[] } = JSON.parse(text);
    return plan.evidence.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }

  it('gives evidence from a collection', async () => {
    const snapshot = await snapshotOf(withCollection(lines()), request('healthy'));
    expect(gateA(snapshot)).toBe('passed');
    expect(snapshot.bundle.digests.match).toBe(2);
  });

  it('passes nothing when a collection is gone', async () => {
    const files = withCollection(lines());
    files.delete('collections/evidence.ndjson');
    const { session } = sessionOver(files);
    const snapshot = await session.snapshot(request('healthy'));
    expect(snapshot.ok && gateA(snapshot.value)).not.toBe('passed');
    expect(await problemCodes(session, request('healthy'))).toContain('file-unreadable');
  });

  it('believes no record from a collection that is not the recorded one', async () => {
    const files = withCollection(lines(), '0'.repeat(64));
    const { session } = sessionOver(files);
    const snapshot = await session.snapshot(request('healthy'));
    expect(snapshot.ok && gateA(snapshot.value)).toBe('unknown');
    expect(await problemCodes(session, request('healthy'))).toContain('digest-differs');
  });

  it('passes nothing when a line is broken, for it may have held a failure', async () => {
    const snapshot = await snapshotOf(withCollection(`${lines()}{"id":`), request('healthy'));
    expect(gateA(snapshot)).toBe('unknown');
  });

  it('reports evidence that stands in two places', async () => {
    const files = withCollection(lines() + lines());
    const { session } = sessionOver(files);
    expect(await problemCodes(session, request('healthy'))).toContain('duplicate-record');
    const { rows } = await session.evidencePage(request('healthy'), { offset: 0, limit: 10 });
    expect(rows.filter(({ id }) => id === evidenceId('unit')).length).toBeGreaterThan(0);
  });
});
