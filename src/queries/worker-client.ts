import { transfer } from 'comlink';
import { unpackStructure } from './packed-structure.ts';
import { ownScriptUrl } from './script-url.ts';
import type { BundleSession } from './session-types.ts';
import { gatherSnapshot } from './snapshot-slices.ts';
import workerUrl from './worker.ts?worker&url';
import type { WorkerSession } from './worker-api.ts';
import { type WorkerHost, workerHost } from './worker-host.ts';

/**
 * The engine in a thread of its own. The worker starts with the first question; if it breaks down,
 * the questions under way reject with `WorkerError` and the next one starts it anew. Where the
 * browser has no workers, every question rejects with the reason `unavailable`.
 */
export function connectSession(): BundleSession {
  const baseUrl = document.baseURI;
  return sessionOver(
    workerHost<WorkerSession>(
      () => new Worker(ownScriptUrl(workerUrl), { type: 'module', name: 'wavegate-engine' }),
      (remote) => remote.configure(baseUrl),
    ),
  );
}

/** A plain object, since a proxy answers every property and looks like a promise to some. */
export function sessionOver({ call }: WorkerHost<WorkerSession>): BundleSession {
  return {
    listProjects: (source) => call((remote) => remote.listProjects(source)),
    structure: async (request) => {
      const opened = await call((remote) => remote.packedStructure(request));
      return opened.ok ? { ok: true, value: unpackStructure(opened.value) } : opened;
    },
    structureTo: (request, port) =>
      call((remote) => remote.structureTo(request, transfer(port, [port]))),
    snapshot: (request, onDrawn) =>
      gatherSnapshot(
        request,
        {
          snapshotHead: (asked) => call((remote) => remote.snapshotHead(asked)),
          snapshotRows: (ticket) => call((remote) => remote.snapshotRows(ticket)),
        },
        onDrawn,
      ),
    problems: (request, offset, limit) => call((remote) => remote.problems(request, offset, limit)),
    itemDetail: (request, item) => call((remote) => remote.itemDetail(request, item)),
    gateDetail: (request, gate) => call((remote) => remote.gateDetail(request, gate)),
    evidencePage: (request, query) => call((remote) => remote.evidencePage(request, query)),
    evidenceDetail: (request, evidence) =>
      call((remote) => remote.evidenceDetail(request, evidence)),
    evidenceContent: (request, evidence) =>
      call((remote) => remote.evidenceContent(request, evidence)),
    leaveEvidence: (request, evidence, use) =>
      call((remote) => remote.leaveEvidence(request, evidence, use)),
    files: {
      reviewQueue: (request, gate) => call((remote) => remote.files.reviewQueue(request, gate)),
      reading: (request, evidence) => call((remote) => remote.files.reading(request, evidence)),
      cases: (request, evidence, from) =>
        call((remote) => remote.files.cases(request, evidence, from)),
      largeReading: (request, evidence) =>
        call((remote) => remote.files.largeReading(request, evidence)),
      column: (request, evidence, column) =>
        call((remote) => remote.files.column(request, evidence, column)),
      open: (request, evidence) => call((remote) => remote.files.open(request, evidence)),
      count: (request, evidence, unit) =>
        call((remote) => remote.files.count(request, evidence, unit)),
      digest: (request, evidence) => call((remote) => remote.files.digest(request, evidence)),
      lines: (request, evidence, from, count) =>
        call((remote) => remote.files.lines(request, evidence, from, count)),
      rows: (request, evidence, from, count) =>
        call((remote) => remote.files.rows(request, evidence, from, count)),
      find: (request, evidence, search) =>
        call((remote) => remote.files.find(request, evidence, search)),
      bytes: (request, evidence, from, to) =>
        call((remote) => remote.files.bytes(request, evidence, from, to)),
    },
    readTrustedKey: (text) => call((remote) => remote.readTrustedKey(text)),
    integrityReport: (request, keys) => call((remote) => remote.integrityReport(request, keys)),
    integrityProgress: (request) => call((remote) => remote.integrityProgress(request)),
    metricPicture: (request, metric, span, buckets) =>
      call((remote) => remote.metricPicture(request, metric, span, buckets)),
    metricStudy: (request, metric, span) =>
      call((remote) => remote.metricStudy(request, metric, span)),
    metricPoints: (request, metric, span, offset, limit) =>
      call((remote) => remote.metricPoints(request, metric, span, offset, limit)),
    metricOutlooks: (request) => call((remote) => remote.metricOutlooks(request)),
    compareMetrics: (request, first, second, span) =>
      call((remote) => remote.compareMetrics(request, first, second, span)),
    metricsCsv: (request, metrics, span) =>
      call((remote) => remote.metricsCsv(request, metrics, span)),
    budgets: (request) => call((remote) => remote.budgets(request)),
    targets: (request) => call((remote) => remote.targets(request)),
    content: (request) => call((remote) => remote.content(request)),
    authorisations: (request) => call((remote) => remote.authorisations(request)),
    stepAuthorisation: (request, step) => call((remote) => remote.stepAuthorisation(request, step)),
    news: (source, after) => call((remote) => remote.news(source, after)),
    unfollow: (source) => call((remote) => remote.unfollow(source)),
    signIn: (source, token) => call((remote) => remote.signIn(source, token)),
    moveOn: (source, project) => call((remote) => remote.moveOn(source, project)),
    leave: (source, project) => call((remote) => remote.leave(source, project)),
    revisions: (request) => call((remote) => remote.revisions(request)),
    revisionAnswer: (request, revision, instant) =>
      call((remote) => remote.revisionAnswer(request, revision, instant)),
    compareRevisions: (request, before, after, instant) =>
      call((remote) => remote.compareRevisions(request, before, after, instant)),
    changesSincePrevious: (request, instant) =>
      call((remote) => remote.changesSincePrevious(request, instant)),
    gateHistory: (request, gate, limit, instant) =>
      call((remote) => remote.gateHistory(request, gate, limit, instant)),
    scenario: (request, assumptions) => call((remote) => remote.scenario(request, assumptions)),
    clearing: (request, causes) => call((remote) => remote.clearing(request, causes)),
    forget: () => call((remote) => remote.forget()),
  };
}
