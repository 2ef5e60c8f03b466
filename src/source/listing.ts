import type { ProjectListing } from './types.ts';

type Revision = ProjectListing['revisions'][number];

/**
 * Reads `index.json` leniently: `{ "projects": [{ id, title, description, sample, revisions: [{ id,
 * createdAt, label, path }] }] }`. Entries without a usable id are left out, unknown members ignored,
 * a revision without a path lies at `projects/<project>/<revision>/`. Answers `undefined` when the
 * bytes are no index at all.
 */
export function parseListings(bytes: Uint8Array): readonly ProjectListing[] | undefined {
  const document = parseJson(bytes);
  const projects = Array.isArray(document) ? document : member(document, 'projects');
  if (!Array.isArray(projects)) return undefined;
  const seen = new Set<string>();
  return projects.flatMap((entry: unknown): ProjectListing[] => {
    const listing = listingOf(entry);
    if (listing === undefined || seen.has(listing.id)) return [];
    seen.add(listing.id);
    return [listing];
  });
}

/** A page of revisions as a server gives it; `undefined` when the bytes are none. */
export function parseRevisions(
  bytes: Uint8Array,
  project: string,
): { readonly revisions: readonly Revision[]; readonly next?: string } | undefined {
  const document = parseJson(bytes);
  const revisions = member(document, 'revisions');
  if (!Array.isArray(revisions)) return undefined;
  const next = text(member(document, 'next'));
  return {
    revisions: revisions.flatMap((revision: unknown) => revisionOf(revision, project)),
    ...(next === undefined ? {} : { next }),
  };
}

/** Cursors of the revisions that an index does not list, by project. */
export function nextOfPage(bytes: Uint8Array): ReadonlyMap<string, string> {
  const projects = member(parseJson(bytes), 'projects');
  const found = new Map<string, string>();
  for (const entry of Array.isArray(projects) ? projects : []) {
    const id = text(member(entry, 'id'));
    const next = text(member(entry, 'next'));
    if (id !== undefined && next !== undefined) found.set(id, next);
  }
  return found;
}

/**
 * The listing of a bundle that stands alone. What its head does not say is filled from the name, so
 * that a damaged bundle can still be opened and explain itself.
 *
 * @param path of the bundle's folder or file, as `ProjectListing` wants it
 */
export function listingOfBundle(bytes: Uint8Array, name: string, path: string): ProjectListing {
  const document = parseJson(bytes);
  const project = member(document, 'project');
  const revision = member(document, 'revision');
  const id = text(member(project, 'id')) ?? name;
  const description = text(member(project, 'description'));
  const createdAt = text(member(revision, 'createdAt'));
  const label = text(member(revision, 'label'));
  return {
    id,
    title: text(member(project, 'title')) ?? name,
    ...(description === undefined ? {} : { description }),
    ...(member(document, 'sample') === true ? { sample: true } : {}),
    revisions: [
      {
        id: text(member(revision, 'id')) ?? 'current',
        path,
        ...(createdAt === undefined ? {} : { createdAt }),
        ...(label === undefined ? {} : { label }),
      },
    ],
  };
}

/** What a document without a telling name is. */
export function kindOfJson(bytes: Uint8Array): 'index' | 'bundle' | undefined {
  const document = parseJson(bytes);
  if (Array.isArray(document) || Array.isArray(member(document, 'projects'))) return 'index';
  return member(document, 'project') !== undefined || Array.isArray(member(document, 'items'))
    ? 'bundle'
    : undefined;
}

function listingOf(entry: unknown): ProjectListing | undefined {
  const id = text(member(entry, 'id'));
  if (id === undefined) return undefined;
  const description = text(member(entry, 'description'));
  const revisions = member(entry, 'revisions');
  return {
    id,
    title: text(member(entry, 'title')) ?? id,
    ...(description === undefined ? {} : { description }),
    ...(member(entry, 'sample') === true ? { sample: true } : {}),
    revisions: Array.isArray(revisions)
      ? newestFirst(revisions.flatMap((revision: unknown) => revisionOf(revision, id)))
      : [],
  };
}

function revisionOf(entry: unknown, project: string): Revision[] {
  const id = typeof entry === 'string' ? entry : text(member(entry, 'id'));
  if (id === undefined) return [];
  const createdAt = text(member(entry, 'createdAt'));
  const label = text(member(entry, 'label'));
  const path = text(member(entry, 'path')) ?? `projects/${project}/${id}/`;
  return [
    {
      id,
      path,
      ...(createdAt === undefined ? {} : { createdAt }),
      ...(label === undefined ? {} : { label }),
    },
  ];
}

/** By time where every revision has one; otherwise the order of the index stands. */
function newestFirst(revisions: readonly Revision[]): readonly Revision[] {
  const timed = revisions.map((revision) => ({
    revision,
    time: Date.parse(revision.createdAt ?? ''),
  }));
  if (timed.some(({ time }) => Number.isNaN(time))) return revisions;
  return timed.sort((a, b) => b.time - a.time).map(({ revision }) => revision);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
