import type { Box, DrawingLayout } from './drawing-layout.ts';
import type { PlanGraph } from './plan-graph.ts';

/** What lies beside may be twice as far away as what lies aslant; distances are squared. */
const FARTHER = 4;

export type WalkDirection = 'left' | 'right' | 'up' | 'down';

/**
 * The next stop of a walk by arrow keys. The keys that point along the layout follow dependencies, the
 * other two go to the nearest node across, whatever binds it, and rather to one beside than to one
 * aslant. Where no dependency leads on, the nearest node on that side is next, so that every node can be
 * reached.
 */
export function walk(
  from: string,
  direction: WalkDirection,
  graph: PlanGraph,
  layout: Pick<DrawingLayout, 'boxes' | 'direction'>,
): string | undefined {
  const { boxes } = layout;
  const start = boxes.get(from);
  if (start === undefined) return undefined;
  const along = alongEdges(direction, layout.direction);
  if (along !== undefined) {
    const tied = (graph[along].get(from) ?? []).filter((id) => boxes.has(id));
    const next = nearest(start, tied, boxes, direction);
    if (next !== undefined) return next.id;
  }
  const others = [...boxes.keys()].filter((id) => id !== from);
  const beside = nearest(start, others, boxes, direction, 1);
  const aslant = nearest(start, others, boxes, direction, 3);
  if (beside === undefined || aslant === undefined) return aslant?.id;
  return beside.distance <= FARTHER * aslant.distance ? beside.id : aslant.id;
}

function alongEdges(
  key: WalkDirection,
  layout: DrawingLayout['direction'],
): 'before' | 'after' | undefined {
  if (key === (layout === 'right' ? 'left' : 'up')) return 'before';
  if (key === (layout === 'right' ? 'right' : 'down')) return 'after';
  return undefined;
}

/** How far the way leads where the key points, and how far aside. */
function split(key: WalkDirection, dx: number, dy: number): { ahead: number; aside: number } {
  switch (key) {
    case 'left':
      return { ahead: -dx, aside: Math.abs(dy) };
    case 'right':
      return { ahead: dx, aside: Math.abs(dy) };
    case 'up':
      return { ahead: -dy, aside: Math.abs(dx) };
    case 'down':
      return { ahead: dy, aside: Math.abs(dx) };
  }
}

/**
 * Nearest by centres; what lies straight ahead beats what lies aside.
 *
 * @param mostAside only what lies ahead counts, and aside by at most so many times as much
 */
function nearest(
  start: Box,
  ids: readonly string[],
  boxes: ReadonlyMap<string, Box>,
  key: WalkDirection,
  mostAside?: number,
): { readonly id: string; readonly distance: number } | undefined {
  let best: { readonly id: string; readonly distance: number } | undefined;
  for (const id of ids) {
    const box = boxes.get(id);
    if (box === undefined) continue;
    const dx = box.x + box.width / 2 - start.x - start.width / 2;
    const dy = box.y + box.height / 2 - start.y - start.height / 2;
    const { ahead, aside } = split(key, dx, dy);
    if (mostAside !== undefined && (ahead < 1 || aside > mostAside * ahead)) continue;
    const distance = ahead * ahead + 4 * aside * aside;
    if (best === undefined || distance < best.distance) best = { id, distance };
  }
  return best;
}
