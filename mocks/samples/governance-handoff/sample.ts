import { evidenceId, projectId, revisionId } from '../../../src/model/ids.ts';
import { filesOf } from '../shared/exhibit.ts';
import type { SampleBundle } from '../shared/sample-bundle.ts';
import { PEOPLE, RECORDS, ROLES, RULES } from './authorisations.ts';
import { CORRECTION_ITEMS, DEPENDENCIES, FOLLOW_UPS, RELATIONS } from './corrections.ts';
import { DEFINITIONS, DOCUMENTS, REGISTERS } from './documents.ts';
import { EXHIBITS } from './exhibits.ts';
import { GATES, INVARIANTS, STOPS } from './gates.ts';
import { HANDOFF, step } from './names.ts';
import { NOTES } from './notes.ts';
import { PROBES } from './probes.ts';
import { STEPS } from './steps.ts';

const PROJECT = 'governance-handoff';
const REVISION = '2026-11-20';

/** The governance handoff: everything rehearsed and green, nothing authorised. */
export function sample(): SampleBundle {
  return {
    project: PROJECT,
    revision: REVISION,
    content: {
      project: {
        id: projectId(PROJECT),
        title: 'Governance handoff',
        description: 'Ten steps, each of which needs its own leave before it is committed.',
        itemWord: { one: 'step', other: 'steps' },
        sources: [{ path: HANDOFF }],
      },
      revision: {
        id: revisionId(REVISION),
        createdAt: '2026-11-20T08:00:00Z',
        label: 'After the pre-flight check',
      },
      sample: true,
      sampleNote:
        'The plan is real. Rehearsals, observations, records of leave, persons, baseline counts, the quorum of two and the age of one day are made up.',
      definitions: DEFINITIONS,
      items: [...STEPS, ...CORRECTION_ITEMS, ...FOLLOW_UPS],
      dependencies: DEPENDENCIES,
      relations: RELATIONS,
      gates: GATES,
      invariants: INVARIANTS,
      stopConditions: STOPS,
      roles: ROLES,
      people: PEOPLE,
      authorisationRules: RULES,
      authorisations: RECORDS,
      probes: PROBES,
      reverifications: [
        {
          after: step(0),
          before: step(1),
          at: '2026-11-20T06:10:00Z',
          evidence: [evidenceId('probe-run-preflight')],
          result: 'failed',
        },
      ],
      documents: DOCUMENTS,
      registers: REGISTERS,
      notes: NOTES,
      evidence: EXHIBITS.map((exhibit) => exhibit.entry),
    },
    files: filesOf(EXHIBITS),
  };
}
