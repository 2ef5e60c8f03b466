import type { Evidence } from '../model/evidence.ts';
import type { EvidenceId } from '../model/ids.ts';
import type { EvidenceDigest, EvidenceState } from './evidence-states.ts';
import type { EvidenceReference, EvidenceRow } from './types.ts';

export const evidenceSortKeys = ['name', 'kind', 'collectedAt', 'size', 'usedBy'] as const;
export type EvidenceSort = (typeof evidenceSortKeys)[number];

export interface EvidenceQuery {
  readonly text?: string;
  readonly kind?: string;
  readonly item?: string;
  readonly gate?: string;
  readonly use?: 'used' | 'orphan';
  readonly state?: EvidenceState;
  readonly digest?: EvidenceDigest;
  readonly sort?: EvidenceSort;
  readonly descending?: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface EvidencePage {
  readonly rows: readonly EvidenceRow[];
  readonly total: number;
  /** Each facet counts what matches everything but itself: what another choice would give. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly states: Readonly<Record<EvidenceState, number>>;
  readonly digests: Readonly<Record<EvidenceDigest, number>>;
  readonly uses: Readonly<Record<'used' | 'orphan', number>>;
}

/** Another piece of evidence, as far as a link to it needs. */
export interface RelatedEvidence {
  readonly id: EvidenceId;
  readonly name: string;
  readonly collectedAt?: string;
}

/** How a piece stands to the others of the bundle; each list in the order of the bundle. */
export interface EvidenceRelations {
  /** Pieces that it says it replaces, those that the bundle has. */
  readonly supersedes: readonly RelatedEvidence[];
  readonly supersededBy: readonly RelatedEvidence[];
  /** Pieces of the same name with other recorded bytes. */
  readonly sameName: readonly RelatedEvidence[];
  /** Pieces with the same recorded bytes under another id. */
  readonly sameBytes: readonly RelatedEvidence[];
}

export interface EvidenceDetail {
  readonly evidence: Evidence;
  readonly row: EvidenceRow;
  readonly references: readonly EvidenceReference[];
  readonly relations: EvidenceRelations;
}
