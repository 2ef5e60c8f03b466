import { projectId, revisionId, tierId } from '../../../src/model/ids.ts';
import { filesOf } from '../shared/exhibit.ts';
import type { SampleBundle } from '../shared/sample-bundle.ts';
import { DOCUMENTS, REGISTERS } from './documents.ts';
import { EXHIBITS, METRICS } from './evidence.ts';
import { GATES, INVARIANTS, WAIVERS } from './gates.ts';
import { dependencies, items, RELATIONS } from './items.ts';
import { CHECKLISTS, NOTES } from './notes.ts';
import { at, COMMIT, DOCUMENT } from './source.ts';

const TIERS = ['T0', 'T1', 'T2'].map((id, order) => ({
  id: tierId(id),
  title: `Tier ${order}`,
  order,
}));

/** Phases, stages and steps side by side, with one gate that nobody can waive. */
export function sample(): SampleBundle {
  return {
    project: 'build-sequence',
    revision: '12',
    content: {
      project: {
        id: projectId('build-sequence'),
        title: 'Build sequence',
        description: 'Six phases, six named stages and ten steps of a rebuild from documents.',
        itemWord: { one: 'plan item', other: 'plan items' },
        sources: [{ path: DOCUMENT }],
      },
      revision: {
        id: revisionId('12'),
        createdAt: '2026-11-20T15:10:00Z',
        commit: COMMIT,
        label: 'rev 12',
      },
      sample: true,
      sampleNote:
        'The plan is real. Evidence, metrics, declared states, the list of release gates, the waiver and the ticks of the boxes are made up.',
      items: items(),
      dependencies: dependencies(),
      gates: GATES,
      waivers: WAIVERS,
      invariants: INVARIANTS,
      relations: RELATIONS,
      tiers: TIERS,
      acceptance: [
        {
          id: 'communication',
          title: 'Communication',
          tiers: TIERS.map((tier) => tier.id),
          source: at(39),
        },
      ],
      documents: DOCUMENTS,
      registers: REGISTERS,
      metrics: METRICS,
      checklists: CHECKLISTS,
      notes: NOTES,
      evidence: EXHIBITS.map(({ entry }) => entry),
    },
    files: filesOf(EXHIBITS),
  };
}
