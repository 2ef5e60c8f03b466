export const evidenceSorts = ['name', 'kind', 'collectedAt', 'size', 'usedBy'] as const;
export const evidenceUses = ['used', 'orphan'] as const;
export const evidenceShapes = ['text'] as const;

export interface EvidenceSearch {
  readonly id?: string | undefined;
  /** The place inside the evidence, see `pointer-text.ts`. */
  readonly at?: string | undefined;
  /** Shows the content as plain text instead of as what it is. */
  readonly as?: (typeof evidenceShapes)[number] | undefined;
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly item?: string | undefined;
  readonly gate?: string | undefined;
  readonly use?: (typeof evidenceUses)[number] | undefined;
  readonly sort?: (typeof evidenceSorts)[number] | undefined;
  readonly order?: 'desc' | undefined;
}
