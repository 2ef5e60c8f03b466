import { access, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openRepository, type Repository } from '../collect/repository.ts';
import { configNames } from '../config/find-config.ts';
import { CliFailure, type ExitCode } from '../core/failure.ts';
import { type Io, note, paint, plain } from '../core/io.ts';
import { words } from '../core/words.ts';
import { guessContracts } from './guess-contract.ts';
import { guessEvidence } from './guess-evidence.ts';
import { guessLinks } from './guess-links.ts';
import { guessPlans } from './guess-plans.ts';
import { propose } from './propose.ts';
import { gatesOf } from './propose-gates.ts';

export interface InitOptions {
  /** Print instead of writing. */
  readonly print?: boolean;
  readonly exclude?: readonly string[];
}

/** Looks at a repository and proposes its configuration; what is there already is never touched. */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  if (options.print !== true) {
    for (const name of configNames) {
      const isThere = await access(join(io.cwd, name)).then(
        () => true,
        () => false,
      );
      if (isThere) {
        throw new CliFailure('output-exists', words.outputExists(name), {
          hint: 'Nothing is overwritten. `wavegate init --print` shows what would be proposed.',
        });
      }
    }
  }
  const exclude = [
    ...(options.exclude ?? []),
    'wavegate-bundle/**',
    'dist/**',
    'build/**',
    'target/**',
    'vendor/**',
  ];
  const all = await openRepository(io.cwd, { exclude, git: false });
  const bundles = bundleFolders(all);
  const repository =
    bundles.length === 0
      ? all
      : await openRepository(io.cwd, {
          exclude: [...exclude, ...bundles.map((folder) => `${folder}**`)],
          git: false,
        });
  const plans = await guessPlans(repository);
  const evidence = await guessEvidence(repository);
  const contracts = await guessContracts(repository);
  const links = await guessLinks(repository, plans);
  const guesses = { plans, contracts, links, ...evidence };
  const text = propose(basename(io.cwd) || 'project', guesses);
  if (options.print === true) {
    io.stdout(text);
    return 0;
  }
  await writeFile(join(io.cwd, configNames[0]), text, { flag: 'wx' });
  io.stdout(
    `${paint(io, 'good', 'Proposed')} ${configNames[0]} from ${repository.files.length} files.\n`,
  );
  if (bundles.length > 0) {
    note(
      io,
      `  left out: ${bundles.length} evidence ${bundles.length === 1 ? 'bundle' : 'bundles'}, the first in ${plain(bundles[0] ?? '')}`,
    );
  }
  // Where there are only pipelines, the first of them is proposed after all.
  const isOnly = plans.every(({ isAside }) => isAside === true);
  for (const [at, { why, format, isAside }] of plans.slice(0, 12).entries()) {
    const isComment = isAside === true && !(isOnly && at === 0);
    note(io, `  plan (${format}${isComment ? ', as a comment' : ''}): ${plain(why)}`);
  }
  if (plans.length === 0) {
    note(io, '  No plan was found. The file says how a table, headings or a list of items look.');
  }
  if (evidence.evidence.length === 0) {
    note(io, '  No report was found. Name what your tools write under `evidence`.');
  }
  for (const { why, kind, isAside } of evidence.evidence.slice(0, 12)) {
    note(io, `  ${kind}${isAside === true ? ' (as a comment)' : ''}: ${plain(why)}`);
  }
  const gates = gatesOf(guesses);
  for (const { id, why } of gates) note(io, `  gate ${id}: ${plain(why)}`);
  io.stdout('Read it, correct it, then run: wavegate collect --check\n');
  const named = gates.map(({ id }) => ` --gate ${id}`).join('');
  io.stdout(
    gates.length > 0
      ? `In a pipeline: wavegate collect && wavegate check${named}\n`
      : 'In a pipeline: wavegate collect && wavegate check, or with --baseline to fail only on what got worse\n',
  );
  return 0;
}

/** Folders that are bundles themselves, each with its final slash: their evidence speaks of another plan. */
function bundleFolders({ byPath, folders }: Repository): readonly string[] {
  return [...folders].filter(
    (folder) =>
      folder !== '' && byPath.has(`${folder}bundle.json`) && byPath.has(`${folder}SHA256SUMS`),
  );
}
