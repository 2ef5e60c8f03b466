import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The command line as a few files without dependencies, for the oldest Node that it runs on. */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  resolve: { conditions: ['node'] },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('../dist-cli'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        wavegate: at('bin.ts'),
        'hash-worker': at('collect/hash-worker.ts'),
        'stat-worker': at('collect/stat-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
