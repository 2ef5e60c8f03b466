import { defineConfig } from 'vitest/config';

/**
 * The tests that judge the mutants of one folder: those that stand in it, and nothing that reads a
 * sample, a browser or a bundle. `MUTATION_TESTS` are their globs, divided by spaces.
 */
export default defineConfig({
  test: {
    environment: 'node',
    include: (process.env['MUTATION_TESTS'] ?? 'src/{lib,gates,derive}/**/*.test.ts').split(' '),
    setupFiles: ['.ci/mutation/setup.ts'],
    restoreMocks: true,
    reporters: ['default'],
  },
});
