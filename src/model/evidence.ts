import type { Pointer, Scalar, Seconds, SourceRef, Timestamp } from './common.ts';
import type { EvidenceId, ItemId, MetricId, ProbeId, RoleId, TierId } from './ids.ts';

export type Outcome = 'passed' | 'failed' | 'error' | 'skipped' | 'flaky' | 'unknown';

export interface TestCase {
  readonly name: string;
  readonly suite?: string;
  readonly outcome: Outcome;
  /** Acceptance ids that the case proves. */
  readonly acceptance?: readonly string[];
  /** Seconds. */
  readonly duration?: number;
  readonly message?: string;
  readonly pointer?: Pointer;
}

export interface TestsFact {
  readonly type: 'tests';
  readonly tier?: TierId;
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
  readonly flaky?: number;
  readonly cases?: readonly TestCase[];
  readonly pointer?: Pointer;
}

export interface ValueFact {
  readonly type: 'value';
  readonly pointer: Pointer;
  readonly value: Scalar | readonly Scalar[];
  readonly unit?: string;
}

/** A file as measured: what contract rules are judged by. */
export interface FileFact {
  readonly type: 'file';
  readonly path: string;
  readonly exists: boolean;
  /** Physical lines; a last line without a newline counts. */
  readonly lines?: number;
  /** Data rows of a table, without its header. */
  readonly rows?: number;
  readonly columns?: readonly string[];
  readonly patterns?: readonly {
    readonly rule: string;
    readonly count: number;
    /** 1-based line numbers of the first hits. */
    readonly lines?: readonly number[];
  }[];
  /** Named structural counts: methods, sections, tests, diagrams… */
  readonly counts?: Readonly<Record<string, number>>;
  readonly digest?: string;
}

export interface ObservationFact {
  readonly type: 'observation';
  readonly probe: ProbeId;
  readonly value: Scalar | readonly Scalar[];
  readonly at: Timestamp;
  readonly step?: ItemId;
  readonly moment?: 'before' | 'after';
  readonly pointer?: Pointer;
}

export interface RehearsalFact {
  readonly type: 'rehearsal';
  readonly step: ItemId;
  readonly at: Timestamp;
  readonly entry: Readonly<Record<string, Scalar>>;
  readonly exit: Readonly<Record<string, Scalar>>;
  /** Names that may differ by unrelated traffic. */
  readonly exempt?: readonly string[];
  readonly pointer?: Pointer;
}

export interface AttestationFact {
  readonly type: 'attestation';
  readonly predicateType: string;
  readonly signer?: string;
  readonly subjects: readonly {
    readonly name: string;
    readonly sha256?: string;
  }[];
  /** What the statement concludes, where its type has a conclusion. */
  readonly result?: 'passed' | 'failed';
  /** True only when a reader verified the signature against a key that the viewer trusts. */
  readonly verified?: boolean;
}

export interface ReviewFact {
  readonly type: 'review';
  readonly role: RoleId;
  readonly person?: string;
  readonly subject: string;
  readonly decision: 'accepted' | 'questioned' | 'rejected';
  readonly at: Timestamp;
}

export interface ReportFact {
  readonly type: 'report';
  readonly step: ItemId;
  readonly fields: Readonly<Record<string, Scalar | readonly Scalar[]>>;
}

/** Points of a metric that stand in this piece of evidence. */
export interface SeriesFact {
  readonly type: 'series';
  readonly metric: MetricId;
  readonly pointer?: Pointer;
}

export type Fact =
  | TestsFact
  | ValueFact
  | FileFact
  | ObservationFact
  | RehearsalFact
  | AttestationFact
  | ReviewFact
  | ReportFact
  | SeriesFact;

/** The outcome of comparing bytes with the recorded digest. Absent while nobody has compared. */
export type DigestState = 'match' | 'mismatch' | 'absent' | 'unreadable';

/** An in-toto ResourceDescriptor with what Wavegate must know beside it. */
export interface Evidence {
  readonly id: EvidenceId;
  /** For example `test-report`, `metrics`, `gate-record`, `probe-run`, `rehearsal`, `statement`. */
  readonly kind: string;
  readonly name: string;
  /** Relative path inside the bundle. */
  readonly path?: string;
  readonly uri?: string;
  readonly digest?: { readonly sha256: string };
  /** Bytes. */
  readonly size?: number;
  readonly mediaType?: string;
  readonly collectedAt?: Timestamp;
  readonly observedAt?: Timestamp;
  readonly collector?: { readonly name: string; readonly version?: string };
  readonly runUrl?: string;
  readonly commit?: string;
  readonly producer?: {
    readonly id: string;
    readonly role?: RoleId;
    /** An agent or a chat message: shown, and never an authorisation. */
    readonly advisory?: boolean;
  };
  readonly strength?: string;
  readonly rawStatus?: string;
  /** Items, acceptance ids or subjects that it speaks about. */
  readonly covers?: readonly string[];
  /** Rejected by a quality rule (for example weak asynchronous waits): kept, never counted. */
  readonly inadmissible?: { readonly reason: string };
  readonly validFor?: Seconds;
  readonly supersedes?: readonly EvidenceId[];
  readonly warnings?: readonly string[];
  readonly facts?: readonly Fact[];
  readonly annotations?: Readonly<Record<string, Scalar>>;
  readonly source?: SourceRef;
}
