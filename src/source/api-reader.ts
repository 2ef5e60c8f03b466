import { applyDelta } from '../api/byte-delta.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { SourceEnvironment } from './environment.ts';
import { type FetchedBytes, type FetchOptions, fetchBytes, maxFileBytes } from './fetch-bytes.ts';
import { fetchPart, fetchWhole } from './fetch-whole.ts';
import { inTurns } from './in-turns.ts';
import { Leaving } from './leaving.ts';
import { readDelta } from './read-delta.ts';
import type { KeptResponse, ResponseCache } from './response-cache.ts';
import { sha256Hex } from './sha256.ts';
import type { SourceError, SourceHealth } from './types.ts';

/** Documents below this size are had whole: a delta saves nothing. Bytes. */
const worthDelta = 32 * 1024;
/** So many files are confirmed at the same time. */
const checksAtOnce = 3;

export interface ReaderEvents {
  readonly onHealth: (health: SourceHealth) => void;
  /** A file that is shown turned out to be another one at the server. */
  readonly onChanged: (project: string, revision: string) => void;
}

/** Why a document is not taken that its own server contradicts. */
const otherDigest = 'other-digest';

interface Place {
  readonly project: string;
  readonly revision: string;
}

type Fetched = Result<FetchedBytes, SourceError>;

/**
 * Reads from one server: what is kept at once, confirmed behind. Keeps who asks in memory, and knows how
 * sure it is that what was given is what the server has.
 */
export class ApiReader {
  private readonly env: SourceEnvironment;
  private readonly cache: ResponseCache;
  private readonly events: ReaderEvents;
  private readonly leaving = new Leaving();
  private readonly checking = new Map<string, Promise<void>>();
  private readonly turns = inTurns(checksAtOnce);
  /** Files that were given, so that they can be asked for again. */
  private readonly given = new Map<string, Place & { readonly options: FetchOptions }>();
  /** The last document of each project, as the base of a delta. */
  private readonly bases = new Map<string, { readonly url: string; readonly sha256: string }>();
  /** Projects of which somebody wanted to see the state that is; `true`: all of them. */
  private readonly askedFirst = new Set<string | true>();
  /** Revisions whose last good files are given, all of them, because their document contradicts itself. */
  private readonly held = new Set<string>();
  /** Files that could not be had when they were last asked for. */
  private readonly failing = new Map<string, SourceError>();
  private confirmedAt: number | undefined;
  private hasNoDeltas = false;
  private token: string | undefined;
  private current: SourceHealth | undefined;

  constructor(env: SourceEnvironment, cache: ResponseCache, events: ReaderEvents) {
    this.env = env;
    this.cache = cache;
    this.events = events;
  }

  signIn(token: string | undefined): void {
    this.token = token === '' ? undefined : token;
    if (this.token !== undefined) void this.recheckAll();
  }

  headers(): Readonly<Record<string, string>> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }

  health(): SourceHealth | undefined {
    return this.current;
  }

  /** From now on the server is asked before what is kept is given. */
  askFirst(project: string | undefined): void {
    this.askedFirst.add(project ?? true);
    this.held.clear();
  }

  /** Stops what is under way for a project. */
  leave(project: string): void {
    this.leaving.leave(project);
    for (const [url, place] of this.given) {
      if (place.project !== project) continue;
      this.given.delete(url);
      this.failing.delete(url);
    }
  }

  /** Asks the server first; what is kept stands in when it cannot be asked. */
  async newest(url: URL, options: FetchOptions): Promise<Result<Uint8Array, SourceError>> {
    const kept = await this.cache.get(url.href);
    const fetched = await this.fetch(url, options, kept);
    await this.takeIn(url, fetched, kept);
    if (fetched.ok) return ok(fetched.value.bytes);
    return kept !== undefined && kept.isAbsent !== true && mayStandIn(fetched.error)
      ? ok(kept.bytes)
      : fetched;
  }

  /** What is kept at once, confirmed behind; else from the server. */
  async file(url: URL, options: FetchOptions, place: Place): Promise<Fetched> {
    const asked = { ...options, signal: this.leaving.signalOf(place.project, options.signal) };
    const { signal: _, onProgress: __, ...plain } = options;
    this.given.set(url.href, { ...place, options: plain });
    const kept = await this.cache.get(url.href);
    const isFirst = this.askedFirst.has(true) || this.askedFirst.has(place.project);
    const isHeld = this.held.has(keyOf(place));
    if (kept !== undefined && isFirst && !isHeld) return this.confirmed(url, asked, place, kept);
    if (kept !== undefined && kept.bytes.byteLength <= (options.maxBytes ?? maxFileBytes)) {
      if (isDocument(url)) await this.remember(place.project, url, kept.bytes);
      void this.check(url, plain, place, kept);
      return standIn(url, kept);
    }
    const fetched = await this.ask(url, asked, place.project, undefined);
    await this.takeIn(url, fetched, undefined);
    if (fetched.ok && isDocument(url)) {
      await this.remember(place.project, url, fetched.value.bytes);
    }
    return fetched;
  }

  /** A part of what is kept, else of what the server has. */
  async part(
    url: URL,
    [from, to]: readonly [number, number],
    project: string,
    outer?: AbortSignal,
  ) {
    const kept = await this.cache.get(url.href);
    if (kept !== undefined && kept.isAbsent !== true) {
      return ok({ bytes: kept.bytes.slice(from, to), size: kept.bytes.length });
    }
    const signal = this.leaving.signalOf(project, outer);
    return fetchPart(this.env, url, [from, to], { headers: this.headers(), signal });
  }

  /** The server's answer, or what is kept where it cannot be asked. */
  private async confirmed(
    url: URL,
    options: FetchOptions,
    place: Place,
    kept: KeptResponse,
  ): Promise<Fetched> {
    const { project } = place;
    const fetched = await this.ask(url, options, project, kept);
    // What is shown beside the document is then of its revision, too.
    if (!fetched.ok && fetched.error.params?.['reason'] === otherDigest) {
      this.held.add(keyOf(place));
    }
    await this.takeIn(url, fetched, kept);
    const given = fetched.ok || !mayStandIn(fetched.error) ? fetched : standIn(url, kept);
    if (given.ok && isDocument(url)) await this.remember(project, url, given.value.bytes);
    return given;
  }

  /**
   * The server's answer, as yet without consequences. A document that is not what the list of sums beside
   * it says may lack what forbids: where there is a last good one, it is not taken.
   */
  private async ask(
    url: URL,
    options: FetchOptions,
    project: string,
    kept: KeptResponse | undefined,
  ): Promise<Fetched> {
    if (!isDocument(url)) return this.fetch(url, options, kept);
    const fetched =
      (await this.byDelta(url, project, options)) ?? (await this.fetch(url, options, kept));
    if (!fetched.ok || kept === undefined || kept.isAbsent === true) return fetched;
    if (isSame(fetched.value.bytes, kept.bytes)) return fetched;
    const { onProgress: _, ...plain } = options;
    const sums = await this.fetch(
      new URL('SHA256SUMS', url),
      { ...plain, expect: 'any' },
      undefined,
    );
    if (!sums.ok || (await isListed(sums.value.bytes, fetched.value.bytes))) return fetched;
    return err({ code: 'unreachable', where: url.href, params: { reason: otherDigest } });
  }

  /** Asks again for the files of a revision that were given. */
  async recheck(project: string, revision: string): Promise<void> {
    await this.recheckWhere((place) => place.project === project && place.revision === revision);
  }

  /** Asks again for the documents that were given: enough to know whether the server is there. */
  async recheckAll(): Promise<void> {
    await this.recheckWhere((_, url) => isDocument(new URL(url)));
  }

  /** Asks again for what could not be had. */
  async recheckFailing(): Promise<void> {
    await this.recheckWhere((_, url) => this.failing.has(url));
  }

  private async recheckWhere(is: (place: Place, url: string) => boolean): Promise<void> {
    const wanted = [...this.given].filter(([url, place]) => is(place, url));
    for (const [href, { options, ...place }] of wanted) {
      const kept = await this.cache.get(href);
      if (kept !== undefined) await this.check(new URL(href), options, place, kept);
    }
  }

  /** One question at a time for each file. */
  private check(url: URL, options: FetchOptions, place: Place, kept: KeptResponse): Promise<void> {
    const running = this.checking.get(url.href);
    if (running !== undefined) return running;
    // What a person waits for goes before what is only confirmed: a browser has few connections.
    const check = this.turns(() => this.checkOnce(url, options, place, kept)).finally(() => {
      this.checking.delete(url.href);
    });
    this.checking.set(url.href, check);
    return check;
  }

  private async checkOnce(
    url: URL,
    options: FetchOptions,
    place: Place,
    kept: KeptResponse,
  ): Promise<void> {
    const asked = { ...options, signal: this.leaving.signalOf(place.project) };
    const fetched = await this.ask(url, asked, place.project, kept);
    const isGone = !fetched.ok && fetched.error.code === 'not-found';
    const isOther =
      kept.isAbsent === true
        ? fetched.ok
        : isGone || (fetched.ok && !isSame(fetched.value.bytes, kept.bytes));
    if (isOther) {
      // What is kept stays what is shown, all files of one state, until somebody moves on.
      this.failing.delete(url.href);
      this.confirmedAt = this.env.now();
      this.judge();
      this.events.onChanged(place.project, place.revision);
    } else {
      await this.takeIn(url, fetched, kept);
    }
  }

  private fetch(url: URL, options: FetchOptions, kept: KeptResponse | undefined): Promise<Fetched> {
    const known = kept?.etag === undefined ? undefined : { ...kept, etag: kept.etag };
    return fetchWhole(this.env, url, {
      ...options,
      headers: this.headers(),
      ...(known === undefined ? {} : { known }),
    });
  }

  private async takeIn(url: URL, fetched: Fetched, kept: KeptResponse | undefined): Promise<void> {
    const now = this.env.now();
    if (!fetched.ok) {
      // That something is not there is an answer, too, and counts when the server cannot be asked.
      if (fetched.error.code === 'not-found') {
        const absent = { bytes: new Uint8Array(), isAbsent: true, confirmedAt: now } as const;
        await this.cache.put(url.href, absent, this.token !== undefined);
      }
      this.failed(url, fetched.error, kept);
      return;
    }
    const { bytes, etag, mediaType, noStore } = fetched.value;
    this.failing.delete(url.href);
    this.confirmedAt = now;
    this.judge();
    // What needed a token or must not be kept is kept only as long as the page is open.
    const isPrivate = noStore === true || this.token !== undefined;
    await this.cache.put(
      url.href,
      {
        bytes,
        confirmedAt: now,
        ...(etag === undefined ? {} : { etag }),
        ...(mediaType === undefined ? {} : { mediaType }),
      },
      isPrivate,
    );
  }

  private failed(url: URL, error: SourceError, kept: KeptResponse | undefined): void {
    if (error.code === 'aborted') return;
    // That something is not there is an answer, and a confirmation of the rest.
    if (error.code === 'not-found') this.failing.delete(url.href);
    else this.failing.set(url.href, error);
    this.confirmedAt ??= kept?.confirmedAt;
    this.judge();
  }

  /** One file that cannot be had makes the whole doubtful: what is shown may be another state. */
  private judge(): void {
    const since = this.confirmedAt;
    const errors = [...this.failing.values()];
    const refusal = errors.find(({ code }) => code === 'unauthorised');
    const [error] = errors;
    if (refusal !== undefined) {
      this.become({
        state: 'unauthorised',
        error: refusal,
        ...(since === undefined ? {} : { since }),
      });
    } else if (since !== undefined) {
      this.become(
        error === undefined ? { state: 'fresh', at: since } : { state: 'stale', since, error },
      );
    }
  }

  private become(health: SourceHealth): void {
    const before = this.current?.state;
    // How old it is counts from the moment at which something began to fail.
    if (before === health.state && before !== 'fresh') return;
    this.current = health;
    if (before !== health.state) this.events.onHealth(health);
  }

  /** `undefined`: there is no base, the server cannot help, or what came is not to be believed. */
  private async byDelta(
    url: URL,
    project: string,
    options: FetchOptions,
  ): Promise<Fetched | undefined> {
    const base = this.bases.get(project);
    const kept = base === undefined ? undefined : await this.cache.get(base.url);
    if (base === undefined || kept === undefined || this.hasNoDeltas) return undefined;
    if (kept.bytes.byteLength < worthDelta) return undefined;
    const address = new URL('delta.json', url);
    address.search = new URLSearchParams({ from: base.sha256 }).toString();
    const { onProgress: _, ...plain } = options;
    const file = await fetchBytes(this.env, address, {
      ...plain,
      expect: 'json',
      headers: this.headers(),
    });
    // A folder has none; a server that does not know the old document says so the same way.
    if (!file.ok && file.error.code === 'not-found' && base.url === url.href) {
      this.hasNoDeltas = true;
    }
    const delta = file.ok ? readDelta(file.value.bytes) : undefined;
    if (delta === undefined || delta.size > (options.maxBytes ?? maxFileBytes)) return undefined;
    const bytes = applyDelta(kept.bytes, delta.pieces, delta.size);
    if (bytes === undefined || (await sha256Hex(bytes)) !== delta.sha256) return undefined;
    return ok({
      bytes,
      mediaType: 'application/json',
      ...(file.ok && file.value.noStore === true ? { noStore: true } : {}),
    });
  }

  private async remember(project: string, url: URL, bytes: Uint8Array): Promise<void> {
    if (bytes.byteLength < worthDelta) return;
    this.bases.set(project, { url: url.href, sha256: await sha256Hex(bytes) });
  }
}

/** Whether a document is what a list of sums says; one that says nothing of it contradicts nothing. */
async function isListed(sums: Uint8Array, document: Uint8Array): Promise<boolean> {
  const lines = new TextDecoder().decode(sums).split('\n');
  const line = lines.find((entry) => /^[0-9a-f]{64} [ *]bundle\.json$/i.test(entry.trimEnd()));
  return line === undefined || line.slice(0, 64).toLowerCase() === (await sha256Hex(document));
}

function keyOf({ project, revision }: Place): string {
  return JSON.stringify([project, revision]);
}

/** What is kept, as an answer. */
function standIn(url: URL, { bytes, mediaType, isAbsent }: KeptResponse): Fetched {
  if (isAbsent === true) return err({ code: 'not-found', where: url.href });
  return ok({ bytes, ...(mediaType === undefined ? {} : { mediaType }) });
}

/** The server is not there, or not itself; that it refuses, or has nothing, is an answer. */
function mayStandIn({ code }: SourceError): boolean {
  return code !== 'not-found' && code !== 'forbidden' && code !== 'aborted';
}

function isDocument(url: URL): boolean {
  return url.pathname.endsWith('/bundle.json');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  // A callback for each byte takes a document of some megabytes ten times as long.
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
