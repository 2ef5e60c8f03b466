import type { Dirent } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { err, ok, type Result } from '../../src/lib/result.ts';
import type { FileTree } from '../../src/source/file-tree.ts';
import type { SourceError } from '../../src/source/types.ts';

/** More files than any bundle has; a whole disk that was named by mistake is not walked to its end. */
const maxFiles = 500_000;

/**
 * The files of a folder as a bundle source. Links are not followed: neither while listing, nor when a
 * file is read, where the real path must still lie in the folder.
 */
export async function folderTree(folder: string): Promise<FileTree> {
  const root = await realpath(folder);
  const paths: string[] = [];
  const pending = [''];
  for (let at = pending.pop(); at !== undefined && paths.length < maxFiles; at = pending.pop()) {
    for (const entry of await entriesOf(join(root, at))) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile()) paths.push(path);
    }
  }
  paths.sort();
  const known = new Set(paths);
  return {
    name: basename(root),
    paths,
    read: async (path, maxBytes) => {
      if (!known.has(path)) return err({ code: 'not-found', where: path });
      return readContained(root, path, maxBytes);
    },
  };
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Reads a file below `root` whose real path lies there too, up to a number of bytes. */
export async function readContained(
  root: string,
  path: string,
  maxBytes: number,
): Promise<Result<Uint8Array, SourceError>> {
  try {
    const real = await realpath(join(root, path));
    if (!real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) {
      return err({ code: 'unsafe-path', where: path });
    }
    const file = await open(real);
    try {
      const { size } = await file.stat();
      if (size > maxBytes) {
        return err({ code: 'too-large', where: path, params: { limit: maxBytes } });
      }
      return ok(new Uint8Array(await file.readFile()));
    } finally {
      await file.close();
    }
  } catch {
    return err({ code: 'not-found', where: path });
  }
}
