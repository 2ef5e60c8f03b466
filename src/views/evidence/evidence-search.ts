export const evidenceSorts = ['name', 'kind', 'collectedAt', 'size', 'usedBy'] as const;
export const evidenceUses = ['used', 'orphan'] as const;
export const evidenceShapes = ['text'] as const;

export interface EvidenceSearch {
  readonly id?: string;
  /** The place inside the evidence, see `pointer-text.ts`. */
  readonly at?: string;
  /** Shows the content as plain text instead of as what it is. */
  readonly as?: (typeof evidenceShapes)[number];
  readonly q?: string;
  readonly kind?: string;
  readonly item?: string;
  readonly gate?: string;
  readonly use?: (typeof evidenceUses)[number];
  readonly sort?: (typeof evidenceSorts)[number];
  readonly order?: 'desc';
}
