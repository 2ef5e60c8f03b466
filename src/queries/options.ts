import { hashKey, queryOptions } from '@tanstack/react-query';
import type { EvidenceQuery } from '../derive/evidence-types.ts';
import type { SourceRef } from '../source/types.ts';
import { OpenError, opened } from './open-error.ts';
import { judgedUnder } from './open-request.ts';
import type { BundleSession, DrawnRows, EvidenceContent, OpenRequest } from './session-types.ts';

export { OpenError };

/*
 * Every query of the app: loaders and components take the same factory, and no key is written
 * elsewhere. A revision never changes, so what was computed stays fresh; only lists of projects age.
 */

const minute = 60_000;
/** Parts of keys whose answers tell the state of digests. */
const evidenceKeys: ReadonlySet<unknown> = new Set(['evidence', 'evidence-page']);

/** Answers are large, immutable values: comparing them with their predecessor costs and gains nothing. */
const immutable = {
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
} as const;

/** Begins the key of whatever belongs to one revision. */
export function bundleKey({ source, project, revision }: OpenRequest) {
  return ['bundle', source, project, revision ?? null] as const;
}

/** Begins the key of whatever was judged. */
export function judgedKey(request: OpenRequest) {
  return [...bundleKey(request), 'at', ...judgedUnder(request)] as const;
}

/** The projects of a source. */
export function projectsQuery(session: BundleSession, source: SourceRef) {
  return queryOptions({
    queryKey: ['projects', source],
    queryFn: async () => opened(await session.listProjects(source)),
    staleTime: minute,
    gcTime: 30 * minute,
  });
}

/** Enough to draw the graph; comes before anything is judged. */
export function structureQuery(session: BundleSession, request: OpenRequest) {
  return queryOptions({
    ...immutable,
    queryKey: structureKey(request),
    queryFn: async () => opened(await session.structure(request)),
    gcTime: 10 * minute,
  });
}

function structureKey(request: OpenRequest) {
  return [...bundleKey(request), 'structure'] as const;
}

/**
 * Everything small, judged. When the rest of a plan does not come, what was drawn from its beginning is
 * no longer sure: with the next try it is asked for again.
 */
export function snapshotQuery(session: BundleSession, request: OpenRequest) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'snapshot'],
    queryFn: async ({ client }) => {
      const queryKey = drawnRowsKey(request);
      const onDrawn = (rows: DrawnRows) => client.setQueryData<DrawnRows>(queryKey, rows);
      try {
        const judged = await session.snapshot(request, onDrawn);
        if (!judged.ok && judged.error.kind === 'source') {
          void client.invalidateQueries({ queryKey: structureKey(request), refetchType: 'none' });
        }
        return opened(judged);
      } finally {
        client.removeQueries({ queryKey, exact: true });
      }
    },
    gcTime: 10 * minute,
  });
}

/** Under which the rows that a drawing shows stand while the rest of their snapshot is on its way. */
export function drawnRowsKey(request: OpenRequest) {
  return [...judgedKey(request), 'drawn-rows'] as const;
}

/** Problems found while reading, in pages. */
export function problemsQuery(
  session: BundleSession,
  request: OpenRequest,
  offset = 0,
  limit = 200,
) {
  return queryOptions({
    ...immutable,
    queryKey: [...bundleKey(request), 'problems', offset, limit],
    queryFn: () => session.problems(request, offset, limit),
    gcTime: 5 * minute,
  });
}

/** `null`: the plan has no such item. */
export function itemDetailQuery(session: BundleSession, request: OpenRequest, item: string) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'item', item],
    queryFn: async () => (await session.itemDetail(request, item)) ?? null,
    gcTime: 5 * minute,
  });
}

/** `null`: the plan has no such gate. */
export function gateDetailQuery(session: BundleSession, request: OpenRequest, gate: string) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'gate', gate],
    queryFn: async () => (await session.gateDetail(request, gate)) ?? null,
    gcTime: 5 * minute,
  });
}

/** A page of evidence; the page before stays while the next one of the same bundle comes. */
export function evidencePageQuery(
  session: BundleSession,
  request: OpenRequest,
  query: EvidenceQuery,
) {
  const judged = judgedKey(request);
  return queryOptions({
    ...immutable,
    queryKey: [...judged, 'evidence-page', query],
    queryFn: () => session.evidencePage(request, query),
    placeholderData: (before, previous) =>
      previous !== undefined &&
      hashKey(previous.queryKey.slice(0, judged.length)) === hashKey(judged)
        ? before
        : undefined,
    gcTime: 2 * minute,
  });
}

/** `null`: the bundle has no such evidence. */
export function evidenceDetailQuery(
  session: BundleSession,
  request: OpenRequest,
  evidence: string,
) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'evidence', evidence],
    queryFn: async () => (await session.evidenceDetail(request, evidence)) ?? null,
    gcTime: 5 * minute,
  });
}

/**
 * The bytes of a piece of evidence, compared with its digest. A failure is data: the page shows it
 * beside what is known. What the comparison finds out may take a pass back, so everything that was
 * judged is asked for again.
 */
export function evidenceContentQuery(
  session: BundleSession,
  request: OpenRequest,
  evidence: string,
) {
  return queryOptions({
    ...immutable,
    queryKey: [...bundleKey(request), 'content', evidence],
    queryFn: async ({ client, signal }): Promise<EvidenceContent> => {
      leaveWith(signal, () => session.leaveEvidence(request, evidence, 'content'));
      const content = await session.evidenceContent(request, evidence);
      if (isBroken(content)) {
        const judged = [...bundleKey(request), 'at'];
        void client.invalidateQueries({ queryKey: judged });
        void client.invalidateQueries({ queryKey: [...bundleKey(request), 'problems'] });
      } else if (content.ok && content.isNews === true) {
        // A match changes no verdict; only what is told about the pieces themselves is another.
        void client.invalidateQueries({
          queryKey: [...bundleKey(request), 'at'],
          predicate: ({ queryKey }) => queryKey.some((part) => evidenceKeys.has(part)),
        });
      }
      return content;
    },
    gcTime: minute,
  });
}

/** Lets the engine stop when the page that asked is left. */
export function leaveWith(signal: AbortSignal, leave: () => Promise<void>): void {
  signal.addEventListener('abort', () => {
    leave().catch(() => undefined);
  });
}

/** Documents, contracts, roles and the rest of the content as it stands. */
export function contentQuery(session: BundleSession, request: OpenRequest) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'plan-content'],
    queryFn: () => session.content(request),
    gcTime: 5 * minute,
  });
}

/** Steps against the leave that they need, and every record with how it counts. */
export function authorisationsQuery(session: BundleSession, request: OpenRequest) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'authorisations'],
    queryFn: () => session.authorisations(request),
    gcTime: 5 * minute,
  });
}

/** `null`: the plan has no such step. */
export function stepAuthorisationQuery(session: BundleSession, request: OpenRequest, step: string) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'step-authorisation', step],
    queryFn: async () => (await session.stepAuthorisation(request, step)) ?? null,
    gcTime: 5 * minute,
  });
}

function isBroken(content: EvidenceContent): boolean {
  return !content.ok || (content.digest !== 'match' && content.digest !== 'unrecorded');
}
