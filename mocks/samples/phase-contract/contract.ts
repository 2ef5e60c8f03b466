import type { Contract, StatedCount } from '../../../src/model/contract.ts';
import { CROSS_CHECKS, DEFINITION_OF_DONE } from './criteria.ts';
import { DELIVERABLES } from './deliverables.ts';
import { at, phase, VALIDATION } from './names.ts';
import { FORBIDDEN } from './patterns.ts';
import { TARGETS } from './targets.ts';

const CATEGORIES: readonly (readonly [id: string, title: string, count: number, line: number])[] = [
  ['core', 'Core implementation', 6, 47],
  ['scripts', 'Scripts', 2, 48],
  ['configuration', 'Configuration', 3, 49],
  ['infrastructure', 'Infrastructure', 1, 50],
  ['documentation', 'Documentation', 1, 51],
  ['tests', 'Tests', 3, 52],
  ['evidence', 'Evidence', 1, 53],
  ['metrics', 'Metrics', 5, 54],
];

const COUNTS: readonly StatedCount[] = [
  {
    id: 'deliverables',
    title: 'Deliverables',
    stated: 22,
    counted: DELIVERABLES.length,
    of: 'deliverables',
    source: at(43),
  },
  ...CATEGORIES.map(
    ([id, title, stated, line]): StatedCount => ({
      id: `deliverables-${id}`,
      title,
      stated,
      of: 'deliverables',
      category: id,
      source: at(line),
    }),
  ),
  { id: 'files', title: 'Files in total', stated: 22, of: 'deliverables', source: at(57) },
  {
    id: 'csv-files',
    title: 'Metrics files that are CSV',
    stated: 5,
    counted: DELIVERABLES.filter((entry) => entry.path.endsWith('.csv')).length,
    source: at(855),
  },
  {
    id: 'gate-deliverables',
    title: 'Deliverables in the gate document',
    stated: 22,
    of: 'deliverables',
    source: at(845),
  },
];

/** Contract of phase 1, whole. */
export const CONTRACT: Contract = {
  id: 'PHASE_1_CORE_ARCHITECTURE_2025',
  title: 'Core architecture',
  item: phase(1),
  file: 'contracts/phase_1_core_architecture.contract.json',
  validator: {
    command:
      'python3 scripts/validate_contract.py contracts/phase_1_core_architecture.contract.json',
    acceptedExitCode: 0,
  },
  reportPath: 'evidence/validation/phase1_contract_validation.json',
  categories: CATEGORIES.map(([id, title, count]) => ({ id, title, count })),
  deliverables: DELIVERABLES,
  totals: { files: 22, lines: { min: 2500, max: 3500 } },
  forbidden: FORBIDDEN,
  crossChecks: CROSS_CHECKS,
  targets: TARGETS,
  definitionOfDone: DEFINITION_OF_DONE,
  attemptLimit: 2,
  attempts: [
    {
      number: 1,
      verdict: 'pending',
      report: VALIDATION,
      note: 'Under way; the validator was run to see where it stands.',
    },
  ],
  history: [
    {
      item: 'phase-0',
      number: 1,
      verdict: 'rejected',
      note: 'Four skeleton files, full of open markers.',
    },
    { item: 'phase-0', number: 2, verdict: 'accepted', note: 'Sixteen files without a breach.' },
  ],
  counts: COUNTS,
  tag: 'v1.0-phase1-complete',
  mentionedPaths: [
    {
      path: 'contracts/phase_1_core_architecture.contract.json',
      why: 'The contract that the validator reads.',
    },
    { path: 'scripts/validate_contract.py', why: 'The validator.' },
    {
      path: 'evidence/validation/phase1_contract_validation.json',
      why: 'What the validator writes.',
    },
    {
      path: 'metrics/performance/model_router_latency.csv',
      why: 'Proof of a target, and delivered by nobody.',
    },
    {
      path: 'metrics/compliance/vendor_region_distribution.csv',
      why: 'Written by the residency check.',
    },
  ],
  source: at(3),
};
