import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { browserLaunch } from './.ci/browser.ts';

/** Two ports from here on; another number lets two checkouts be tested at the same time. */
const firstPort = Number(process.env.E2E_PORT ?? 4301);

/** `E2E_SERVER=wavegate`: the project `api` is tested against the built server instead of the mocks. */
const isServed = process.env.E2E_SERVER === 'wavegate';

/** The same tests run against both kinds of source. */
const sources = [
  { name: 'static', port: firstPort, preview: 'vite preview --strictPort' },
  {
    name: 'api',
    port: firstPort + 1,
    preview: isServed
      ? 'node dist-cli/wavegate.js serve public/bundles --app dist'
      : 'vite preview --mode api --strictPort',
  },
] as const;

/**
 * What a kind of source leaves out. The packed page is opened from disk. Looks, keys and the frame are
 * the same wherever the bytes come from; over a server one walk through all pages stands for them, and
 * `E2E_API=all` runs them there too.
 */
const leftOut = {
  static: ['walk.spec.ts', 'packed-page.spec.ts'],
  api: [
    'packed-page.spec.ts',
    ...(process.env.E2E_API === 'all'
      ? []
      : ['everyone.spec.ts', 'pages.spec.ts', 'shell.spec.ts']),
  ],
};

const packedPage = pathToFileURL(resolve('reports/e2e-packed/samples.html')).href;

/**
 * One HTML page with every sample in it, opened from disk. Usually the walk through all pages, the pages by
 * their links, revisions, and what only it promises; with `E2E_PACKED=all` every journey but these, which ask
 * for what it has not: other hosts, a server and its faults, sentinel projects beside the samples, and bundles
 * that are dropped or kept. Looks (axe) are the same wherever the bytes come from.
 */
const notOnPackedPage = {
  files: ['any-host.spec.ts', 'api.spec.ts', 'bad-input.spec.ts', 'own-bundles.spec.ts'],
  tests:
    /axe finds nothing|is accessible in both themes|a large log scrolls|hostile evidence runs|tampering is named/,
};
const onPackedPage =
  process.env.E2E_PACKED === 'all'
    ? { testIgnore: notOnPackedPage.files }
    : { testMatch: ['packed-page.spec.ts', 'walk.spec.ts', 'pages.spec.ts', 'revisions.spec.ts'] };

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'reports/e2e/results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  // Time is no verdict: a busy machine is slow, and what is asserted is what appears in the end.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/e2e/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: browserLaunch,
  },
  projects: [
    ...sources.map(({ name, port }) => ({
      name,
      use: { baseURL: `http://127.0.0.1:${port}/` },
      testIgnore: leftOut[name],
    })),
    { name: 'pack', testMatch: 'pack.setup.ts', use: { baseURL: packedPage } },
    {
      name: 'packed',
      dependencies: ['pack'],
      use: { baseURL: packedPage },
      grepInvert: notOnPackedPage.tests,
      ...onPackedPage,
    },
  ],
  // The packed page needs no server.
  webServer: (process.env.E2E_PACKED === 'all' ? [] : sources).map(({ name, port, preview }) => ({
    name,
    command: `${preview} --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  })),
});
