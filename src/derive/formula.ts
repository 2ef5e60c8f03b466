import type { ConditionResult, ConditionVerdict } from '../gates/types.ts';

/**
 * What must be cleared for something to hold: every cause of `all`, or `count` of the parts.
 * Causes are numbers; an empty `all` holds already.
 */
export type Formula =
  | { readonly kind: 'cause'; readonly cause: number }
  | { readonly kind: 'all'; readonly of: readonly Formula[] }
  | { readonly kind: 'some'; readonly count: number; readonly of: readonly Formula[] };

/** Waived and not applicable count as satisfied; the engine has seen to their reasons. */
export const satisfies: Readonly<Record<ConditionVerdict, boolean>> = {
  passed: true,
  waived: true,
  'not-applicable': true,
  failed: false,
  missing: false,
  stale: false,
  unknown: false,
};

export function isSatisfied(result: ConditionResult): boolean {
  return satisfies[result.verdict];
}

/** Every cause that occurs, each once, in order of occurrence. */
export function causesIn(formula: Formula): readonly number[] {
  const found = new Set<number>();
  const open: Formula[] = [formula];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'cause') found.add(next.cause);
    else open.push(...[...next.of].reverse());
  }
  return [...found];
}

/**
 * The causes of which each alone is enough. `undefined` means that nothing needs clearing.
 */
export function aloneEnough(formula: Formula): ReadonlySet<number> | undefined {
  switch (formula.kind) {
    case 'cause':
      return new Set([formula.cause]);
    case 'all':
      return formula.of.map(aloneEnough).reduce(intersection, undefined);
    case 'some':
      return enoughOfSome(formula.count, formula.of.map(aloneEnough));
  }
}

function enoughOfSome(
  count: number,
  parts: readonly (ReadonlySet<number> | undefined)[],
): ReadonlySet<number> | undefined {
  const needed = count - parts.filter((part) => part === undefined).length;
  if (needed <= 0) return undefined;
  const hits = new Map<number, number>();
  for (const part of parts) {
    for (const cause of part ?? []) hits.set(cause, (hits.get(cause) ?? 0) + 1);
  }
  return new Set([...hits].filter(([, times]) => times >= needed).map(([cause]) => cause));
}

/** Where `undefined` stands for everything. */
export function intersection(
  a: ReadonlySet<number> | undefined,
  b: ReadonlySet<number> | undefined,
): ReadonlySet<number> | undefined {
  if (a === undefined) return b;
  if (b === undefined || a === b) return a;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const both = new Set<number>();
  for (const cause of small) if (large.has(cause)) both.add(cause);
  return both;
}
