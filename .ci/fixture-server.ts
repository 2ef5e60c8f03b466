import type { ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { faultFiles } from '../mocks/faults/fault-bundles.ts';
import { httpFaultOf } from '../mocks/faults/http-faults.ts';
import { misbehave, sendAnswer } from './misbehave.ts';

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
    void answer(decodeURIComponent(pathname.slice(root.length)), files, response);
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

async function answer(
  path: string,
  files: ReadonlyMap<string, string>,
  response: ServerResponse,
): Promise<void> {
  const text = files.get(path);
  const proper = async () => ({
    status: text === undefined ? 404 : 200,
    headers: {
      'content-type': text === undefined ? 'text/plain' : typeOf(path),
      'cache-control': 'no-cache',
    },
    body: Buffer.from(text ?? 'Not Found'),
  });
  const behaviour = httpFaultOf(path);
  if (behaviour === undefined) sendAnswer(response, await proper());
  else await misbehave(response, behaviour, proper);
}

function typeOf(path: string): string {
  return path.endsWith('.json') ? 'application/json' : 'text/plain';
}
