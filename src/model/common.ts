import type { DefinitionId } from './ids.ts';

/** RFC 3339 in UTC, for example `2026-06-01T09:30:00Z`. */
export type Timestamp = string;

/** Where a statement stands in the document that it was read from. */
export interface SourceRef {
  /** Relative POSIX path or document name. */
  readonly path: string;
  /** 1-based. */
  readonly line?: number;
  readonly endLine?: number;
  /** The text as written, when the normalised value was interpreted from it. */
  readonly raw?: string;
  /** What had to be repaired to read it, for example `mac-roman-mojibake`. */
  readonly repaired?: string;
}

/** A place inside a piece of evidence. */
export type Pointer =
  | { readonly kind: 'json'; readonly pointer: string }
  | { readonly kind: 'cell'; readonly row: number; readonly column: string }
  | {
      readonly kind: 'rows';
      readonly from: number;
      readonly to: number;
      readonly column?: string;
    }
  | { readonly kind: 'lines'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'test';
      readonly suite?: string;
      readonly name: string;
      readonly line?: number;
    }
  | { readonly kind: 'whole' };

export type Scalar = string | number | boolean | null;

export type Operator =
  | 'equals'
  | 'not-equals'
  | 'less-than'
  | 'at-most'
  | 'greater-than'
  | 'at-least'
  | 'contains'
  | 'one-of'
  | 'matches'
  | 'exists'
  | 'absent';

/** Duration in whole seconds; ages and windows use it. */
export type Seconds = number;

/** A text of the plan that carries no rule of its own but must not be lost. */
export interface Note {
  readonly id: string;
  /**
   * For example `objective`, `lesson`, `read-order`, `statement`, `verdict`, `exemption`,
   * `consequence`, `conflict`, `open-question`.
   */
  readonly kind: string;
  readonly title?: string;
  readonly text: string;
  readonly order?: number;
  /** Ids of anything that the note speaks of. */
  readonly refs?: readonly string[];
  readonly source?: SourceRef;
}

/** One dated wording of a plan or of a rule; a later one may redefine an earlier one. */
export interface Definition {
  readonly id: DefinitionId;
  readonly title: string;
  /** In force from this moment. */
  readonly from: Timestamp;
  /** Set when another definition ends it; absent while it still claims to be in force. */
  readonly until?: Timestamp;
  readonly supersedes?: readonly DefinitionId[];
  /** Explicitly left untouched, in the text's own claim. */
  readonly keeps?: readonly string[];
  readonly redefines?: readonly string[];
  readonly note?: string;
  readonly source?: SourceRef;
}

export interface Person {
  readonly id: string;
  readonly name?: string;
}
