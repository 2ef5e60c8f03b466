import { fromBase64 } from '../api/addresses.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { pause, type SourceEnvironment } from './environment.ts';
import { collectBody } from './read-body.ts';
import { sha256Hex } from './sha256.ts';
import type { Arriving, SourceError } from './types.ts';

/** Nothing arrives for this long: given up. Milliseconds. */
export const idleTimeout = 20_000;
/** One file takes longer than this altogether: given up. Milliseconds. */
export const totalTimeout = 180_000;
/** Further attempts after the first. */
export const maxRetries = 2;
/** A server that asks for a longer wait is not waited for. Milliseconds. */
export const maxRetryWait = 10_000;
/** Default for a file: the largest bundle. Bytes. */
export const maxFileBytes = 256 * 1024 * 1024;

const firstRetryWait = 400;
const retriedStatus: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

export interface FetchOptions {
  readonly signal?: AbortSignal;
  readonly maxBytes?: number;
  readonly onProgress?: (loaded: number, total?: number) => void;
  readonly arriving?: Arriving;
  /** A page instead of data is `wrong-type`: `json` also looks into the bytes. */
  readonly expect: 'json' | 'data' | 'any';
  /** Sent besides the usual ones, for example who asks. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the reader has already; confirmed by `304`, it is given back. */
  readonly known?: KnownBytes;
  /** Only these bytes, of the version with the tag where one is named. */
  readonly range?: ByteRange;
}

/** Both ends count. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
  readonly etag?: string;
}

/** Bytes with the entity tag under which they were had. */
export interface KnownBytes {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly mediaType?: string;
}

export interface FetchedBytes {
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly etag?: string;
  /** The server confirmed what was known. */
  readonly isConfirmed?: boolean;
  /** The server forbids to keep the bytes. */
  readonly noStore?: boolean;
  /** The bytes are a range; the file has so many altogether. */
  readonly partOf?: number;
}

/**
 * Reads one address with GET. Failures are values: the network, aborts, time-outs (idle and total),
 * too many bytes, other bytes than their announced digest says (RFC 9530), a page instead of data, and
 * every status but 200, 304 for what is known, and 206 for a range that was asked for.
 * Statuses 408, 429 and 5xx are tried again with full jitter, honouring `Retry-After`.
 */
export async function fetchBytes(
  env: SourceEnvironment,
  url: URL,
  options: FetchOptions,
): Promise<Result<FetchedBytes, SourceError>> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOnce(env, url, options);
    if (outcome.ok || outcome.error.retryAfter === undefined || attempt >= maxRetries) {
      return outcome.ok ? outcome : err(outcome.error.error);
    }
    const jitter = env.random() * firstRetryWait * 2 ** attempt;
    const wait = Math.max(outcome.error.retryAfter, jitter);
    if (wait > maxRetryWait) return err(outcome.error.error);
    await pause(env, wait, options.signal);
    if (options.signal?.aborted === true) return err({ code: 'aborted', where: url.href });
  }
}

interface Failure {
  readonly error: SourceError;
  /** Milliseconds that the server asks to wait; absent: trying again is no use. */
  readonly retryAfter?: number;
}

async function attemptOnce(
  env: SourceEnvironment,
  url: URL,
  options: FetchOptions,
): Promise<Result<FetchedBytes, Failure>> {
  const where = url.href;
  if (options.signal?.aborted === true) return err({ error: { code: 'aborted', where } });
  const watch = startWatch(env, options.signal);
  const interrupted = (): SourceError | undefined =>
    watch.signal.aborted ? { code: watch.timedOut() ? 'timeout' : 'aborted', where } : undefined;
  try {
    let response: Response;
    try {
      response = await env.fetch(where, {
        method: 'GET',
        // Stored copies are used only after the server has confirmed them.
        cache: 'no-cache',
        credentials: 'same-origin',
        referrerPolicy: 'no-referrer',
        signal: watch.signal,
        ...headersOf(options),
      });
    } catch {
      return err({ error: interrupted() ?? { code: 'cors-or-network', where } });
    }
    const { known } = options;
    if (known !== undefined && response.status === 304) {
      await response.body?.cancel().catch(() => undefined);
      // A confirmation of something else: what is known is not what the server has.
      if (isOtherTag(response, known)) {
        const { known: _, ...anew } = options;
        return await attemptOnce(env, url, anew);
      }
      return ok({ ...known, isConfirmed: true });
    }
    const part = partIn(response, options.range);
    if (response.status !== 200 && part === undefined) {
      await response.body?.cancel().catch(() => undefined);
      return err(statusFailure(response, where, env.now()));
    }
    const wrong = wrongType(response, options.expect, where);
    if (wrong !== undefined) {
      await response.body?.cancel().catch(() => undefined);
      return err({ error: wrong });
    }
    const body = await collectBody(response, where, {
      maxBytes: options.maxBytes ?? maxFileBytes,
      onChunk: (loaded, total) => {
        watch.alive();
        options.onProgress?.(loaded, total);
      },
      // Of a range nobody knows how the file begins.
      onBytes: part === undefined ? options.arriving?.() : undefined,
    });
    const stopped = interrupted();
    if (stopped !== undefined) return err({ error: stopped });
    if (!body.ok) return err({ error: body.error });
    if (options.expect === 'json' && looksLikeHtml(body.value)) {
      return err({ error: htmlPage(where) });
    }
    const loaded = body.value.byteLength;
    if (part !== undefined) {
      return part.length === loaded
        ? ok({ bytes: body.value, partOf: part.size, ...remarksOf(response) })
        : err({ error: { code: 'unreachable', where, params: { reason: 'cut-off', loaded } } });
    }
    if (!(await isAsAnnounced(response, body.value))) {
      const params = { reason: 'other-digest', loaded };
      return err({ error: { code: 'unreachable', where, params } });
    }
    return ok({ bytes: body.value, ...remarksOf(response) });
  } finally {
    watch.stop();
  }
}

function headersOf({ headers, known, range }: FetchOptions): RequestInit {
  const all = {
    ...headers,
    ...(known === undefined ? {} : { 'if-none-match': known.etag }),
    ...(range === undefined ? {} : { range: `bytes=${range.from}-${range.to}` }),
    ...(range?.etag === undefined ? {} : { 'if-range': range.etag }),
  };
  if (Object.keys(all).length === 0) return {};
  // With a tag of our own the platform's cache must keep out, or it answers the 304 by itself.
  const isOwn = known !== undefined || range !== undefined;
  return { headers: all, ...(isOwn ? { cache: 'no-store' } : {}) };
}

/** What the answer holds, when it is the beginning of the range that was asked for, or all of it. */
function partIn(
  response: Response,
  range: ByteRange | undefined,
): { readonly size: number; readonly length: number } | undefined {
  if (range === undefined || response.status !== 206) return undefined;
  const field = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get('content-range') ?? '');
  const [from, to, size] = (field ?? []).slice(1).map(Number);
  if (from !== range.from || to === undefined || size === undefined) return undefined;
  const isWithin = to >= from && to <= Math.min(range.to, size - 1);
  return isWithin ? { size, length: to - from + 1 } : undefined;
}

/** An answer without a digest says nothing of its bytes. Only SHA-256 is looked at. */
async function isAsAnnounced(response: Response, bytes: Uint8Array): Promise<boolean> {
  const field = response.headers.get('repr-digest') ?? '';
  const [, announced] = /(?:^|[,\s])sha-256=:([A-Za-z0-9+/=]+):/.exec(field) ?? [];
  if (announced === undefined) return true;
  const stated = fromBase64(announced) ?? new Uint8Array();
  const hex = Array.from(stated, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === (await sha256Hex(bytes));
}

function isOtherTag(response: Response, known: KnownBytes): boolean {
  const etag = response.headers.get('etag');
  return etag !== null && etag !== known.etag;
}

function remarksOf(response: Response): Omit<FetchedBytes, 'bytes'> {
  const mediaType = mediaTypeOf(response);
  const etag = response.headers.get('etag');
  const isStrong = etag?.startsWith('"') === true;
  const noStore = /\bno-store\b/i.test(response.headers.get('cache-control') ?? '');
  return {
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(isStrong && etag !== null ? { etag } : {}),
    ...(noStore ? { noStore } : {}),
  };
}

interface Watch {
  readonly signal: AbortSignal;
  readonly alive: () => void;
  readonly timedOut: () => boolean;
  readonly stop: () => void;
}

/** Aborts on the caller's signal, on silence, and when the whole takes too long. */
function startWatch(env: SourceEnvironment, outer: AbortSignal | undefined): Watch {
  const controller = new AbortController();
  let expired = false;
  const expire = (): void => {
    expired = true;
    controller.abort();
  };
  const abort = (): void => controller.abort();
  outer?.addEventListener('abort', abort);
  const cancelTotal = env.after(totalTimeout, expire);
  let cancelIdle = env.after(idleTimeout, expire);
  return {
    signal: controller.signal,
    alive: () => {
      cancelIdle();
      cancelIdle = env.after(idleTimeout, expire);
    },
    timedOut: () => expired,
    stop: () => {
      cancelTotal();
      cancelIdle();
      outer?.removeEventListener('abort', abort);
    },
  };
}

function statusFailure(response: Response, where: string, now: number): Failure {
  const { status } = response;
  const error: SourceError = { code: codeOf(status), where, status };
  if (!retriedStatus.has(status)) return { error };
  return { error, retryAfter: retryAfterOf(response.headers.get('retry-after'), now) };
}

function codeOf(status: number): SourceError['code'] {
  switch (status) {
    case 401:
    case 407:
      return 'unauthorised';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 408:
    case 504:
      return 'timeout';
    case 413:
      return 'too-large';
    case 429:
      return 'too-many-requests';
    default:
      return 'server-error';
  }
}

/** Milliseconds; the header holds seconds or a date. */
function retryAfterOf(header: string | null, now: number): number {
  if (header === null) return 0;
  if (/^\d+$/.test(header.trim())) return Number(header.trim()) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

function mediaTypeOf(response: Response): string | undefined {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === '' ? undefined : type;
}

/** Hosts of single-page applications answer every address with their page and status 200. */
function wrongType(
  response: Response,
  expect: FetchOptions['expect'],
  where: string,
): SourceError | undefined {
  const type = mediaTypeOf(response);
  if (expect === 'any' || (type !== 'text/html' && type !== 'application/xhtml+xml')) {
    return undefined;
  }
  return htmlPage(where);
}

function htmlPage(where: string): SourceError {
  return {
    code: 'wrong-type',
    where,
    status: 200,
    params: { got: 'text/html', hint: 'html-page' },
  };
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html');
}
