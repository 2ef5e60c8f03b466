import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleId, formatSha256Sums, sha256Hex, sumsFile } from '../../src/bundle/digest.ts';
import { isSafePath } from '../../src/bundle/paths.ts';
import { planFile } from '../../src/bundle/write-bundle.ts';
import { CliFailure } from '../core/failure.ts';
import { words } from '../core/words.ts';
import type { StoredBytes } from './collect-evidence.ts';
import { hashFile } from './hash-file.ts';

/**
 * Writes a bundle beside its place and moves it there at once: whoever reads sees the old one or the new
 * one. Only a bundle, or nothing, is replaced.
 *
 * @returns the id of the bundle
 * @throws CliFailure when something else is there, or a file changed on the way
 */
export async function writeFolder(
  target: string,
  root: string,
  head: ReadonlyMap<string, Uint8Array>,
  stored: ReadonlyMap<string, StoredBytes>,
): Promise<string> {
  refuseForeign(target);
  const temporary = `${target}.${process.pid}.part`;
  await rm(temporary, { recursive: true, force: true });
  // The folder itself without its parents: of a place that takes none, that says so at once.
  mkdirSync(dirname(temporary), { recursive: true });
  mkdirSync(temporary);
  const digests = new Map<string, string>();
  const made = new Set<string>([temporary]);
  const place = (path: string): string => {
    if (!isSafePath(path)) throw new CliFailure('unsafe-path', `${path} is no path for a bundle`);
    const file = join(temporary, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return file;
  };
  try {
    for (const [path, bytes] of head) {
      if (path === sumsFile) continue;
      writeFileSync(place(path), bytes);
      digests.set(path, sha256Hex(bytes));
    }
    for (const [path, source] of stored) {
      if (source.kind === 'bytes') {
        writeFileSync(place(path), source.bytes);
        digests.set(path, sha256Hex(source.bytes));
        continue;
      }
      const file = place(path);
      copyFileSync(join(root, source.path), file);
      if (hashFile(file) !== source.sha256) {
        throw new CliFailure('file-changed', `${source.path} changed while it was collected`, {
          hint: 'Run again when nothing writes to it.',
        });
      }
      digests.set(path, source.sha256);
    }
    const sums = new TextEncoder().encode(formatSha256Sums(digests));
    writeFileSync(place(sumsFile), sums);
    await rm(target, { recursive: true, force: true });
    await rename(temporary, target);
    return bundleId(sums);
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true });
    throw cause;
  }
}

/** Nothing but an earlier bundle is ever replaced. */
export function refuseForeign(target: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0 || existsSync(join(target, planFile)))
    return;
  throw new CliFailure('output-exists', words.outputExists(target), { hint: words.outputHint });
}
