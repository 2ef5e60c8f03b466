import type { QueryClient } from '@tanstack/react-query';
import { type LayoutEngine, layoutQuery, type NumberedStructure } from '../../queries/layout.ts';
import { DRAFT_FROM } from '../../queries/layout-key.ts';
import { structureQuery } from '../../queries/options.ts';
import type { BundleSession, OpenRequest } from '../../queries/session-types.ts';
import { CANVAS_FROM, type DrawingLayout } from './drawing-layout.ts';
import { inTurn } from './in-turn.ts';
import { layoutEngine } from './layout-engine.ts';
import { lastLayoutKey, numberedPlan } from './numbered-plan.ts';
import { fetchCanvas } from './on-demand.ts';
import { planGraphOf } from './plan-graph.ts';

/** A thread that takes longer with the numbers is starting, or busy with another plan. Milliseconds. */
const MOST_WAIT = 150;

/**
 * Begins the drawing of a large plan before there is a page for it. The structure goes from the
 * engine's thread to that of the layout, which numbers it and makes a draft at once; meanwhile the page is
 * rendered, and makes what it needs of the structure itself in pieces between which it can answer the reader. Whatever fails here
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
  const isAhead = isNew && last === undefined;
  const numbering = isAhead ? joinThreads(session, request, engine) : undefined;
  const found = await queryClient.ensureQueryData(structure).catch(() => undefined);
  if (found === undefined) return;
  if (found.items.length > CANVAS_FROM) void fetchCanvas();
  if (found.items.length < DRAFT_FROM) return;
  const told = await Promise.race([numbering, pause(MOST_WAIT)]);
  // Where an id occurs twice, the threads count differently.
  const known = told?.columns.itemCount === found.items.length ? told : undefined;
  const graph = planGraphOf(found, known?.columns);
  const { input } = numberedPlan(graph, last, known?.numbers);
  const query = layoutQuery(engine, input);
  if (queryClient.getQueryState(query.queryKey) === undefined)
    void queryClient.prefetchQuery(query);
  // What the drawing needs besides, while its draft is under way.
  inTurn([
    () => graph.children,
    () => graph.byId,
    () => graph.edges,
    () => graph.before,
    () => graph.after,
  ]);
  // Behind the first of them, which the page asks for: what waits for this renders the page.
  await pause(0);
}

/**
 * Has the structure go to the layout's thread too.
 * @returns its numbers; nothing where the plan is small or does not come
 */
function joinThreads(
  session: BundleSession,
  request: OpenRequest,
  { draftsFrom }: LayoutEngine,
): Promise<NumberedStructure | undefined> | undefined {
  if (session.structureTo === undefined || draftsFrom === undefined) return undefined;
  const { port1, port2 } = new MessageChannel();
  const told = draftsFrom(port1);
  const sent = session.structureTo(request, port2);
  return new Promise((resolve) => {
    told.then(resolve);
    sent.catch(() => resolve(undefined));
  });
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}
