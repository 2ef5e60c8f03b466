import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';

/** Builds the page and puts every sample into it, as `wavegate pack` does. */
test('the samples are packed into one page', ({ baseURL }) => {
  test.setTimeout(180_000);
  const packedPage = fileURLToPath(baseURL ?? '');
  const folder = dirname(packedPage);
  mkdirSync(folder, { recursive: true });
  const node = (...words: string[]): void => {
    execFileSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const build = (config: string, target: string): void => {
    const options = ['--config', config, '--outDir', target, '--emptyOutDir'];
    node('node_modules/vite/bin/vite.js', 'build', ...options, '--logLevel', 'error');
  };
  const [page, cli] = [join(folder, 'page'), join(folder, 'cli')];
  build('cli/page/vite.config.ts', page);
  build('cli/vite.config.ts', cli);
  const bundle = ['public/bundles', '--page', join(page, 'page.html')];
  node(join(cli, 'wavegate.js'), 'pack', ...bundle, '--output', packedPage, '--force');
});
