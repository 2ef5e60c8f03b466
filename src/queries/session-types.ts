import type { StepAuthorisation } from '../derive/authorisation-step.ts';
import type { AuthorisationsAnswer } from '../derive/authorisations.ts';
import type { EvidenceDetail, EvidencePage, EvidenceQuery } from '../derive/evidence-types.ts';
import type { Scenario } from '../derive/scenario.ts';
import type {
  GateDetail,
  ItemDetail,
  PlanContent,
  PlanSnapshot,
  PlanStructure,
} from '../derive/types.ts';
import type { Assumption } from '../gates/assumptions.ts';
import type { DigestState } from '../model/evidence.ts';
import type { Problem } from '../model/problem.ts';
import type { ProjectListing, SourceError, SourceRef } from '../source/types.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { IntegritySession } from './integrity-types.ts';
import type { LiveSession } from './live-types.ts';
import type { MetricSession } from './metric-session.ts';
import type { Opened, OpenFailure, OpenRequest } from './open-request.ts';
import type { RevisionSession } from './revision-types.ts';

/**
 * The seam between the engine's thread and the page. Everything that crosses it is plain,
 * structured-cloneable data; what is large stays behind and is asked for in pages.
 */

export type { Opened, OpenFailure, OpenRequest };

/** The bytes, hashed on the way. */
export type EvidenceContent =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly mediaType: string;
      readonly sha256: string;
      readonly digest: DigestState | 'unrecorded';
      /** Comparing told something that was not known before. */
      readonly isNews?: boolean;
    }
  | { readonly ok: false; readonly error: SourceError };

/** What the file of a piece is read for. */
export type EvidenceUse = 'content' | 'reading' | 'open';

/** What a drawing shows of a snapshot. */
export type DrawnRows = Pick<PlanSnapshot, 'items' | 'edges'>;

export interface Progress {
  readonly stage: 'reading' | 'checking' | 'judging';
  readonly loaded?: number;
  readonly total?: number;
}

/**
 * One engine, wherever it runs. All answers for one `OpenRequest` come from the same immutable
 * load; a request that differs only in `asOf` re-evaluates without reading again.
 */
export interface BundleSession
  extends IntegritySession,
    LiveSession,
    RevisionSession,
    MetricSession {
  listProjects(source: SourceRef): Promise<Opened<readonly ProjectListing[]>>;
  structure(request: OpenRequest): Promise<Opened<PlanStructure>>;
  /**
   * Sends the structure, packed, into the port, whoever listens at its other end; nothing where there is
   * none. Absent where the engine has no thread of its own.
   */
  structureTo?(request: OpenRequest, port: MessagePort): Promise<void>;
  /** @param onDrawn may be told beforehand what a drawing needs of it, see `gatherSnapshot` */
  snapshot(
    request: OpenRequest,
    onDrawn?: (rows: DrawnRows) => void,
  ): Promise<Opened<PlanSnapshot>>;
  problems(
    request: OpenRequest,
    offset: number,
    limit: number,
  ): Promise<{ readonly rows: readonly Problem[]; readonly total: number }>;
  itemDetail(request: OpenRequest, item: string): Promise<ItemDetail | undefined>;
  gateDetail(request: OpenRequest, gate: string): Promise<GateDetail | undefined>;
  evidencePage(request: OpenRequest, query: EvidenceQuery): Promise<EvidencePage>;
  evidenceDetail(request: OpenRequest, evidence: string): Promise<EvidenceDetail | undefined>;
  evidenceContent(request: OpenRequest, evidence: string): Promise<EvidenceContent>;
  /** Stops reading the file of a piece that nobody looks at any longer. */
  leaveEvidence(request: OpenRequest, evidence: string, use: EvidenceUse): Promise<void>;
  /** Questions about single pieces whose bytes stay with the engine. */
  readonly files: EvidenceFiles<OpenRequest>;
  content(request: OpenRequest): Promise<PlanContent>;
  authorisations(request: OpenRequest): Promise<AuthorisationsAnswer>;
  stepAuthorisation(request: OpenRequest, step: string): Promise<StepAuthorisation | undefined>;
  /** What would be otherwise if these were so. Nothing of it is kept. */
  scenario(request: OpenRequest, assumptions: readonly Assumption[]): Promise<Scenario>;
  /** What to assume so that these causes, by their keys, count as cleared. */
  clearing(request: OpenRequest, causes: readonly string[]): Promise<readonly Assumption[]>;
  /** Drops everything that was read, so that the next question reads it again. */
  forget(): Promise<void>;
}
