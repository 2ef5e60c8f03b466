import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';

const folder = mkdtempSync(join(tmpdir(), 'wavegate-page-'));
const packed = join(folder, 'plan.html');

test.beforeAll(() => {
  test.setTimeout(180_000);
  const node = process.execPath;
  const build = (config: string, target: string): void => {
    execFileSync(node, [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      config,
      '--outDir',
      target,
      '--logLevel',
      'error',
    ]);
  };
  build('cli/page/vite.config.ts', join(folder, 'page'));
  build('cli/vite.config.ts', join(folder, 'cli'));
  execFileSync(node, [
    join(folder, 'cli/wavegate.js'),
    'pack',
    'public/bundles/projects/implementation-waves/48',
    '--page',
    join(folder, 'page/page.html'),
    '--output',
    packed,
  ]);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a packed page opens from disk, judges, draws and shows evidence without any request', async ({
  page,
}) => {
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) asked.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const address = pathToFileURL(packed).href;
  await page.goto(`${address}#/p/implementation-waves/overview`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('hold back');
  await page.getByRole('link', { name: /^Graph/ }).click();
  await expect(page.getByText('Stream and runtime spine').first()).toBeVisible();
  await page.getByRole('link', { name: /^Evidence/ }).click();
  await expect(page.getByText('tools-ssrf.xml').first()).toBeVisible();
  expect(asked).toEqual([address]);
  expect(errors).toEqual([]);
});
