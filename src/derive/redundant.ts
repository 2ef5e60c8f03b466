import { buildCsr } from '../lib/graph/csr.ts';
import { redundantEdges } from '../lib/graph/transitive-reduction.ts';
import type { ItemId } from '../model/ids.ts';
import type { Project } from '../model/project-index.ts';

/**
 * Positions of the dependencies that follow from others. An optional dependency neither follows
 * nor lets another follow; an edge inside a cycle never counts as redundant, because leaving it
 * out would hide the cycle. Reduction is a view: the data keeps every dependency.
 */
export function redundantDependencies(project: Project): ReadonlySet<number> {
  const indexOf = new Map<ItemId, number>();
  for (const id of project.index.items.keys()) indexOf.set(id, indexOf.size);
  const from: number[] = [];
  const to: number[] = [];
  const at: number[] = [];
  for (const [position, dependency] of project.dependencies.entries()) {
    const item = indexOf.get(dependency.item);
    const on = indexOf.get(dependency.on);
    if (item === undefined || on === undefined || dependency.optional === true) continue;
    from.push(on);
    to.push(item);
    at.push(position);
  }
  const redundant = redundantEdges(buildCsr(indexOf.size, from, to));
  const positions = new Set<number>();
  for (const [edge, position] of at.entries()) {
    if (redundant[edge] === 1) positions.add(position);
  }
  return positions;
}
