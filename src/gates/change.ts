import type { DigestState, Evidence } from '../model/evidence.ts';
import type { Waiver } from '../model/gate.ts';
import type { AuthorisationRecord } from '../model/governance.ts';
import type { EvidenceId, ItemId } from '../model/ids.ts';
import type { Declared, PlanItem } from '../model/plan.ts';
import type { Project, ProjectIndex } from '../model/project-index.ts';

/**
 * What may change without changing the shape of a plan. Items, dependencies, gates and rules are
 * its shape: for another one make another evaluation.
 */
export interface PlanChange {
  /** `put` adds, or replaces what has the same id. */
  readonly evidence?: Patch<Evidence>;
  /** Digests that have been compared since. */
  readonly digests?: ReadonlyMap<EvidenceId, DigestState>;
  /** What somebody declares now; `undefined`: nothing any more. */
  readonly declared?: ReadonlyMap<ItemId, Declared | undefined>;
  readonly authorisations?: Patch<AuthorisationRecord>;
  readonly waivers?: Patch<Waiver>;
}

export interface Patch<T extends { readonly id: string }> {
  readonly put?: readonly T[];
  readonly remove?: readonly T['id'][];
}

/** Everything that a change has touched, the old and the new. */
export interface Touched {
  readonly removed: readonly Evidence[];
  readonly added: readonly Evidence[];
  /** The same as before, with other bytes or bytes that were compared. */
  readonly compared: readonly Evidence[];
  readonly records: readonly AuthorisationRecord[];
  readonly waivers: readonly Waiver[];
  readonly items: readonly ItemId[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A project of one's own, to be changed in place: copying an index of a hundred thousand entries
 * for every change would cost more than judging again.
 */
export class OwnProject {
  readonly project: Mutable<Project>;
  readonly #evidence: Map<EvidenceId, Evidence>;
  readonly #byKind: Groups<string, Evidence>;
  readonly #byPath: Groups<string, Evidence>;
  readonly #byCover: Groups<string, Evidence>;
  readonly #items: Map<ItemId, PlanItem>;
  readonly #digests: Map<EvidenceId, DigestState>;

  constructor(project: Project) {
    const { index } = project;
    this.#evidence = new Map(index.evidence);
    this.#byKind = new Groups(index.evidenceByKind);
    this.#byPath = new Groups(index.evidenceByPath);
    this.#byCover = new Groups(index.evidenceByCover);
    this.#items = new Map(index.items);
    this.#digests = new Map(project.reading.digests);
    const own: ProjectIndex = {
      ...index,
      evidence: this.#evidence,
      evidenceByKind: this.#byKind.map,
      evidenceByPath: this.#byPath.map,
      evidenceByCover: this.#byCover.map,
      items: this.#items,
    };
    this.project = {
      ...project,
      index: own,
      reading: { ...project.reading, digests: this.#digests },
    };
  }

  apply(change: PlanChange): Touched {
    const removed: Evidence[] = [];
    const added: Evidence[] = [];
    const compared: Evidence[] = [];
    for (const id of change.evidence?.remove ?? []) this.#remove(id, removed);
    for (const entry of change.evidence?.put ?? []) {
      this.#remove(entry.id, removed);
      this.#add(entry);
      added.push(entry);
    }
    if (change.evidence !== undefined) this.project.evidence = [...this.#evidence.values()];
    for (const [id, state] of change.digests ?? []) {
      this.#digests.set(id, state);
      const entry = this.#evidence.get(id);
      if (entry !== undefined) compared.push(entry);
    }
    const records = this.#records(change.authorisations);
    const waivers = this.#waivers(change.waivers);
    const items = this.#declare(change.declared);
    return { removed, added, compared, records, waivers, items };
  }

  #remove(id: EvidenceId, touched: Evidence[]): void {
    const entry = this.#evidence.get(id);
    if (entry === undefined) return;
    touched.push(entry);
    this.#evidence.delete(id);
    this.#byKind.drop(entry.kind, entry);
    if (entry.path !== undefined) this.#byPath.drop(entry.path, entry);
    for (const covered of entry.covers ?? []) this.#byCover.drop(covered, entry);
  }

  #add(entry: Evidence): void {
    this.#evidence.set(entry.id, entry);
    this.#byKind.put(entry.kind, entry);
    if (entry.path !== undefined) this.#byPath.put(entry.path, entry);
    for (const covered of new Set(entry.covers ?? [])) this.#byCover.put(covered, entry);
  }

  #records(patch: Patch<AuthorisationRecord> | undefined): readonly AuthorisationRecord[] {
    if (patch === undefined) return [];
    const { touched, next } = patched(this.project.authorisations ?? [], patch);
    this.project.authorisations = next;
    this.project.index = { ...this.project.index, records: grouped(next, ({ rule }) => rule) };
    return touched;
  }

  #waivers(patch: Patch<Waiver> | undefined): readonly Waiver[] {
    if (patch === undefined) return [];
    const { touched, next } = patched(this.project.waivers ?? [], patch);
    this.project.waivers = next;
    this.project.index = { ...this.project.index, waivers: grouped(next, ({ gate }) => gate) };
    return touched;
  }

  #declare(declared: PlanChange['declared']): readonly ItemId[] {
    const changed: ItemId[] = [];
    for (const [id, state] of declared ?? []) {
      const item = this.#items.get(id);
      if (item === undefined) continue;
      const { declared: _before, ...rest } = item;
      this.#items.set(id, state === undefined ? rest : { ...rest, declared: state });
      changed.push(id);
    }
    if (changed.length > 0) {
      this.project.items = this.project.items.map((item) => this.#items.get(item.id) ?? item);
    }
    return changed;
  }
}

function patched<T extends { readonly id: string }>(
  before: readonly T[],
  { put: added = [], remove = [] }: Patch<T>,
): { readonly touched: readonly T[]; readonly next: readonly T[] } {
  const gone = new Set<string>([...remove, ...added.map(({ id }) => id)]);
  const touched = before.filter(({ id }) => gone.has(id));
  const next = [...before.filter(({ id }) => !gone.has(id)), ...added];
  return { touched: [...touched, ...added], next };
}

function grouped<K, T>(entries: readonly T[], key: (entry: T) => K): Map<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of entries) {
    const list = groups.get(key(entry));
    if (list === undefined) groups.set(key(entry), [entry]);
    else list.push(entry);
  }
  return groups;
}

/** Lists by key. A list is copied before its first change, and from then on is one's own. */
class Groups<K, T> {
  readonly map: Map<K, readonly T[]>;
  readonly #own = new Map<K, T[]>();

  constructor(from: ReadonlyMap<K, readonly T[]>) {
    this.map = new Map(from);
  }

  put(key: K, entry: T): void {
    this.#ownList(key).push(entry);
  }

  /** Order says nothing, so the last entry fills the hole. */
  drop(key: K, entry: T): void {
    const list = this.#ownList(key);
    const at = list.lastIndexOf(entry);
    const last = list.pop();
    if (at >= 0 && last !== undefined && at < list.length) list[at] = last;
    if (at < 0 && last !== undefined) list.push(last);
    if (list.length > 0) return;
    this.map.delete(key);
    this.#own.delete(key);
  }

  #ownList(key: K): T[] {
    const known = this.#own.get(key);
    if (known !== undefined) return known;
    const list = [...(this.map.get(key) ?? [])];
    this.#own.set(key, list);
    this.map.set(key, list);
    return list;
  }
}
