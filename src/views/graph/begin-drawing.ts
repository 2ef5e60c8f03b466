import type { QueryClient } from '@tanstack/react-query';
import { type LayoutEngine, layoutQuery } from '../../queries/layout.ts';
import { DRAFT_FROM } from '../../queries/layout-key.ts';
import { structureQuery } from '../../queries/options.ts';
import type { BundleSession, OpenRequest } from '../../queries/session-types.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import { layoutEngine } from './layout-engine.ts';
import { lastLayoutKey, numberedPlan } from './numbered-plan.ts';
import { planGraphOf } from './plan-graph.ts';

/**
 * Begins the drawing of a large plan before there is a page for it. The structure goes from the
 * engine's thread to that of the layout, which makes a draft at once; meanwhile the page makes what it
 * needs of the structure itself, in pieces between which it can answer the reader. Whatever fails here
 * is told by those who ask for the structure and the layout.
 */
export async function beginDrawing(
  { session, queryClient }: { readonly session: BundleSession; readonly queryClient: QueryClient },
  request: OpenRequest,
  engine: LayoutEngine = layoutEngine(),
): Promise<void> {
  const structure = structureQuery(session, request);
  const last = queryClient.getQueryData<DrawingLayout>(lastLayoutKey(request));
  const isNew = queryClient.getQueryState(structure.queryKey)?.status !== 'success';
  // A plan that goes on from a former drawing has no draft.
  if (isNew && last === undefined && session.structureTo !== undefined) {
    const { port1, port2 } = new MessageChannel();
    engine.draftsFrom?.(port1);
    session.structureTo(request, port2).catch(() => undefined);
  }
  const found = await queryClient.ensureQueryData(structure).catch(() => undefined);
  if (found === undefined || found.items.length < DRAFT_FROM) return;
  await nextTask();
  const graph = planGraphOf(found);
  await nextTask();
  const { input } = numberedPlan(graph, last);
  const query = layoutQuery(engine, input);
  if (queryClient.getQueryState(query.queryKey) === undefined)
    void queryClient.prefetchQuery(query);
  // What waits for this renders the page.
  await nextTask();
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
