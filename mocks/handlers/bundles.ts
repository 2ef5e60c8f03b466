import { HttpResponse, http } from 'msw/http';
import { delay } from 'msw/utils/delay';
import type { Database, Resource, Tree } from '../db.ts';
import { type HttpFault, htmlPage, httpFaultOf } from '../faults/http-faults.ts';
import { problem } from './problem.ts';

/** Where the trees lie under the page's address. */
export const apiRoots: Readonly<Record<Tree, string>> = {
  samples: 'api/v1/',
  faults: 'api/faults/',
};

/**
 * The resource tree of a static folder, as a server gives it: with entity tags and `304`, and with
 * `application/problem+json` where something is wrong.
 *
 * @param baseUrl absolute address of the page's folder
 */
export function bundleHandlers(baseUrl: string, db: Database, trees: readonly Tree[]) {
  return trees.map((tree) => {
    const root = new URL(apiRoots[tree], baseUrl);
    return http.get(`${root.href}*`, async ({ request }) => {
      const path = decodeURIComponent(new URL(request.url).pathname.slice(root.pathname.length));
      const fault = tree === 'faults' ? httpFaultOf(path) : undefined;
      if (fault?.kind === 'status') return problem(fault.status, fault.title, path);
      if (fault?.kind === 'html') return HttpResponse.html(htmlPage);
      if (fault?.kind === 'slow') await delay(fault.ms);
      const found = await db.find(tree, path);
      if (found === undefined) return problem(404, 'Not Found', path);
      if (fault?.kind === 'cut-off') return cutOff(found, fault);
      if (request.headers.get('if-none-match') === found.etag) {
        return new HttpResponse(null, { status: 304, headers: { etag: found.etag } });
      }
      return HttpResponse.arrayBuffer(found.bytes.slice().buffer, {
        headers: {
          'content-type': found.mediaType,
          'cache-control': 'no-cache',
          etag: found.etag,
        },
      });
    });
  });
}

/** Time for what was sent to arrive before the connection breaks. Milliseconds. */
const beforeBreaking = 50;

function cutOff(found: Resource, { after }: Extract<HttpFault, { kind: 'cut-off' }>) {
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      controller.enqueue(found.bytes.slice(0, after));
      await delay(beforeBreaking);
      controller.error(new TypeError('The connection was closed.'));
    },
  });
  return new HttpResponse(body, {
    headers: {
      'content-type': found.mediaType,
      'content-length': String(found.bytes.byteLength),
    },
  });
}
