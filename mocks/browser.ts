import { setupWorker } from 'msw/browser';
import { bypass } from 'msw/utils/bypass';
import { allowServiceWorker } from './allow-service-worker.ts';
import { createDatabase } from './db.ts';
import { apiRoots, bundleHandlers } from './handlers/bundles.ts';

/**
 * Starts the mocked server in the page's service worker and resolves when requests reach it. The
 * samples are the ones of the static folder. Requests outside the server's address go to the
 * network; unknown ones under it fail.
 *
 * @returns the address of the samples, relative to the page
 */
export async function startMocks(): Promise<{ readonly apiUrl: string }> {
  const baseUrl = new URL('.', document.baseURI).href;
  const db = createDatabase(async (path) => {
    const url = new URL(path.split('/').map(encodeURIComponent).join('/'), `${baseUrl}bundles/`);
    const response = await fetch(bypass(url));
    // Some hosts answer with their page and status 200 where nothing is.
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    return response.ok && !isPage ? new Uint8Array(await response.arrayBuffer()) : undefined;
  });
  const api = new URL('api/', baseUrl).href;
  const workerUrl = new URL('mockServiceWorker.js', baseUrl).href;
  allowServiceWorker(workerUrl);
  await setupWorker(...bundleHandlers(baseUrl, db, ['samples', 'faults'])).start({
    quiet: true,
    serviceWorker: { url: workerUrl },
    onUnhandledFrame: ({ frame, defaults }) => {
      if (requestUrl(frame.data)?.startsWith(api) === true) defaults.error();
    },
  });
  return { apiUrl: apiRoots.samples };
}

function requestUrl(data: unknown): string | undefined {
  return typeof data === 'object' &&
    data !== null &&
    'request' in data &&
    data.request instanceof Request
    ? data.request.url
    : undefined;
}
