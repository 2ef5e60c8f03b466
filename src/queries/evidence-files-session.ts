import { limits } from '../bundle/limits.ts';
import type { DeriveContext } from '../derive/context.ts';
import type { LiveDigests } from '../derive/evidence-rows.ts';
import { reviewQueue } from '../derive/review/queue.ts';
import type { ReportedCase } from '../formats/reports/test-report.ts';
import { readingToShow, trimReading } from '../formats/trim-reading.ts';
import type { Result } from '../lib/result.ts';
import { type EvidenceId, evidenceId } from '../model/ids.ts';
import type { SourceError } from '../source/types.ts';
import { BoundedCache } from './bounded-cache.ts';
import {
  casesAtOnce,
  type EvidenceFiles,
  type FileDigest,
  mostOfReport,
  type OpenedFile,
  type ReadingAnswer,
} from './evidence-files.ts';
import { LargeFile } from './large-file.ts';
import { maxEvidenceBytes } from './verify-digests.ts';

/** Large files that are held at a time. */
const keptFiles = 2;

/** Of a large file, so many bytes are shown before the rest is there. */
const headBytes = 1024 * 1024;

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
  /** The first bytes of a large file, with the size of the whole; `undefined` where there are none. */
  readonly head: (
    request: Request,
    evidence: EvidenceId,
    bytes: number,
  ) => Promise<(StoredFile & { readonly size: number }) | undefined>;
  readonly compare: (
    request: Request,
    evidence: EvidenceId,
    bytes: Uint8Array,
  ) => Promise<FileDigest>;
}

interface FileHead {
  /** Up to the end of its last whole line. */
  readonly file: LargeFile;
  /** Bytes of the whole. */
  readonly size: number;
}

const lineFeed = 10;

export function evidenceFiles<Request>({
  keyOf,
  context,
  digests,
  read,
  head,
  compare,
}: EvidenceFilesParts<Request>): EvidenceFiles<Request> {
  const files = new BoundedCache<Result<LargeFile, SourceError>>(keptFiles, ({ ok }) => ok);
  /** Beginnings of files whose rest is under way. */
  const heads = new Map<string, FileHead>();
  const file = (request: Request, evidence: string): Promise<Result<LargeFile, SourceError>> => {
    const key = JSON.stringify([keyOf(request), evidence]);
    return files.get(key, async () => {
      try {
        const stored = await read(request, evidenceId(evidence), 'open', limits.bundleBytes);
        if (!stored.ok) return stored;
        const { bytes, mediaType, path } = stored.value;
        return { ok: true, value: new LargeFile(bytes, mediaType, path) };
      } finally {
        heads.delete(key);
      }
    });
  };
  const begun = (request: Request, evidence: string): FileHead | undefined =>
    heads.get(JSON.stringify([keyOf(request), evidence]));
  /** Shows the beginning of a large file while the rest comes, unless the rest is there already. */
  const begin = async (request: Request, evidence: string): Promise<FileHead | undefined> => {
    const key = JSON.stringify([keyOf(request), evidence]);
    if (files.has(key)) return heads.get(key);
    const part = await head(request, evidenceId(evidence), headBytes);
    if (part === undefined || files.has(key)) return heads.get(key);
    const { bytes, mediaType, path, size } = part;
    const whole = bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1);
    const begun = { file: new LargeFile(whole, mediaType, path), size };
    heads.set(key, begun);
    // Who asks next, for the digest or for what lies behind, is told what becomes of it.
    file(request, evidence).catch(() => undefined);
    return begun;
  };
  const ask = async <T>(
    request: Request,
    evidence: string,
    answer: (file: LargeFile) => T | Promise<T>,
  ): Promise<Result<T, SourceError>> => {
    const opened = await file(request, evidence);
    return opened.ok ? { ok: true, value: await answer(opened.value) } : opened;
  };
  /** The cases of the last long reports of tests, for as long as a page asks for them part by part. */
  const kept = new Map<string, readonly ReportedCase[]>();
  const readingOf = async (request: Request, evidence: string): Promise<ReadingAnswer> => {
    const stored = await read(request, evidenceId(evidence), 'reading', maxEvidenceBytes);
    if (!stored.ok) return stored;
    const { bytes, mediaType, path } = stored.value;
    // The readers of all formats are a fifth of the engine, and only this question needs them.
    const { readEvidence } = await import('../formats/read-evidence.ts');
    const reading = readingToShow(readEvidence(bytes, { name: path, mediaType }));
    const { report } = reading;
    if (report?.family !== 'tests' || report.cases.length <= casesAtOnce) {
      return { ok: true, value: reading };
    }
    const { cases } = report;
    kept.set(JSON.stringify([keyOf(request), evidence]), cases);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptFiles) break;
      kept.delete(oldest);
    }
    const value = { ...reading, report: { ...report, cases: cases.slice(0, casesAtOnce) } };
    return { ok: true, value, allCases: cases.length };
  };
  return {
    reviewQueue: async (request, gate) =>
      reviewQueue(await context(request), gate, await digests(request)),
    reading: readingOf,
    cases: async (request, evidence, from) => {
      const key = JSON.stringify([keyOf(request), evidence]);
      if (!kept.has(key)) {
        const answer = await readingOf(request, evidence);
        if (!answer.ok) return answer;
      }
      const all = kept.get(key) ?? [];
      const value = all.slice(from, from + casesAtOnce);
      // Who has the end does not come back.
      if (from + casesAtOnce >= all.length) kept.delete(key);
      return { ok: true, value };
    },
    largeReading: (request, evidence) =>
      ask(request, evidence, async ({ bytes, path, opened: { mediaType } }) => {
        const { readEvidence } = await import('../formats/read-evidence.ts');
        return trimReading(readEvidence(bytes, { name: path, mediaType }), mostOfReport);
      }),
    column: (request, evidence, column) =>
      ask(request, evidence, (opened) => opened.column(column)),
    open: async (request, evidence) => {
      const early = await begin(request, evidence);
      return early === undefined
        ? ask(request, evidence, withReport)
        : { ok: true, value: { ...(await withReport(early.file)), size: early.size } };
    },
    count: async (request, evidence, unit) => {
      const early = begun(request, evidence);
      if (early === undefined) return ask(request, evidence, (opened) => opened.count(unit));
      const { count } = early.file.count(unit);
      const share = early.file.bytes.length / early.size;
      return { ok: true, value: { count, share, isComplete: false } };
    },
    digest: (request, evidence) =>
      ask(request, evidence, ({ bytes }) => compare(request, evidenceId(evidence), bytes)),
    lines: async (request, evidence, from, count) => {
      const early = begun(request, evidence)?.file;
      return early !== undefined && from + count <= early.count('lines').count
        ? { ok: true, value: early.lines(from, count) }
        : ask(request, evidence, (opened) => opened.lines(from, count));
    },
    rows: async (request, evidence, from, count) => {
      const early = begun(request, evidence)?.file;
      return early !== undefined && from + count <= early.count('rows').count
        ? { ok: true, value: early.rows(from, count) }
        : ask(request, evidence, (opened) => opened.rows(from, count));
    },
    find: (request, evidence, search) => ask(request, evidence, (opened) => opened.find(search)),
    bytes: (request, evidence, from, to) =>
      ask(request, evidence, ({ bytes }) => bytes.slice(from, to)),
  };
}

/** A file with whether its format has a report of its own, by its first part. */
async function withReport({ bytes, path, opened }: LargeFile): Promise<OpenedFile> {
  const { hasShownReport } = await import('../formats/recognise/shown-report.ts');
  const hint = { name: path, mediaType: opened.mediaType };
  return { ...opened, hasReport: opened.isText && hasShownReport(bytes, hint) };
}
