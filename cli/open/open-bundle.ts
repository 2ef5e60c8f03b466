import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { PublicKey } from '../../src/bundle/integrity/keys.ts';
import type { DeriveContext } from '../../src/derive/context.ts';
import type { PlanSnapshot } from '../../src/derive/types.ts';
import { createEvaluation, type Evaluation } from '../../src/gates/evaluate.ts';
import { parseTimestamp } from '../../src/lib/timestamp.ts';
import type { Problem } from '../../src/model/problem.ts';
import { beginLoad } from '../../src/queries/load-plan.ts';
import { type LoadedBundle, loadedBundle } from '../../src/queries/loaded-bundle.ts';
import type { OpenFailure, OpenRequest } from '../../src/queries/session-types.ts';
import type { FileTree } from '../../src/source/file-tree.ts';
import { treeSource } from '../../src/source/tree-source.ts';
import type { EvidenceSource } from '../../src/source/types.ts';
import { isZip, zipTree } from '../../src/source/zip-tree.ts';
import { CliFailure } from '../core/failure.ts';
import type { Io } from '../core/io.ts';
import { problemText } from '../core/wording.ts';
import { words } from '../core/words.ts';
import { folderTree } from './folder-tree.ts';

/** Which bundle, which state of it, and when it is judged. */
export interface BundleChoice {
  readonly path: string;
  readonly project?: string;
  readonly revision?: string;
  readonly asOf?: string;
  /** Evidence that was not compared with its digest counts as unknown. */
  readonly requireVerified?: boolean;
  /** Attestations signed with them count, as in a page whose link names them. */
  readonly keys?: readonly PublicKey[];
}

/** A bundle as the page would have it: read by the same loader, judged by the same engine. */
export interface OpenedBundle {
  readonly context: DeriveContext & { readonly evaluation: Evaluation };
  readonly snapshot: PlanSnapshot;
  readonly problems: readonly Problem[];
}

/**
 * Opens a folder, a `.zip` or a `bundle.json` and judges it. Every evidence file is compared with its
 * digest first, whatever its size.
 *
 * @throws CliFailure when there is nothing to judge
 */
export async function openBundle(choice: BundleChoice, io: Io): Promise<OpenedBundle> {
  if (choice.asOf !== undefined && Number.isNaN(parseTimestamp(choice.asOf))) {
    throw new CliFailure('as-of-unreadable', words.asOfUnreadable(choice.asOf), {
      hint: words.asOfHint,
    });
  }
  const source = treeSource(await treeAt(resolve(io.cwd, choice.path), choice.path));
  const request = await chooseRequest(source, choice, io);
  const begun = await beginLoad(source, request);
  if (!begun.ok) throw openFailure(choice.path, begun.error);
  const stage = await begun.value.finish();
  if (!stage.ok) throw openFailure(choice.path, stage.error);
  const loaded = loadedBundle(stage.value);
  await compareEverything(loaded, request);
  const context = await loaded.judge(request);
  const { asOf } = context.verdicts;
  const evaluation = createEvaluation(context.project, {
    asOf,
    ...(choice.requireVerified === true && { policy: { requireVerifiedDigests: true } }),
  });
  return {
    context: { project: context.project, verdicts: evaluation.verdicts, evaluation },
    snapshot: await loaded.snapshot(request),
    problems: await loaded.problems(),
  };
}

/**
 * The loader compares the evidence of small bundles; here the rest is compared as well, because a
 * pipeline has nobody who would click on it.
 */
async function compareEverything(loaded: LoadedBundle, request: OpenRequest): Promise<void> {
  const { project } = await loaded.judge(request);
  for (const { id, path } of project.evidence ?? []) {
    if (path !== undefined && !project.reading.digests.has(id)) await loaded.content(id);
  }
}

/** The request for the project that was chosen, or the only one there is. */
export async function chooseRequest(
  source: EvidenceSource,
  choice: BundleChoice,
  io: Io,
): Promise<OpenRequest> {
  const listed = await source.list();
  if (!listed.ok) {
    throw openFailure(choice.path, { kind: 'source', error: listed.error });
  }
  const ids = listed.value.map(({ id }) => id);
  const project = choice.project ?? ids[0];
  if (project === undefined || (choice.project === undefined && ids.length > 1)) {
    throw new CliFailure('project-not-named', words.projectNotNamed(choice.path, ids), {
      hint: words.projectHint,
    });
  }
  if (!ids.includes(project)) {
    throw new CliFailure('project-unknown', words.projectUnknown(project, ids));
  }
  const revisions = listed.value
    .flatMap((listing) => (listing.id === project ? listing.revisions : []))
    .map(({ id }) => id);
  if (choice.revision !== undefined && !revisions.includes(choice.revision)) {
    throw new CliFailure('revision-unknown', words.revisionUnknown(choice.revision, revisions));
  }
  return {
    source: { kind: 'local', id: choice.path },
    project,
    ...(choice.revision !== undefined && { revision: choice.revision }),
    ...(choice.asOf !== undefined && { asOf: choice.asOf }),
    ...(choice.keys !== undefined && choice.keys.length > 0 && { keys: choice.keys }),
    now: io.now(),
  };
}

/** @throws CliFailure when the path is neither a folder nor a readable file */
export async function treeAt(path: string, shown: string): Promise<FileTree> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new CliFailure('not-found', words.bundleNotFound(shown), { hint: words.bundleHint });
  }
  if (found.isDirectory()) return folderTree(path);
  const bytes = new Uint8Array(await readFile(path));
  if (isZip(bytes)) {
    const tree = zipTree(bytes, basename(path));
    if (!tree.ok) throw openFailure(shown, { kind: 'source', error: tree.error });
    return tree.value;
  }
  return {
    name: basename(path),
    paths: ['bundle.json'],
    read: async () => ({ ok: true, value: bytes }),
  };
}

function openFailure(path: string, failure: OpenFailure): CliFailure {
  if (failure.kind === 'source') {
    return new CliFailure(failure.error.code, words.sourceError(path, failure.error), {
      hint: words.archiveHint(failure.error) ?? words.bundleHint,
    });
  }
  const fatal = failure.problems.find(({ severity }) => severity === 'fatal');
  return new CliFailure('not-a-bundle', words.notABundle(path, fatal && problemText(fatal).what), {
    place: {
      file: fatal?.file ?? path,
      ...(fatal?.position && { line: fatal.position.line, column: fatal.position.column }),
    },
  });
}
