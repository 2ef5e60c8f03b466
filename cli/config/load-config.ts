import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readTree, type Tree } from '../../src/formats/plans/tree.ts';
import { CliFailure } from '../core/failure.ts';
import type { Io } from '../core/io.ts';
import { type Config, configSchema } from './config-schema.ts';
import { findConfig } from './find-config.ts';

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
  const { path, text } = await findConfig(named, io);
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
