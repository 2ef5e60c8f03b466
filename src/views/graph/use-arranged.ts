import { useState } from 'react';
import type { ShownPlan } from './closed-groups.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import type { PlanGraph } from './plan-graph.ts';

/** A layout with the plan that it was made for. */
export interface Arranged {
  readonly plan: PlanGraph;
  readonly shown: ShownPlan;
  readonly layout: DrawingLayout;
}

/**
 * The plan as it can be drawn now. While a group is being opened or closed the drawing before stays;
 * of another plan nothing stays.
 */
export function useArranged(
  plan: PlanGraph,
  shown: ShownPlan,
  layout: DrawingLayout | undefined,
): Arranged | undefined {
  const [last, setLast] = useState<Arranged | undefined>(undefined);
  if (layout === undefined) return last?.plan === plan ? last : undefined;
  if (last?.layout === layout && last.shown === shown) return last;
  const next = { plan, shown, layout };
  setLast(next);
  return next;
}
