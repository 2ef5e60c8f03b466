import { causesIn, type Formula } from './formula.ts';

/** A set of causes that makes every formula hold. */
export interface CauseSet {
  /** Ascending. */
  readonly causes: readonly number[];
  /** Proven to be smallest. */
  readonly exact: boolean;
  /** No set is smaller than this. */
  readonly atLeast: number;
}

/**
 * Always exact while every independent group of alternatives has at most this many causes after
 * reduction. Beyond, a search with a limit may still prove its result; where it cannot, the greedy
 * choice stands, which is at most 1 + ln d times the smallest (d: the most alternatives that one
 * cause appears in).
 */
export const EXACT_CAUSES = 20;
const SEARCH_LIMIT = 20_000;
const MAX_CLAUSES = 2_000;

/**
 * A smallest set of causes whose clearing makes all formulas hold. Ties go to smaller numbers.
 * Formulas become clauses ("at least one of these"), so this is the hitting-set problem; the
 * greedy bound is that of V. Chvátal, "A greedy heuristic for the set-covering problem", Math.
 * Oper. Res. 4(3), 1979.
 */
export function smallestSet(formulas: readonly Formula[]): CauseSet {
  const clauses: (readonly number[])[] = [];
  let simplified = false;
  for (const formula of formulas) {
    const own = clausesOf(formula);
    if (own === undefined) {
      simplified = true;
      clauses.push(...causesIn(cheapest(formula)).map((cause) => [cause]));
    } else {
      clauses.push(...own);
    }
  }
  const chosen = new Set<number>();
  let exact = !simplified;
  let atLeast = 0;
  const open = reduce(clauses, chosen);
  atLeast += chosen.size;
  for (const group of independent(open)) {
    const found = hit(group);
    exact = exact && found.exact;
    atLeast += found.atLeast;
    for (const cause of found.causes) chosen.add(cause);
  }
  const causes = [...chosen].sort((a, b) => a - b);
  return { causes, exact, atLeast: simplified ? Math.min(1, causes.length) : atLeast };
}

/** Conjunction of alternatives, or `undefined` when there would be too many. */
function clausesOf(formula: Formula): readonly (readonly number[])[] | undefined {
  switch (formula.kind) {
    case 'cause':
      return [[formula.cause]];
    case 'all': {
      const all: (readonly number[])[] = [];
      for (const part of formula.of) {
        const own = clausesOf(part);
        if (own === undefined || all.length + own.length > MAX_CLAUSES) return undefined;
        all.push(...own);
      }
      return all;
    }
    case 'some':
      return clausesOfSome(formula.count, formula.of);
  }
}

/** At least k of n hold exactly when each n − k + 1 of them have one that holds. */
function clausesOfSome(
  count: number,
  of: readonly Formula[],
): readonly (readonly number[])[] | undefined {
  const parts: (readonly (readonly number[])[])[] = [];
  for (const part of of) {
    const own = clausesOf(part);
    if (own === undefined) return undefined;
    parts.push(own);
  }
  const all: (readonly number[])[] = [];
  const subsets = subsetsOf(parts.length, parts.length - count + 1);
  if (subsets === undefined) return undefined;
  for (const subset of subsets) {
    let product: (readonly number[])[] = [[]];
    for (const at of subset) {
      const part = parts[at] ?? [];
      if (product.length * part.length + all.length > MAX_CLAUSES) return undefined;
      product = product.flatMap((left) => part.map((right) => [...left, ...right]));
    }
    all.push(...product);
  }
  return all;
}

function subsetsOf(size: number, take: number): readonly (readonly number[])[] | undefined {
  let subsets: (readonly number[])[] = [[]];
  for (let round = 0; round < take; round += 1) {
    subsets = subsets.flatMap((subset) => {
      const next: (readonly number[])[] = [];
      for (let at = (subset.at(-1) ?? -1) + 1; at <= size - take + round; at += 1) {
        next.push([...subset, at]);
      }
      return next;
    });
    if (subsets.length > MAX_CLAUSES) return undefined;
  }
  return subsets;
}

/** The parts with the fewest causes, where all alternatives cannot be weighed. */
function cheapest(formula: Formula): Formula {
  if (formula.kind === 'cause') return formula;
  const of = formula.of.map(cheapest);
  if (formula.kind === 'all') return { kind: 'all', of };
  const byCost = of
    .map((part, at) => ({ part, at, cost: causesIn(part).length }))
    .sort((a, b) => a.cost - b.cost || a.at - b.at);
  return { kind: 'all', of: byCost.slice(0, formula.count).map((entry) => entry.part) };
}

/** Takes what must be taken, and leaves the clauses among which there is a choice. */
function reduce(
  clauses: readonly (readonly number[])[],
  chosen: Set<number>,
): readonly (readonly number[])[] {
  const sets = clauses.map((clause) => [...new Set(clause)].sort((a, b) => a - b));
  for (const clause of sets) {
    if (clause.length === 1) for (const cause of clause) chosen.add(cause);
  }
  const open = sets.filter((clause) => !clause.some((cause) => chosen.has(cause)));
  return withoutImplied(open);
}

/** Drops equal clauses and those that contain a smaller one. */
function withoutImplied(clauses: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const bySize = [...clauses].sort((a, b) => a.length - b.length);
  const kept: (readonly number[])[] = [];
  const keptWith = new Map<number, (readonly number[])[]>();
  for (const clause of bySize) {
    const members = new Set(clause);
    const implied = clause.some((cause) =>
      (keptWith.get(cause) ?? []).some((smaller) => smaller.every((other) => members.has(other))),
    );
    if (implied) continue;
    kept.push(clause);
    const first = clause[0];
    if (first === undefined) continue;
    const list = keptWith.get(first);
    if (list === undefined) keptWith.set(first, [clause]);
    else list.push(clause);
  }
  return kept;
}

/** Groups of clauses that share no cause with other groups. */
function independent(
  clauses: readonly (readonly number[])[],
): readonly (readonly (readonly number[])[])[] {
  const groupOf = new Map<number, number>();
  const parent: number[] = clauses.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  for (const [at, clause] of clauses.entries()) {
    for (const cause of clause) {
      const other = groupOf.get(cause);
      if (other === undefined) groupOf.set(cause, at);
      else parent[find(at)] = find(other);
    }
  }
  const groups = new Map<number, (readonly number[])[]>();
  for (const [at, clause] of clauses.entries()) {
    const root = find(at);
    const list = groups.get(root);
    if (list === undefined) groups.set(root, [clause]);
    else list.push(clause);
  }
  return [...groups.values()];
}

function hit(clauses: readonly (readonly number[])[]): CauseSet {
  const greedySet = greedy(clauses);
  const size = new Set(clauses.flat()).size;
  const search = {
    best: greedySet,
    steps: 0,
    limit: size <= EXACT_CAUSES ? Infinity : SEARCH_LIMIT,
  };
  branch(clauses, [], search);
  const exact = search.steps <= search.limit;
  const causes = [...search.best].sort((a, b) => a - b);
  return { causes, exact, atLeast: exact ? causes.length : packing(clauses) };
}

function greedy(clauses: readonly (readonly number[])[]): readonly number[] {
  const chosen: number[] = [];
  let open = clauses;
  while (open.length > 0) {
    const hits = new Map<number, number>();
    for (const clause of open)
      for (const cause of clause) hits.set(cause, (hits.get(cause) ?? 0) + 1);
    const best = [...hits].reduce((a, b) =>
      b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a,
    );
    chosen.push(best[0]);
    open = open.filter((clause) => !clause.includes(best[0]));
  }
  return chosen;
}

/** Clauses without a common cause need one each: a lower bound. */
function packing(clauses: readonly (readonly number[])[]): number {
  const used = new Set<number>();
  let count = 0;
  for (const clause of [...clauses].sort((a, b) => a.length - b.length)) {
    if (clause.some((cause) => used.has(cause))) continue;
    for (const cause of clause) used.add(cause);
    count += 1;
  }
  return count;
}

/** Branches over the causes of a shortest clause; depth is at most the size of the best set. */
function branch(
  clauses: readonly (readonly number[])[],
  taken: readonly number[],
  search: { best: readonly number[]; steps: number; readonly limit: number },
): void {
  search.steps += 1;
  if (search.steps > search.limit) return;
  const shortest = clauses.reduce<readonly number[] | undefined>(
    (a, b) => (a === undefined || b.length < a.length ? b : a),
    undefined,
  );
  if (shortest === undefined) {
    if (taken.length < search.best.length) search.best = taken;
    return;
  }
  if (taken.length + packing(clauses) >= search.best.length) return;
  const refused = new Set<number>();
  for (const cause of shortest) {
    const rest = clauses
      .filter((clause) => !clause.includes(cause))
      .map((clause) => clause.filter((other) => !refused.has(other)));
    if (rest.every((clause) => clause.length > 0)) branch(rest, [...taken, cause], search);
    refused.add(cause);
  }
}
