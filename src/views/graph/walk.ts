import type { Box } from './drawing-layout.ts';
import type { PlanGraph } from './plan-graph.ts';

export type WalkDirection = 'before' | 'after' | 'up' | 'down';

/**
 * The next stop of a walk by arrow keys: left and right along dependencies, up and down to the
 * nearest node across, whatever binds it. Where no dependency leads on, left and right go to the
 * nearest node on that side, so that every node can be reached.
 */
export function walk(
  from: string,
  direction: WalkDirection,
  graph: PlanGraph,
  boxes: ReadonlyMap<string, Box>,
): string | undefined {
  const start = boxes.get(from);
  if (start === undefined) return undefined;
  if (direction === 'before' || direction === 'after') {
    const along = (graph[direction].get(from) ?? []).filter((id) => boxes.has(id));
    const next = nearest(start, along, boxes, undefined);
    if (next !== undefined) return next;
  }
  const others = [...boxes.keys()].filter((id) => id !== from);
  return nearest(start, others, boxes, direction);
}

function isTowards(direction: WalkDirection, dx: number, dy: number): boolean {
  switch (direction) {
    case 'before':
      return dx < -1;
    case 'after':
      return dx > 1;
    case 'up':
      return dy < -1 && Math.abs(dx) <= 3 * Math.abs(dy);
    case 'down':
      return dy > 1 && Math.abs(dx) <= 3 * Math.abs(dy);
  }
}

/** Nearest by centres; what lies straight ahead beats what lies aside. */
function nearest(
  start: Box,
  ids: readonly string[],
  boxes: ReadonlyMap<string, Box>,
  direction: WalkDirection | undefined,
): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const box = boxes.get(id);
    if (box === undefined) continue;
    const dx = box.x + box.width / 2 - start.x - start.width / 2;
    const dy = box.y + box.height / 2 - start.y - start.height / 2;
    if (direction !== undefined && !isTowards(direction, dx, dy)) continue;
    const isAcross = direction === 'up' || direction === 'down';
    const distance = isAcross ? 4 * dx * dx + dy * dy : dx * dx + 4 * dy * dy;
    if (distance < least) {
      least = distance;
      best = id;
    }
  }
  return best;
}
