import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, failedLoad, test } from './support/app.ts';

const folder = path.resolve('public/bundles/projects/build-sequence/12');
const bundleFile = path.join(folder, 'bundle.json');
const title = 'Build sequence';

test('a chosen bundle.json opens, and is there again after a reload', async ({ app, page }) => {
  await app.open('/');
  await page.getByLabel('Choose a file').setInputFiles(bundleFile);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner').getByText(title)).toBeVisible();
  await expect(page).toHaveURL(/source=local%3A/);
  // Without its evidence files nothing may look as if it had been compared.
  await expect(page.getByText(/files? match/)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('banner').getByText(title)).toBeVisible();
  await page.getByRole('link', { name: 'Wavegate' }).click();
  await expect(page.getByRole('region', { name: 'Kept in this browser' })).toBeVisible();
  await page.getByRole('button', { name: /^Forget/ }).click();
  await expect(page.getByRole('region', { name: 'Kept in this browser' })).toHaveCount(0);
});

test('a dropped archive opens with its evidence', async ({ app, page }) => {
  await app.open('/');
  const bundle = await readFile(bundleFile);
  const archive = zipSync({ 'some-folder/bundle.json': new Uint8Array(bundle) });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'plan.zip', { type: 'application/zip' }));
      return data;
    },
    [...archive],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(page.getByRole('banner').getByText(title)).toBeVisible();
});

test('a file that is no bundle is refused with a reason and a remedy', async ({ app, page }) => {
  await app.open('/');
  const chooser = page.getByLabel('Choose a file');
  await chooser.setInputFiles({
    name: 'notes.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipSync({ 'notes.txt': strToU8('no plan') })),
  });
  await expect(page.getByText('There is no bundle.json in it.')).toBeVisible();
  const bundle = await readFile(bundleFile);
  for (const [entries, refusal] of [
    [{ '../../outside/bundle.json': strToU8('{}') }, 'The archive holds an entry that is refused.'],
    [{ 'bundle.json': bundle, 'evidence/a': new Uint8Array(40_000_000) }, 'The archive unpacks to'],
  ] as const) {
    await chooser.setInputFiles({
      name: 'hostile.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from(zipSync(entries)),
    });
    await expect(page.getByText(refusal, { exact: false })).toBeVisible();
  }
});

test.describe('a bundle on another host', () => {
  let server: Server;
  let address = '';

  test.beforeAll(async () => {
    const bundle = await readFile(bundleFile);
    server = createServer((request, response) => {
      const allowed = request.url?.startsWith('/open/') === true;
      if (request.url?.endsWith('/bundle.json') !== true) {
        response.writeHead(404, allowed ? { 'access-control-allow-origin': '*' } : {}).end();
        return;
      }
      response.writeHead(200, {
        'content-type': 'application/json',
        ...(allowed && { 'access-control-allow-origin': '*' }),
      });
      response.end(bundle);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  test.afterAll(() => {
    server.close();
  });

  test('opens by its address', async ({ app, page, expected }) => {
    // The evidence files are not there, and this test goes to another origin on purpose.
    expected.messages.push(/^request: http:\/\/127\.0\.0\.1/, failedLoad);
    await app.open('/');
    await page.getByLabel('Address of a bundle').fill(`${address}/open/bundle.json`);
    await page.getByRole('button', { name: 'Open this address' }).click();
    await expect(page.getByRole('banner').getByText(title)).toBeVisible();
  });

  test('is explained when its server does not allow it', async ({ app, page, expected }) => {
    expected.messages.push(/^request: http:\/\/127\.0\.0\.1/, /CORS|Failed to load resource/);
    await app.open(`/?source=${encodeURIComponent(`${address}/closed/bundle.json`)}`);
    await expect(page.getByRole('alert')).toContainText('could not read this address');
    await expect(page.getByRole('alert')).toContainText('Access-Control-Allow-Origin');
  });

  test('is explained when nobody answers', async ({ app, page, expected }) => {
    expected.messages.push(/^request: http:\/\/127\.0\.0\.1/, /ERR_|Failed to load resource/);
    await app.open(`/?source=${encodeURIComponent('http://127.0.0.1:9/bundle.json')}`);
    await expect(page.getByRole('alert')).toContainText('could not read this address');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
