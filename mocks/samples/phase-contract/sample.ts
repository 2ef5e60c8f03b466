import { projectId, revisionId } from '../../../src/model/ids.ts';
import { filesOf } from '../shared/exhibit.ts';
import type { SampleBundle } from '../shared/sample-bundle.ts';
import { CONTRACT } from './contract.ts';
import { GATES, INVARIANTS, WAIVERS } from './gates.ts';
import { EXHIBITS } from './measurements.ts';
import { METRICS } from './metrics.ts';
import { DOCUMENT, REPAIRED } from './names.ts';
import { NOTES } from './notes.ts';
import { BUDGETS, CHECKLIST, DEPENDENCIES, ITEMS, RELATIONS, WORKFLOW } from './plan.ts';

const PROJECT = 'phase-contract';
const REVISION = '2026-11-20';

/** A phase under contract: declared passed, and not done by its own files. */
export function sample(): SampleBundle {
  return {
    project: PROJECT,
    revision: REVISION,
    content: {
      project: {
        id: projectId(PROJECT),
        title: 'Phase under contract',
        description: '22 files with limits, 14 targets and two attempts.',
        itemWord: { one: 'phase', other: 'phases' },
        sources: [{ path: DOCUMENT, repaired: REPAIRED }],
      },
      revision: {
        id: revisionId(REVISION),
        createdAt: '2026-11-20T08:00:00Z',
        label: 'Before the first attempt is handed in',
      },
      sample: true,
      sampleNote:
        'Plan, limits, targets and the gate document are real. Measurements, test reports, metrics, spending and waivers are made up.',
      items: ITEMS,
      dependencies: DEPENDENCIES,
      relations: RELATIONS,
      gates: GATES,
      waivers: WAIVERS,
      invariants: INVARIANTS,
      contracts: [CONTRACT],
      metrics: METRICS,
      budgets: BUDGETS,
      checklists: [CHECKLIST],
      workflows: [WORKFLOW],
      notes: NOTES,
      evidence: EXHIBITS.map((exhibit) => exhibit.entry),
    },
    files: filesOf(EXHIBITS),
  };
}
