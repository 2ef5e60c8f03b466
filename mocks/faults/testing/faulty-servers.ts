import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getResponse } from 'msw';
import { misbehave, playStream, sendAnswer } from '../../../.ci/misbehave.ts';
import type { Catalogue } from '../../../src/server/catalogue.ts';
import { type EventHub, eventHub } from '../../../src/server/event-hub.ts';
import { createService } from '../../../src/server/service.ts';
import { contentStore } from '../../../src/server/store.ts';
import { apiHandler } from '../../handlers/api.ts';
import { catalogueOf } from '../../memory-catalogue.ts';
import { type FaultDesk, faultDesk } from '../behaviours.ts';

type Files = ReadonlyMap<string, string>;
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A server whose files and faults a test sets. */
export interface FaultyServer {
  readonly root: string;
  readonly fetch: Fetch;
  readonly desk: FaultDesk;
  readonly serve: (files: Files) => void;
  /** Files with more bytes are given in ranges only. */
  readonly limit: (bytes: number) => void;
  /** Questions that are not answered to their end yet, without the streams of events. */
  readonly open: () => number;
}

/** Where servers stand side by side, so that tests run side by side. */
export interface FaultyHost {
  readonly server: () => FaultyServer;
  readonly close: () => Promise<void>;
}

/** What all servers of a host share: a file is read and hashed once, whoever serves it. */
function shared() {
  const encoder = new TextEncoder();
  const store = contentStore();
  const catalogues = new Map<Files, Promise<Catalogue>>();
  const catalogue = (files: Files): Promise<Catalogue> => {
    const read = async (path: string) => {
      const text = files.get(path);
      return text === undefined ? undefined : encoder.encode(text);
    };
    const made = catalogues.get(files) ?? catalogueOf(read, String(catalogues.size));
    catalogues.set(files, made);
    return made;
  };
  return (): Parts => {
    let files: Files = new Map();
    let mostAtOnce = Number.POSITIVE_INFINITY;
    const service = createService({
      store,
      mostAtOnce: () => mostAtOnce,
      now: () => '2026-06-02T00:00:00Z',
      catalogue: () => catalogue(files),
    });
    return {
      desk: faultDesk(),
      hub: eventHub('e1', () => Date.parse('2026-06-02T00:00:00Z')),
      service,
      serve: (next) => {
        files = next;
      },
      limit: (bytes) => {
        mostAtOnce = bytes;
      },
    };
  };
}

interface Parts {
  readonly desk: FaultDesk;
  readonly hub: EventHub;
  readonly service: ReturnType<typeof createService>;
  readonly serve: (files: Files) => void;
  readonly limit: (bytes: number) => void;
}

/** The handlers of the mocks, asked without a network. */
export async function mockedHost(): Promise<FaultyHost> {
  const make = shared();
  let count = 0;
  return {
    server: () => {
      const { serve, limit, ...own } = make();
      count += 1;
      const root = `https://mock.example/${count}/`;
      const handler = apiHandler({ root, ...own });
      let open = 0;
      return {
        root,
        desk: own.desk,
        serve,
        limit,
        open: () => open,
        fetch: async (url, init) => {
          const isStream = url.endsWith('/events');
          if (!isStream) open += 1;
          const done = once(() => {
            if (!isStream) open -= 1;
          });
          init.signal?.addEventListener('abort', done);
          const response = await getResponse([handler], new Request(url, init));
          if (response === undefined || response.type === 'error') {
            done();
            throw new TypeError('Failed to fetch');
          }
          return interruptible(response, init.signal ?? undefined, done);
        },
      };
    },
    close: async () => undefined,
  };
}

/** A body that ends when its reader leaves, as one from a network does. */
function interruptible(
  response: Response,
  signal: AbortSignal | undefined,
  done: () => void,
): Response {
  const { status, headers } = response;
  if (signal?.aborted === true) throw new DOMException('Aborted', 'AbortError');
  if (response.body === null) {
    done();
    return new Response(null, { status, headers });
  }
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  response.body.pipeTo(pipe.writable, signal === undefined ? {} : { signal }).then(done, done);
  return new Response(pipe.readable, { status, headers });
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) run();
    isDone = true;
  };
}

/** A real server on this machine, with real connections that really break. */
export async function realHost(): Promise<FaultyHost> {
  const make = shared();
  const served = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    const [, name = ''] = (request.url ?? '').split('/');
    served.get(name)?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    server: () => {
      const { serve, limit, ...own } = make();
      const name = String(served.size + 1);
      let open = 0;
      served.set(name, (request, response) => {
        const url = new URL(request.url ?? '', 'http://host');
        const path = url.pathname.slice(name.length + 2);
        if (path !== 'events') {
          open += 1;
          response.on('close', () => {
            open -= 1;
          });
        }
        answer(own, request, response, path, url);
      });
      return {
        root: `http://127.0.0.1:${port}/${name}/`,
        desk: own.desk,
        serve,
        limit,
        open: () => open,
        fetch: (url, init) => fetch(url, init),
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  { desk, hub, service }: Omit<Parts, 'serve' | 'limit'>,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  url: URL,
): void {
  const proper = () =>
    service({
      method: request.method ?? 'GET',
      path,
      query: url.searchParams,
      header: (name) => {
        const value = request.headers[name];
        return Array.isArray(value) ? value.join() : value;
      },
    });
  const script = path === 'events' ? desk.nextStream() : undefined;
  const behaviour = script === undefined ? desk.behaviourFor(`${path}${url.search}`) : undefined;
  if (script !== undefined) void playStream(response, script);
  else if (behaviour !== undefined) void misbehave(response, behaviour, proper);
  else if (path === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const leave = hub.listen((text) => response.write(text), undefined);
    response.on('close', leave);
  } else void proper().then((given) => sendAnswer(response, given));
}
