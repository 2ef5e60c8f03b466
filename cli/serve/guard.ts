import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, problem } from '../../src/server/answer.ts';

export interface GuardOptions {
  /** Values of `Host` that are answered, in lower case. */
  readonly hosts: ReadonlySet<string>;
  /** Origins of other pages that may read, in lower case. */
  readonly origins: ReadonlySet<string>;
  /** Needed to read the interface; absent, everybody who reaches the address may. */
  readonly token?: string;
}

/**
 * Refuses what must not be answered: another `Host` (a name that was bound to this address to get around
 * the browser's rules), and pages of other origins that nobody allowed.
 */
export function refusal(request: IncomingMessage, options: GuardOptions): Answer | undefined {
  const path = request.url ?? '';
  const host = request.headers.host?.toLowerCase() ?? '';
  if (!options.hosts.has(host)) {
    return problem(421, 'Misdirected Request', path, {
      detail: 'This server does not answer for that host. Start it with --host to allow it.',
    });
  }
  const { origin } = request.headers;
  if (origin !== undefined && !isOwn(origin, host) && !options.origins.has(origin.toLowerCase())) {
    return problem(403, 'Forbidden', path, { detail: 'Pages of that origin may not read.' });
  }
  return undefined;
}

/** Refuses readers without the token: as `Authorization: Bearer`, or as the cookie `wavegate`. */
export function unauthorised(
  request: IncomingMessage,
  { token }: GuardOptions,
): Answer | undefined {
  if (token === undefined) return undefined;
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const cookie = /(?:^|;\s*)wavegate=([^;]*)/.exec(request.headers.cookie ?? '')?.[1];
  const given = bearer ?? cookie;
  if (given !== undefined && isSame(given, token)) return undefined;
  return problem(401, 'Unauthorized', request.url ?? '', {
    headers: {
      'www-authenticate': `Bearer realm="wavegate"${given === undefined ? '' : ', error="invalid_token"'}`,
    },
  });
}

/** Headers that let a page of an allowed origin read; `undefined` for every other request. */
export function crossOriginHeaders(
  request: IncomingMessage,
  { origins }: GuardOptions,
): Readonly<Record<string, string>> | undefined {
  const { origin } = request.headers;
  if (origin === undefined || !origins.has(origin.toLowerCase())) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers':
      'etag, retry-after, content-range, accept-ranges, repr-digest, www-authenticate, date',
    vary: 'origin',
  };
}

export const preflightHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers':
    'authorization, if-none-match, if-range, range, last-event-id, cache-control',
  'access-control-max-age': '600',
};

function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host.toLowerCase() === host;
}

function isSame(given: string, wanted: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(wanted);
  return one.length === other.length && timingSafeEqual(one, other);
}
