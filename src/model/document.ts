import type { SourceRef, Timestamp } from './common.ts';
import type { DocumentId, EvidenceId, ItemId, RoleId } from './ids.ts';

export interface PlanDocument {
  readonly id: DocumentId;
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  /** The list that names it; two registers of one set may drift. */
  readonly register?: string;
  readonly phase?: ItemId;
  /** Step items that it serves; ranges are expanded, the raw token stays in `source`. */
  readonly steps?: readonly ItemId[];
  /** The number that the path claims, within the register. */
  readonly number?: string;
  readonly status?: string;
  /** For example `proposed`, `extension`. */
  readonly maturity?: readonly string[];
  readonly owners?: readonly RoleId[];
  readonly exists?: boolean;
  readonly lock?: { readonly at: Timestamp; readonly sha256?: string };
  readonly sha256?: string;
  readonly changedAt?: Timestamp;
  readonly amends?: readonly DocumentId[];
  readonly supersedes?: readonly DocumentId[];
  readonly audits?: readonly DocumentId[];
  readonly evidence?: readonly EvidenceId[];
  readonly source?: SourceRef;
}

export interface Register {
  readonly id: string;
  readonly title: string;
  readonly directory?: string;
  readonly path?: string;
  readonly owners?: readonly RoleId[];
  /** Files found in the directory that the register does not list. */
  readonly unlisted?: readonly string[];
  readonly source?: SourceRef;
}
