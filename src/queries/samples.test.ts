import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platformEnvironment } from '../source/environment.ts';
import { httpSource } from '../source/http-source.ts';
import { createSession } from './session.ts';

/** The vitest root is the project's. */
const folder = resolve('public/bundles');
const baseUrl = 'https://app.example/';

const session = createSession({
  openSource: (ref) => {
    if (ref.kind === 'local') throw new Error('not here');
    return httpSource(ref, {
      ...platformEnvironment(baseUrl),
      fetch: async (url) => {
        try {
          const path = decodeURIComponent(new URL(url).pathname.replace('/bundles/', ''));
          return new Response(new Uint8Array(await readFile(resolve(folder, path))));
        } catch {
          return new Response('', { status: 404 });
        }
      },
    });
  },
});

const source = { kind: 'static', url: 'bundles/' } as const;
const listed = await session.listProjects(source);
const revisions = listed.ok
  ? listed.value.flatMap(({ id, revisions: all }) => all.map((revision) => [id, revision.id]))
  : [];

describe('the sample bundles', () => {
  it('are there', () => {
    expect(revisions.length).toBeGreaterThanOrEqual(5);
  });

  it.each(revisions)(
    '%s %s is read without a fault and every digest matches',
    async (project, revision) => {
      const request = {
        source,
        project: project ?? '',
        revision: revision ?? '',
        now: '2026-12-01T00:00:00Z',
      };
      const snapshot = await session.snapshot(request);
      if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
      const { rows } = await session.problems(request, 0, 1000);
      expect(rows.filter(({ severity }) => severity === 'fatal')).toEqual([]);
      const { digests } = snapshot.value.bundle;
      expect({ ...digests, match: 0, unchecked: 0 }).toEqual({
        match: 0,
        mismatch: 0,
        absent: 0,
        unreadable: 0,
        unchecked: 0,
      });
    },
  );
});
