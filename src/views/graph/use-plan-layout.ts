import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { layoutQuery } from '../../queries/layout.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import { useLayoutEngine } from './layout-engine.ts';
import { numberPlan, placePlan } from './layout-input.ts';
import type { PlanGraph } from './plan-graph.ts';
import { fitted } from './use-viewport.ts';

/** The pane that the direction is chosen for; a real one would turn the drawing when it is resized. */
const nominalPane = { width: 1000, height: 720 } as const;
/** From this zoom on a drawing that fits can be read, and leads to the right as text does. */
const WELL_READABLE = 0.7;
/** Turning must gain at least this much. */
const WORTH_TURNING = 1.15;

export interface PlanLayout {
  /** Absent while it is under way. */
  readonly layout: DrawingLayout | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Where everything stands, for a structure and nothing else. A plan leads to the right; one that is a
 * long chain, which could then not be read as a whole, leads down where that shows more of it.
 */
export function usePlanLayout(graph: PlanGraph): PlanLayout {
  const engine = useLayoutEngine();
  const right = useMemo(() => numberPlan(graph, 'right'), [graph]);
  const down = useMemo(() => numberPlan(graph, 'down'), [graph]);
  const first = useQuery(layoutQuery(engine, right.input));
  const rightward = useMemo(() => first.data && placePlan(right, first.data), [right, first.data]);
  const isLong = rightward !== undefined && zoomOf(rightward) < WELL_READABLE;
  const second = useQuery({ ...layoutQuery(engine, down.input), enabled: isLong });
  const downward = useMemo(
    () => (isLong && second.data ? placePlan(down, second.data) : undefined),
    [isLong, down, second.data],
  );
  return {
    layout: chosen(rightward, isLong, downward, second.isError),
    error: first.error,
    retry: () => void first.refetch(),
  };
}

function chosen(
  rightward: DrawingLayout | undefined,
  isLong: boolean,
  downward: DrawingLayout | undefined,
  downwardFailed: boolean,
): DrawingLayout | undefined {
  if (rightward === undefined || !isLong || downwardFailed) return rightward;
  if (downward === undefined) return undefined;
  return zoomOf(downward) >= WORTH_TURNING * zoomOf(rightward) ? downward : rightward;
}

function zoomOf(layout: DrawingLayout): number {
  return fitted(layout, nominalPane.width, nominalPane.height).zoom;
}
