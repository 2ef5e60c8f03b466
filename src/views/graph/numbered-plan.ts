import type { LayoutNumbers } from '../../queries/layout.ts';
import type { OpenRequest } from '../../queries/session-types.ts';
import type { Direction, DrawingLayout } from './drawing-layout.ts';
import { inIds, type NumberedPlan, previousOf } from './layout-input.ts';
import { inDirection, inItsDirection } from './plan-direction.ts';
import type { PlanGraph } from './plan-graph.ts';

/** Under which the last drawing of a project is kept, whatever its revision. */
export function lastLayoutKey({ source, project }: OpenRequest) {
  return ['layout-last', source, project] as const;
}

const numbered = new WeakMap<PlanGraph, NumberedPlan>();

/**
 * The same numbers for the same graph: with places to go on from, where there were any at first.
 *
 * @param numbers that another thread has made of it already
 */
export function numberedPlan(
  graph: PlanGraph,
  last: DrawingLayout | undefined,
  numbers?: LayoutNumbers,
): NumberedPlan {
  const known = numbered.get(graph);
  if (known !== undefined) return known;
  const plan = goingOn(inIds(graph, numbers ?? inItsDirection(graph.columns)), last);
  numbered.set(graph, plan);
  return plan;
}

const turned: Readonly<Record<Direction, WeakMap<PlanGraph, NumberedPlan>>> = {
  right: new WeakMap(),
  down: new WeakMap(),
};

/** The same for the direction that somebody asked for. */
export function turnedPlan(
  graph: PlanGraph,
  last: DrawingLayout | undefined,
  towards: Direction,
): NumberedPlan {
  const known = turned[towards].get(graph);
  if (known !== undefined) return known;
  const plan = goingOn(inIds(graph, inDirection(graph.columns, towards)), last);
  turned[towards].set(graph, plan);
  return plan;
}

/** The plan with the places that its nodes had, where it is much the same. */
export function goingOn(plan: NumberedPlan, last: DrawingLayout | undefined): NumberedPlan {
  const previous = previousOf(plan, last);
  return previous === undefined ? plan : { ...plan, input: { ...plan.input, previous } };
}
