import type { FileTree } from '../source/file-tree.ts';

/** Files of a bundle. Without `paths`, whether a file is there is found by reading it. */
export type ServedFiles = Pick<FileTree, 'name' | 'read'> & Partial<Pick<FileTree, 'paths'>>;

/** One revision that is served: its files, and how to tell whether they are still the same. */
export interface ServedRevision {
  readonly id: string;
  readonly createdAt?: string;
  readonly label?: string;
  /** The bundle's own files; `bundle.json` is its document, whatever the file is called. */
  readonly files: ServedFiles;
  /** Changes when any file does. */
  readonly fingerprint: string;
}

export interface ServedProject {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly sample?: boolean;
  /** Newest first. */
  readonly revisions: readonly ServedRevision[];
}

/** What a server serves at one moment. */
export type Catalogue = readonly ServedProject[];

/** What became different between two moments, oldest revisions first. */
export type CatalogueChange =
  | {
      readonly kind: 'added' | 'changed' | 'removed';
      readonly project: string;
      readonly revision: ServedRevision;
    }
  | { readonly kind: 'projects'; readonly project: string };

/** Compares two catalogues. A project that came or went is told as its revisions, and as itself. */
export function catalogueChanges(before: Catalogue, after: Catalogue): readonly CatalogueChange[] {
  const old = new Map(before.map((project) => [project.id, project]));
  const now = new Map(after.map((project) => [project.id, project]));
  const changes: CatalogueChange[] = [];
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const former = old.get(id);
    const own = now.get(id);
    if (former === undefined || own === undefined || !hasSameHead(former, own)) {
      changes.push({ kind: 'projects', project: id });
    }
    changes.push(...revisionChanges(id, former?.revisions ?? [], own?.revisions ?? []));
  }
  return changes;
}

function hasSameHead(one: ServedProject, other: ServedProject): boolean {
  return (
    one.title === other.title &&
    one.description === other.description &&
    one.sample === other.sample
  );
}

function revisionChanges(
  project: string,
  before: readonly ServedRevision[],
  after: readonly ServedRevision[],
): readonly CatalogueChange[] {
  const old = new Map(before.map((revision) => [revision.id, revision]));
  const now = new Map(after.map((revision) => [revision.id, revision]));
  return [...new Set([...old.keys(), ...[...now.keys()].reverse()])].flatMap(
    (id): CatalogueChange[] => {
      const former = old.get(id);
      const own = now.get(id);
      if (own === undefined) {
        return former === undefined ? [] : [{ kind: 'removed', project, revision: former }];
      }
      if (former === undefined) return [{ kind: 'added', project, revision: own }];
      return former.fingerprint === own.fingerprint
        ? []
        : [{ kind: 'changed', project, revision: own }];
    },
  );
}
