import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixtureServer } from './fixture-server.ts';

type Middleware = (request: unknown, response: unknown, next: () => void) => void;

let server: Server;
let address = '';

beforeAll(async () => {
  let serve: Middleware = () => undefined;
  const { configurePreviewServer } = fixtureServer();
  const fake = { middlewares: { use: (middleware: Middleware) => (serve = middleware) } };
  if (typeof configurePreviewServer !== 'function') throw new Error('not a preview plugin');
  Reflect.apply(configurePreviewServer, undefined, [fake]);
  server = createServer((request, response) => {
    serve(request, response, () => {
      response.writeHead(418).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}/` : '';
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

it('serves the sentinel projects and leaves the rest alone', async () => {
  const index = await fetch(`${address}fixtures/bundles/index.json`);
  expect(index.headers.get('content-type')).toBe('application/json');
  expect(JSON.stringify(await index.json())).toContain('fault-500');
  expect((await fetch(`${address}index.html`)).status).toBe(418);
});

it.each([
  ['fault-500', 500],
  ['fault-401', 401],
  ['fault-404', 404],
  ['healthy', 200],
])('%s answers %i', async (project, status) => {
  const url = `${address}fixtures/bundles/projects/${project}/r1/bundle.json`;
  expect((await fetch(url)).status).toBe(status);
});

it('breaks off', async () => {
  const response = await fetch(`${address}fixtures/bundles/projects/fault-cut-off/r1/bundle.json`);
  await expect(response.text()).rejects.toThrow();
});
