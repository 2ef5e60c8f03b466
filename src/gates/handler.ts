import type { Condition } from '../model/condition.ts';
import type {
  AuthorisationRuleId,
  EvidenceId,
  GateId,
  ItemId,
  MetricId,
  ProbeId,
} from '../model/ids.ts';
import type { Project } from '../model/project-index.ts';
import type { JudgeContext } from './context.ts';
import type { Judgement } from './judgement.ts';
import type { ConditionResult } from './types.ts';

/** Judges the conditions that another one is made of. */
export interface PartJudge {
  readonly part: (condition: Condition) => ConditionResult;
}

/**
 * What a condition looks at, so that a change of it finds the conditions to judge again. It may
 * name too much and never too little.
 */
export interface ReadSink {
  readonly gate: (id: GateId) => void;
  /** Whether the item has been carried out. */
  readonly item: (id: ItemId) => void;
  /** Only what somebody declared about the item. */
  readonly declared: (id: ItemId) => void;
  readonly evidence: (id: EvidenceId) => void;
  /** All evidence, present and future, that matches by one of its properties. */
  readonly evidenceBy: (
    property:
      | 'kind'
      | 'covers'
      | 'path'
      | 'observation'
      | 'rehearsal'
      | 'attestation'
      | 'review'
      | 'file'
      | 'series',
    value: string,
  ) => void;
  /** Records of a rule; those that name the step, where each step needs its own. */
  readonly rule: (id: AuthorisationRuleId, step: ItemId | undefined) => void;
}

/** One kind of condition: how it is judged and what it looks at. */
export interface Handler<C extends Condition> {
  readonly judge: (condition: C, context: JudgeContext, parts: PartJudge) => Judgement;
  readonly reads: (condition: C, project: Project, sink: ReadSink) => void;
}

/** What the points of a metric stand on. */
export function readMetric(project: Project, id: MetricId, sink: ReadSink): void {
  const metric = project.index.metrics.get(id);
  sink.evidenceBy('series', id);
  for (const evidence of metric?.evidence ?? []) sink.evidence(evidence);
  if (metric?.seriesFile !== undefined) sink.evidenceBy('path', metric.seriesFile.path);
}

/** What a probe's expectation and its observations stand on. */
export function readProbe(project: Project, id: ProbeId, sink: ReadSink): void {
  sink.evidenceBy('observation', id);
  for (const expectation of project.index.probes.get(id)?.expectations ?? []) {
    if (expectation.after !== undefined) sink.item(expectation.after);
    if (expectation.before !== undefined) sink.item(expectation.before);
  }
}
