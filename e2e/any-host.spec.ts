import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from './support/app.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * The plainest of hosts: files under a sub-folder, nothing rewritten, no header but the type and the one
 * that many hosts send with everything.
 */
function plainHost(root: string, base: string): Server {
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.startsWith(base) ? pathname.slice(base.length) || 'index.html' : '';
    try {
      const bytes = await readFile(path.join(root, path.posix.normalize(`/${name}`)));
      const type = types[path.extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, vary: 'Origin' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
}

test('the built folder works below any path of a plain host, deep links included', async ({
  page,
}, info) => {
  test.skip(info.project.name === 'api', 'A static host has no API.');
  const server = plainHost(path.resolve('dist'), '/some/where/');
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/some/where/#/p/implementation-waves/graph?item=W3`);
    await expect(page.getByRole('heading', { name: 'Tools and lifecycle' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Tools and lifecycle' })).toBeVisible();
  } finally {
    server.close();
  }
});

test('after a first visit the dashboard opens without a network, marked with its age', async ({
  page,
  context,
}, info) => {
  test.skip(info.project.name === 'api', 'Its service worker is that of the mocked server.');
  const server = plainHost(path.resolve('dist'), '/');
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/#/p/implementation-waves/overview`);
  const answer = page.getByRole('heading', { level: 1 });
  await expect(answer).not.toHaveText('');
  const said = (await answer.textContent()) ?? '';
  await expect(page.getByRole('complementary')).toContainText('rev 48');
  // Kept behind the first page: the app by its worker, the bundle by the source.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = async (name: string) =>
          (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
        const app = await kept('wavegate-app-1');
        const data = await kept('wavegate-responses-1');
        const active = (await navigator.serviceWorker.ready).active?.state;
        return (
          active === 'activated' &&
          app.filter((name) => name.startsWith('/assets/')).length > 10 &&
          data.some((name) => name.endsWith('/48/bundle.json'))
        );
      }),
    )
    .toBe(true);
  await context.setOffline(true);
  server.close();
  server.closeAllConnections();
  await page.reload();
  await expect(answer).toHaveText(said);
  const bars = page.getByRole('status', { name: 'State of the source' });
  await expect(bars).toContainText('You see what the server last confirmed');
  await page.getByRole('link', { name: /^Gates/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(bars).toContainText('ago');
});
