import { projectId, revisionId } from '../../../src/model/ids.ts';
import type { ProjectContent } from '../../../src/model/project.ts';
import { filesOf } from '../shared/exhibit.ts';
import type { SampleBundle } from '../shared/sample-bundle.ts';
import { exhibits } from './evidence.ts';
import { firstGates } from './gates.ts';
import { laterGates } from './later-gates.ts';
import { metricExhibits, metrics } from './metrics.ts';
import {
  AUTHORISATION_RULES,
  authorisations,
  INVARIANTS,
  NOTES,
  PROBES,
  ROLES,
  waivers,
} from './rules.ts';
import { COMMITS, DOCUMENT, type Rev } from './source.ts';
import { CLASSES, dependencies, waves } from './waves.ts';

/** A table of waves with classes and proof packages, in two revisions. Newest first. */
export function samples(): readonly SampleBundle[] {
  return [sample('48'), sample('47')];
}

/** One revision; the newest when none is named. */
export function sample(rev: Rev = '48'): SampleBundle {
  const all = [...exhibits(rev), ...metricExhibits(rev)];
  return {
    project: 'implementation-waves',
    revision: rev,
    content: content(rev, all),
    files: filesOf(all),
  };
}

function content(
  rev: Rev,
  all: readonly { readonly entry: NonNullable<ProjectContent['evidence']>[number] }[],
): ProjectContent {
  return {
    project: {
      id: projectId('implementation-waves'),
      title: 'Implementation waves',
      description: '14 waves towards first parity, each with a proof package.',
      itemWord: { one: 'wave', other: 'waves' },
      sources: [{ path: DOCUMENT }],
    },
    revision: {
      id: revisionId(rev),
      createdAt: rev === '48' ? '2026-11-20T16:40:00Z' : '2026-11-13T16:40:00Z',
      commit: COMMITS[rev],
      ...(rev === '48' ? { previous: revisionId('47') } : {}),
      label: `rev ${rev}`,
    },
    sample: true,
    sampleNote:
      'The plan is real. Evidence, metrics and their targets, declared states, owners, the council record and the waiver are made up.',
    classes: CLASSES,
    items: waves(rev),
    dependencies: dependencies(),
    gates: [...firstGates(rev), ...laterGates()],
    waivers: waivers(rev),
    invariants: INVARIANTS,
    roles: ROLES,
    authorisationRules: AUTHORISATION_RULES,
    authorisations: authorisations(rev),
    probes: PROBES,
    strengthScales: [
      { id: 'browser-behaviour', levels: ['isolated-component', 'integration', 'browser-path'] },
    ],
    metrics: metrics(rev),
    notes: NOTES,
    evidence: all.map(({ entry }) => entry),
  };
}
