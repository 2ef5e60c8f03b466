/** Nodes that are mounted in one frame at first, at least, and at most. */
const budgets = { first: 4, least: 2, most: 16 } as const;
/** A frame that took longer, in milliseconds, mounted too much. */
const LONG_FRAME = 20;
/** Taking a node away costs less than putting one there. */
const CHEAPER = 3;

/** How far mounting has come. */
export interface Gradual {
  readonly mounted: ReadonlySet<string>;
  readonly budget: number;
}

export const nothingMounted: Gradual = { mounted: new Set(), budget: budgets.first };

/**
 * One frame's step from what is mounted to what is wanted. What is no longer wanted goes little by
 * little too. The same object when there is nothing left to do.
 *
 * @param frame how long the last frame took, in milliseconds; a long one halves the budget
 */
export function mountMore(state: Gradual, wanted: readonly string[], frame: number): Gradual {
  const { mounted } = state;
  const goal = new Set(wanted);
  const missing = wanted.filter((id) => !mounted.has(id));
  const spare = [...mounted].filter((id) => !goal.has(id));
  if (missing.length === 0 && spare.length === 0) return state;
  const budget =
    frame > LONG_FRAME
      ? Math.max(budgets.least, Math.floor(state.budget / 2))
      : Math.min(budgets.most, state.budget + 1);
  const next = new Set(mounted);
  for (const id of spare.slice(0, budget * CHEAPER)) next.delete(id);
  for (const id of missing.slice(0, budget)) next.add(id);
  return { mounted: next, budget };
}
