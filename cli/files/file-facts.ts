import { lstatSync } from 'node:fs';

/** A file below the root, as the file system tells it. */
export interface FoundFile {
  /** Relative, POSIX. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since the epoch, with fractions where the system has them. */
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
}

/** @throws when the file is gone */
export function fileFacts(root: string, path: string): FoundFile {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(`${root}/${path}`);
  return { path, size, modified: mtimeMs, changed: ctimeMs, inode: ino };
}
