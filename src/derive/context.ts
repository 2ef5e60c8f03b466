import { createEvaluation, type Evaluation } from '../gates/evaluate.ts';
import type { Verdicts } from '../gates/types.ts';
import type { Project } from '../model/project-index.ts';

/** What every answer is derived from: one project, and what the engine made of it. */
export interface DeriveContext {
  readonly project: Project;
  readonly verdicts: Verdicts;
  /**
   * The evaluation that the verdicts come from, where it is at hand. Questions beyond the verdicts
   * (what if, conditions outside gates) make one when they are asked without.
   */
  readonly evaluation?: Evaluation;
}

/**
 * Remembers an answer for one project and its verdicts, both immutable, for as long as both live.
 * The result is the same with and without; only asking twice is free.
 */
export function remembered<T>(
  compute: (context: DeriveContext) => T,
): (context: DeriveContext) => T {
  const known = new WeakMap<Project, WeakMap<Verdicts, { readonly value: T }>>();
  return (context) => {
    let ofProject = known.get(context.project);
    if (ofProject === undefined) {
      ofProject = new WeakMap();
      known.set(context.project, ofProject);
    }
    const found = ofProject.get(context.verdicts);
    if (found !== undefined) return found.value;
    const value = compute(context);
    ofProject.set(context.verdicts, { value });
    return value;
  };
}

/** The evaluation behind the verdicts. */
export function evaluationOf(context: DeriveContext): Evaluation {
  return context.evaluation ?? evaluatedAgain(context);
}

const evaluatedAgain = remembered(({ project, verdicts }) =>
  createEvaluation(project, { asOf: verdicts.asOf }),
);
