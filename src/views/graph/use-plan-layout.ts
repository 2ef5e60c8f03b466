import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { LayoutResult } from '../../derive/layout/types.ts';
import type { PlanStructure } from '../../derive/types.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import { layoutDraftQuery, layoutProgressQuery, layoutQuery } from '../../queries/layout.ts';
import { DRAFT_FROM } from '../../queries/layout-key.ts';
import { CANVAS_FROM, type Direction, type DrawingLayout } from './drawing-layout.ts';
import { useLayoutEngine } from './layout-engine.ts';
import { type NumberedPlan, numberPlan, placePlan } from './layout-input.ts';
import { goingOn, lastLayoutKey, numberedPlan, turnedPlan } from './numbered-plan.ts';
import { folded, isLargePlan, WORTH_TURNING, zoomOf } from './plan-direction.ts';
import { type PlanGraph, planGraphOf } from './plan-graph.ts';
import { useSettled } from './use-settled.ts';

/** From this zoom on a drawing that fits can be read, and leads to the right as text does. */
const WELL_READABLE = 0.7;

export interface PlanLayout {
  /** A draft while the thorough one is under way; absent while there is not even that. */
  readonly layout: DrawingLayout | undefined;
  /** A draft as it has come, to be painted while a drawing is made of it. */
  readonly sketch: PlacedSketch | undefined;
  /** What is under way and how far it has come, 0–1; absent when nothing is. */
  readonly work: { readonly share: number | undefined; readonly stop: () => void } | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** A plan in numbers with the places of its nodes, edges and groups. */
export interface PlacedSketch {
  readonly plan: NumberedPlan;
  readonly result: LayoutResult;
}

/**
 * Where everything stands, for a structure and nothing else. A plan leads to the right; one that is a
 * long chain, which could then not be read as a whole, leads down where that shows more of it. For a
 * large plan that is guessed from its layers beforehand.
 *
 * A large plan is shown as a draft first. A plan that differs little from the one that was shown
 * before, as another revision of the same project does, goes on from where that one stood.
 *
 * @param towards the direction that was asked for, whatever can be read then
 */
export function usePlanLayout(graph: PlanGraph, towards?: Direction): PlanLayout {
  const engine = useLayoutEngine();
  const client = useQueryClient();
  const lastKey = useLastKey();
  const isLarge = isLargePlan(graph.columns);
  const plan = useMemo(() => {
    const last = client.getQueryData<DrawingLayout>(lastKey);
    return towards === undefined ? numberedPlan(graph, last) : turnedPlan(graph, last, towards);
  }, [graph, client, lastKey, towards]);
  const query = layoutQuery(engine, plan.input);
  const first = useQuery(query);
  const draft = useQuery(layoutDraftQuery(plan.input));
  const share = useQuery(layoutProgressQuery(plan.input));
  const placed = useDrawable(plan, first.data);
  const drafted = useDrawable(plan, draft.data);
  const isLong =
    towards === undefined && !isLarge && placed !== undefined && zoomOf(placed) < WELL_READABLE;
  const down = useMemo(() => {
    if (!isLong) return undefined;
    const last = client.getQueryData<DrawingLayout>(lastKey);
    const turned = numberPlan(graph, 'down');
    return goingOn(plan.input.fold === true ? folded(turned) : turned, last);
  }, [graph, isLong, plan, client, lastKey]);
  const second = useQuery({
    ...layoutQuery(engine, (down ?? plan).input),
    enabled: down !== undefined,
  });
  const downward = useDrawable(down ?? plan, down === undefined ? undefined : second.data);
  const layout = chosen(placed, isLong, downward, second.isError);
  useEffect(() => {
    if (layout !== undefined) client.setQueryData(lastKey, layout);
  }, [client, lastKey, layout]);
  return {
    layout: layout ?? (drafted && asDraft(drafted)),
    sketch: draft.data && { plan, result: draft.data },
    work:
      layout === undefined && first.isFetching
        ? { share: share.data, stop: () => void client.cancelQueries({ queryKey: query.queryKey }) }
        : undefined,
    error: first.error,
    retry: () => void first.refetch(),
  };
}

/**
 * The drawing of a layout, made when the page has nothing more urgent to do: thousands of boxes and
 * routes take longer than a frame.
 */
function useDrawable(
  plan: NumberedPlan,
  result: LayoutResult | undefined,
): DrawingLayout | undefined {
  const settled = useSettled(plan, result, plan.nodes.length > CANVAS_FROM);
  return useMemo(() => settled && placePlan(plan, settled), [plan, settled]);
}

const drafts = new WeakMap<DrawingLayout, DrawingLayout>();

/** The same object for the same layout, so that nothing is drawn again. */
function asDraft(layout: DrawingLayout): DrawingLayout {
  const known = drafts.get(layout) ?? { ...layout, isDraft: true };
  drafts.set(layout, known);
  return known;
}

/**
 * Has the layout of a plan begun before the page around it is made, which takes as long again. For a
 * plan with closed groups, or turned, the drawing asks by itself.
 */
export function useLayoutAhead(
  structure: PlanStructure,
  closed: readonly string[] | undefined,
  towards: Direction | undefined,
): void {
  const engine = useLayoutEngine();
  const client = useQueryClient();
  const lastKey = useLastKey();
  const input = useMemo(
    () => numberedPlan(planGraphOf(structure), client.getQueryData<DrawingLayout>(lastKey)).input,
    [structure, client, lastKey],
  );
  const isEarly =
    closed === undefined && towards === undefined && input.nodes.width.length >= DRAFT_FROM;
  const query = layoutQuery(engine, input);
  // As `usePrefetchQuery` does: in the render, and only where nobody has asked before.
  if (isEarly && client.getQueryState(query.queryKey) === undefined)
    void client.prefetchQuery(query);
}

function useLastKey(): ReturnType<typeof lastLayoutKey> {
  const { request } = useOpenProject();
  return useMemo(() => lastLayoutKey(request), [request]);
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
