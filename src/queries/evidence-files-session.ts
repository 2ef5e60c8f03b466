import { limits } from '../bundle/limits.ts';
import type { DeriveContext } from '../derive/context.ts';
import type { LiveDigests } from '../derive/evidence-rows.ts';
import { reviewQueue } from '../derive/review/queue.ts';
import type { Result } from '../lib/result.ts';
import { type EvidenceId, evidenceId } from '../model/ids.ts';
import type { SourceError } from '../source/types.ts';
import { BoundedCache } from './bounded-cache.ts';
import type { EvidenceFiles, FileDigest } from './evidence-files.ts';
import { LargeFile } from './large-file.ts';
import { maxEvidenceBytes } from './verify-digests.ts';

/** Large files that are held at a time. */
const keptFiles = 2;

/** A file as the source gave it. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly path: string;
}

/** What the questions are answered from. */
export interface EvidenceFilesParts<Request> {
  readonly keyOf: (request: Request) => string;
  readonly context: (request: Request) => Promise<DeriveContext>;
  readonly digests: (request: Request) => Promise<LiveDigests>;
  readonly read: (
    request: Request,
    evidence: EvidenceId,
    use: 'reading' | 'open',
    maxBytes: number,
  ) => Promise<Result<StoredFile, SourceError>>;
  readonly compare: (
    request: Request,
    evidence: EvidenceId,
    bytes: Uint8Array,
  ) => Promise<FileDigest>;
}

export function evidenceFiles<Request>({
  keyOf,
  context,
  digests,
  read,
  compare,
}: EvidenceFilesParts<Request>): EvidenceFiles<Request> {
  const files = new BoundedCache<Result<LargeFile, SourceError>>(keptFiles, ({ ok }) => ok);
  const file = (request: Request, evidence: string): Promise<Result<LargeFile, SourceError>> =>
    files.get(JSON.stringify([keyOf(request), evidence]), async () => {
      const stored = await read(request, evidenceId(evidence), 'open', limits.bundleBytes);
      if (!stored.ok) return stored;
      const { bytes, mediaType, path } = stored.value;
      return { ok: true, value: new LargeFile(bytes, mediaType, path) };
    });
  const ask = async <T>(
    request: Request,
    evidence: string,
    answer: (file: LargeFile) => T | Promise<T>,
  ): Promise<Result<T, SourceError>> => {
    const opened = await file(request, evidence);
    return opened.ok ? { ok: true, value: await answer(opened.value) } : opened;
  };
  return {
    reviewQueue: async (request, gate) =>
      reviewQueue(await context(request), gate, await digests(request)),
    reading: async (request, evidence) => {
      const stored = await read(request, evidenceId(evidence), 'reading', maxEvidenceBytes);
      if (!stored.ok) return stored;
      const { bytes, mediaType, path } = stored.value;
      // The readers of all formats are a fifth of the engine, and only this question needs them.
      const { readEvidence } = await import('../formats/read-evidence.ts');
      return { ok: true, value: readEvidence(bytes, { name: path, mediaType }) };
    },
    open: (request, evidence) => ask(request, evidence, ({ opened }) => opened),
    count: (request, evidence, unit) => ask(request, evidence, (opened) => opened.count(unit)),
    digest: (request, evidence) =>
      ask(request, evidence, ({ bytes }) => compare(request, evidenceId(evidence), bytes)),
    lines: (request, evidence, from, count) =>
      ask(request, evidence, (opened) => opened.lines(from, count)),
    rows: (request, evidence, from, count) =>
      ask(request, evidence, (opened) => opened.rows(from, count)),
    find: (request, evidence, search) => ask(request, evidence, (opened) => opened.find(search)),
    bytes: (request, evidence, from, to) =>
      ask(request, evidence, ({ bytes }) => bytes.slice(from, to)),
  };
}
