import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { layoutQuery } from '../../queries/layout.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import { useLayoutEngine } from './layout-engine.ts';
import { numberPlan, placePlan, roughSize } from './layout-input.ts';
import type { PlanGraph } from './plan-graph.ts';
import { fitted } from './use-viewport.ts';

/** The pane that the direction is chosen for; a real one would turn the drawing when it is resized. */
const nominalPane = { width: 1000, height: 720 } as const;
/** From this zoom on a drawing that fits can be read, and leads to the right as text does. */
const WELL_READABLE = 0.7;
/** Turning must gain at least this much. */
const WORTH_TURNING = 1.15;
/** From this many nodes on only one direction is laid out: trying both takes twice as long. */
const DECIDE_FROM = 200;

export interface PlanLayout {
  /** Absent while it is under way. */
  readonly layout: DrawingLayout | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Where everything stands, for a structure and nothing else. A plan leads to the right; one that is a
 * long chain, which could then not be read as a whole, leads down where that shows more of it. For a
 * large plan that is guessed from its layers beforehand.
 */
export function usePlanLayout(graph: PlanGraph): PlanLayout {
  const engine = useLayoutEngine();
  const isLarge = graph.items.length + graph.ghosts.length > DECIDE_FROM;
  const plan = useMemo(() => {
    const right = numberPlan(graph, 'right');
    if (!isLarge) return right;
    const zoom = zoomOf(roughSize(right.input, 'right'));
    const turned = zoomOf(roughSize(right.input, 'down'));
    return turned >= WORTH_TURNING * zoom ? numberPlan(graph, 'down') : right;
  }, [graph, isLarge]);
  const first = useQuery(layoutQuery(engine, plan.input));
  const placed = useMemo(() => first.data && placePlan(plan, first.data), [plan, first.data]);
  const isLong = !isLarge && placed !== undefined && zoomOf(placed) < WELL_READABLE;
  const down = useMemo(() => (isLong ? numberPlan(graph, 'down') : undefined), [graph, isLong]);
  const second = useQuery({
    ...layoutQuery(engine, (down ?? plan).input),
    enabled: down !== undefined,
  });
  const downward = useMemo(
    () => (down !== undefined && second.data ? placePlan(down, second.data) : undefined),
    [down, second.data],
  );
  return {
    layout: chosen(placed, isLong, downward, second.isError),
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

function zoomOf(layout: Pick<DrawingLayout, 'width' | 'height'>): number {
  return fitted(layout, nominalPane.width, nominalPane.height).zoom;
}
