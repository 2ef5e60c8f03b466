import { err, ok, type Result } from '../lib/result.ts';
import type { DroppedFile } from './dropped-files.ts';
import type { FileTree } from './file-tree.ts';
import { findKept, keepFiles, type LocalBundle, readKept } from './local-store.ts';
import { hasBundle, treeSource } from './tree-source.ts';
import type { EvidenceSource, SourceError } from './types.ts';
import { isZip, zipTree } from './zip-tree.ts';

/**
 * Checks that dropped files hold a bundle (a folder, one JSON document, or one archive) and keeps
 * them in this browser; the answer's id is a source `{ kind: 'local', id }`.
 *
 * @param now milliseconds since the epoch
 */
export async function keepDropped(
  files: readonly DroppedFile[],
  now: number,
): Promise<Result<LocalBundle, SourceError>> {
  const [first] = files;
  if (first === undefined) return err({ code: 'not-a-bundle', where: '' });
  const name = nameOfDrop(files, first);
  if (files.length === 1) {
    const bytes = new Uint8Array(await first.file.arrayBuffer());
    if (isZip(bytes)) {
      const tree = zipTree(bytes, name);
      if (!tree.ok) return tree;
      return hasBundle(tree.value)
        ? keepFiles(name, files, now)
        : err({ code: 'not-a-bundle', where: name });
    }
  }
  return hasBundle({ paths: files.map(({ path }) => path) })
    ? keepFiles(name, files, now)
    : err({ code: 'not-a-bundle', where: name });
}

/** Files that this browser keeps under an id. */
export function localSource(id: string): EvidenceSource {
  let source: Promise<Result<EvidenceSource, SourceError>> | undefined;
  const found = (): Promise<Result<EvidenceSource, SourceError>> => {
    source ??= openKept(id).then((result) => {
      if (!result.ok) source = undefined;
      return result;
    });
    return source;
  };
  return {
    list: async (signal) => {
      const opened = await found();
      return opened.ok ? opened.value.list(signal) : opened;
    },
    open: async (projectId, revisionId, signal) => {
      const opened = await found();
      return opened.ok ? opened.value.open(projectId, revisionId, signal) : opened;
    },
  };
}

async function openKept(id: string): Promise<Result<EvidenceSource, SourceError>> {
  const bundle = await findKept(id);
  if (!bundle.ok) return bundle;
  const { name, paths } = bundle.value;
  const [only] = paths;
  if (paths.length === 1 && only !== undefined) {
    const bytes = await readKept(id, only);
    if (!bytes.ok) return bytes;
    if (isZip(bytes.value)) {
      const tree = zipTree(bytes.value, name);
      return tree.ok ? ok(treeSource(tree.value)) : tree;
    }
  }
  const tree: FileTree = {
    name,
    paths,
    read: async (path, maxBytes) => {
      const bytes = await readKept(id, path);
      return bytes.ok && bytes.value.byteLength > maxBytes
        ? err({ code: 'too-large', where: path, params: { limit: maxBytes } })
        : bytes;
    },
  };
  return ok(treeSource(tree));
}

/** The folder that holds all files, or the first file. */
function nameOfDrop(files: readonly DroppedFile[], first: DroppedFile): string {
  const folder = first.path.split('/')[0] ?? first.path;
  return files.every(({ path }) => path.startsWith(`${folder}/`)) ? folder : first.path;
}
