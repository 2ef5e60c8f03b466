import { reverseCsr } from '../lib/graph/csr.ts';
import { longestPaths } from '../lib/graph/order.ts';
import type { ItemId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import { type DeriveContext, remembered } from './context.ts';
import { isSatisfied } from './formula.ts';
import { doneNode, type Obstacles, obstacles } from './obstacles.ts';
import { gateResult, gatesOf, itemResult } from './results.ts';
import type { Answers } from './types.ts';

export interface CriticalPath {
  readonly path: readonly ItemId[];
  readonly measure: Answers['critical'];
  /** For every open item in scope. */
  readonly slack: ReadonlyMap<ItemId, number>;
}

/**
 * The longest chain of open work by the critical path method. Measured by estimates when every
 * open item without open children has one and all in one unit; else by open blocking conditions
 * when there are any; else by the number of items. Items that hold others only by containing them
 * weigh nothing themselves. Members of a cycle count as one piece of work.
 *
 * Source: J. Kelley, M. Walker, "Critical-path planning and scheduling", EJCC 1959.
 */
export const criticalPath: (context: DeriveContext) => CriticalPath = remembered((context) => {
  const found = obstacles(context);
  const work = found.items.map((item) => isWork(context, found, item));
  const { weights, measure } = weigh(context, found, work);
  const { condensed } = found;
  const weight = new Float64Array(condensed.count);
  for (const [at, own] of weights.entries()) {
    const component = condensed.component[doneNode(at)] ?? 0;
    weight[component] = (weight[component] ?? 0) + own;
  }
  const paths = longestPaths(reverseCsr(condensed.graph), weight);
  const path: ItemId[] = [];
  for (const component of paths?.path ?? []) {
    const from = condensed.memberOffsets[component] ?? 0;
    const to = condensed.memberOffsets[component + 1] ?? 0;
    for (const node of [...condensed.members.subarray(from, to)].sort((a, b) => a - b)) {
      const item = found.items[node >> 1];
      if (item !== undefined && node % 2 === 1 && work[node >> 1] === true) path.push(item.id);
    }
  }
  const slack = new Map<ItemId, number>();
  for (const [at, item] of found.items.entries()) {
    if (!isOpen(context, item)) continue;
    const component = condensed.component[doneNode(at)] ?? 0;
    const through =
      (paths?.before[component] ?? 0) + (weight[component] ?? 0) + (paths?.after[component] ?? 0);
    slack.set(item.id, (paths?.total ?? 0) - through);
  }
  return { path, measure: { ...measure, total: paths?.total ?? 0 }, slack };
});

function isOpen(context: DeriveContext, item: PlanItem): boolean {
  const { state } = itemResult(context, item);
  return state !== 'complete' && state !== 'deferred';
}

/** Open, and not merely a container of open items. */
function isWork(context: DeriveContext, found: Obstacles, item: PlanItem): boolean {
  if (!isOpen(context, item)) return false;
  const children = context.project.index.children.get(item.id) ?? [];
  return !children.some((child) => found.indexOf.has(child.id) && isOpen(context, child));
}

function weigh(
  context: DeriveContext,
  found: Obstacles,
  work: readonly boolean[],
): { readonly weights: readonly number[]; readonly measure: Omit<Answers['critical'], 'total'> } {
  const open = found.items.filter((_, at) => work[at] === true);
  const unit = open[0]?.estimate?.unit;
  if (
    unit !== undefined &&
    open.every((item) => item.estimate?.unit === unit && item.estimate.value >= 0)
  ) {
    const weights = found.items.map((item, at) =>
      work[at] === true ? (item.estimate?.value ?? 0) : 0,
    );
    return { weights, measure: { basis: 'estimate', unit } };
  }
  const conditions = found.items.map((item, at) =>
    work[at] === true ? openConditions(context, item) : 0,
  );
  if (conditions.some((count) => count > 0)) {
    return { weights: conditions, measure: { basis: 'open-conditions' } };
  }
  return { weights: work.map((own) => (own ? 1 : 0)), measure: { basis: 'length' } };
}

function openConditions(context: DeriveContext, item: PlanItem): number {
  let count = 0;
  for (const gate of gatesOf(context, item.id)) {
    for (const condition of gateResult(context, gate).conditions) {
      if (condition.blocking && !isSatisfied(condition)) count += 1;
    }
  }
  return count;
}
