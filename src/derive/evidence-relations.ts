import { parseTimestamp } from '../lib/timestamp.ts';
import type { Evidence } from '../model/evidence.ts';
import type { EvidenceId } from '../model/ids.ts';
import { type DeriveContext, remembered } from './context.ts';
import { evidenceReferences } from './evidence.ts';
import type { EvidenceState } from './evidence-states.ts';
import type { EvidenceRelations, RelatedEvidence } from './evidence-types.ts';

interface Groups {
  readonly supersededBy: ReadonlyMap<EvidenceId, readonly Evidence[]>;
  /** Pieces of one name of which at least two have different recorded bytes. */
  readonly byName: ReadonlyMap<string, readonly Evidence[]>;
  /** Pieces with the same recorded bytes, where there is more than one. */
  readonly byDigest: ReadonlyMap<string, readonly Evidence[]>;
}

/** One walk over all pieces; asked for many times. */
const groupsOf: (context: DeriveContext) => Groups = remembered(({ project }) => {
  const supersededBy = new Map<EvidenceId, Evidence[]>();
  const byName = new Map<string, Evidence[]>();
  const byDigest = new Map<string, Evidence[]>();
  for (const entry of project.index.evidence.values()) {
    for (const older of new Set(entry.supersedes ?? [])) {
      if (older !== entry.id) put(supersededBy, older, entry);
    }
    const digest = digestOf(entry);
    if (digest === undefined) continue;
    put(byName, entry.name, entry);
    put(byDigest, digest, entry);
  }
  for (const [name, group] of byName) {
    if (group.length < 2 || new Set(group.map(digestOf)).size < 2) byName.delete(name);
  }
  for (const [digest, group] of byDigest) if (group.length < 2) byDigest.delete(digest);
  return { supersededBy, byName, byDigest };
});

function put<K>(map: Map<K, Evidence[]>, key: K, entry: Evidence): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

function digestOf({ digest }: Evidence): string | undefined {
  return digest?.sha256.toLowerCase();
}

/** What stands out about a piece, in the order of `evidenceStates`. */
export function statesOf(
  context: DeriveContext,
  entry: Evidence,
  advisory: boolean,
): readonly EvidenceState[] {
  const states: EvidenceState[] = [];
  const references = evidenceReferences(context).get(entry.id) ?? [];
  const { supersededBy, byName } = groupsOf(context);
  const isStale =
    isOver(entry, context.verdicts.asOf) || references.some(({ verdict }) => verdict === 'stale');
  if (isStale) states.push('stale');
  if (supersededBy.has(entry.id)) states.push('superseded');
  if (references.some(({ gate }) => gate !== references[0]?.gate)) states.push('reused');
  if (entry.digest !== undefined && byName.has(entry.name)) states.push('same-name');
  if (advisory) states.push('advisory');
  if ((entry.warnings ?? []).length > 0 || entry.inadmissible !== undefined) {
    states.push('remarked');
  }
  return states;
}

/** Its own validity has run out. Without a time that can be read nothing is claimed. */
function isOver({ validFor, observedAt, collectedAt }: Evidence, asOf: string): boolean {
  const time = observedAt ?? collectedAt;
  if (validFor === undefined || time === undefined) return false;
  return parseTimestamp(time) + validFor * 1000 < parseTimestamp(asOf);
}

/** How a piece stands to the others. */
export function relationsOf(context: DeriveContext, entry: Evidence): EvidenceRelations {
  const { supersededBy, byName, byDigest } = groupsOf(context);
  const { evidence } = context.project.index;
  const digest = digestOf(entry);
  const others = (group: readonly Evidence[] | undefined): readonly Evidence[] =>
    (group ?? []).filter((other) => other.id !== entry.id);
  return {
    supersedes: others(
      [...new Set(entry.supersedes ?? [])].flatMap((older) => evidence.get(older) ?? []),
    ).map(related),
    supersededBy: (supersededBy.get(entry.id) ?? []).map(related),
    sameName: others(digest === undefined ? [] : byName.get(entry.name))
      .filter((other) => digestOf(other) !== digest)
      .map(related),
    sameBytes: others(digest === undefined ? [] : byDigest.get(digest)).map(related),
  };
}

function related({ id, name, collectedAt }: Evidence): RelatedEvidence {
  return { id, name, ...(collectedAt === undefined ? {} : { collectedAt }) };
}
