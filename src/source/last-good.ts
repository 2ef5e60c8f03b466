import { err, ok, type Result } from '../lib/result.ts';
import type { SourceEnvironment } from './environment.ts';
import { type FetchedBytes, type FetchOptions, maxFileBytes } from './fetch-bytes.ts';
import { fetchPart, fetchWhole } from './fetch-whole.ts';
import type { KeptResponse, ResponseCache } from './response-cache.ts';
import type { SourceError, SourceHealth } from './types.ts';

/** Larger files are not kept: a browser gives a page only so much room. Bytes. */
const largestKept = 16 * 1024 * 1024;
/** What a person waits for goes before what is only kept. Milliseconds. */
const keptAfter = 1500;

type Fetched = Result<FetchedBytes, SourceError>;

/**
 * Reads files from a plain host, and keeps them for a visit without a network. The host is asked every
 * time; only where it cannot be reached does the last good answer stand in, and then the source is
 * stale since the oldest of them was had.
 */
export class LastGood {
  private readonly env: SourceEnvironment;
  private readonly cache: ResponseCache;
  private readonly listeners = new Set<(health: SourceHealth) => void>();
  private readonly standingIn = new Map<string, { since: number; error: SourceError }>();
  private current: SourceHealth | undefined;

  constructor(env: SourceEnvironment, cache: ResponseCache) {
    this.env = env;
    this.cache = cache;
  }

  async read(url: URL, options: FetchOptions): Promise<Fetched> {
    const fetched = await fetchWhole(this.env, url, options);
    if (fetched.ok) {
      this.keep(url, fetched.value);
      this.standingIn.delete(url.href);
      this.become();
      return fetched;
    }
    if (!isOutOfReach(fetched.error)) {
      if (fetched.error.code === 'not-found') this.keepAbsence(url);
      return fetched;
    }
    const kept = await this.cache.get(url.href);
    if (kept === undefined) return fetched;
    if (kept.bytes.byteLength > (options.maxBytes ?? maxFileBytes)) return fetched;
    this.standingIn.set(url.href, { since: kept.confirmedAt, error: fetched.error });
    this.become();
    if (kept.isAbsent === true) return err({ code: 'not-found', where: url.href });
    const { bytes, mediaType } = kept;
    return ok({ bytes, ...(mediaType === undefined ? {} : { mediaType }) });
  }

  /** A part is neither kept nor does anything stand in for it. */
  part(url: URL, from: number, to: number, signal: AbortSignal) {
    return fetchPart(this.env, url, [from, to], { signal });
  }

  /** Told at once what is known, and later what becomes of it. */
  follow(listener: (health: SourceHealth) => void): () => void {
    this.listeners.add(listener);
    if (this.current !== undefined) listener(this.current);
    return () => this.listeners.delete(listener);
  }

  private become(): void {
    const [first] = this.standingIn.values();
    const since = Math.min(...[...this.standingIn.values()].map((entry) => entry.since));
    const next: SourceHealth =
      first === undefined
        ? { state: 'fresh', at: this.env.now() }
        : { state: 'stale', since, error: first.error };
    const before = this.current;
    this.current = next;
    const isNews =
      before?.state !== next.state ||
      (before.state === 'stale' && next.state === 'stale' && before.since !== next.since);
    if (isNews) for (const listener of [...this.listeners]) listener(next);
  }

  private keep(url: URL, { bytes, mediaType, noStore }: FetchedBytes): void {
    if (noStore === true || bytes.byteLength > largestKept) return;
    this.later(url, {
      bytes,
      confirmedAt: this.env.now(),
      ...(mediaType === undefined ? {} : { mediaType }),
    });
  }

  private keepAbsence(url: URL): void {
    this.later(url, { bytes: new Uint8Array(), isAbsent: true, confirmedAt: this.env.now() });
  }

  private later(url: URL, response: KeptResponse): void {
    this.env.after(keptAfter, () => void this.cache.put(url.href, response));
  }
}

/** Nobody answered. Whatever an answer says, it is the host's word, and nothing stands in for it. */
function isOutOfReach({ code }: SourceError): boolean {
  return code === 'cors-or-network' || code === 'timeout' || code === 'unreachable';
}
