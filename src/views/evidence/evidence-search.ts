import { evidenceDigests, evidenceStates } from '../../derive/evidence-states.ts';

export const evidenceSorts = ['name', 'kind', 'collectedAt', 'size', 'usedBy'] as const;
export const evidenceColumns = [
  'integrity',
  'kind',
  'usedBy',
  'collectedAt',
  'size',
  'producer',
] as const;
export const evidenceUses = ['used', 'orphan'] as const;
export const evidenceShapes = ['text', 'data', 'report'] as const;
export { evidenceDigests, evidenceStates };

export interface EvidenceSearch {
  readonly id?: string | undefined;
  /** The place inside the evidence, see `pointer-text.ts`. */
  readonly at?: string | undefined;
  /** Shows the content as plain text, or as plain data, instead of as what it is; a large one as a report. */
  readonly as?: (typeof evidenceShapes)[number] | undefined;
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly item?: string | undefined;
  readonly gate?: string | undefined;
  readonly use?: (typeof evidenceUses)[number] | undefined;
  /** What stands out about a piece. */
  readonly about?: (typeof evidenceStates)[number] | undefined;
  /** What comparing the bytes with the recorded digest told. */
  readonly digest?: (typeof evidenceDigests)[number] | undefined;
  readonly sort?: (typeof evidenceSorts)[number] | undefined;
  readonly order?: 'desc' | undefined;
  /** Columns that are left out. */
  readonly without?: readonly string[] | undefined;
  /** The gate that is being reviewed; its queue stands in the place of the list. */
  readonly review?: string | undefined;
  /** The condition of that gate which is open. */
  readonly step?: string | undefined;
}
