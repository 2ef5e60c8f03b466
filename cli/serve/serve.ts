import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, problem, type Question } from '../../src/server/answer.ts';
import type { CatalogueChange } from '../../src/server/catalogue.ts';
import { type EventHub, eventHub } from '../../src/server/event-hub.ts';
import { createService } from '../../src/server/service.ts';
import { contentStore } from '../../src/server/store.ts';
import { type AppFiles, appFiles } from './app-files.ts';
import { type EventStreams, eventStreams } from './event-streams.ts';
import {
  crossOriginHeaders,
  type GuardOptions,
  preflightHeaders,
  refusal,
  unauthorised,
} from './guard.ts';
import { watchCatalogue } from './watched-catalogue.ts';

export interface ServeOptions {
  /** A folder of bundles and revisions, a bundle's folder, a `bundle.json` or a `.zip`. */
  readonly path: string;
  /** Folder of the built app; absent, only the interface is served. */
  readonly app?: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Address to listen at; absent, this machine alone can reach it. */
  readonly address?: string;
  /** Further values of `Host` that are answered, such as `plans.example:8080`. */
  readonly hosts?: readonly string[];
  /** Origins of other pages that may read, such as `https://plans.example`. */
  readonly origins?: readonly string[];
  /** Readers of the interface must show it. */
  readonly token?: string;
  /** Looks for changes and tells them; absent, it does. */
  readonly watch?: boolean;
  /** Told what a person at the terminal may want to know; data, no sentences. */
  readonly onEvent?: (event: ServeEvent) => void;
}

/**
 * A connection is kept longer than readers keep theirs: one that is closed while a question is on its way
 * fails that question. Milliseconds.
 */
const keepAliveTimeout = 65_000;

export type ServeEvent =
  | { readonly kind: 'changed'; readonly changes: readonly CatalogueChange[] }
  /** What is in the folder cannot be read right now; the last state is served on. */
  | { readonly kind: 'trouble'; readonly error: unknown };

export interface Served {
  /** Where the app is, with a final slash; without an app, the interface. */
  readonly url: string;
  /** Root of the interface, with a final slash. */
  readonly api: string;
  readonly port: number;
  /** Looks at the files now instead of when the system tells of a change. */
  readonly look: () => Promise<void>;
  readonly streams: () => number;
  readonly close: () => Promise<void>;
}

const apiRoot = '/api/';

/** What every answer has; data must never be taken for a page of this origin. */
const alwaysHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

interface Parts {
  readonly guard: GuardOptions;
  readonly service: (question: Question) => Promise<Answer>;
  readonly streams: EventStreams;
  readonly app: AppFiles | undefined;
}

/**
 * Serves bundles by the contract of `docs/api`, with the app from the same address. Read-only; by
 * default for this machine alone.
 *
 * @throws when the path cannot be read, the app is no build, or the port is taken
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const hub: EventHub = eventHub(String(Date.now()), Date.now);
  const catalogue = await watchCatalogue(options.path, {
    watch: options.watch ?? true,
    onChange: (changes) => {
      tell(hub, changes);
      options.onEvent?.({ kind: 'changed', changes });
    },
    onTrouble: (error) => options.onEvent?.({ kind: 'trouble', error }),
  });
  const streams = eventStreams(hub);
  const hosts = new Set<string>();
  const parts: Parts = {
    guard: {
      hosts,
      origins: new Set((options.origins ?? []).map((origin) => origin.toLowerCase())),
      ...(options.token === undefined ? {} : { token: options.token }),
    },
    service: createService({
      catalogue: catalogue.current,
      store: contentStore(),
      now: () => new Date().toISOString(),
    }),
    streams,
    app:
      options.app === undefined
        ? undefined
        : await appFiles(options.app, { source: `api:${apiRoot.slice(1)}` }),
  };
  const server = createServer({ maxHeaderSize: 16_384, keepAliveTimeout }, (request, response) => {
    handle(request, response, parts).catch(() => response.destroy());
  });
  const address = options.address ?? '127.0.0.1';
  const port = await listen(server, options.port ?? 0, address);
  const names = [...(options.hosts ?? []), `${hostName(address)}:${port}`];
  if (isLoopback(address)) names.push(`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`);
  for (const name of names) hosts.add(name.toLowerCase());
  const origin = `http://${hostName(address)}:${port}`;
  return {
    url: options.app === undefined ? `${origin}${apiRoot}` : `${origin}/`,
    api: `${origin}${apiRoot}`,
    port,
    look: catalogue.look,
    streams: hub.listeners,
    close: async () => {
      catalogue.close();
      streams.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function tell(hub: EventHub, changes: readonly CatalogueChange[]): void {
  for (const change of changes) {
    if (change.kind === 'projects') {
      hub.tellProjects();
      continue;
    }
    const { id, label, createdAt } = change.revision;
    hub.tell({
      project: change.project,
      revision: id,
      kind: change.kind,
      ...(label === undefined ? {} : { label }),
      ...(createdAt === undefined ? {} : { createdAt }),
    });
  }
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { guard, service, streams, app }: Parts,
): Promise<void> {
  const refused = refusal(request, guard);
  if (refused !== undefined) return send(request, response, refused, { vary: 'origin' });
  const address = request.url ?? '';
  if (!URL.canParse(address, 'http://host')) {
    return send(request, response, problem(400, 'Bad Request', address), {});
  }
  const url = new URL(address, 'http://host');
  const crossOrigin = crossOriginHeaders(request, guard) ?? {};
  if (!url.pathname.startsWith(apiRoot)) {
    const question = questionOf(request, url, '/');
    const answer =
      request.method !== 'GET' && request.method !== 'HEAD'
        ? problem(405, 'Method Not Allowed', question.path, { headers: { allow: 'GET, HEAD' } })
        : ((await app?.answer(question)) ?? problem(404, 'Not Found', question.path));
    return send(request, response, answer, {
      'content-security-policy': app?.policy ?? dataPolicy,
      'cross-origin-resource-policy': 'same-origin',
    });
  }
  const headers = {
    'content-security-policy': dataPolicy,
    'cross-origin-resource-policy':
      'access-control-allow-origin' in crossOrigin ? 'cross-origin' : 'same-origin',
    ...crossOrigin,
  };
  if (request.method === 'OPTIONS') {
    const allowed = 'access-control-allow-origin' in crossOrigin ? preflightHeaders : {};
    return send(request, response, { status: 204, headers: allowed, body: undefined }, headers);
  }
  const denied = unauthorised(request, guard);
  if (denied !== undefined) return send(request, response, denied, headers);
  const question = questionOf(request, url, apiRoot);
  if (question.path === 'events' && request.method === 'GET') {
    streams.open(request, response, { ...alwaysHeaders, ...headers });
    return;
  }
  const answer = await service(question);
  // What needed a token must not lie about where others look.
  const kept = guard.token === undefined ? {} : { 'cache-control': 'private, no-store' };
  send(request, response, { ...answer, headers: { ...answer.headers, ...kept } }, headers);
}

function questionOf(request: IncomingMessage, url: URL, root: string): Question {
  return {
    method: request.method ?? 'GET',
    path: url.pathname.slice(root.length),
    query: url.searchParams,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
  more: Readonly<Record<string, string>>,
): void {
  const length =
    status === 204 || status === 304 ? {} : { 'content-length': String(body?.length ?? 0) };
  response.writeHead(status, { ...alwaysHeaders, ...more, ...length, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function listen(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve(portOf(server.address()));
    });
  });
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function hostName(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || address.startsWith('127.');
}
