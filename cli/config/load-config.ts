import { access, readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readTree, type Tree } from '../../src/formats/plans/tree.ts';
import { CliFailure } from '../core/failure.ts';
import type { Io } from '../core/io.ts';
import { type Config, configSchema } from './config-schema.ts';

export const configNames = ['wavegate.yaml', 'wavegate.yml', 'wavegate.json'] as const;

export interface LoadedConfig {
  readonly config: Config;
  /** Real path of the folder that the paths in it are relative to. */
  readonly root: string;
  readonly path: string;
  readonly text: string;
}

/**
 * Reads `wavegate.yaml`: the one that is named, or the one in the current folder.
 *
 * @throws CliFailure with file and line of what is wrong
 */
export async function loadConfig(named: string | undefined, io: Io): Promise<LoadedConfig> {
  const path = named === undefined ? await findConfig(io.cwd) : resolve(io.cwd, named);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CliFailure('config-not-found', `${named ?? path} cannot be read`);
  });
  const { documents, problems } = readTree(text, path);
  const [document] = documents;
  const [problem] = problems;
  if (document === undefined || problem !== undefined) {
    throw new CliFailure(
      'config-unreadable',
      problem === undefined
        ? 'The file is empty'
        : `It cannot be read: ${problem.code} ${JSON.stringify(problem.params ?? {})}`,
      {
        place: { file: path, ...(problem?.position && { line: problem.position.line }) },
        hint: 'It is YAML without anchors, aliases and tags.',
      },
    );
  }
  const parsed = configSchema.safeParse(plainValue(document));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = lineAt(document, issue?.path ?? []);
    throw new CliFailure(
      'config-invalid',
      `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not valid'}`,
      {
        place: { file: path, line: at },
        hint: 'docs/cli.md describes every member; with the $schema line editors complete them.',
      },
    );
  }
  return { config: parsed.data, root: await realpath(dirname(path)), path, text };
}

async function findConfig(folder: string): Promise<string> {
  for (const name of configNames) {
    const path = join(folder, name);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  throw new CliFailure('config-not-found', `There is no ${configNames[0]} in ${folder}`, {
    hint: '`wavegate init` proposes one from what it finds here.',
  });
}

/** Plain data; what cannot be followed becomes nothing, which the schema refuses where it matters. */
export function plainValue(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.value;
    case 'list':
      return tree.items.map(plainValue);
    case 'map':
      return Object.fromEntries([...tree.entries].map(([key, value]) => [key, plainValue(value)]));
    case 'opaque':
      return undefined;
  }
}

/** The line of the innermost part of a path that is there. */
function lineAt(tree: Tree, path: readonly PropertyKey[]): number {
  let found = tree;
  for (const step of path) {
    const next =
      found.kind === 'map'
        ? found.entries.get(String(step))
        : found.kind === 'list' && typeof step === 'number'
          ? found.items[step]
          : undefined;
    if (next === undefined) break;
    found = next;
  }
  return found.line;
}
