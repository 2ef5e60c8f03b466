import { err, ok, type Result } from '../lib/result.ts';
import { containedPath } from './contained-path.ts';
import type { SourceError } from './types.ts';
import { isFileManagerJunk, zipLimits } from './zip-directory.ts';

/** A file that somebody dropped or chose, with its path inside the dropped folder. */
export interface DroppedFile {
  readonly path: string;
  readonly file: Blob;
}

/** Files of an `<input type="file">`, with or without `webkitdirectory`. */
export function filesOfList(files: Iterable<File>): Result<readonly DroppedFile[], SourceError> {
  return accept([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** Files of what a drop event carried, folders included. */
export async function filesOfEntries(
  roots: readonly FileSystemEntry[],
): Promise<Result<readonly DroppedFile[], SourceError>> {
  const found: DroppedFile[] = [];
  const waiting = [...roots];
  try {
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      if (isFile(entry))
        found.push({ path: entry.fullPath.replace(/^\/+/, ''), file: await fileOf(entry) });
      else if (isFolder(entry)) waiting.push(...(await childrenOf(entry)));
      if (found.length + waiting.length > zipLimits.entries) return err(tooMany(entry.fullPath));
    }
  } catch {
    return err({
      code: 'unreachable',
      where: roots[0]?.name ?? '',
      params: { reason: 'file-system' },
    });
  }
  return accept(found);
}

function accept(files: readonly DroppedFile[]): Result<readonly DroppedFile[], SourceError> {
  const kept: DroppedFile[] = [];
  const names = new Set<string>();
  let total = 0;
  for (const { path, file } of files) {
    const contained = containedPath(path);
    if (!contained.ok) return contained;
    if (isFileManagerJunk(contained.value) || names.has(contained.value)) continue;
    names.add(contained.value);
    total += file.size;
    kept.push({ path: contained.value, file });
  }
  if (kept.length > zipLimits.entries) return err(tooMany(kept[0]?.path ?? ''));
  if (total > zipLimits.total) {
    return err({
      code: 'too-large',
      where: kept[0]?.path ?? '',
      params: { limit: zipLimits.total, size: total },
    });
  }
  return kept.length === 0 ? err({ code: 'not-a-bundle', where: '' }) : ok(kept);
}

function tooMany(where: string): SourceError {
  return { code: 'too-large', where, params: { limitFiles: zipLimits.entries } };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** The reader answers in portions, and with an empty one at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return all;
    all.push(...part);
  }
}
