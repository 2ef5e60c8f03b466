import type { Evaluation } from '../gates/evaluate.ts';
import type { Verdicts } from '../gates/types.ts';
import type { Severity } from '../model/problem.ts';
import type { Project, SignerKey } from '../model/project-index.ts';
import { answers } from './answers.ts';
import type { DeriveContext } from './context.ts';
import { criticalPath } from './critical-path.ts';
import { leavesOf } from './evidence.ts';
import { metricRows, pointsOf } from './metrics.ts';
import { edgeRows, gateRows, itemRows } from './rows.ts';
import type { BundleSummary, PlanSnapshot } from './types.ts';

/** What only the reader of the bundle knows of it. */
export type BundleOrigin = Pick<BundleSummary, 'origin' | 'formatVersion' | 'bundleId' | 'bytes'>;

/**
 * Everything small, composed once for one load: plain data that can be cloned to another thread.
 */
export function buildSnapshot(input: {
  readonly project: Project;
  readonly verdicts: Verdicts;
  readonly evaluation?: Evaluation;
  readonly bundle: BundleOrigin;
  readonly asOfOrigin: PlanSnapshot['asOfOrigin'];
  /** The viewer's keys that signatures were tried with. */
  readonly keys?: readonly SignerKey[];
}): PlanSnapshot {
  const { project, verdicts } = input;
  const context: DeriveContext = {
    project,
    verdicts,
    ...(input.evaluation === undefined ? {} : { evaluation: input.evaluation }),
  };
  const { slack } = criticalPath(context);
  return {
    info: project.project,
    revision: project.revision,
    sample: project.sample ?? false,
    ...(project.sampleNote === undefined ? {} : { sampleNote: project.sampleNote }),
    asOf: verdicts.asOf,
    asOfOrigin: input.asOfOrigin,
    ...keysUsed(context, input.keys ?? []),
    bundle: bundleSummary(context, input.bundle),
    items: [...itemRows(context).values()].map((row) => {
      const own = slack.get(row.id);
      return own === undefined ? row : { ...row, slack: own };
    }),
    edges: edgeRows(context),
    gates: gateRows(context),
    metrics: [...metricRows(context).values()],
    invariants: verdicts.invariants,
    findings: verdicts.findings,
    answers: answers(context),
    notes: project.notes ?? [],
  };
}

/** Which keys of the viewer's were tried, and how many conditions hold by nothing else. */
function keysUsed(
  { verdicts }: DeriveContext,
  keys: readonly SignerKey[],
): Pick<PlanSnapshot, 'keys'> {
  if (keys.length === 0) return {};
  let conditions = 0;
  for (const gate of verdicts.gates.values()) {
    for (const { reason } of leavesOf(gate.conditions)) {
      if (reason.code === 'attested-with-key') conditions += 1;
    }
  }
  return {
    keys: {
      tried: keys.map(({ id, name }) => ({ id, ...(name === undefined ? {} : { name }) })),
      conditions,
    },
  };
}

function bundleSummary(context: DeriveContext, bundle: BundleOrigin): BundleSummary {
  const { project } = context;
  const deliverables = (project.contracts ?? []).map((contract) => contract.deliverables.length);
  return {
    origin: bundle.origin,
    formatVersion: bundle.formatVersion,
    bundleId: bundle.bundleId,
    bytes: bundle.bytes,
    counts: {
      items: project.items.length,
      dependencies: project.dependencies.length,
      gates: (project.gates ?? []).length,
      conditions: conditionCount(context),
      evidence: (project.evidence ?? []).length,
      metrics: (project.metrics ?? []).length,
      points: (project.metrics ?? []).reduce(
        (sum, metric) => sum + pointsOf(context, metric).v.length,
        0,
      ),
      documents: (project.documents ?? []).length,
      deliverables: deliverables.reduce((sum, count) => sum + count, 0),
      authorisationRules: project.authorisationRules?.length ?? 0,
    },
    problems: problemCounts(project),
    digests: digestCounts(project),
  };
}

/** Conditions without parts: those that are checked themselves. */
function conditionCount(context: DeriveContext): number {
  let count = 0;
  for (const gate of context.verdicts.gates.values()) count += leavesOf(gate.conditions).length;
  return count;
}

function problemCounts(project: Project): Readonly<Record<Severity, number>> {
  const counts = { fatal: 0, error: 0, warning: 0 };
  for (const problem of project.reading.problems) counts[problem.severity] += 1;
  return counts;
}

function digestCounts(project: Project): BundleSummary['digests'] {
  const counts = { match: 0, mismatch: 0, absent: 0, unreadable: 0, unchecked: 0 };
  for (const id of project.index.evidence.keys()) {
    counts[project.reading.digests.get(id) ?? 'unchecked'] += 1;
  }
  return counts;
}
