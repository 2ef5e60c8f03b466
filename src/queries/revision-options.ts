import { queryOptions } from '@tanstack/react-query';
import { opened } from './open-error.ts';
import { judgedUnder, type OpenRequest } from './open-request.ts';
import type { RevisionInstant, RevisionSession } from './revision-types.ts';

/*
 * Queries about more than one revision. A revision never changes, so what was judged at one instant
 * stays; only the list of revisions ages, and an announced update takes it back.
 */

const minute = 60_000;

const judgedOnce = {
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
  gcTime: 30 * minute,
} as const;

function projectKey({ source, project }: OpenRequest) {
  return ['revisions', source, project] as const;
}

function instantKey(request: OpenRequest, instant: RevisionInstant) {
  return [instant, ...judgedUnder(request)] as const;
}

/** The revisions of the request's project, newest first, and which one is shown. */
export function revisionsQuery(session: RevisionSession, request: OpenRequest) {
  return queryOptions({
    queryKey: [...projectKey(request), 'list', request.revision ?? null],
    queryFn: async () => opened(await session.revisions(request)),
    staleTime: minute,
    gcTime: 30 * minute,
  });
}

/** What one revision answers. Ask for as many as are in view: each one is read when asked for. */
export function revisionAnswerQuery(
  session: RevisionSession,
  request: OpenRequest,
  revision: string,
  instant: RevisionInstant = 'own',
) {
  return queryOptions({
    ...judgedOnce,
    queryKey: [...projectKey(request), 'answer', revision, ...instantKey(request, instant)],
    queryFn: async () => opened(await session.revisionAnswer(request, revision, instant)),
  });
}

/** What changed from one revision to another. */
export function compareRevisionsQuery(
  session: RevisionSession,
  request: OpenRequest,
  before: string,
  after: string,
  instant: RevisionInstant = 'same',
) {
  return queryOptions({
    ...judgedOnce,
    queryKey: [...projectKey(request), 'diff', before, after, ...instantKey(request, instant)],
    queryFn: async () => opened(await session.compareRevisions(request, before, after, instant)),
  });
}

/** What changed since the revision before the shown one; `null` when there is none before. */
export function changesSincePreviousQuery(
  session: RevisionSession,
  request: OpenRequest,
  instant: RevisionInstant = 'same',
) {
  return queryOptions({
    ...judgedOnce,
    queryKey: [
      ...projectKey(request),
      'since-previous',
      request.revision ?? null,
      ...instantKey(request, instant),
    ],
    queryFn: async () => opened(await session.changesSincePrevious(request, instant)) ?? null,
  });
}

/** A gate over the newest revisions, newest first. */
export function gateHistoryQuery(
  session: RevisionSession,
  request: OpenRequest,
  gate: string,
  limit = 20,
  instant: RevisionInstant = 'own',
) {
  return queryOptions({
    ...judgedOnce,
    queryKey: [...projectKey(request), 'gate', gate, limit, ...instantKey(request, instant)],
    queryFn: async () => opened(await session.gateHistory(request, gate, limit, instant)),
  });
}
