import type { RevisionDiff } from '../derive/revision-diff-types.ts';
import type { Answers } from '../derive/types.ts';
import type { ConditionVerdict, GateVerdict, Reason } from '../gates/types.ts';
import type { Severity } from '../model/problem.ts';
import type { Opened, OpenFailure, OpenRequest } from './open-request.ts';

/** One revision as the source lists it; nothing of it was read yet. */
export interface RevisionEntry {
  readonly id: string;
  /** RFC 3339. */
  readonly createdAt?: string;
  readonly label?: string;
}

/** The revisions of a project. */
export interface RevisionList {
  readonly project: { readonly id: string; readonly title: string; readonly sample: boolean };
  /** Newest first. */
  readonly revisions: readonly RevisionEntry[];
  /** The revision that the request shows: the one it names, else the newest. */
  readonly shown?: string;
}

/**
 * When an older revision is judged. `own`: when it was made (at the latest now), so that history
 * stands as it stood. `same`: at the instant at which the pages judge. An instant that the viewer
 * chose goes before either.
 */
export type RevisionInstant = 'own' | 'same';

/** What a revision answers, in a few numbers. */
export interface RevisionAnswer {
  readonly revision: RevisionEntry;
  readonly judgedAt: string;
  readonly bundleId: string;
  readonly headline: Answers['headline'];
  readonly inScope: number;
  readonly complete: number;
  readonly held: number;
  readonly ready: number;
  readonly inProgress: number;
  readonly stopped: number;
  readonly contradicted: number;
  readonly causes: number;
  readonly gates: Readonly<Record<GateVerdict, number>>;
  readonly problems: Readonly<Record<Severity, number>>;
}

/** A gate as one revision judges it. */
export interface GateMoment {
  readonly revision: RevisionEntry;
  readonly outcome:
    | {
        readonly kind: 'judged';
        readonly judgedAt: string;
        readonly verdict: GateVerdict;
        readonly reason: Reason;
        readonly declared?: 'passed' | 'failed' | 'unknown';
        readonly contradicts: boolean;
        readonly conditions: readonly {
          readonly id: string;
          readonly title: string;
          readonly verdict: ConditionVerdict;
        }[];
      }
    /** The revision has no such gate. */
    | { readonly kind: 'absent'; readonly judgedAt: string }
    /** The revision could not be read; nothing is known of the gate then. */
    | { readonly kind: 'unreadable'; readonly failure: OpenFailure };
}

/** The part of the session that looks at more than one revision. */
export interface RevisionSession {
  revisions(request: OpenRequest): Promise<Opened<RevisionList>>;
  /** Reads and judges that one revision, once; later questions are answered from memory. */
  revisionAnswer(
    request: OpenRequest,
    revision: string,
    instant?: RevisionInstant,
  ): Promise<Opened<RevisionAnswer>>;
  compareRevisions(
    request: OpenRequest,
    before: string,
    after: string,
    instant?: RevisionInstant,
  ): Promise<Opened<RevisionDiff>>;
  /** Compared with the revision before the shown one; `undefined` when it is the first. */
  changesSincePrevious(
    request: OpenRequest,
    instant?: RevisionInstant,
  ): Promise<Opened<RevisionDiff | undefined>>;
  /** Newest first, at most `limit` revisions. Each one is read, one after the other. */
  gateHistory(
    request: OpenRequest,
    gate: string,
    limit: number,
    instant?: RevisionInstant,
  ): Promise<Opened<readonly GateMoment[]>>;
}
