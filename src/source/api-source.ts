import { err, ok, type Result } from '../lib/result.ts';
import { ApiReader } from './api-reader.ts';
import { containedPath, pathToUrl } from './contained-path.ts';
import { pause, type SourceEnvironment } from './environment.ts';
import { followEvents, type StreamNews } from './follow-events.ts';
import { nextOfPage, parseListings, parseRevisions } from './listing.ts';
import { mediaTypeOfPath } from './media-type.ts';
import type { ResponseCache } from './response-cache.ts';
import { resolveSourceUrl } from './safe-url.ts';
import type {
  BundleFiles,
  EvidenceSource,
  ProjectListing,
  SourceError,
  SourceNews,
} from './types.ts';

const maxIndexBytes = 16 * 1024 * 1024;
/** So many revisions of a project are listed; older ones are opened by their link. */
const maxListed = 2000;
/** Waits between two attempts to have what could not be had. Milliseconds. */
const firstAsking = 5000;
const longestAsking = 120_000;

/**
 * A server that keeps the contract of `docs/api`, or as much of it as a static folder does. What was had
 * before is given at once and confirmed behind: what turns out to be another state is told as news, and
 * nothing that is shown changes until `moveOn` or a new load. Where the server cannot be reached, the
 * last good answers stay and count as stale.
 */
export function apiSource(
  ref: { readonly url: string },
  env: SourceEnvironment,
  cache: ResponseCache,
): EvidenceSource {
  const address = resolveSourceUrl(folderAddress(ref.url), env.baseUrl);
  if (!address.ok) {
    return { list: async () => address, open: async () => address };
  }
  return new ApiSource(new URL('.', address.value), env, cache).source();
}

/** `…/index.json` and `…` name the same folder as `…/`. */
function folderAddress(url: string): string {
  const plain = url.replace(/[?#].*$/s, '').replace(/index\.json$/, '');
  return plain === '' || plain.endsWith('/') ? plain || './' : `${plain}/`;
}

class ApiSource {
  private readonly root: URL;
  private readonly env: SourceEnvironment;
  private readonly reader: ApiReader;
  private readonly listeners = new Set<(news: SourceNews) => void>();
  /** The newest revision as it was when the project was opened; it stays until somebody moves on. */
  private readonly pinned = new Map<string, string>();
  private known: readonly ProjectListing[] | undefined;
  /** Revisions that are no news: those of the first list, and what was told since. */
  private told: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  private comparing: Promise<void> | undefined;
  private isAsked = false;
  private isKeepingOn = false;
  private following: AbortController | undefined;

  constructor(root: URL, env: SourceEnvironment, cache: ResponseCache) {
    this.root = root;
    this.env = env;
    this.reader = new ApiReader(env, cache, {
      onHealth: (health) => {
        this.tell({ kind: 'health', health });
        if (health.state === 'stale') void this.keepAsking();
      },
      onChanged: (project, revision) =>
        this.tell({ kind: 'revision', project, revision, change: 'changed' }),
    });
  }

  source(): EvidenceSource {
    return {
      list: () => this.list(),
      open: (project, revision) => this.open(project, revision),
      live: {
        follow: (listener) => this.follow(listener),
        signIn: (token) => {
          this.reader.signIn(token);
          if (this.following !== undefined) this.connect();
        },
        moveOn: (project) => {
          if (project === undefined) this.pinned.clear();
          else this.pinned.delete(project);
          this.reader.askFirst(project);
        },
        leave: (project) => this.reader.leave(project),
      },
    };
  }

  private tell(news: SourceNews): void {
    for (const listener of [...this.listeners]) listener(news);
  }

  /** Asks the server; what is kept stands in where it cannot be asked. */
  private async list(): Promise<Result<readonly ProjectListing[], SourceError>> {
    const file = await this.reader.newest(new URL('index.json', this.root), {
      expect: 'json',
      maxBytes: maxIndexBytes,
    });
    if (!file.ok) return file;
    const listings = parseListings(file.value);
    if (listings === undefined) {
      return err({ code: 'not-a-bundle', where: new URL('index.json', this.root).href });
    }
    const next = nextOfPage(file.value);
    const whole: ProjectListing[] = [];
    for (const listing of listings) {
      const cursor = next.get(listing.id);
      whole.push(cursor === undefined ? listing : await this.withOlder(listing, cursor));
    }
    this.known = whole;
    this.told ??= new Map(
      whole.map(({ id, revisions }) => [id, new Set(revisions.map((own) => own.id))]),
    );
    return ok(whole);
  }

  /** A page that does not come leaves the list short; what is there can be opened. */
  private async withOlder(listing: ProjectListing, first: string): Promise<ProjectListing> {
    const revisions = [...listing.revisions];
    const seen = new Set(revisions.map(({ id }) => id));
    let cursor: string | undefined = first;
    while (cursor !== undefined && revisions.length < maxListed) {
      const url = new URL(pathToUrl(`projects/${segmentFrom(listing)}/revisions.json`), this.root);
      url.search = new URLSearchParams({ cursor, limit: '500' }).toString();
      const file = await this.reader.newest(url, { expect: 'json', maxBytes: maxIndexBytes });
      const page = file.ok ? parseRevisions(file.value, listing.id) : undefined;
      const fresh = (page?.revisions ?? []).filter(({ id }) => !seen.has(id));
      // A server that gives the same page again would be asked for ever.
      if (fresh.length === 0) break;
      for (const revision of fresh) {
        seen.add(revision.id);
        revisions.push(revision);
      }
      cursor = page?.next;
    }
    return { ...listing, revisions };
  }

  private async open(
    project: string,
    revisionId: string | undefined,
  ): Promise<Result<BundleFiles, SourceError>> {
    const wanted = revisionId ?? this.pinned.get(project);
    let revision = this.find(project, wanted);
    // A page that follows the newest asks which one that is; a link to a known one need not.
    if (revision === undefined || wanted === undefined) {
      const listed = await this.list();
      if (!listed.ok) return listed;
      revision = this.find(project, wanted);
    }
    if (revision === undefined) {
      return err({ code: 'not-found', where: this.root.href, params: { project } });
    }
    if (revisionId === undefined) this.pinned.set(project, revision.id);
    const folder = containedPath(revision.path, { folder: true });
    if (!folder.ok) return folder;
    const base = new URL(folder.value === '' ? '.' : `${pathToUrl(folder.value)}/`, this.root);
    return ok(this.files(project, revision.id, base));
  }

  private find(project: string, revision: string | undefined) {
    const revisions = this.known?.find(({ id }) => id === project)?.revisions ?? [];
    return revision === undefined ? revisions[0] : revisions.find(({ id }) => id === revision);
  }

  private files(project: string, revision: string, base: URL): BundleFiles {
    return {
      origin: new URL('bundle.json', base).href,
      readPart: async (path, from, to, signal) => {
        const contained = containedPath(path);
        if (!contained.ok) return contained;
        const url = new URL(pathToUrl(contained.value), base);
        return this.reader.part(url, [from, to], project, signal);
      },
      // A server confirms, corrects and contradicts what it sends: nobody sees it before it has.
      read: async (path, { arriving: _, ...options } = {}) => {
        const contained = containedPath(path);
        if (!contained.ok) return contained;
        const url = new URL(pathToUrl(contained.value), base);
        const type = mediaTypeOfPath(contained.value);
        const expect =
          type === undefined || type === 'text/html'
            ? 'any'
            : type === 'application/json'
              ? 'json'
              : 'data';
        const file = await this.reader.file(url, { ...options, expect }, { project, revision });
        if (!file.ok) return file;
        const mediaType = file.value.mediaType ?? type;
        return ok({
          path: contained.value,
          bytes: file.value.bytes,
          ...(mediaType === undefined ? {} : { mediaType }),
        });
      },
    };
  }

  private follow(listener: (news: SourceNews) => void): () => void {
    this.listeners.add(listener);
    const health = this.reader.health();
    if (health !== undefined) listener({ kind: 'health', health });
    if (health?.state === 'stale') void this.keepAsking();
    if (this.following === undefined) this.connect();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.following?.abort();
      this.following = undefined;
    };
  }

  private connect(): void {
    this.following?.abort();
    const controller = new AbortController();
    this.following = controller;
    void followEvents(this.env, {
      url: new URL('events', this.root),
      headers: () => this.reader.headers(),
      signal: controller.signal,
      onNews: (news) => {
        if (!controller.signal.aborted) this.takeIn(news);
      },
    });
  }

  private takeIn(news: StreamNews): void {
    switch (news.kind) {
      case 'changed': {
        const { project, revision, change, label } = news;
        if (change === 'added') void this.compare();
        else if (change === 'changed') void this.reader.recheck(project, revision);
        if (change === 'removed') {
          this.tell({ kind: 'revision', project, revision, change, ...(label && { label }) });
        }
        break;
      }
      case 'projects':
        this.tell({ kind: 'projects' });
        break;
      case 'resync':
        void this.compare();
        void this.reader.recheckAll();
        break;
      case 'open':
        if (this.reader.health()?.state !== 'fresh') void this.reader.recheckAll();
        break;
      case 'unauthorised':
      case 'lost':
        // Whether what is shown still holds is found by asking, not by the loss of the stream.
        void this.reader.recheckAll();
        break;
    }
  }

  /** While somebody looks on, what could not be had is asked for again, less and less often. */
  private async keepAsking(): Promise<void> {
    if (this.isKeepingOn) return;
    this.isKeepingOn = true;
    for (let wait = firstAsking; this.reader.health()?.state === 'stale'; wait *= 2) {
      await pause(this.env, Math.min(wait, longestAsking) * (0.5 + this.env.random()));
      if (this.listeners.size === 0) break;
      await this.reader.recheckFailing();
    }
    this.isKeepingOn = false;
  }

  /** One comparison at a time; one that is asked for meanwhile comes afterwards. */
  private compare(): Promise<void> {
    if (this.comparing !== undefined) {
      this.isAsked = true;
      return this.comparing;
    }
    this.comparing = (async () => {
      do {
        this.isAsked = false;
        await this.compareOnce();
      } while (this.isAsked);
      this.comparing = undefined;
    })();
    return this.comparing;
  }

  /** Reads the list again and tells what was not told before, each revision once. */
  private async compareOnce(): Promise<void> {
    const listed = await this.list();
    if (!listed.ok) return;
    const told = this.told;
    this.told = new Map(
      listed.value.map(({ id, revisions }) => [id, new Set(revisions.map((own) => own.id))]),
    );
    if (told === undefined) return;
    const ids = listed.value.map(({ id }) => id);
    if (ids.length !== told.size || ids.some((id) => !told.has(id)))
      this.tell({ kind: 'projects' });
    for (const project of listed.value) {
      const former = told.get(project.id);
      // Oldest first, so that the last word is about the newest.
      for (const { id, label } of [...project.revisions].reverse()) {
        if (former?.has(id) === true) continue;
        const named = label === undefined ? {} : { label };
        this.tell({
          kind: 'revision',
          project: project.id,
          revision: id,
          change: 'added',
          ...named,
        });
      }
    }
  }
}

/** The name of the project inside addresses, as the paths of its revisions have it. */
function segmentFrom({ id, revisions }: ProjectListing): string {
  return /^projects\/([^/]+)\//.exec(revisions[0]?.path ?? '')?.[1] ?? id;
}
