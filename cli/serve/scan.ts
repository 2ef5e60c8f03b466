import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Catalogue, ServedProject, ServedRevision } from '../../src/server/catalogue.ts';
import { containedPath, folderOf } from '../../src/source/contained-path.ts';
import { kindOfJson, listingOfBundle, parseListings } from '../../src/source/listing.ts';
import type { ProjectListing } from '../../src/source/types.ts';
import { isZip, zipTree } from '../../src/source/zip-tree.ts';
import { readContained } from '../open/folder-tree.ts';

const maxFiles = 500_000;
const maxIndexBytes = 16 * 1024 * 1024;

/** A file with what tells whether it is still the same. */
interface Seen {
  readonly size: number;
  readonly changedAt: number;
}
type Files = ReadonlyMap<string, Seen>;

/** What large documents say of themselves, so that each is read once while it stays the same. */
export type KnownHeads = Map<string, { readonly print: string; readonly listing: ProjectListing }>;

/**
 * What a folder, a `.zip` or a `bundle.json` holds right now. A folder may have an `index.json`, be one
 * bundle, or hold bundles at any depth: those with the same project are its revisions. Hidden files and
 * links are not followed.
 *
 * @param known kept between two looks at the same folder
 */
export async function scan(path: string, known: KnownHeads = new Map()): Promise<Catalogue> {
  const real = await realpath(path);
  const found = await stat(real);
  if (!found.isDirectory()) return scanFile(real);
  const files = await filesBelow(real);
  if (files.has('index.json')) return byIndex(real, files);
  const documents = [...files.keys()].filter((name) => basename(name) === 'bundle.json').sort();
  // Inside a bundle nothing is a bundle of its own.
  const roots = documents.filter(
    (name) => !documents.some((other) => other !== name && name.startsWith(folderOf(other))),
  );
  const listed: Located[] = [];
  for (const document of roots) {
    const folder = folderOf(document);
    const name = folder === '' ? basename(real) : basename(folder.slice(0, -1));
    const { size = 0, changedAt = 0 } = files.get(document) ?? {};
    const print = `${size}:${changedAt}`;
    const head = known.get(document);
    const listing =
      head?.print === print
        ? head.listing
        : await headOfDocument(join(real, document), name, folder, head?.listing);
    known.set(document, { print, listing });
    listed.push({ listing, folder });
  }
  return grouped(
    listed.map((located) => ({ ...located, revision: revisionAt(real, files, located) })),
  );
}

/** A document that is being written is no JSON for a moment: what it said before stands in. */
async function headOfDocument(
  path: string,
  name: string,
  folder: string,
  before: ProjectListing | undefined,
): Promise<ProjectListing> {
  const bytes = await readFile(path);
  return before !== undefined && kindOfJson(bytes) === undefined
    ? before
    : listingOfBundle(bytes, name, folder);
}

interface Located {
  readonly listing: ProjectListing;
  readonly folder: string;
}

async function scanFile(path: string): Promise<Catalogue> {
  const bytes = new Uint8Array(await readFile(path));
  const { size, mtimeMs } = await stat(path);
  const print = fingerprint(path, new Map([[basename(path), { size, changedAt: mtimeMs }]]));
  if (!isZip(bytes)) {
    const listing = listingOfBundle(bytes, basename(path), '');
    const files = {
      name: basename(path),
      paths: ['bundle.json'],
      read: () => readContained(dirname(path), basename(path), Number.MAX_SAFE_INTEGER),
    };
    return grouped([{ listing, revision: servedRevision(listing, files, print) }]);
  }
  const tree = zipTree(bytes, basename(path));
  if (!tree.ok) throw new Error(`${tree.error.code}: ${path}`);
  const documents = tree.value.paths.filter((name) => basename(name) === 'bundle.json');
  const found: { listing: ProjectListing; revision: ServedRevision }[] = [];
  for (const document of documents) {
    const folder = folderOf(document);
    const content = await tree.value.read(document, Number.MAX_SAFE_INTEGER);
    if (!content.ok) continue;
    const listing = listingOfBundle(content.value, basename(path), folder);
    const files = {
      name: basename(path),
      paths: tree.value.paths.flatMap((name) =>
        name.startsWith(folder) ? [name.slice(folder.length)] : [],
      ),
      read: (name: string, max: number) => tree.value.read(`${folder}${name}`, max),
    };
    found.push({ listing, revision: servedRevision(listing, files, `${print}:${folder}`) });
  }
  return grouped(found);
}

async function byIndex(root: string, files: Files): Promise<Catalogue> {
  const bytes = await readContained(root, 'index.json', maxIndexBytes);
  const listings = bytes.ok ? parseListings(bytes.value) : undefined;
  // An index that is being written is none for a moment; the files are asked again soon.
  if (listings === undefined) throw new Error('index.json cannot be read');
  return listings.map((listing): ServedProject => {
    const revisions = listing.revisions.flatMap((revision): ServedRevision[] => {
      const folder = containedPath(revision.path, { folder: true });
      if (!folder.ok) return [];
      const isFile = files.has(folder.value);
      const base = isFile ? folderOf(folder.value) : folder.value === '' ? '' : `${folder.value}/`;
      const document = isFile ? folder.value.slice(base.length) : 'bundle.json';
      if (!files.has(`${base}${document}`)) return [];
      const entry = { ...listing, revisions: [revision] };
      return [revisionAt(root, files, { listing: entry, folder: base }, document)];
    });
    return { ...headOf(listing), revisions };
  });
}

function revisionAt(
  root: string,
  files: Files,
  { listing, folder }: Located,
  document = 'bundle.json',
): ServedRevision {
  const own = new Map<string, Seen>();
  for (const [path, seen] of files) {
    if (!path.startsWith(folder)) continue;
    const name = path.slice(folder.length);
    own.set(name === document ? 'bundle.json' : name, seen);
  }
  const tree = {
    name: basename(root),
    paths: [...own.keys()],
    read: (name: string, max: number) =>
      readContained(root, `${folder}${name === 'bundle.json' ? document : name}`, max),
  };
  return servedRevision(listing, tree, fingerprint(`${root}/${folder}`, own));
}

function servedRevision(
  listing: ProjectListing,
  files: ServedRevision['files'],
  print: string,
): ServedRevision {
  const [revision] = listing.revisions;
  return {
    id: revision?.id ?? 'current',
    ...(revision?.createdAt === undefined ? {} : { createdAt: revision.createdAt }),
    ...(revision?.label === undefined ? {} : { label: revision.label }),
    files,
    fingerprint: print,
  };
}

function headOf({
  id,
  title,
  description,
  sample,
}: ProjectListing): Omit<ServedProject, 'revisions'> {
  return {
    id,
    title,
    ...(description === undefined ? {} : { description }),
    ...(sample === undefined ? {} : { sample }),
  };
}

/** Bundles of one project are its revisions, newest first; of two with one id the newer counts. */
function grouped(
  found: readonly { readonly listing: ProjectListing; readonly revision: ServedRevision }[],
): Catalogue {
  const newestFirst = [...found].sort(
    (one, other) => timeOf(other.revision.createdAt) - timeOf(one.revision.createdAt),
  );
  const projects = new Map<
    string,
    { head: ProjectListing; revisions: Map<string, ServedRevision> }
  >();
  for (const { listing, revision } of newestFirst) {
    const project = projects.get(listing.id) ?? { head: listing, revisions: new Map() };
    projects.set(listing.id, project);
    if (!project.revisions.has(revision.id)) project.revisions.set(revision.id, revision);
  }
  return [...projects.values()].map(({ head, revisions }) => ({
    ...headOf(head),
    revisions: [...revisions.values()],
  }));
}

function timeOf(text: string | undefined): number {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? 0 : time;
}

async function filesBelow(root: string): Promise<Files> {
  const files = new Map<string, Seen>();
  const pending = [''];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of await entriesOf(join(root, at))) {
      if (entry.name.startsWith('.')) continue;
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile() && files.size < maxFiles) {
        const seen = await lstat(join(root, path)).catch(() => undefined);
        if (seen !== undefined) files.set(path, { size: seen.size, changedAt: seen.mtimeMs });
      }
    }
  }
  return files;
}

/** A folder that goes while it is read has nothing in it. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function fingerprint(root: string, files: Files): string {
  const hash = createHash('sha256').update(root);
  for (const [path, { size, changedAt }] of [...files].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )) {
    hash.update(`\0${path}\0${size}\0${changedAt}`);
  }
  return hash.digest('hex');
}
