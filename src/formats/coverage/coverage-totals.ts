import type { CoverageShare, CoverageShares } from '../reports/coverage-report.ts';

export const coverageKinds = ['lines', 'branches', 'functions', 'statements'] as const;

export type CoverageKind = (typeof coverageKinds)[number];

/** Adds up; a kind that no part counts stays absent. */
export function sumShares(parts: readonly CoverageShares[]): CoverageShares {
  const sums: { [K in CoverageKind]?: CoverageShare } = {};
  for (const part of parts) {
    for (const kind of coverageKinds) {
      const share = part[kind];
      if (share === undefined) continue;
      const { covered, total } = sums[kind] ?? { covered: 0, total: 0 };
      sums[kind] = { covered: covered + share.covered, total: total + share.total };
    }
  }
  return sums;
}

/** Counts hits: what was run at least once is covered. */
export function shareOf(hits: readonly number[]): CoverageShare {
  return { covered: hits.filter((count) => count > 0).length, total: hits.length };
}

/** The lower of a share that is stated and one that is counted. */
export function lowerShare(
  stated: CoverageShare | undefined,
  counted: CoverageShare | undefined,
): CoverageShare | undefined {
  if (stated === undefined || counted === undefined) return stated ?? counted;
  return stated.covered * counted.total <= counted.covered * stated.total ? stated : counted;
}
