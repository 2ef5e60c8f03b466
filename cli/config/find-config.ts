import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CliFailure } from '../core/failure.ts';
import type { Io } from '../core/io.ts';

export const configNames = ['wavegate.yaml', 'wavegate.yml', 'wavegate.json'] as const;

/**
 * The text of the configuration that is named, or of the one in the current folder.
 *
 * @throws CliFailure when there is none
 */
export async function findConfig(
  named: string | undefined,
  io: Io,
): Promise<{ readonly path: string; readonly text: string }> {
  const path = named === undefined ? await usualPlace(io.cwd) : resolve(io.cwd, named);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CliFailure('config-not-found', `${named ?? path} cannot be read`, {
      hint: 'Name a wavegate.yaml with --config; `wavegate init` proposes one.',
    });
  });
  return { path, text };
}

async function usualPlace(folder: string): Promise<string> {
  for (const name of configNames) {
    const path = join(folder, name);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw new CliFailure('config-not-found', `There is no ${configNames[0]} in ${folder}`, {
    hint: '`wavegate init` proposes one from what it finds here.',
  });
}
