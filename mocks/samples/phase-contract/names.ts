import type { SourceRef } from '../../../src/model/common.ts';
import {
  type DeliverableId,
  deliverableId,
  type EvidenceId,
  evidenceId,
  type ItemId,
  itemId,
} from '../../../src/model/ids.ts';

/** The instruction document, by its heading; it states no file name of its own. */
export const DOCUMENT = 'Phase 1: Core Architecture Build Instructions';

/** The document was UTF-8 read as Mac Roman; lines with signs beyond ASCII were repaired. */
export const REPAIRED = 'mac-roman-mojibake';

export function at(line: number, raw?: string, repaired = false): SourceRef {
  return {
    path: DOCUMENT,
    line,
    ...(raw === undefined ? {} : { raw }),
    ...(repaired ? { repaired: REPAIRED } : {}),
  };
}

export const PHASES = [0, 1, 2, 3] as const;

export function phase(number: (typeof PHASES)[number]): ItemId {
  return itemId(`phase-${number}`);
}

/** The eight objectives, in the order of the document. */
export const PACKAGES = [
  'state',
  'ledger',
  'orchestration',
  'router',
  'telemetry',
  'finops',
  'residency',
  'packages',
] as const;
export type PackageName = (typeof PACKAGES)[number];

export function workPackage(name: PackageName): ItemId {
  return itemId(`pkg-${name}`);
}

/** `D01` to `D22`. */
export function deliverable(number: number): DeliverableId {
  return deliverableId(`D${String(number).padStart(2, '0')}`);
}

/** The file itself where the bundle holds it, else the record that measured it. */
export function measurement(number: number): EvidenceId {
  return evidenceId(`${deliverable(number)}-file`);
}

export const GATE_RECORD = measurement(17);
export const STATE_TESTS = evidenceId('tests-state');
export const GRAPH_TESTS = evidenceId('tests-orchestration');
export const ROUTER_TESTS = evidenceId('tests-router');
export const SUMMARY = evidenceId('measurement-summary');
export const VALIDATION = evidenceId('validation-dry-run');
