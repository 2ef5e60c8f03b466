import type { EvidenceHint } from '../evidence-reading.ts';
import { formatFamilies } from '../format-id.ts';
import { headBytes, recognise } from './recognise.ts';

/** Whether bytes are of a format that reads as a report of its own, by their first part. */
export function hasShownReport(bytes: Uint8Array, hint: EvidenceHint): boolean {
  const family = formatFamilies[recognise(bytes.subarray(0, headBytes), hint).format];
  return family !== undefined && family !== 'table' && family !== 'data' && family !== 'log';
}
