import type { SourceRef } from '../../model/common.ts';
import type { DeclaredState } from '../../model/plan.ts';
import type { Problem } from '../../model/problem.ts';

/** A text as it stands in a file. */
export interface Written {
  readonly text: string;
  readonly source: SourceRef;
}

/** What a text says of how far an item is; where more than one word says it, the reader knows the state. */
export interface StatedStatus extends Written {
  readonly state?: DeclaredState;
}

/** A dependency that a format states outright: no grammar is needed to read it. */
export interface StatedEdge {
  readonly on: string;
  readonly optional?: boolean;
  readonly condition?: string;
  readonly origin?: 'explicit' | 'implied' | 'positional';
  readonly source: SourceRef;
}

/** An item as a reader found it; ids are still the bare tokens of the document. */
export interface DraftItem {
  /** The token that names it: `W5A`, `1`, `03-01`. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly source: SourceRef;
  readonly parent?: string;
  readonly status?: StatedStatus;
  /** A list of tokens in prose or in a cell, for the id grammar. */
  readonly depends?: Written;
  /** Of the dependencies that `depends` names. Default: explicit. */
  readonly origin?: StatedEdge['origin'];
  readonly edges?: readonly StatedEdge[];
  readonly class?: string;
  readonly owner?: string;
  readonly goal?: string;
  readonly output?: string;
  readonly description?: string;
  readonly labels?: readonly string[];
  readonly estimate?: { readonly value: number; readonly unit: string };
}

/** A tie that the format states and that never blocks. */
export interface DraftRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: 'belongs-to' | 'see';
  readonly note: string;
  readonly source: SourceRef;
}

export interface DraftLink {
  readonly href: string;
  readonly text: string;
  readonly line: number;
  readonly isImage: boolean;
}

export interface DraftBox {
  readonly text: string;
  readonly checked: boolean;
  readonly line: number;
  readonly links: readonly DraftLink[];
  /** Key of the item that the box is. */
  readonly item?: string;
}

/** The boxes below one heading. */
export interface DraftGroup {
  readonly title: string;
  readonly line: number;
  readonly boxes: readonly DraftBox[];
  /** Key of the item that the boxes make up. */
  readonly item?: string;
}

/** What one file says of a plan. */
export interface PlanDraft {
  readonly path: string;
  readonly title?: string;
  readonly items: readonly DraftItem[];
  readonly groups: readonly DraftGroup[];
  /** Key of the item that all boxes of the file make up. */
  readonly item?: string;
  readonly relations?: readonly DraftRelation[];
  readonly problems: readonly Problem[];
}

export type PlanProblemCode =
  | 'plan-row-cells'
  | 'plan-row-without-id'
  | 'plan-table-not-found'
  | 'plan-table-pipes-lost'
  | 'plan-column-missing'
  | 'plan-id-twice'
  | 'plan-token-unknown'
  | 'plan-token-ambiguous'
  | 'plan-status-unknown'
  | 'plan-format-unreadable'
  | 'plan-too-deep'
  | 'plan-alias-not-followed'
  | 'plan-tag-not-followed'
  | 'plan-expression-simplified'
  | 'plan-include-not-read'
  | 'plan-text-repaired'
  | 'plan-refused-key';

/** A problem of reading a plan: with its line, and never a reason to stop. */
export function planProblem(
  code: PlanProblemCode,
  source: SourceRef,
  params: Readonly<Record<string, string | number>> = {},
  severity: Problem['severity'] = 'error',
): Problem {
  return {
    code,
    severity,
    file: source.path,
    ...(source.line !== undefined && {
      position: { line: source.line, column: 1, offset: 0 },
    }),
    params,
  };
}
