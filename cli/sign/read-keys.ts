import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type PublicKey, readPublicKey } from '../../src/bundle/integrity/keys.ts';
import { CliFailure } from '../core/failure.ts';
import { type Io, plain } from '../core/io.ts';
import { keyFailure } from './key-failure.ts';

/**
 * The public keys that were named: each a file, or `owner=file` where the plan calls its signers by name.
 *
 * @throws CliFailure for a file that cannot be read or is no public key
 */
export async function readKeys(
  named: readonly string[] | undefined,
  io: Io,
): Promise<readonly PublicKey[]> {
  const keys: PublicKey[] = [];
  for (const text of named ?? []) {
    const [, owner, path = text] = /^([^=/\\]+)=(.+)$/.exec(text) ?? [];
    const written = await readFile(resolve(io.cwd, path), 'utf8').catch(() => {
      throw new CliFailure('key-unreadable', `${plain(path)} cannot be read`);
    });
    const key = readPublicKey(written);
    if (!key.ok) throw keyFailure(path, key.error);
    keys.push(owner === undefined ? key.value : { ...key.value, name: owner });
  }
  return keys;
}
