import { useQuery, useQueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { LayoutResult } from '../../derive/layout/types.ts';
import type { PlanStructure } from '../../derive/types.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import {
  type Draft,
  layoutDraftQuery,
  layoutProgressQuery,
  layoutQuery,
} from '../../queries/layout.ts';
import { DRAFT_FROM } from '../../queries/layout-key.ts';
import { CANVAS_FROM, type Direction, type DrawingLayout } from './drawing-layout.ts';
import { inTurn } from './in-turn.ts';
import { keptFor } from './kept-for.ts';
import { useLayoutEngine } from './layout-engine.ts';
import { type NumberedPlan, numberPlan, placePlan } from './layout-input.ts';
import { goingOn, lastLayoutKey, numberedPlan, turnedPlan } from './numbered-plan.ts';
import { folded, isLargePlan, WORTH_TURNING, zoomOf } from './plan-direction.ts';
import { type PlanGraph, planGraphOf } from './plan-graph.ts';

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
export interface PlacedSketch extends Draft {
  readonly plan: NumberedPlan;
}

/**
 * Where everything stands, for a structure and nothing else. A plan leads to the right; one that is a
 * long chain, which could then not be read as a whole, leads down where that shows more of it. For a
 * large plan that is guessed from its layers beforehand.
 *
 * A large plan is shown as a draft first. A plan that differs little from the one that was shown
 * before, as another revision of the same project does, goes on from where that one stood.
 *
 * @param prepare of a large plan, before the page is rendered with it
 * @param towards the direction that was asked for, whatever can be read then
 */
export function usePlanLayout(
  graph: PlanGraph,
  prepare: Preparation,
  towards?: Direction,
): PlanLayout {
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
  // The same object while the share grows: another one is painted anew.
  const sketch = useMemo(() => draft.data && { plan, ...draft.data }, [plan, draft.data]);
  const rightward = useDrawable(plan, first.data, prepare);
  const drafted = useDrawable(plan, draft.data?.result, prepare, true);
  const isLong =
    towards === undefined &&
    !isLarge &&
    rightward !== undefined &&
    zoomOf(rightward) < WELL_READABLE;
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
  const downward = useDrawable(down ?? plan, down === undefined ? undefined : second.data, prepare);
  const layout = chosen(rightward, isLong, downward, second.isError);
  useEffect(() => {
    if (layout !== undefined) client.setQueryData(lastKey, layout);
  }, [client, lastKey, layout]);
  return {
    layout: layout ?? drafted,
    sketch,
    work:
      layout === undefined && first.isFetching
        ? { share: share.data, stop: () => void client.cancelQueries({ queryKey: query.queryKey }) }
        : undefined,
    error: first.error,
    retry: () => void first.refetch(),
  };
}

/** What else is made of a layout before it is drawn, in steps that are short enough for one frame each. */
export type Preparation = (layout: DrawingLayout) => Iterable<() => void>;

interface Drawable {
  readonly plan: NumberedPlan;
  readonly result: LayoutResult;
  readonly layout: DrawingLayout;
}

/**
 * The drawing of a layout. That of a large plan is made ready in tasks between which the page can
 * answer, and then rendered: thousands of boxes and routes take longer than a frame. One that was there
 * before stands at once.
 */
function useDrawable(
  plan: NumberedPlan,
  result: LayoutResult | undefined,
  prepare: Preparation,
  isDraft = false,
): DrawingLayout | undefined {
  const isLarge = plan.nodes.length > CANVAS_FROM;
  const [ready, setReady] = useState<Drawable | undefined>(
    () => result && { plan, result, layout: placed(result, plan, isDraft) },
  );
  const latest = useRef(prepare);
  useEffect(() => {
    latest.current = prepare;
  }, [prepare]);
  const isReady = result !== undefined && ready?.plan === plan && ready.result === result;
  useEffect(() => {
    if (!isLarge || result === undefined || isReady) return;
    return inTurn(
      (function* () {
        yield () => placed(result, plan, isDraft);
        const layout = placed(result, plan, isDraft);
        yield* latest.current(layout);
        yield () => startTransition(() => setReady({ plan, result, layout }));
      })(),
    );
  }, [isLarge, plan, result, isDraft, isReady]);
  if (result === undefined) return undefined;
  if (!isLarge) return placed(result, plan, isDraft);
  return isReady ? ready.layout : undefined;
}

/** {@link placePlan}; the same object for the same layout, so that nothing is drawn again. */
const placed = keptFor(
  (result: LayoutResult, plan: NumberedPlan, isDraft: boolean): DrawingLayout => ({
    ...placePlan(plan, result),
    ...(isDraft && { isDraft }),
  }),
);

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
