import type {
  AttestationFact,
  Evidence,
  FileFact,
  ObservationFact,
  RehearsalFact,
  ReviewFact,
} from '../model/evidence.ts';
import type { EvidenceId, ItemId, MetricId, ProbeId } from '../model/ids.ts';

/** A fact with the evidence in which it stands. */
export interface Found<F> {
  readonly evidence: Evidence;
  readonly fact: F;
}

/**
 * Facts by what they speak of. One pass over all evidence; entries can be taken out and put in
 * again, so that a change of one piece costs what that piece costs.
 */
export class FactIndex {
  readonly observations = new Map<ProbeId, Found<ObservationFact>[]>();
  readonly rehearsals = new Map<ItemId, Found<RehearsalFact>[]>();
  readonly attestations = new Map<string, Found<AttestationFact>[]>();
  readonly reviews = new Map<string, Found<ReviewFact>[]>();
  readonly files = new Map<string, Found<FileFact>[]>();
  readonly series = new Map<MetricId, Evidence[]>();
  /** What replaces a piece of evidence, by its own statement. */
  readonly supersededBy = new Map<EvidenceId, EvidenceId[]>();

  constructor(evidence: Iterable<Evidence>) {
    for (const entry of evidence) this.add(entry);
  }

  add(evidence: Evidence): void {
    for (const older of evidence.supersedes ?? []) put(this.supersededBy, older, evidence.id);
    for (const fact of evidence.facts ?? []) {
      switch (fact.type) {
        case 'observation':
          put(this.observations, fact.probe, { evidence, fact });
          break;
        case 'rehearsal':
          put(this.rehearsals, fact.step, { evidence, fact });
          break;
        case 'attestation':
          put(this.attestations, fact.predicateType, { evidence, fact });
          break;
        case 'review':
          put(this.reviews, fact.subject, { evidence, fact });
          break;
        case 'file':
          put(this.files, fact.path, { evidence, fact });
          break;
        case 'series':
          put(this.series, fact.metric, evidence);
          break;
        // Found by way of their evidence, not by what they speak of.
        case 'tests':
        case 'value':
        case 'report':
          break;
      }
    }
  }

  remove(evidence: Evidence): void {
    for (const older of evidence.supersedes ?? []) {
      drop(this.supersededBy, older, (by) => by === evidence.id);
    }
    const isOfIt = (found: { readonly evidence: Evidence }) => found.evidence === evidence;
    for (const fact of evidence.facts ?? []) {
      switch (fact.type) {
        case 'observation':
          drop(this.observations, fact.probe, isOfIt);
          break;
        case 'rehearsal':
          drop(this.rehearsals, fact.step, isOfIt);
          break;
        case 'attestation':
          drop(this.attestations, fact.predicateType, isOfIt);
          break;
        case 'review':
          drop(this.reviews, fact.subject, isOfIt);
          break;
        case 'file':
          drop(this.files, fact.path, isOfIt);
          break;
        case 'series':
          drop(this.series, fact.metric, (entry) => entry === evidence);
          break;
        case 'tests':
        case 'value':
        case 'report':
          break;
      }
    }
  }
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function drop<K, V>(map: Map<K, V[]>, key: K, matches: (value: V) => boolean): void {
  const list = map.get(key)?.filter((value) => !matches(value)) ?? [];
  if (list.length === 0) map.delete(key);
  else map.set(key, list);
}
