import { projectId, revisionId } from '../../../src/model/ids.ts';
import { filesOf } from '../shared/exhibit.ts';
import type { SampleBundle } from '../shared/sample-bundle.ts';
import { DOCUMENTS, NOTES, REGISTERS, RELATIONS, ROLES } from './documents.ts';
import { EXHIBITS, METRICS } from './evidence.ts';
import { GATES, INVARIANTS, WAIVERS } from './gates.ts';
import { ITEMS } from './items.ts';
import { COMMIT, DOCUMENT } from './source.ts';

/** An index of documents by phase, one phase locked and one in progress. */
export function sample(): SampleBundle {
  return {
    project: 'specs-index',
    revision: '31',
    content: {
      project: {
        id: projectId('specs-index'),
        title: 'Specs index',
        description: '47 documents over a locked phase and one in progress.',
        itemWord: { one: 'step', other: 'steps' },
        sources: [{ path: DOCUMENT }],
      },
      revision: {
        id: revisionId('31'),
        createdAt: '2026-11-20T08:30:00Z',
        commit: COMMIT,
        label: 'rev 31',
      },
      sample: true,
      sampleNote:
        'The index is real. Which files exist, their digests, the states of steps, the second register, the waiver and the metrics are made up.',
      items: ITEMS,
      dependencies: [],
      gates: GATES,
      waivers: WAIVERS,
      invariants: INVARIANTS,
      relations: RELATIONS,
      roles: ROLES,
      documents: DOCUMENTS,
      registers: REGISTERS,
      metrics: METRICS,
      notes: NOTES,
      evidence: EXHIBITS.map(({ entry }) => entry),
    },
    files: filesOf(EXHIBITS),
  };
}
