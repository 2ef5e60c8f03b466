import { queryOptions } from '@tanstack/react-query';
import type { FileLine } from './evidence-files.ts';
import { bundleKey, judgedKey, leaveWith } from './options.ts';
import type { BundleSession, OpenRequest } from './session-types.ts';

/*
 * Questions about single pieces of evidence. A failure to read a file is data: the page shows it beside
 * what is known.
 */

const minute = 60_000;
const immutable = { staleTime: Number.POSITIVE_INFINITY, structuralSharing: false } as const;

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
    ...immutable,
    queryKey: [...fileKey(request), evidence, 'reading'],
    queryFn: ({ signal }) => {
      leaveWith(signal, () => session.leaveEvidence(request, evidence, 'reading'));
      return session.files.reading(request, evidence);
    },
    gcTime: minute,
  });
}

/** What the reader of its format makes of a file that stays with the engine. */
export function largeReadingQuery(session: BundleSession, request: OpenRequest, evidence: string) {
  return queryOptions({
    ...immutable,
    queryKey: [...fileKey(request), evidence, 'large-reading'],
    queryFn: () => session.files.largeReading(request, evidence),
    gcTime: minute,
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
    ...immutable,
    queryKey: [...fileKey(request), evidence, 'column', column],
    queryFn: () => session.files.column(request, evidence, column),
    refetchInterval: ({ state: { data } }) =>
      data?.ok === true && !data.value.isComplete ? 400 : false,
    gcTime: minute,
  });
}

/** A file that stays with the engine. */
export function openFileQuery(session: BundleSession, request: OpenRequest, evidence: string) {
  return queryOptions({
    ...immutable,
    queryKey: [...fileKey(request), evidence, 'open'],
    queryFn: ({ signal }) => {
      leaveWith(signal, () => session.leaveEvidence(request, evidence, 'open'));
      return session.files.open(request, evidence);
    },
    gcTime: minute,
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
    ...immutable,
    queryKey: [...fileKey(request), evidence, 'count', unit],
    queryFn: () => session.files.count(request, evidence, unit),
    refetchInterval: ({ state: { data } }) =>
      data?.ok === true && !data.value.isComplete ? 200 : false,
    gcTime: minute,
  });
}

/** Hashes a file that stays with the engine; what is told about the pieces is then another. */
export function fileDigestQuery(session: BundleSession, request: OpenRequest, evidence: string) {
  return queryOptions({
    ...immutable,
    queryKey: [...fileKey(request), evidence, 'digest'],
    queryFn: async ({ client }) => {
      const answer = await session.files.digest(request, evidence);
      if (answer.ok && answer.value.isNews) {
        void client.invalidateQueries({ queryKey: [...bundleKey(request), 'at'] });
      }
      return answer;
    },
    gcTime: minute,
  });
}

/** Some lines or rows of a file, from a 0-based one on. A part that cannot be had is empty. */
export function filePartQuery(
  session: BundleSession,
  request: OpenRequest,
  evidence: string,
  unit: 'lines' | 'rows',
  from: number,
  count: number,
) {
  return queryOptions({
    ...immutable,
    queryKey: [...fileKey(request), evidence, unit, from, count],
    queryFn: async (): Promise<readonly (FileLine | readonly string[])[]> => {
      const { files } = session;
      const answer =
        unit === 'lines'
          ? await files.lines(request, evidence, from, count)
          : await files.rows(request, evidence, from, count);
      return answer.ok ? answer.value : [];
    },
    gcTime: minute,
  });
}

/** Bytes of a file from an offset on. A part that cannot be had is empty. */
export function fileBytesQuery(
  session: BundleSession,
  request: OpenRequest,
  evidence: string,
  from: number,
  length: number,
) {
  return queryOptions({
    ...immutable,
    queryKey: [...fileKey(request), evidence, 'bytes', from, length],
    queryFn: async (): Promise<Uint8Array> => {
      const answer = await session.files.bytes(request, evidence, from, from + length);
      return answer.ok ? answer.value : new Uint8Array();
    },
    gcTime: minute,
  });
}

/** Files are the same at every instant of judgement. */
function fileKey(request: OpenRequest) {
  return [...bundleKey(request), 'file'] as const;
}
