import type { PlanStructure } from '../../../derive/types.ts';
import { edgeKey } from '../plan-graph.ts';

/** The plan with what only the other revision has. */
export interface MergedPlan {
  readonly structure: PlanStructure;
  /** Ids of items, and keys of dependencies, that are gone. */
  readonly items: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/**
 * Adds what an earlier revision had and this one has not, so that it can be drawn where it was: inside
 * the same group, where that is still there, and with its dependencies. What both have is this one's.
 */
export function mergeRemoved(now: PlanStructure, earlier: PlanStructure): MergedPlan {
  const known = new Set<string>(now.items.map(({ id }) => id));
  const removed = earlier.items.filter(({ id }) => !known.has(id));
  const keys = new Set(now.dependencies.map(({ item, on }) => edgeKey(item, on)));
  const gone = earlier.dependencies.filter(({ item, on }) => !keys.has(edgeKey(item, on)));
  return {
    structure: {
      ...now,
      items: [...now.items, ...removed],
      dependencies: [...now.dependencies, ...gone],
    },
    items: new Set(removed.map(({ id }) => id)),
    edges: new Set(gone.map(({ item, on }) => edgeKey(item, on))),
  };
}
