import { sha256Hex } from '../src/bundle/digest.ts';
import type { Catalogue } from '../src/server/catalogue.ts';
import { parseListings } from '../src/source/listing.ts';

/** Reads a file by its path in a tree; `undefined` where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/**
 * What a tree of files in the layout of a static folder serves. Which files there are is found by reading
 * them.
 *
 * @param version changes whenever any file may have changed
 */
export async function catalogueOf(read: ReadFile, version: string): Promise<Catalogue> {
  const index = await read('index.json');
  const listings = index === undefined ? undefined : parseListings(index);
  return (listings ?? []).map(({ revisions, ...project }) => ({
    ...project,
    revisions: revisions.map(({ path, ...revision }) => ({
      ...revision,
      fingerprint: sha256Hex(new TextEncoder().encode(JSON.stringify([version, project.id, path]))),
      files: {
        name: path,
        read: async (name) => {
          const bytes = await read(`${path}${name}`);
          return bytes === undefined
            ? { ok: false, error: { code: 'not-found', where: name } }
            : { ok: true, value: bytes };
        },
      },
    })),
  }));
}
