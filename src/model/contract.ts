import type { Operator, SourceRef, Timestamp } from './common.ts';
import type { Aggregate, Condition } from './condition.ts';
import type { DeliverableId, EvidenceId, ItemId, MetricId } from './ids.ts';

/** A pattern with its dialect: the verdict depends on flags, anchors and case. */
export interface PatternRule {
  readonly id: string;
  readonly pattern: string;
  readonly dialect: 'literal' | 're2';
  /** RE2 flags: `i`, `m`, `s`. */
  readonly flags?: string;
  /** Whole text or line by line. */
  readonly appliesTo?: 'text' | 'line';
  /** For required patterns. Default 1. */
  readonly minCount?: number;
  readonly note?: string;
}

export interface LineLimit {
  readonly min?: number;
  readonly max?: number;
  /** `physical`: every line; `data-rows`: table rows without the header. */
  readonly count: 'physical' | 'data-rows';
}

export interface Deliverable {
  readonly id: DeliverableId;
  readonly number?: string;
  readonly title: string;
  readonly path: string;
  readonly category: string;
  /** For example `source`, `script`, `configuration`, `test`, `metrics`, `evidence`, `document`. */
  readonly kind: string;
  readonly purpose?: string;
  readonly lines?: LineLimit;
  readonly minRows?: number;
  readonly columns?: readonly string[];
  readonly required?: readonly PatternRule[];
  readonly forbidden?: readonly PatternRule[];
  /** Named structural minima: `{ methods: 4, tests: 5 }`, measured as counts. */
  readonly minCounts?: Readonly<Record<string, number>>;
  /** Things it must contain by name: methods, sections, tables, providers. */
  readonly mustContain?: readonly {
    readonly kind: string;
    readonly name: string;
  }[];
  readonly requirements?: readonly string[];
  readonly item?: ItemId;
  /** Evidence with the `file` fact that measured it. */
  readonly measuredBy?: EvidenceId;
  readonly source?: SourceRef;
}

export interface Target {
  readonly id: string;
  readonly title: string;
  readonly metric?: MetricId;
  readonly aggregate?: Aggregate;
  readonly operator: Operator;
  readonly value: number;
  readonly unit: string;
  /** The file that is said to prove it. */
  readonly evidencePath?: string;
  /** When no file is named: what the document says instead. */
  readonly evidenceNote?: string;
  readonly column?: string;
  readonly minSamples?: number;
  /** `summary` table or a deliverable's own `section`. */
  readonly statedIn: 'summary' | 'section';
  readonly deliverable?: DeliverableId;
  readonly source?: SourceRef;
}

export interface Attempt {
  readonly number: number;
  readonly at?: Timestamp;
  readonly exitCode?: number;
  readonly verdict: 'accepted' | 'rejected' | 'pending';
  readonly report?: EvidenceId;
  readonly note?: string;
}

/** A stated number beside what is listed, for example 22 deliverables. */
export interface StatedCount {
  readonly id: string;
  readonly title: string;
  readonly stated: number;
  /** Recomputed from the bundle when it names a countable; otherwise the listed number. */
  readonly counted?: number;
  readonly of?: 'deliverables' | 'checkboxes' | 'items' | 'documents' | 'targets';
  readonly category?: string;
  readonly source?: SourceRef;
}

export interface Contract {
  readonly id: string;
  readonly title: string;
  readonly item?: ItemId;
  readonly file?: string;
  readonly validator?: {
    readonly command: string;
    readonly acceptedExitCode: number;
  };
  readonly reportPath?: string;
  readonly categories: readonly {
    readonly id: string;
    readonly title: string;
    readonly count: number;
  }[];
  readonly deliverables: readonly Deliverable[];
  readonly totals?: {
    readonly files?: number;
    readonly lines?: { readonly min: number; readonly max: number };
  };
  readonly forbidden?: readonly PatternRule[];
  readonly crossChecks?: readonly Condition[];
  readonly targets?: readonly Target[];
  readonly definitionOfDone?: readonly Condition[];
  readonly attemptLimit?: number;
  readonly attempts?: readonly Attempt[];
  readonly history?: readonly {
    readonly item: string;
    readonly number: number;
    readonly verdict: 'accepted' | 'rejected';
    readonly note?: string;
  }[];
  readonly counts?: readonly StatedCount[];
  readonly tag?: string;
  /** Paths that the document mentions and that are no deliverable. */
  readonly mentionedPaths?: readonly {
    readonly path: string;
    readonly why: string;
  }[];
  readonly source?: SourceRef;
}
