import type { EvidencePage, EvidenceQuery } from '../../../derive/evidence-types.ts';
import type { EvidenceReference, EvidenceRow, PlanSnapshot } from '../../../derive/types.ts';
import { readEvidence } from '../../../formats/read-evidence.ts';
import type { Evidence } from '../../../model/evidence.ts';
import { evidenceId, gateId, projectId, revisionId } from '../../../model/ids.ts';
import type { EvidenceFiles } from '../../../queries/evidence-files.ts';
import type {
  BundleSession,
  EvidenceContent,
  OpenRequest,
} from '../../../queries/session-types.ts';
import { noFiles } from '../../../queries/testing/no-files.ts';

/** One made-up piece: its record, who relies on it, and what its file holds. */
export interface Piece {
  readonly evidence: Evidence;
  readonly references?: readonly EvidenceReference[];
  readonly content: EvidenceContent;
}

export const recordedDigest = 'a'.repeat(64);
export const otherDigest = 'b'.repeat(64);

/** A file of the bundle whose digest is as given. */
export function file(
  text: string | Uint8Array,
  mediaType: string,
  digest: Extract<EvidenceContent, { ok: true }>['digest'] = 'match',
): EvidenceContent {
  return {
    ok: true,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    mediaType,
    sha256: digest === 'mismatch' ? otherDigest : recordedDigest,
    digest,
  };
}

/** @param more overrides what a plain record has */
export function piece(
  id: string,
  content: EvidenceContent,
  more: Partial<Evidence> & { readonly references?: readonly EvidenceReference[] } = {},
): Piece {
  const { references, ...record } = more;
  return {
    evidence: {
      id: evidenceId(id),
      kind: 'test-report',
      name: id,
      path: `evidence/${id}`,
      digest: { sha256: recordedDigest },
      ...record,
    },
    content,
    ...(references !== undefined && { references }),
  };
}

export function reference(
  condition: string,
  title: string,
  more: Partial<EvidenceReference> = {},
): EvidenceReference {
  return {
    gate: gateId('G1'),
    gateTitle: 'First gate',
    condition,
    title,
    verdict: 'passed',
    ...more,
  };
}

function rowOf({ evidence, references = [], content }: Piece): EvidenceRow {
  const { id, kind, name, path, producer } = evidence;
  return {
    id,
    kind,
    name,
    ...(path !== undefined && { path }),
    ...(producer !== undefined && { producer: producer.id }),
    advisory: producer?.advisory === true,
    digest: content.ok && content.digest !== 'unrecorded' ? content.digest : 'unchecked',
    bound: evidence.digest?.sha256 ?? null,
    usedBy: references.length,
    gates: new Set(references.map(({ gate }) => gate)).size,
    warnings: evidence.warnings?.length ?? 0,
    states: [],
  };
}

/** Answers a page as the engine does, over the pieces of the test. */
function pageOf(pieces: readonly Piece[], query: EvidenceQuery): EvidencePage {
  const { text = '', kind, use, offset, limit } = query;
  const beside = pieces
    .map(rowOf)
    .filter((row) => row.name.includes(text))
    .filter((row) => use === undefined || (use === 'used') === row.usedBy > 0);
  const rows = beside.filter((row) => kind === undefined || row.kind === kind);
  const counts = Map.groupBy(beside, (row) => row.kind);
  return {
    rows: rows.slice(offset, offset + limit),
    total: rows.length,
    kinds: [...counts].map(([name, group]) => ({ kind: name, count: group.length })),
    states: { stale: 0, superseded: 0, reused: 0, 'same-name': 0, advisory: 0, remarked: 0 },
    digests: { match: 0, mismatch: 0, absent: 0, unreadable: 0, unchecked: beside.length },
    uses: {
      used: beside.filter((row) => row.usedBy > 0).length,
      orphan: beside.filter((row) => row.usedBy === 0).length,
    },
  };
}

/** A session that knows these pieces. What the page has no business to ask for rejects. */
export function sessionOf(pieces: readonly Piece[]): BundleSession {
  const refuse = (): Promise<never> => Promise.reject(new Error('not part of this test'));
  const find = (id: string): Piece | undefined => pieces.find(({ evidence }) => evidence.id === id);
  return {
    listProjects: refuse,
    structure: refuse,
    snapshot: async () => ({ ok: true, value: snapshotOf(pieces) }),
    problems: refuse,
    itemDetail: refuse,
    gateDetail: refuse,
    evidencePage: async (_: OpenRequest, query) => pageOf(pieces, query),
    files: filesOf(pieces),
    evidenceDetail: async (_, id) => {
      const found = find(id);
      if (found === undefined) return undefined;
      return {
        evidence: found.evidence,
        row: rowOf(found),
        references: found.references ?? [],
        relations: { supersedes: [], supersededBy: [], sameName: [], sameBytes: [] },
      };
    },
    leaveEvidence: async () => undefined,
    evidenceContent: async (_, id) =>
      find(id)?.content ?? { ok: false, error: { code: 'not-found', where: id } },
    readTrustedKey: refuse,
    integrityReport: refuse,
    integrityProgress: refuse,
    metricPicture: refuse,
    metricStudy: refuse,
    metricPoints: refuse,
    metricOutlooks: refuse,
    compareMetrics: refuse,
    metricsCsv: refuse,
    budgets: refuse,
    targets: refuse,
    content: refuse,
    authorisations: refuse,
    stepAuthorisation: refuse,
    news: refuse,
    unfollow: refuse,
    signIn: refuse,
    moveOn: refuse,
    leave: refuse,
    revisions: refuse,
    revisionAnswer: refuse,
    compareRevisions: refuse,
    changesSincePrevious: refuse,
    gateHistory: refuse,
    scenario: refuse,
    clearing: refuse,
    forget: refuse,
  };
}

/** What the engine makes of the pieces of the test. */
function filesOf(pieces: readonly Piece[]): EvidenceFiles<OpenRequest> {
  return {
    ...noFiles,
    open: async (_, id) => {
      const content = pieces.find(({ evidence }) => evidence.id === id)?.content;
      if (content?.ok === false) return content;
      return { ok: false, error: { code: 'not-found', where: id } };
    },
    reading: async (_, id) => {
      const content = pieces.find(({ evidence }) => evidence.id === id)?.content;
      if (content?.ok !== true) return { ok: false, error: { code: 'not-found', where: id } };
      const { bytes, mediaType } = content;
      return { ok: true, value: readEvidence(bytes, { name: id, mediaType }) };
    },
  };
}

function snapshotOf(pieces: readonly Piece[]): PlanSnapshot {
  const count = (digest: EvidenceRow['digest']): number =>
    pieces.filter((one) => rowOf(one).digest === digest).length;
  return {
    info: { id: projectId('waves'), title: 'Waves', itemWord: { one: 'wave', other: 'waves' } },
    revision: { id: revisionId('r1'), createdAt: '2026-11-21T10:00:00Z' },
    sample: false,
    asOf: '2026-11-21T12:00:00Z',
    asOfOrigin: 'now',
    bundle: {
      origin: 'test',
      formatVersion: '1.0',
      bundleId: '00',
      bytes: 0,
      counts: {
        items: 0,
        dependencies: 0,
        gates: 1,
        conditions: 2,
        evidence: pieces.length,
        metrics: 0,
        points: 0,
        documents: 0,
        deliverables: 0,
        authorisationRules: 0,
      },
      problems: { fatal: 0, error: 0, warning: 0 },
      digests: {
        match: count('match'),
        mismatch: count('mismatch'),
        absent: 0,
        unreadable: 0,
        unchecked: count('unchecked'),
      },
    },
    items: [],
    edges: [],
    gates: [],
    metrics: [],
    invariants: [],
    findings: [],
    answers: {
      headline: 'held',
      inScope: 0,
      complete: 0,
      held: 0,
      contradicted: [],
      stopped: [],
      causes: [],
      causeCount: 0,
      unblocking: { causes: [], count: 0, exact: true, atLeast: 0 },
      ready: [],
      inProgress: [],
      oneStepAway: [],
      criticalPath: [],
      critical: { basis: 'length', total: 0 },
      confidence: { passes: 0, verified: 0, fresh: 0, independent: 0 },
      progress: [],
    },
    notes: [],
  };
}
