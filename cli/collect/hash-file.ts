import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

const chunk = 1024 * 1024;

/** One buffer for all files of a thread. */
let buffer: Buffer | undefined;

/**
 * SHA-256 of a file in lower-case hexadecimal, read in pieces; a link in the place of the file is not
 * followed. Absent when it cannot be read.
 */
export function hashFile(path: string): string | undefined {
  buffer ??= Buffer.allocUnsafe(chunk);
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    if (!fstatSync(file).isFile()) return undefined;
    const hash = createHash('sha256');
    for (
      let read = readSync(file, buffer, 0, chunk, null);
      read > 0;
      read = readSync(file, buffer, 0, chunk, null)
    ) {
      hash.update(read === chunk ? buffer : buffer.subarray(0, read));
    }
    return hash.digest('hex');
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
