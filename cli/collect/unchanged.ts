import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { version } from '../core/version.ts';
import { type LastRun, readLastRun } from './digest-cache.ts';
import { fingerprintOfFolder } from './fingerprint.ts';

/** What a run depends on, besides the files themselves. */
export interface RunKey {
  /** Real path of the repository. */
  readonly root: string;
  /** Name of the configuration in it. */
  readonly config: string;
  /** Text of the configuration. */
  readonly text: string;
  /** Absolute path of the bundle's folder. */
  readonly output: string;
  readonly revision?: string;
}

/** Everything that goes into the fingerprint of a run, apart from the files. */
export async function keyParts({
  root,
  text,
  output,
  revision,
}: RunKey): Promise<readonly string[]> {
  return [version, text, output, revision ?? '', await headOf(root)];
}

/**
 * The last run when nothing changed since. It reads no file but its own notes, and
 * loads nothing of what collecting needs.
 */
export async function unchangedBundle(key: RunKey, now: number): Promise<LastRun | undefined> {
  const last = await readLastRun(key.root);
  if (last === undefined || last.output !== key.output) return undefined;
  const fingerprint = await fingerprintOfFolder({
    keys: await keyParts(key),
    root: key.root,
    exclude: last.exclude,
    // The notes may have come with a stranger's repository. Times and inode of the configuration are of this
    // machine, so that nobody can have written a fingerprint of it in advance.
    needs: key.config,
    now,
  });
  return fingerprint === last.fingerprint && (await idOf(key.output)) === last.bundleId
    ? last
    : undefined;
}

/** The bundle itself is no part of what is collected. */
export function ownOutput(root: string, output: string): readonly string[] {
  const path = relative(root, output).replaceAll('\\', '/');
  return path === '' || path.startsWith('..') ? [] : [`${path}/**`, `${path}.*.part/**`];
}

/** What the checkout points to, read without Git. */
async function headOf(root: string): Promise<string> {
  const read = (path: string): Promise<string> =>
    readFile(join(root, '.git', path), 'utf8').catch(() => '');
  const head = (await read('HEAD')).trim();
  const [, ref] = /^ref: (refs\/[\w./-]+)$/.exec(head) ?? [];
  return ref === undefined || ref.includes('..') ? head : `${head} ${await read(ref)}`;
}

/** The id of a bundle, the SHA-256 of its list of sums. */
async function idOf(output: string): Promise<string | undefined> {
  return readFile(join(output, 'SHA256SUMS')).then(
    (sums) => createHash('sha256').update(sums).digest('hex'),
    () => undefined,
  );
}
