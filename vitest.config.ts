import { configDefaults, defineConfig } from 'vitest/config';

const isCi = process.env.CI !== undefined;

/** Shared by both projects; a test that needs the DOM lives in a folder of the interface. */
const common = {
  exclude: [...configDefaults.exclude, '.stryker-tmp/**', 'dist/**', 'dist-api/**'],
  restoreMocks: true,
  // Properties run by the thousand, and a shared machine may be slow: time is no verdict.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  unstubGlobals: true,
  unstubEnvs: true,
};

export default defineConfig({
  test: {
    allowOnly: !isCi,
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
          name: 'interface',
          environment: 'jsdom',
          css: { modules: { classNameStrategy: 'non-scoped' } },
          include: ['src/{queries,state,ui,parts,views,routes,app}/**/*.test.{ts,tsx}'],
          setupFiles: [
            '.ci/testing/repeatable.ts',
            '.ci/testing/fail-on-console.ts',
            '.ci/testing/dom.ts',
          ],
        },
      },
    ],
  },
});
