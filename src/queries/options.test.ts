import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import type { EvidencePage } from '../derive/evidence-types.ts';
import type { PlanSnapshot } from '../derive/types.ts';
import {
  budgetsQuery,
  metricComparisonQuery,
  metricOutlooksQuery,
  metricPictureQuery,
  metricPointsQuery,
  metricStudyQuery,
  targetsQuery,
} from './metric-options.ts';
import {
  authorisationsQuery,
  contentQuery,
  evidenceContentQuery,
  evidenceDetailQuery,
  evidencePageQuery,
  gateDetailQuery,
  itemDetailQuery,
  OpenError,
  problemsQuery,
  projectsQuery,
  snapshotQuery,
  stepAuthorisationQuery,
  structureQuery,
} from './options.ts';
import type { BundleSession, EvidenceContent, OpenRequest } from './session-types.ts';
import { noFiles } from './testing/no-files.ts';

const request: OpenRequest = {
  source: { kind: 'static', url: 'bundles/' },
  project: 'p',
  now: '2026-06-01T00:00:00Z',
};
const failure = {
  ok: false,
  error: { kind: 'source', error: { code: 'forbidden', where: 'x' } },
} as const;
const noPage: EvidencePage = {
  rows: [],
  total: 0,
  kinds: [],
  states: { stale: 0, superseded: 0, reused: 0, 'same-name': 0, advisory: 0, remarked: 0 },
  digests: { match: 0, mismatch: 0, absent: 0, unreadable: 0, unchecked: 0 },
  uses: { used: 0, orphan: 0 },
};

function session(answers: Partial<BundleSession> = {}): BundleSession {
  const refuse = async () => failure;
  const nothing = async () => undefined;
  return {
    listProjects: refuse,
    structure: refuse,
    snapshot: refuse,
    problems: async () => ({ rows: [], total: 0 }),
    itemDetail: nothing,
    gateDetail: nothing,
    evidencePage: async () => noPage,
    files: noFiles,
    evidenceDetail: nothing,
    evidenceContent: async () => ({ ok: false, error: failure.error.error }),
    leaveEvidence: nothing,
    readTrustedKey: () => Promise.reject(new Error('unused')),
    integrityReport: () => Promise.reject(new Error('unused')),
    integrityProgress: nothing,
    metricPicture: nothing,
    metricStudy: nothing,
    metricPoints: nothing,
    metricOutlooks: () => Promise.reject(new Error('unused')),
    compareMetrics: () => Promise.reject(new Error('unused')),
    metricsCsv: () => Promise.reject(new Error('unused')),
    budgets: () => Promise.reject(new Error('unused')),
    targets: () => Promise.reject(new Error('unused')),
    content: () => Promise.reject(new Error('unused')),
    forget: nothing,
    authorisations: () => Promise.reject(new Error('unused')),
    stepAuthorisation: nothing,
    scenario: () => Promise.reject(new Error('unused')),
    clearing: () => Promise.reject(new Error('unused')),
    news: nothing,
    unfollow: nothing,
    signIn: nothing,
    moveOn: nothing,
    leave: nothing,
    revisions: refuse,
    revisionAnswer: refuse,
    compareRevisions: refuse,
    changesSincePrevious: refuse,
    gateHistory: refuse,
    ...answers,
  };
}

function client(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false } } });
}

const every = [
  projectsQuery(session(), request.source),
  structureQuery(session(), request),
  snapshotQuery(session(), request),
  problemsQuery(session(), request),
  itemDetailQuery(session(), request, 'x'),
  gateDetailQuery(session(), request, 'x'),
  evidencePageQuery(session(), request, { offset: 0, limit: 10 }),
  evidenceDetailQuery(session(), request, 'x'),
  evidenceContentQuery(session(), request, 'x'),
  metricPictureQuery(session(), request, 'x', {}, 100),
  metricStudyQuery(session(), request, 'x', {}),
  metricPointsQuery(session(), request, 'x', {}, { offset: 0, limit: 1 }),
  metricOutlooksQuery(session(), request),
  metricComparisonQuery(session(), request, { metric: 'x' }, { metric: 'y' }, {}),
  budgetsQuery(session(), request),
  targetsQuery(session(), request),
  contentQuery(session(), request),
  authorisationsQuery(session(), request),
  stepAuthorisationQuery(session(), request, 'x'),
];

describe('keys', () => {
  it('are all different, and hold nothing but data', () => {
    const keys = every.map(({ queryKey }) => JSON.stringify(queryKey));
    expect(new Set(keys).size).toBe(every.length);
    for (const { queryKey } of every) expect(structuredClone(queryKey)).toEqual(queryKey);
  });

  it('differ by source, project, revision and instant', () => {
    const variants: OpenRequest[] = [
      request,
      { ...request, source: { kind: 'api', url: 'bundles/' } },
      { ...request, source: { kind: 'local', id: 'bundles/' } },
      { ...request, project: 'q' },
      { ...request, revision: 'r' },
      { ...request, asOf: '2026-06-01T00:00:00Z' },
      { ...request, now: '2026-06-02T00:00:00Z' },
    ];
    const keys = variants.map((variant) =>
      JSON.stringify(snapshotQuery(session(), variant).queryKey),
    );
    expect(new Set(keys).size).toBe(variants.length);
  });

  it('share the structure between instants', () => {
    const later = { ...request, asOf: '2027-01-01T00:00:00Z' };
    expect(structureQuery(session(), later).queryKey).toEqual(
      structureQuery(session(), request).queryKey,
    );
  });
});

describe('answers', () => {
  it.each([
    ['projects', () => client().fetchQuery(projectsQuery(session(), request.source))],
    ['structure', () => client().fetchQuery(structureQuery(session(), request))],
    ['snapshot', () => client().fetchQuery(snapshotQuery(session(), request))],
  ])('%s: a failure is thrown with all that explains it', async (_, fetched) => {
    const error = await fetched().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(OpenError);
    expect(error).toMatchObject({ failure: failure.error });
  });

  it('what is not there is null, since undefined is no data', async () => {
    const one = client();
    expect(await one.fetchQuery(itemDetailQuery(session(), request, 'x'))).toBeNull();
    expect(await one.fetchQuery(gateDetailQuery(session(), request, 'x'))).toBeNull();
    expect(await one.fetchQuery(evidenceDetailQuery(session(), request, 'x'))).toBeNull();
    expect(await one.fetchQuery(metricPictureQuery(session(), request, 'x', {}, 9))).toBeNull();
  });

  it('keeps the page before while the next one of the same bundle comes', async () => {
    const one = client();
    const page = { ...noPage, total: 7 };
    const answering = session({ evidencePage: async () => page });
    const first = evidencePageQuery(answering, request, { offset: 0, limit: 10 });
    await one.fetchQuery(first);
    const observer = new QueryObserver(one, first);
    const stop = observer.subscribe(() => undefined);
    observer.setOptions(evidencePageQuery(answering, request, { offset: 10, limit: 10 }));
    expect(observer.getCurrentResult()).toMatchObject({ data: page, isPlaceholderData: true });
    observer.setOptions(
      evidencePageQuery(answering, { ...request, project: 'q' }, { offset: 0, limit: 10 }),
    );
    expect(observer.getCurrentResult().data).toBeUndefined();
    stop();
  });
});

describe('evidence content', () => {
  const good: EvidenceContent = {
    ok: true,
    bytes: new Uint8Array(),
    mediaType: 'text/plain',
    sha256: '',
    digest: 'match',
  };

  it.each([
    ['matches', good, 1],
    ['has no recorded digest', { ...good, digest: 'unrecorded' as const }, 1],
    ['differs', { ...good, digest: 'mismatch' as const }, 2],
    ['cannot be read', { ok: false, error: failure.error.error } as const, 2],
  ])('that %s is judged again as needed', async (_, content, judged) => {
    const one = client();
    const snapshot = vi.fn(async () => ({ ok: true, value: {} as PlanSnapshot }) as const);
    const answering = session({ snapshot, evidenceContent: async () => content });
    const observer = new QueryObserver(one, snapshotQuery(answering, request));
    const stop = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().isSuccess).toBe(true));
    expect(await one.fetchQuery(evidenceContentQuery(answering, request, 'x'))).toEqual(content);
    await vi.waitFor(() => expect(one.isFetching()).toBe(0));
    expect(snapshot).toHaveBeenCalledTimes(judged);
    stop();
  });
});
