import { evidenceId, itemId } from '../../../src/model/ids.ts';
import type { Declared, PlanItem } from '../../../src/model/plan.ts';
import { type Listed, PHASE_1, PHASE_2 } from './listed.ts';
import { at, LOCKED_AT, stepOf } from './source.ts';

/** Steps that the index names, or that lie between named ones. */
export const STEPS: Readonly<Record<1 | 2, readonly string[]>> = {
  1: ['08', '09', '10', '11', '12', '13'],
  2: Array.from({ length: 21 }, (_, index) => String(index + 1).padStart(2, '0')),
};

/** The documents that serve a step, in the order of the index. */
export function servedBy(phase: 1 | 2, step: string): readonly Listed[] {
  return (phase === 1 ? PHASE_1 : PHASE_2).filter((listed) => listed.steps?.includes(step));
}

export const COMPLETE: Readonly<Record<1 | 2, readonly string[]>> = {
  1: ['08', '09', '10', '11', '12'],
  2: ['01', '02', '03', '05', '06', '12', '13', '14', '16', '17', '19', '20'],
};

const IN_PROGRESS: Readonly<Record<1 | 2, readonly string[]>> = {
  1: ['13'],
  2: ['15', '18', '21'],
};

function declared(phase: 1 | 2, step: string): Declared {
  if (COMPLETE[phase].includes(step)) return { state: 'complete', raw: 'done' };
  if (IN_PROGRESS[phase].includes(step)) return { state: 'in-progress', raw: 'in progress' };
  return { state: 'not-started', raw: 'open' };
}

function stepItem(phase: 1 | 2, step: string): PlanItem {
  const documents = servedBy(phase, step);
  const first = documents[0];
  return {
    id: itemId(stepOf(phase, step)),
    kind: 'step',
    title: `Step ${step}`,
    ...(first === undefined ? {} : { description: documents.map((one) => one.about).join(' ') }),
    parent: itemId(`phase ${phase}`),
    order: Number(step),
    numbers: [{ namespace: `phase ${phase} step`, value: step }],
    declared: declared(phase, step),
    ...(COMPLETE[phase].includes(step) && first !== undefined
      ? { evidence: [evidenceId('E-tree'), evidenceId('E-reviews')] }
      : {}),
    ...(first === undefined ? {} : { source: at(first.line, first.raw) }),
  };
}

/** Two phases with their steps. The index states no dependency, and none is invented. */
export const ITEMS: readonly PlanItem[] = [
  {
    id: itemId('phase 1'),
    kind: 'phase',
    title: 'Phase 1',
    order: 1,
    labels: ['locked'],
    numbers: [{ namespace: 'phase', value: '1', source: at(7) }],
    declared: { state: 'complete', raw: 'Locked', at: LOCKED_AT, source: at(7) },
    evidence: [evidenceId('E-lock'), evidenceId('E-tree')],
    source: at(7),
  },
  {
    id: itemId('phase 2'),
    kind: 'phase',
    title: 'Phase 2',
    order: 2,
    numbers: [{ namespace: 'phase', value: '2', source: at(41) }],
    declared: { state: 'in-progress', raw: 'In Progress', source: at(41) },
    source: at(41),
  },
  ...STEPS[1].map((step) => stepItem(1, step)),
  ...STEPS[2].map((step) => stepItem(2, step)),
];
