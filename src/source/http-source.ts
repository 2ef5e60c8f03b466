import { err, ok, type Result } from '../lib/result.ts';
import { containedPath, nameOf, pathToUrl } from './contained-path.ts';
import type { SourceEnvironment } from './environment.ts';
import { type FetchedBytes, type FetchOptions, maxFileBytes } from './fetch-bytes.ts';
import { LastGood } from './last-good.ts';
import { Leaving } from './leaving.ts';
import { kindOfJson, listingOfBundle, parseListings } from './listing.ts';
import { mediaTypeOfPath } from './media-type.ts';
import { nothingKept, type ResponseCache } from './response-cache.ts';
import { resolveSourceUrl } from './safe-url.ts';
import { treeSource } from './tree-source.ts';
import type {
  BundleFiles,
  EvidenceSource,
  FilePart,
  ProjectListing,
  SourceError,
} from './types.ts';
import { isZip, zipTree } from './zip-tree.ts';

const maxIndexBytes = 16 * 1024 * 1024;

/** What an address turned out to be. */
type Place =
  | { readonly kind: 'index'; readonly url: URL; readonly listings: readonly ProjectListing[] }
  | { readonly kind: 'bundle'; readonly url: URL; readonly document: Document }
  | { readonly kind: 'archive'; readonly source: EvidenceSource };

interface Read {
  (url: URL, options: FetchOptions): Promise<Result<FetchedBytes, SourceError>>;
  readonly part?: (
    url: URL,
    from: number,
    to: number,
    signal?: AbortSignal,
  ) => Promise<Result<FilePart, SourceError>>;
}

/** Reads the bundle's document; what finding it has read already is given out once. */
type Document = (options: FetchOptions) => Promise<Result<FetchedBytes, SourceError>>;

/**
 * A static folder or a server with the same resource tree: `index.json`, a `bundle.json` or a `.zip`,
 * told by the name where it is telling and by the content otherwise. A folder is asked for its index
 * first, then for a bundle. What was had stands in, marked as stale, when the host is out of reach.
 */
export function httpSource(
  ref: { readonly kind: 'static' | 'api'; readonly url: string },
  env: SourceEnvironment,
  cache: ResponseCache = nothingKept,
): EvidenceSource {
  const lastGood = new LastGood(env, cache);
  const leaving = new Leaving();
  const read: Read = (url, options) => lastGood.read(url, options);
  const readFor = (project: string): Read =>
    Object.assign(
      (url: URL, options: FetchOptions) =>
        read(url, { ...options, signal: leaving.signalOf(project, options.signal) }),
      {
        part: (url: URL, from: number, to: number, signal?: AbortSignal) =>
          lastGood.part(url, from, to, leaving.signalOf(project, signal)),
      },
    );
  let known: Place | undefined;
  const find = async (signal?: AbortSignal): Promise<Result<Place, SourceError>> => {
    const address = resolveSourceUrl(ref.url, env.baseUrl);
    if (!address.ok) return address;
    const place = await findPlace(read, address.value, ref.kind, signal);
    if (place.ok) known = place.value;
    return place;
  };
  const openKnown = async (
    place: Place,
    projectId: string,
    revisionId: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Result<BundleFiles, SourceError>> => {
    if (place.kind === 'archive') return place.source.open(projectId, revisionId, signal);
    if (place.kind === 'bundle') {
      return ok(filesBeside(readFor(projectId), place.url, place.document));
    }
    const revisions = place.listings.find(({ id }) => id === projectId)?.revisions ?? [];
    const revision =
      revisionId === undefined ? revisions[0] : revisions.find(({ id }) => id === revisionId);
    if (revision === undefined) {
      return err({ code: 'not-found', where: place.url.href, params: { project: projectId } });
    }
    return openRevision(readFor(projectId), place.url, revision.path, projectId, signal);
  };
  return {
    // Listing asks the server again, because new revisions appear; what was an archive stays one.
    list: async (signal) => {
      const place = known?.kind === 'archive' ? ok(known) : await find(signal);
      if (!place.ok) return place;
      switch (place.value.kind) {
        case 'archive':
          return place.value.source.list(signal);
        case 'index':
          return ok(place.value.listings);
        case 'bundle': {
          const { url, document } = place.value;
          const file = await document(withSignal({ expect: 'json' }, signal));
          if (!file.ok) return file;
          known = bundleAt(read, url, file.value);
          const name = nameOf(url.pathname);
          return ok([listingOfBundle(file.value.bytes, name, name)]);
        }
      }
    },
    open: async (projectId, revisionId, signal) => {
      if (known !== undefined) {
        const opened = await openKnown(known, projectId, revisionId, signal);
        if (opened.ok || opened.error.code !== 'not-found') return opened;
      }
      const place = await find(signal);
      return place.ok ? openKnown(place.value, projectId, revisionId, signal) : place;
    },
    live: {
      follow: (listener) => lastGood.follow((health) => listener({ kind: 'health', health })),
      // A plain host asks nobody who they are.
      signIn: () => undefined,
      moveOn: () => {
        known = undefined;
      },
      leave: (project) => leaving.leave(project),
    },
  };
}

async function findPlace(
  read: Read,
  url: URL,
  kind: 'static' | 'api',
  signal: AbortSignal | undefined,
): Promise<Result<Place, SourceError>> {
  const name = nameOf(url.pathname);
  if (kind === 'static' && name !== '') {
    if (name === 'bundle.json') return ok(bundleAt(read, url));
    if (/\.[a-z0-9]+$/i.test(name) || url.search !== '') return placeByContent(read, url, signal);
  }
  if (name === 'index.json') return indexAt(read, url, signal);
  const folder = new URL(url);
  folder.search = '';
  if (name !== '') folder.pathname = `${folder.pathname}/`;
  const index = await indexAt(read, new URL('index.json', folder), signal);
  if (index.ok || kind === 'api' || !mayBeElsewhere(index.error)) return index;
  const bundle = new URL('bundle.json', folder);
  const probe = await read(bundle, withSignal({ expect: 'json' }, signal));
  if (probe.ok) return ok(bundleAt(read, bundle, probe.value));
  if (name === '' || !mayBeElsewhere(probe.error)) return index;
  const content = await placeByContent(read, url, signal);
  return content.ok ? content : index;
}

/** Nothing is there, or only the page that some hosts give for everything that is not there. */
function mayBeElsewhere(error: SourceError): boolean {
  return error.code === 'not-found' || error.code === 'wrong-type';
}

async function indexAt(
  read: Read,
  url: URL,
  signal: AbortSignal | undefined,
): Promise<Result<Place, SourceError>> {
  const options = withSignal({ expect: 'json', maxBytes: maxIndexBytes }, signal);
  const file = await read(url, options);
  if (!file.ok) return file;
  const listings = parseListings(file.value.bytes);
  return listings === undefined
    ? err({ code: 'not-a-bundle', where: url.href })
    : ok({ kind: 'index', url, listings });
}

async function placeByContent(
  read: Read,
  url: URL,
  signal: AbortSignal | undefined,
): Promise<Result<Place, SourceError>> {
  const file = await read(url, withSignal({ expect: 'json' }, signal));
  if (!file.ok) return file;
  const { bytes } = file.value;
  if (isZip(bytes)) return archive(bytes, url);
  const listings = parseListings(bytes);
  if (listings !== undefined) return ok({ kind: 'index', url, listings });
  // Broken JSON under a JSON name is a bundle that can say where it is broken.
  return kindOfJson(bytes) === 'bundle' || /\.json$/i.test(url.pathname)
    ? ok(bundleAt(read, url, file.value))
    : err(
        /\.zip$/i.test(url.pathname)
          ? { code: 'zip-damaged', where: url.href, params: { reason: 'no-directory' } }
          : { code: 'not-a-bundle', where: url.href },
      );
}

function bundleAt(read: Read, url: URL, had?: FetchedBytes): Place {
  let waiting = had;
  return {
    kind: 'bundle',
    url,
    document: (options) => {
      const known = waiting;
      waiting = undefined;
      return known === undefined ? read(url, options) : Promise.resolve(ok(known));
    },
  };
}

function archive(bytes: Uint8Array, url: URL): Result<Place, SourceError> {
  const tree = zipTree(bytes, nameOf(url.pathname) || url.href);
  return tree.ok ? ok({ kind: 'archive', source: treeSource(tree.value) }) : tree;
}

async function openRevision(
  read: Read,
  index: URL,
  path: string,
  projectId: string,
  signal: AbortSignal | undefined,
): Promise<Result<BundleFiles, SourceError>> {
  const contained = containedPath(path, { folder: true });
  if (!contained.ok) return contained;
  const target = contained.value;
  if (/\.json$/i.test(target)) return ok(filesBeside(read, new URL(pathToUrl(target), index)));
  if (/\.zip$/i.test(target)) {
    const url = new URL(pathToUrl(target), index);
    const file = await read(url, withSignal({ expect: 'json' }, signal));
    if (!file.ok) return file;
    const place = archive(file.value.bytes, url);
    if (!place.ok) return place;
    return place.value.kind === 'archive'
      ? place.value.source.open(projectId, undefined, signal)
      : err({ code: 'not-a-bundle', where: url.href });
  }
  const folder = target === '' ? '' : `${pathToUrl(target)}/`;
  return ok(filesBeside(read, new URL(`${folder}bundle.json`, index)));
}

/** The files beside a bundle document; `bundle.json` is the document itself, whatever its name. */
function filesBeside(
  read: Read,
  bundle: URL,
  document: Document = (options) => read(bundle, options),
): BundleFiles {
  const folder = new URL('.', bundle);
  const { part } = read;
  return {
    origin: bundle.href,
    ...(part === undefined
      ? {}
      : {
          readPart: async (path, from, to, signal) => {
            const contained = containedPath(path);
            if (!contained.ok) return contained;
            return part(new URL(pathToUrl(contained.value), folder), from, to, signal);
          },
        }),
    read: async (path, options = {}) => {
      const contained = containedPath(path);
      if (!contained.ok) return contained;
      const isBundle = contained.value === 'bundle.json';
      const url = isBundle ? bundle : new URL(pathToUrl(contained.value), folder);
      if (!isBundle && (url.origin !== folder.origin || !url.href.startsWith(folder.href))) {
        return err({ code: 'unsafe-path', where: path });
      }
      const asked: FetchOptions = {
        ...options,
        maxBytes: options.maxBytes ?? maxFileBytes,
        expect: isBundle ? 'json' : expectationOf(contained.value),
      };
      const file = await (isBundle ? document(asked) : read(url, asked));
      if (!file.ok) return file;
      const mediaType = file.value.mediaType ?? mediaTypeOfPath(contained.value);
      return ok({
        path: contained.value,
        bytes: file.value.bytes,
        ...(mediaType === undefined ? {} : { mediaType }),
      });
    },
  };
}

/** Evidence may be a page; a page under the name of anything else is the host's own. */
function expectationOf(path: string): FetchOptions['expect'] {
  const type = mediaTypeOfPath(path);
  if (type === undefined || type === 'text/html') return 'any';
  return type === 'application/json' ? 'json' : 'data';
}

function withSignal(options: FetchOptions, signal: AbortSignal | undefined): FetchOptions {
  return signal === undefined ? options : { ...options, signal };
}
