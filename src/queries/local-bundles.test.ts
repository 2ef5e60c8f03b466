import { filesOfDrop } from './files-of-drop.ts';
import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { forgetLocalBundle, keepDrop, localBundlesQuery } from './local-bundles.ts';

const now = Date.parse('2026-06-01T00:00:00Z');

/** jsdom's files cannot be read as array buffers; the browser's can. */
function file(name: string, text: string): File {
  return Object.assign(new File([text], name), {
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  });
}

it('keeps a dropped bundle, lists it and forgets it', async () => {
  const kept = await keepDrop(filesOfDrop([file('plan.json', '{"project":{"id":"p"}}')]), now);
  if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  expect(kept.value.source).toEqual({ kind: 'local', id: kept.value.bundle.id });
  const client = new QueryClient();
  expect(await client.fetchQuery(localBundlesQuery())).toMatchObject([
    { id: kept.value.bundle.id, name: 'plan.json', addedAt: '2026-06-01T00:00:00.000Z' },
  ]);
  await forgetLocalBundle(kept.value.bundle.id);
  expect(await client.fetchQuery(localBundlesQuery())).toEqual([]);
});

it('says why files were not kept', async () => {
  expect(await keepDrop(filesOfDrop([]), now)).toMatchObject({
    ok: false,
    error: { kind: 'source', error: { code: 'not-a-bundle' } },
  });
});
