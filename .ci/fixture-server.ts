import type { ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { faultFiles } from '../mocks/faults/fault-bundles.ts';
import { type HttpFault, htmlPage, httpFaultOf } from '../mocks/faults/http-faults.ts';

/** Where the sentinel projects lie, relative to the page. */
const root = '/fixtures/bundles/';

/**
 * Serves the sentinel projects of the end-to-end tests beside the page, faults of the server
 * included, in development and preview. They are never part of a build.
 */
export function fixtureServer(): Plugin {
  let files: ReadonlyMap<string, string> | undefined;
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!pathname.startsWith(root)) {
      next();
      return;
    }
    files ??= faultFiles();
    answer(decodeURIComponent(pathname.slice(root.length)), files, response);
  };
  return {
    name: 'wavegate:fixtures',
    configureServer: (server) => {
      server.middlewares.use(serve);
    },
    configurePreviewServer: (server) => {
      server.middlewares.use(serve);
    },
  };
}

function answer(path: string, files: ReadonlyMap<string, string>, response: ServerResponse): void {
  const text = files.get(path);
  const fault = httpFaultOf(path);
  if (fault !== undefined && fault.kind !== 'slow') misbehave(fault, text ?? '', response);
  else if (text === undefined) send(response, 404, 'text/plain', 'Not Found');
  else if (fault === undefined) send(response, 200, typeOf(path), text);
  else setTimeout(() => send(response, 200, typeOf(path), text), fault.ms);
}

function misbehave(
  fault: Exclude<HttpFault, { kind: 'slow' }>,
  text: string,
  response: ServerResponse,
): void {
  switch (fault.kind) {
    case 'status':
      send(response, fault.status, 'text/plain', fault.title);
      break;
    case 'html':
      send(response, 200, 'text/html', htmlPage);
      break;
    case 'cut-off':
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.write(text.slice(0, fault.after), () => response.destroy());
      break;
  }
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' });
  response.end(text);
}

function typeOf(path: string): string {
  return path.endsWith('.json') ? 'application/json' : 'text/plain';
}
