import type { PlanStructure } from '../../derive/types.ts';
import { itemId, projectId, revisionId } from '../../model/ids.ts';

const ITEMS = 900;
const IN_A_GROUP = 100;

/** A plan that nobody has: groups of a hundred, two dependencies each on what stands a little before. */
export function madeUpStructure(): PlanStructure {
  const idAt = (at: number) => itemId(`${at}`);
  const items = Array.from({ length: ITEMS }, (_, at) => {
    const group = at - (at % IN_A_GROUP);
    const item = { id: idAt(at), kind: 'step', title: '' };
    return at === group ? item : { ...item, parent: idAt(group) };
  });
  const dependencies = Array.from({ length: 2 * ITEMS - 60 }, (_, edge) => ({
    item: idAt(Math.min(ITEMS - 1, (edge >> 1) + 27 + (edge % 5))),
    on: idAt(edge >> 1),
    origin: 'explicit' as const,
  }));
  return {
    info: { id: projectId('none'), title: '' },
    revision: { id: revisionId('none'), createdAt: '2026-01-01T00:00:00Z' },
    items,
    dependencies,
  };
}
