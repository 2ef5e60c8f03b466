import type { Condition } from '../../../src/model/condition.ts';
import type { Gate, Invariant, Waiver } from '../../../src/model/gate.ts';
import {
  conditionId,
  documentId,
  evidenceId,
  gateId,
  invariantId,
  itemId,
} from '../../../src/model/ids.ts';
import { present, valueAt } from '../shared/conditions.ts';
import { idOf } from './documents.ts';
import { pointerTo } from './evidence.ts';
import { STEPS, servedBy } from './items.ts';
import { AUDITS, type Listed, PHASE_1, PHASE_2 } from './listed.ts';
import { at, stepOf } from './source.ts';

function exists(listed: Listed, status?: readonly string[]): Condition {
  return {
    id: conditionId(listed.file),
    kind: 'document',
    title: listed.file,
    document: documentId(idOf(listed)),
    ...(status === undefined ? {} : { status }),
    source: at(listed.line),
  };
}

/**
 * While a phase is being written, a document that is not there yet is missing; it has not failed.
 */
function listedInTree(listed: Listed): Condition {
  return {
    ...present(listed.file, listed.file, 'directory-listing', idOf(listed)),
    source: at(listed.line),
  };
}

/** A phase is complete once no document is merely proposed and every one is there. */
const NOT_PROPOSED = ['final', 'draft'];

function unchanged(listed: Listed): Condition {
  return {
    id: conditionId(listed.file),
    kind: 'cross-check',
    title: `${listed.file} is as it was locked`,
    left: { evidence: evidenceId('E-lock'), pointer: pointerTo(listed.file) },
    right: { evidence: evidenceId('E-tree'), pointer: pointerTo(listed.file) },
    source: at(listed.line),
  };
}

function stepGate(phase: 1 | 2, step: string): Gate {
  const id = stepOf(phase, step);
  const documents = servedBy(phase, step);
  return {
    id: gateId(`G ${id}`),
    title: `Phase ${phase}, step ${step}`,
    guards: [{ item: itemId(id), effect: 'complete' }],
    conditions:
      documents.length === 0
        ? [present('document', 'A document serves the step', 'document', id)]
        : [
            ...documents.map((listed) => (phase === 1 ? exists(listed) : listedInTree(listed))),
            present('review', 'The documents were reviewed', 'review-record', id),
          ],
  };
}

export const GATES: readonly Gate[] = [
  {
    id: gateId('G-P1-FINAL'),
    title: 'Phase 1 documents',
    statement: 'Every listed document is there and none is merely proposed.',
    guards: [{ item: itemId('phase 1'), effect: 'complete' }],
    conditions: [
      ...PHASE_1.map((listed) => exists(listed, NOT_PROPOSED)),
      ...AUDITS.map((listed) => exists(listed)),
    ],
    declared: {
      verdict: 'passed',
      raw: 'Locked',
      at: '2026-10-12T09:00:00Z',
      evidence: [evidenceId('E-lock')],
      source: at(7),
    },
    source: at(7),
  },
  {
    id: gateId('G-P1-LOCK'),
    title: 'Phase 1 lock',
    statement: 'A locked document changes only by a new document that amends it.',
    guards: [{ item: itemId('phase 1'), effect: 'complete' }],
    conditions: PHASE_1.map(unchanged),
    source: at(7),
  },
  {
    id: gateId('G-P2-FINAL'),
    title: 'Phase 2 documents',
    statement: 'Every listed document is there and none is merely proposed.',
    guards: [{ item: itemId('phase 2'), effect: 'complete' }],
    conditions: [
      ...PHASE_2.map(listedInTree),
      valueAt('proposed', 'No document is merely proposed', 'E-coverage', '/proposed', {
        operator: 'equals',
        target: 0,
      }),
      {
        ...present('audit', 'The phase was audited for coherence', 'document', 'phase 2 audit'),
        notApplicable: { reason: 'An audit follows the lock, and phase 2 is not locked.' },
      },
    ],
    source: at(41),
  },
  ...STEPS[1].map((step) => stepGate(1, step)),
  ...STEPS[2].map((step) => stepGate(2, step)),
];

export const WAIVERS: readonly Waiver[] = [
  {
    id: 'WV-caching',
    gate: gateId(`G ${stepOf(2, '19')}`),
    condition: conditionId('26_caching_strategy.md'),
    reason: 'The rules for caches are built and reviewed; the text follows in December.',
    author: 'docs lead',
    at: '2026-11-10T09:00:00Z',
    expires: '2026-12-18T00:00:00Z',
  },
];

export const INVARIANTS: readonly Invariant[] = [
  {
    id: invariantId('numbers'),
    title: 'A number names one document',
    rule: 'one-name-one-thing',
  },
  {
    id: invariantId('lock'),
    title: 'What is locked does not change',
    condition: {
      id: conditionId('lock'),
      kind: 'gate',
      title: 'The lock of phase 1 holds',
      gate: gateId('G-P1-LOCK'),
    },
    items: [itemId('phase 1')],
    source: at(7),
  },
  {
    id: invariantId('coverage'),
    title: 'Every step of phase 2 has a document',
    condition: valueAt('covered', 'Steps with a document', 'E-coverage', '/covered', {
      operator: 'equals',
      target: 21,
    }),
    items: [itemId('phase 2')],
  },
  {
    id: invariantId('single-owner'),
    title: 'No step is claimed by two documents that do not know of each other',
    condition: valueAt('multiple', 'Steps with several documents', 'E-coverage', '/multipleCount', {
      operator: 'equals',
      target: 0,
    }),
    items: ['15', '21'].map((step) => itemId(stepOf(2, step))),
  },
  {
    id: invariantId('unlisted'),
    title: 'Every file of the directory is listed',
    condition: valueAt('unlisted', 'Files that are not listed', 'E-tree', '/unlistedCount', {
      operator: 'equals',
      target: 0,
    }),
  },
  {
    id: invariantId('evidence'),
    title: 'What is declared complete links to its evidence',
    rule: 'complete-needs-evidence',
  },
  {
    id: invariantId('recorded'),
    title: 'A recorded verdict is what is recomputed',
    rule: 'recorded-equals-recomputed',
  },
];
