import { createServer } from 'node:http';
import { setupServer } from 'msw/node';
import { misbehave, playStream, sendAnswer } from '../../../.ci/misbehave.ts';
import { eventHub } from '../../../src/server/event-hub.ts';
import { createService } from '../../../src/server/service.ts';
import { contentStore } from '../../../src/server/store.ts';
import { apiHandler } from '../../handlers/api.ts';
import { catalogueOf } from '../../memory-catalogue.ts';
import { type FaultDesk, faultDesk } from '../behaviours.ts';

/** A server whose files and faults a test sets. */
export interface FaultyServer {
  readonly root: string;
  readonly desk: FaultDesk;
  readonly serve: (files: ReadonlyMap<string, string>) => void;
  readonly close: () => Promise<void>;
}

function parts() {
  const encoder = new TextEncoder();
  let files: ReadonlyMap<string, string> = new Map();
  let version = 0;
  const read = async (path: string) => {
    const text = files.get(path);
    return text === undefined ? undefined : encoder.encode(text);
  };
  return {
    desk: faultDesk(),
    hub: eventHub('e1', () => Date.parse('2026-06-02T00:00:00Z')),
    service: createService({
      store: contentStore(),
      now: () => '2026-06-02T00:00:00Z',
      catalogue: () => catalogueOf(read, String(version)),
    }),
    serve: (next: ReadonlyMap<string, string>) => {
      files = next;
      version += 1;
    },
  };
}

/** The handlers of the mocks. */
export async function mockedServer(): Promise<FaultyServer> {
  const { serve, ...own } = parts();
  const root = 'https://mock.example/api/';
  // Without a length, a stream counts as complete when its reader leaves, which Node takes for a fault.
  const streamHeaders = { 'content-length': '1000000000' };
  const server = setupServer(apiHandler({ root, ...own, streamHeaders }));
  server.listen({ onUnhandledFrame: 'error' });
  return { root, desk: own.desk, serve, close: async () => server.close() };
}

/** A real server on this machine, with real connections that really break. */
export async function realServer(): Promise<FaultyServer> {
  const { serve, desk, hub, service } = parts();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://host');
    const path = url.pathname.slice('/api/'.length);
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
    } else void proper().then((answer) => sendAnswer(response, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    root: `http://127.0.0.1:${port}/api/`,
    desk,
    serve,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
