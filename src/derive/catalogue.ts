import { isLockBroken } from '../gates/conditions/document.ts';
import type { PlanDocument } from '../model/document.ts';
import type { DocumentId, ItemId } from '../model/ids.ts';
import type { Project } from '../model/project-index.ts';

/** What there is to say against a document, or against how it is listed. */
export type DocumentRemark =
  | 'missing'
  | 'unchecked'
  | 'number-shared'
  | 'lock-broken'
  | 'lock-unchecked'
  | 'locked-proposed'
  | 'step-shared'
  | 'registers-differ';

export type LockState = 'none' | 'kept' | 'amended' | 'broken' | 'unchecked';

export interface CatalogueEntry {
  readonly document: PlanDocument;
  readonly lock: LockState;
  readonly remarks: readonly DocumentRemark[];
}

/** In what two registers differ about one file. */
export type RegisterDifference = 'phase' | 'steps' | 'status' | 'number';

export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  /** Different paths; a file that two registers list counts once. */
  readonly files: number;
  /** One number for several files of one register. */
  readonly collisions: readonly {
    readonly register?: string;
    readonly number: string;
    readonly documents: readonly DocumentId[];
  }[];
  /** Numbers left out between the first and the last one, of a register or one phase of it. */
  readonly gaps: readonly {
    readonly register?: string;
    readonly phase?: ItemId;
    /** The first 50. */
    readonly numbers: readonly string[];
    readonly count: number;
  }[];
  /** Items of the kinds that documents serve, without a document, by parent. */
  readonly uncovered: readonly { readonly parent?: ItemId; readonly steps: readonly ItemId[] }[];
  /** Steps that several files of one register serve. */
  readonly shared: readonly {
    readonly step: ItemId;
    readonly documents: readonly DocumentId[];
  }[];
  /** Files in a register's directory that it does not list. */
  readonly unlisted: readonly { readonly register: string; readonly path: string }[];
  /** Files about which their registers say different things. */
  readonly differences: readonly {
    readonly path: string;
    readonly documents: readonly DocumentId[];
    readonly in: readonly RegisterDifference[];
  }[];
}

const mostNumbers = 50;

/** Every document with what stands against it, and what stands against the list as a whole. */
export function catalogueOf(project: Project): Catalogue {
  const documents = project.documents ?? [];
  const collisions = collisionsOf(documents);
  const shared = sharedSteps(documents);
  const differences = differencesOf(documents);
  const marks: readonly (readonly [DocumentRemark, ReadonlySet<DocumentId>])[] = [
    ['number-shared', new Set(collisions.flatMap((entry) => entry.documents))],
    ['step-shared', new Set(shared.flatMap((entry) => entry.documents))],
    ['registers-differ', new Set(differences.flatMap((entry) => entry.documents))],
  ];
  return {
    entries: documents.map((document) => {
      const lock = lockOf(project, document);
      const listed = marks.filter(([, ids]) => ids.has(document.id)).map(([remark]) => remark);
      return { document, lock, remarks: [...ownRemarks(document, lock), ...listed] };
    }),
    files: new Set(documents.map(({ path }) => path)).size,
    collisions,
    gaps: gapsOf(documents),
    uncovered: uncoveredSteps(project, documents),
    shared,
    unlisted: (project.registers ?? []).flatMap(({ id, unlisted }) =>
      (unlisted ?? []).map((path) => ({ register: id, path })),
    ),
    differences,
  };
}

function lockOf(project: Project, document: PlanDocument): LockState {
  const { lock, sha256 } = document;
  if (lock === undefined) return 'none';
  if (lock.sha256 === undefined || sha256 === undefined) return 'unchecked';
  if (isLockBroken(project, document)) return 'broken';
  return lock.sha256.toLowerCase() === sha256.toLowerCase() ? 'kept' : 'amended';
}

function ownRemarks(document: PlanDocument, lock: LockState): readonly DocumentRemark[] {
  const remarks: DocumentRemark[] = [];
  const { exists, sha256, evidence, maturity } = document;
  if (exists === false) remarks.push('missing');
  else if (exists === undefined && sha256 === undefined && (evidence ?? []).length === 0) {
    remarks.push('unchecked');
  }
  if (lock === 'broken') remarks.push('lock-broken');
  if (lock === 'unchecked') remarks.push('lock-unchecked');
  if (lock !== 'none' && maturity?.includes('proposed') === true) remarks.push('locked-proposed');
  return remarks;
}

function collisionsOf(documents: readonly PlanDocument[]): Catalogue['collisions'] {
  return [...grouped(documents, ({ register }) => register)].flatMap(([register, listed]) => {
    const numbered = listed.filter(({ number }) => number !== undefined);
    return [...grouped(numbered, ({ number }) => number)]
      .filter(([, same]) => new Set(same.map(({ path }) => path)).size > 1)
      .map(([number = '', same]) => ({
        ...(register === undefined ? {} : { register }),
        number,
        documents: same.map(({ id }) => id),
      }));
  });
}

function gapsOf(documents: readonly PlanDocument[]): Catalogue['gaps'] {
  return [...grouped(documents, ({ register }) => register)].flatMap(([register, listed]) => {
    const whose = register === undefined ? {} : { register };
    const phases = [...grouped(listed, ({ phase }) => phase)];
    const ofPhases = phases.flatMap(([phase, own]) =>
      phase === undefined ? [] : leftOut(own).map((gap) => ({ ...whose, phase, ...gap })),
    );
    return [...leftOut(listed).map((gap) => ({ ...whose, ...gap })), ...ofPhases];
  });
}

/** Whole numbers only; what they leave out between the least and the greatest. */
function leftOut(documents: readonly PlanDocument[]) {
  const tokens = documents.flatMap(({ number }) =>
    number !== undefined && /^\d{1,9}$/.test(number) ? [number] : [],
  );
  const used = [...new Set(tokens.map(Number))].sort((a, b) => a - b);
  const width = tokens.reduce((least, token) => Math.min(least, token.length), 9);
  const numbers: string[] = [];
  let count = 0;
  for (const [at, number] of used.entries()) {
    const before = used[at - 1];
    if (before === undefined) continue;
    count += number - before - 1;
    for (let next = before + 1; next < number && numbers.length < mostNumbers; next += 1) {
      numbers.push(String(next).padStart(width, '0'));
    }
  }
  return count === 0 ? [] : [{ numbers, count }];
}

function uncoveredSteps(
  project: Project,
  documents: readonly PlanDocument[],
): Catalogue['uncovered'] {
  const served = new Set(documents.flatMap(({ steps }) => steps ?? []));
  const kinds = new Set([...served].flatMap((id) => project.index.items.get(id)?.kind ?? []));
  const open = project.items.filter(({ id, kind }) => kinds.has(kind) && !served.has(id));
  return [...grouped(open, ({ parent }) => parent)].map(([parent, steps]) => ({
    ...(parent === undefined ? {} : { parent }),
    steps: steps.map(({ id }) => id),
  }));
}

function sharedSteps(documents: readonly PlanDocument[]): Catalogue['shared'] {
  return [...grouped(documents, ({ register }) => register).values()].flatMap((listed) => {
    const bySteps = new Map<ItemId, PlanDocument[]>();
    for (const document of listed) {
      for (const step of new Set(document.steps)) {
        const list = bySteps.get(step);
        if (list === undefined) bySteps.set(step, [document]);
        else list.push(document);
      }
    }
    return [...bySteps]
      .filter(([, same]) => new Set(same.map(({ path }) => path)).size > 1)
      .map(([step, same]) => ({ step, documents: same.map(({ id }) => id) }));
  });
}

function differencesOf(documents: readonly PlanDocument[]): Catalogue['differences'] {
  return [...grouped(documents, ({ path }) => path)].flatMap(([path, same]) => {
    if (new Set(same.map(({ register }) => register)).size < 2) return [];
    const found = (['phase', 'steps', 'status', 'number'] as const).filter((name) => {
      // What one register leaves out is no contradiction.
      const said = same.flatMap((document) =>
        document[name] === undefined ? [] : [JSON.stringify(document[name])],
      );
      return new Set(said).size > 1;
    });
    return found.length === 0 ? [] : [{ path, documents: same.map(({ id }) => id), in: found }];
  });
}

/** In the order in which the groups are met first. */
function grouped<T, K>(list: readonly T[], keyOf: (entry: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}
