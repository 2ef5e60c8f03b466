import { queryOptions } from '@tanstack/react-query';
import type { EvidenceReading } from '../formats/evidence-reading.ts';
import type { EvidenceFiles, FileAnswer, FileLine } from './evidence-files.ts';
import { bundleKey, judgedKey, leaveWith } from './options.ts';
import type { BundleSession, OpenRequest } from './session-types.ts';

/*
 * Questions about single pieces of evidence. A failure to read a file is data: the page shows it beside
 * what is known.
 */

const minute = 60_000;
const immutable = { staleTime: Number.POSITIVE_INFINITY, structuralSharing: false } as const;
/** Of a file that stays with the engine: what could not be had is asked for again by whoever comes next. */
const ofFile = {
  structuralSharing: false,
  staleTime: ({ state: { data } }: { readonly state: { readonly data?: unknown } }): number =>
    isFailure(data) ? 0 : Number.POSITIVE_INFINITY,
  gcTime: minute,
} as const;

/** `null`: the plan has no such gate. Asked again when comparing bytes has told something. */
export function reviewQueueQuery(session: BundleSession, request: OpenRequest, gate: string) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'evidence', 'of-gate', gate],
    queryFn: async () => (await session.files.reviewQueue(request, gate)) ?? null,
    gcTime: 5 * minute,
  });
}

/** What the reader of its format makes of a piece. */
export function readingQuery(session: BundleSession, request: OpenRequest, evidence: string) {
  return queryOptions({
    ...ofFile,
    queryKey: [...fileKey(request), evidence, 'reading'],
    queryFn: ({ signal }) => {
      leaveWith(signal, () => session.leaveEvidence(request, evidence, 'reading'));
      return wholeReading(session.files, request, evidence, signal);
    },
  });
}

/** A reading with all of its test cases, taken in part by part: one message of 100,000 would stop the page. */
export async function wholeReading<Request>(
  files: Pick<EvidenceFiles<Request>, 'reading' | 'cases'>,
  request: Request,
  evidence: string,
  signal?: AbortSignal,
): Promise<FileAnswer<EvidenceReading>> {
  const answer = await files.reading(request, evidence);
  if (!answer.ok || answer.allCases === undefined) return answer;
  const { report } = answer.value;
  if (report?.family !== 'tests') return answer;
  const cases = [...report.cases];
  while (cases.length < answer.allCases) {
    signal?.throwIfAborted();
    const part = await files.cases(request, evidence, cases.length);
    if (!part.ok) return part;
    // The file became another one meanwhile.
    if (part.value.length === 0) return wholeReading(files, request, evidence, signal);
    cases.push(...part.value);
  }
  return { ok: true, value: { ...answer.value, report: { ...report, cases } } };
}

/** What the reader of its format makes of a file that stays with the engine. */
export function largeReadingQuery(session: BundleSession, request: OpenRequest, evidence: string) {
  return queryOptions({
    ...ofFile,
    queryKey: [...fileKey(request), evidence, 'large-reading'],
    queryFn: () => session.files.largeReading(request, evidence),
  });
}

/** A column of a table that stays with the engine; asked again until all rows are in it. */
export function columnQuery(
  session: BundleSession,
  request: OpenRequest,
  evidence: string,
  column: string,
) {
  return queryOptions({
    ...ofFile,
    queryKey: [...fileKey(request), evidence, 'column', column],
    queryFn: () => session.files.column(request, evidence, column),
    refetchInterval: ({ state: { data } }) =>
      data?.ok === true && !data.value.isComplete ? 400 : false,
  });
}

/** A file that stays with the engine. */
export function openFileQuery(session: BundleSession, request: OpenRequest, evidence: string) {
  return queryOptions({
    ...ofFile,
    queryKey: [...fileKey(request), evidence, 'open'],
    queryFn: ({ signal }) => {
      leaveWith(signal, () => session.leaveEvidence(request, evidence, 'open'));
      return session.files.open(request, evidence);
    },
  });
}

/** How many lines or rows a file has; asked again until all are counted. */
export function fileCountQuery(
  session: BundleSession,
  request: OpenRequest,
  evidence: string,
  unit: 'lines' | 'rows',
) {
  return queryOptions({
    ...ofFile,
    queryKey: [...fileKey(request), evidence, 'count', unit],
    queryFn: () => session.files.count(request, evidence, unit),
    refetchInterval: ({ state: { data } }) =>
      data?.ok === true && !data.value.isComplete ? 200 : false,
  });
}

/** Hashes a file that stays with the engine; what is told about the pieces is then another. */
export function fileDigestQuery(session: BundleSession, request: OpenRequest, evidence: string) {
  return queryOptions({
    ...ofFile,
    queryKey: [...fileKey(request), evidence, 'digest'],
    queryFn: async ({ client }) => {
      const answer = await session.files.digest(request, evidence);
      if (answer.ok && answer.value.isNews) {
        void client.invalidateQueries({ queryKey: [...bundleKey(request), 'at'] });
      }
      return answer;
    },
  });
}

/** Some lines or rows of a file, from a 0-based one on. */
export function filePartQuery(
  session: BundleSession,
  request: OpenRequest,
  evidence: string,
  unit: 'lines' | 'rows',
  from: number,
  count: number,
) {
  return queryOptions({
    ...ofFile,
    queryKey: [...fileKey(request), evidence, unit, from, count],
    queryFn: (): Promise<FileAnswer<readonly (FileLine | readonly string[])[]>> =>
      unit === 'lines'
        ? session.files.lines(request, evidence, from, count)
        : session.files.rows(request, evidence, from, count),
  });
}

/** Bytes of a file from an offset on. */
export function fileBytesQuery(
  session: BundleSession,
  request: OpenRequest,
  evidence: string,
  from: number,
  length: number,
) {
  return queryOptions({
    ...ofFile,
    queryKey: [...fileKey(request), evidence, 'bytes', from, length],
    queryFn: () => session.files.bytes(request, evidence, from, from + length),
  });
}

/** Files are the same at every instant of judgement. */
function fileKey(request: OpenRequest) {
  return [...bundleKey(request), 'file'] as const;
}

function isFailure(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'ok' in data && data.ok === false;
}
