import { withoutOwnWord } from '../bundle/integrity/own-word.ts';
import type { DeriveContext } from '../derive/context.ts';
import type { LiveDigests } from '../derive/evidence-rows.ts';
import { buildSnapshot } from '../derive/snapshot.ts';
import { buildStructure } from '../derive/structure.ts';
import type { PlanSnapshot, PlanStructure } from '../derive/types.ts';
import { createEvaluation } from '../gates/evaluate.ts';
import type { Result } from '../lib/result.ts';
import { buildProject } from '../model/build-project.ts';
import type { DigestState, Evidence } from '../model/evidence.ts';
import type { EvidenceId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { Project, Reading } from '../model/project-index.ts';
import { sha256Hex } from '../source/sha256.ts';
import type { SourceError } from '../source/types.ts';
import { attestedSignatures } from './attested-signatures.ts';
import { BoundedCache } from './bounded-cache.ts';
import { digestProblems } from './digest-problems.ts';
import type { FileDigest } from './evidence-files.ts';
import type { StoredFile } from './evidence-files-session.ts';
import type { PublicKey } from './integrity-types.ts';
import type { BundleParts } from './integrity-work.ts';
import { type Instant, instantOf } from './judgement-instant.ts';
import type { PlanStage } from './load-plan.ts';
import { loadRest, type Rest } from './load-rest.ts';
import type { EvidenceContent, OpenRequest } from './session-types.ts';
import {
  compareDigest,
  expectedDigests,
  maxEvidenceBytes,
  stateOfError,
  verifyUpFront,
} from './verify-digests.ts';

/** Judgements at this many instants are kept. */
const keptInstants = 4;

/** One revision of one project, read once; everything else is computed from it. */
export interface LoadedBundle {
  readonly structure: () => PlanStructure;
  readonly problems: () => Promise<readonly Problem[]>;
  readonly judge: (request: OpenRequest) => Promise<DeriveContext>;
  readonly snapshot: (request: OpenRequest) => Promise<PlanSnapshot>;
  readonly content: (evidence: EvidenceId, signal?: AbortSignal) => Promise<EvidenceContent>;
  /** The file of a piece, as large as the caller can take. */
  readonly file: (
    evidence: EvidenceId,
    maxBytes: number,
    signal?: AbortSignal,
  ) => Promise<Result<StoredFile, SourceError>>;
  /**
   * The first bytes of a piece whose file is large by its record, with the size of the whole;
   * `undefined` where it is not, or where the whole comes as soon.
   */
  readonly head: (
    evidence: EvidenceId,
    bytes: number,
    signal?: AbortSignal,
  ) => Promise<(StoredFile & { readonly size: number }) | undefined>;
  /** Hashes bytes of a piece and remembers how they stand to what was recorded. */
  readonly compare: (evidence: EvidenceId, bytes: Uint8Array) => Promise<FileDigest>;
  /** What comparing files has told so far. */
  readonly digests: () => Promise<LiveDigests>;
  /** What checking the whole bundle begins with; the same object every time. */
  readonly parts: () => Promise<BundleParts>;
  /** Takes in how files turned out to stand to what was recorded of them. */
  readonly learn: (states: ReadonlyMap<EvidenceId, DigestState>) => Promise<void>;
}

interface Judged {
  readonly context: DeriveContext;
  readonly snapshot: PlanSnapshot;
}

/** Everything that was read, with what is known of the digests so far. */
interface Known {
  readonly rest: Rest;
  readonly digests: Map<EvidenceId, DigestState>;
}

/**
 * Goes on reading behind the plan: collections, series, sums, and the evidence files of a small
 * bundle. What cannot be read becomes a problem and makes verdicts no better.
 */
export function loadedBundle(stage: PlanStage): LoadedBundle {
  const { content } = stage.plan;
  let structure: PlanStructure | undefined;
  let known: Promise<Known> | undefined;
  let project: Project | undefined;
  let version = 0;
  let parts: BundleParts | undefined;
  const judgements = new BoundedCache<Judged>(keptInstants);

  const read = (): Promise<Known> => {
    known ??= readAll(stage).catch((cause: unknown) => {
      known = undefined;
      throw cause;
    });
    return known;
  };
  const allProblems = ({ rest, digests }: Known): readonly Problem[] => [
    ...rest.reading.problems,
    ...digestProblems(rest.content.evidence ?? [], digests),
  ];
  const projectOf = (found: Known, signatures?: Reading['signatures']): Project =>
    buildProject(found.rest.content, {
      ...found.rest.reading,
      problems: allProblems(found),
      digests: new Map(found.digests),
      ...(signatures === undefined ? {} : { signatures }),
    });
  /** Keys are tried anew for each judgement; without any there is one project for all. */
  const projectWith = async (found: Known, keys: readonly PublicKey[]): Promise<Project> => {
    if (keys.length > 0) {
      const { evidence = [] } = found.rest.content;
      return projectOf(found, await attestedSignatures(stage.files, evidence, keys));
    }
    project ??= projectOf(found);
    return project;
  };
  const judgeAt = async (
    { asOf, origin }: Instant,
    keys: readonly PublicKey[],
  ): Promise<Judged> => {
    const found = await read();
    const judgedProject = await projectWith(found, keys);
    const evaluation = createEvaluation(judgedProject, { asOf });
    const context = { project: judgedProject, verdicts: evaluation.verdicts, evaluation };
    const { origin: bundle } = found.rest;
    return { context, snapshot: buildSnapshot({ ...context, bundle, asOfOrigin: origin, keys }) };
  };
  const judged = (request: OpenRequest): Promise<Judged> => {
    const instant = instantOf(content, request);
    const { keys = [] } = request;
    const key = JSON.stringify([instant, ...keys.flatMap(({ id, name }) => [id, name ?? null])]);
    return judgements.get(key, () => judgeAt(instant, keys));
  };
  /** A comparison that changes what is known to be wrong takes every judgement back. */
  const learn = (digests: Known['digests'], id: EvidenceId, state: DigestState): boolean => {
    const before = digests.get(id);
    if (before === state) return false;
    digests.set(id, state);
    version += 1;
    if (state === 'match' && before === undefined) return true;
    project = undefined;
    judgements.clear();
    return true;
  };

  return {
    structure: () => {
      structure ??= buildStructure(content);
      return structure;
    },
    problems: async () => allProblems(await read()),
    judge: async (request) => (await judged(request)).context,
    snapshot: async (request) => {
      const { snapshot } = await judged(request);
      return withDigests(snapshot, (await read()).digests);
    },
    content: async (id, signal) => {
      const { rest, digests } = await read();
      const evidence = (rest.content.evidence ?? []).find((entry) => entry.id === id);
      const told = (state: DigestState): boolean => learn(digests, id, state);
      return readContent(stage, rest, evidence, id, told, signal);
    },
    file: async (id, maxBytes, signal) => {
      const { rest, digests } = await read();
      const evidence = (rest.content.evidence ?? []).find((entry) => entry.id === id);
      const told = (state: DigestState): boolean => learn(digests, id, state);
      return readFile(stage, evidence, id, maxBytes, told, signal);
    },
    head: async (id, bytes, signal) => {
      const { rest } = await read();
      const evidence = (rest.content.evidence ?? []).find((entry) => entry.id === id);
      const { readPart } = stage.files;
      if (evidence?.path === undefined || readPart === undefined) return undefined;
      if ((evidence.size ?? 0) <= maxEvidenceBytes) return undefined;
      const part = await readPart(evidence.path, 0, bytes, signal);
      if (!part.ok) return undefined;
      const mediaType = evidence.mediaType ?? 'application/octet-stream';
      return { ...part.value, mediaType, path: evidence.path };
    },
    compare: async (id, bytes) => {
      const { rest, digests } = await read();
      const evidence = (rest.content.evidence ?? []).find((entry) => entry.id === id);
      const sha256 = await sha256Hex(bytes);
      const expected = evidence === undefined ? [] : expectedDigests(evidence, rest.sums);
      const state = compareDigest(sha256, expected);
      const isNews = state !== undefined && learn(digests, id, state);
      return { sha256, digest: state ?? 'unrecorded', isNews };
    },
    digests: async () => ({ states: (await read()).digests, version }),
    parts: async () => {
      const { rest } = await read();
      parts ??= {
        files: stage.files,
        evidence: rest.content.evidence ?? [],
        collections: stage.plan.collections.evidence,
        gates: rest.content.gates ?? [],
      };
      return parts;
    },
    learn: async (states) => {
      const { digests } = await read();
      for (const [id, state] of states) learn(digests, id, state);
    },
  };
}

/** The snapshot of a judgement with what comparing files has told since: matches judge nothing anew. */
function withDigests(
  snapshot: PlanSnapshot,
  digests: ReadonlyMap<EvidenceId, DigestState>,
): PlanSnapshot {
  const known = snapshot.bundle.digests;
  let match = 0;
  for (const state of digests.values()) if (state === 'match') match += 1;
  const later = Math.min(match - known.match, known.unchecked);
  if (later <= 0) return snapshot;
  const counts = { ...known, match: known.match + later, unchecked: known.unchecked - later };
  return { ...snapshot, bundle: { ...snapshot.bundle, digests: counts } };
}

async function readAll(stage: PlanStage): Promise<Known> {
  const read = await loadRest(stage);
  const evidence = withoutOwnWord(read.content.evidence ?? []);
  const rest = { ...read, content: { ...read.content, evidence } };
  const verified = await verifyUpFront(stage.files, evidence, rest.sums, sha256Hex);
  return { rest, digests: new Map(verified) };
}

async function readFile(
  { files }: PlanStage,
  evidence: Evidence | undefined,
  id: EvidenceId,
  maxBytes: number,
  learn: (state: DigestState) => boolean,
  signal: AbortSignal | undefined,
): Promise<Result<StoredFile, SourceError>> {
  if (evidence?.path === undefined) {
    return { ok: false, error: { code: 'not-found', where: evidence?.uri ?? id } };
  }
  const file = await files.read(evidence.path, {
    maxBytes,
    ...(signal === undefined ? {} : { signal }),
  });
  if (!file.ok) {
    // Too much to show is no reason to doubt it.
    if (file.error.code !== 'too-large') learn(stateOfError(file.error));
    return file;
  }
  const { bytes, mediaType } = file.value;
  return {
    ok: true,
    value: {
      bytes,
      mediaType: evidence.mediaType ?? mediaType ?? 'application/octet-stream',
      path: evidence.path,
    },
  };
}

async function readContent(
  stage: PlanStage,
  rest: Rest,
  evidence: Evidence | undefined,
  id: EvidenceId,
  learn: (state: DigestState) => boolean,
  signal: AbortSignal | undefined,
): Promise<EvidenceContent> {
  const file = await readFile(stage, evidence, id, maxEvidenceBytes, learn, signal);
  if (!file.ok) return file;
  const { bytes, mediaType } = file.value;
  const sha256 = await sha256Hex(bytes);
  const expected = evidence === undefined ? [] : expectedDigests(evidence, rest.sums);
  const state = compareDigest(sha256, expected);
  const isNews = state !== undefined && learn(state);
  return {
    ok: true,
    bytes,
    sha256,
    mediaType,
    digest: state ?? 'unrecorded',
    ...(isNews && { isNews }),
  };
}
