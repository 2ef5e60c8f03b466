import { configDefaults, defineConfig } from 'vitest/config';

const isCi = process.env.CI !== undefined;

/**
 * Tests that replace modules, or watch what a module does from its first moment. All others share the
 * modules of their worker: loading them anew for each file took a third of the time.
 */
const alone = [
  'src/app/contract-page.test.tsx',
  'src/app/german.test.tsx',
  'src/parts/condition-card.test.tsx',
  'src/queries/script-url.test.ts',
  'src/state/*.test.ts',
  'src/ui/wording/*.test.tsx',
];

/** Shared by all projects; a test that needs the DOM lives in a folder of the interface. */
const common = {
  exclude: [...configDefaults.exclude, '.stryker-tmp/**', 'dist/**', 'dist-api/**'],
  restoreMocks: true,
  // Properties run by the thousand, and a shared machine may be slow: time is no verdict.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  unstubGlobals: true,
  unstubEnvs: true,
};

const browserLike = {
  environment: 'jsdom' as const,
  css: { modules: { classNameStrategy: 'non-scoped' as const } },
  setupFiles: ['.ci/testing/repeatable.ts', '.ci/testing/fail-on-console.ts', '.ci/testing/dom.ts'],
};

export default defineConfig({
  test: {
    allowOnly: !isCi,
    // One core is otherwise left to the runner itself, which on two cores is half the machine.
    maxWorkers: '100%',
    reporters: ['default', 'json', 'junit'],
    outputFile: { json: 'reports/unit/vitest.json', junit: 'reports/unit/junit.xml' },
    coverage: {
      // Evidence for the project's own bundle; elsewhere the tests stay quick.
      enabled: isCi,
      provider: 'v8',
      reporter: ['text-summary', 'json-summary', 'lcov'],
      reportsDirectory: 'reports/coverage',
      include: ['src/**/*.{ts,tsx}', 'cli/**/*.ts'],
      exclude: ['**/*.test.{ts,tsx}', '**/*.d.ts', '**/testing/**', '**/generated/**'],
    },
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'core',
          environment: 'node',
          isolate: false,
          include: [
            'src/{lib,model,formats,bundle,gates,derive,source,api,server}/**/*.test.ts',
            '{cli,mocks,bench,.ci}/**/*.test.ts',
          ],
          setupFiles: ['.ci/testing/repeatable.ts', '.ci/testing/fail-on-console.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          ...browserLike,
          name: 'interface',
          isolate: false,
          include: ['src/{queries,state,ui,parts,views,routes,app}/**/*.test.{ts,tsx}'],
          exclude: [...common.exclude, ...alone],
        },
      },
      { extends: true, test: { ...common, ...browserLike, name: 'alone', include: alone } },
    ],
  },
});
