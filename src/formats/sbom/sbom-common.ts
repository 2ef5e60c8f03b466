import type { JsonNode } from '../input/json-node.ts';
import type { WarningLog } from '../input/warning-log.ts';
import type { SbomComponent, SbomDependency, SbomSummary } from '../reports/sbom-summary.ts';

/** How often each licence is stated, and how many components state none. */
export function countLicences(
  components: readonly SbomComponent[],
): Pick<SbomSummary, 'licences' | 'unlicensed'> {
  const counts = new Map<string, number>();
  for (const { licences } of components) {
    for (const licence of new Set(licences)) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  return {
    licences: [...counts]
      .map(([licence, count]) => ({ licence, components: count }))
      .sort((a, b) => b.components - a.components || (a.licence < b.licence ? -1 : 1)),
    unlicensed: components.filter(({ licences }) => licences.length === 0).length,
  };
}

/** Says which dependencies name something that the bill does not list. */
export function missingReferences(
  components: readonly SbomComponent[],
  dependencies: readonly SbomDependency[],
  others: readonly string[],
  log: WarningLog,
): void {
  const known = new Set([...components.flatMap(({ id }) => id ?? []), ...others]);
  const missing = new Set<string>();
  for (const { from, to } of dependencies) {
    if (!known.has(from)) missing.add(from);
    if (!known.has(to)) missing.add(to);
  }
  for (const id of missing) log.add('reference-missing', { params: { id } });
}

export function digestsIn(
  list: JsonNode,
  algorithmMember: string,
  valueMember: string,
): SbomComponent['digests'] {
  return list.items().flatMap((entry) => {
    const algorithm = entry.at(algorithmMember).text();
    const value = entry.at(valueMember).text();
    return algorithm === undefined || value === undefined ? [] : [{ algorithm, value }];
  });
}
