import { err, ok, type Result } from '../lib/result.ts';
import { containedPath, folderOf, nameOf } from './contained-path.ts';
import { maxFileBytes } from './fetch-bytes.ts';
import type { FileTree } from './file-tree.ts';
import { listingOfBundle, parseListings } from './listing.ts';
import { mediaTypeOfPath } from './media-type.ts';
import type { BundleFiles, EvidenceSource, ProjectListing, SourceError } from './types.ts';
import { zipTree } from './zip-tree.ts';

const maxIndexBytes = 16 * 1024 * 1024;

/** Where the bundles of a tree begin: an index, or the shallowest `bundle.json` files. */
type Roots =
  | { readonly kind: 'index'; readonly path: string }
  | { readonly kind: 'bundles'; readonly paths: readonly string[] };

/**
 * A source over a tree of files. The bundle may lie in a sub-folder: the shallowest `index.json`, or
 * else the shallowest `bundle.json` files, are the root. A tree of one JSON file is that bundle.
 */
export function treeSource(tree: FileTree): EvidenceSource {
  let listed: Promise<Result<readonly Located[], SourceError>> | undefined;
  const locate = (): Promise<Result<readonly Located[], SourceError>> => {
    listed ??= locateBundles(tree);
    return listed;
  };
  return {
    list: async () => {
      const located = await locate();
      return located.ok ? ok(located.value.map(({ listing }) => listing)) : located;
    },
    open: async (projectId, revisionId) => {
      // A lone bundle opens under any id, unread: its own head says which project it is.
      const lone = loneBundle(tree.paths);
      if (lone !== undefined) return openAt(tree, '', lone);
      const located = await locate();
      if (!located.ok) return located;
      const project = located.value.find(({ listing }) => listing.id === projectId);
      const revisions = project?.listing.revisions ?? [];
      const revision =
        revisionId === undefined ? revisions[0] : revisions.find(({ id }) => id === revisionId);
      if (project === undefined || revision === undefined) {
        return err({ code: 'not-found', where: `${tree.name}: ${projectId}` });
      }
      return /\.zip$/i.test(revision.path)
        ? openInner(tree, project.base, revision.path, projectId)
        : openAt(tree, project.base, revision.path);
    },
  };
}

/** Whether the tree holds anything to open, without reading it. */
export function hasBundle(tree: Pick<FileTree, 'paths'>): boolean {
  return findRoots(tree.paths) !== undefined;
}

interface Located {
  readonly listing: ProjectListing;
  /** Folder that the listing's paths are relative to, with its final `/`, or empty. */
  readonly base: string;
}

async function locateBundles(tree: FileTree): Promise<Result<readonly Located[], SourceError>> {
  const roots = findRoots(tree.paths);
  if (roots === undefined) return err({ code: 'not-a-bundle', where: tree.name });
  if (roots.kind === 'index') {
    const bytes = await tree.read(roots.path, maxIndexBytes);
    if (!bytes.ok) return bytes;
    const listings = parseListings(bytes.value);
    if (listings === undefined) return err({ code: 'not-a-bundle', where: roots.path });
    const base = folderOf(roots.path);
    return ok(listings.map((listing) => ({ listing, base })));
  }
  const located: Located[] = [];
  for (const path of roots.paths) {
    const bytes = await tree.read(path, maxFileBytes);
    if (!bytes.ok) return bytes;
    const fallback = folderOf(path).slice(0, -1) || tree.name;
    located.push({ listing: listingOfBundle(bytes.value, fallback, path), base: '' });
  }
  return ok(located);
}

/** A revision that is an archive of its own among the files. */
async function openInner(
  tree: FileTree,
  base: string,
  path: string,
  projectId: string,
): Promise<Result<BundleFiles, SourceError>> {
  const contained = containedPath(path);
  if (!contained.ok) return contained;
  const bytes = await tree.read(`${base}${contained.value}`, maxFileBytes);
  if (!bytes.ok) return bytes;
  const inner = zipTree(bytes.value, nameOf(contained.value));
  return inner.ok ? treeSource(inner.value).open(projectId) : inner;
}

function openAt(tree: FileTree, base: string, path: string): Result<BundleFiles, SourceError> {
  const contained = containedPath(path, { folder: true });
  if (!contained.ok) return contained;
  const target = `${base}${contained.value}`;
  const isFile = tree.paths.includes(target);
  const folder = isFile ? folderOf(target) : target === '' ? '' : `${target}/`.replace('//', '/');
  const bundleFile = isFile ? nameOf(target) : 'bundle.json';
  const paths = tree.paths.flatMap((full) =>
    full.startsWith(folder)
      ? [full === target && isFile ? 'bundle.json' : full.slice(folder.length)]
      : [],
  );
  if (paths.length === 0) return err({ code: 'not-found', where: `${tree.name}: ${path}` });
  return ok({
    origin: folder === '' ? tree.name : `${tree.name}: ${folder.slice(0, -1)}`,
    paths,
    read: async (wanted, options) => {
      const checked = containedPath(wanted);
      if (!checked.ok) return checked;
      const name = checked.value === 'bundle.json' ? bundleFile : checked.value;
      if (options?.signal?.aborted === true) return err({ code: 'aborted', where: wanted });
      const bytes = await tree.read(`${folder}${name}`, options?.maxBytes ?? maxFileBytes);
      if (!bytes.ok) return bytes;
      options?.onProgress?.(bytes.value.byteLength, bytes.value.byteLength);
      const mediaType = mediaTypeOfPath(checked.value);
      return ok({
        path: checked.value,
        bytes: bytes.value,
        ...(mediaType === undefined ? {} : { mediaType }),
      });
    },
  });
}

function findRoots(paths: readonly string[]): Roots | undefined {
  const index = shallowest(paths, 'index.json');
  const bundles = shallowest(paths, 'bundle.json');
  const indexDepth = depthOf(index[0]);
  if (index[0] !== undefined && indexDepth <= depthOf(bundles[0])) {
    return { kind: 'index', path: index[0] };
  }
  if (bundles.length > 0) return { kind: 'bundles', paths: bundles };
  const [only] = paths;
  return paths.length === 1 && only !== undefined && /\.json$/i.test(only)
    ? { kind: 'bundles', paths: [only] }
    : undefined;
}

function loneBundle(paths: readonly string[]): string | undefined {
  const roots = findRoots(paths);
  return roots?.kind === 'bundles' && roots.paths.length === 1 ? roots.paths[0] : undefined;
}

function shallowest(paths: readonly string[], name: string): readonly string[] {
  const named = paths.filter((path) => nameOf(path) === name);
  const depth = named.reduce(
    (least, path) => Math.min(least, depthOf(path)),
    Number.POSITIVE_INFINITY,
  );
  return named.filter((path) => depthOf(path) === depth).sort();
}

function depthOf(path: string | undefined): number {
  return path === undefined ? Number.POSITIVE_INFINITY : path.split('/').length;
}
