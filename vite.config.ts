import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { defineConfig, type Plugin } from 'vite';
import { contentSecurityPolicy } from './.ci/content-security-policy.ts';
import { firstScriptNames, firstScripts } from './.ci/first-scripts.ts';
import { fixtureServer } from './.ci/fixture-server.ts';

/**
 * Two builds from one source. The default one reads bundles from a static folder. `--mode api` reads
 * them from the mock back end in `mocks/`, which comes with the page, and goes to `dist-api`; it
 * serves development against an API and the end-to-end tests.
 */
export default defineConfig(({ mode }) => {
  const isApi = mode === 'api';
  const first = firstScripts();
  return {
    base: './',
    plugins: [
      react(),
      ...(isApi ? [msw({ mode: 'worker-only' })] : []),
      fixtureServer(),
      first.plugin,
      offlineFiles(),
      securityPolicyTag(contentSecurityPolicy({ mocks: isApi })),
    ],
    define: { 'import.meta.env.VITE_SOURCE': JSON.stringify(isApi ? 'api' : 'static') },
    build: {
      outDir: isApi ? 'dist-api' : 'dist',
      target: 'baseline-widely-available',
      // light-dark() stays as written: the rewritten form is settled at the root and breaks a nested theme.
      cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      // The policy allows fonts and styles from the page's own origin only, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      // A language is one file, fetched once; what it uses stays where it was.
      rolldownOptions: {
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              {
                name: 'words-de',
                test: /\/(?:words|wording)\/(?:.*\/)?(?:\w+-)*de(?:-\w+)*\.tsx?$/,
              },
              { name: 'frame', tags: ['$initial'], includeDependenciesRecursively: true },
              ...firstScriptNames.map((name) => ({
                name,
                test: (id: string) => first.scriptOf(id) === name,
                includeDependenciesRecursively: name === 'graph',
              })),
            ],
          },
        },
      },
    },
    // Scripts of threads say so in their names, also those that a thread loads when it needs them.
    worker: {
      format: 'es',
      rolldownOptions: { output: { chunkFileNames: 'assets/worker-[name]-[hash].js' } },
    },
    server: { host: '127.0.0.1' },
    preview: { host: '127.0.0.1', headers: { 'X-Content-Type-Options': 'nosniff' } },
  };
});

/** Lists the built files, so that the page's service worker keeps them all for a visit without a network. */
function offlineFiles(): Plugin {
  return {
    name: 'wavegate:offline-files',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css|woff2)$/.test(name));
      this.emitFile({
        type: 'asset',
        fileName: 'offline-files.json',
        source: JSON.stringify(files.sort()),
      });
    },
  };
}

/** Puts the policy into the built page. The dev server injects inline code, so it goes without. */
function securityPolicyTag(policy: string): Plugin {
  return {
    name: 'wavegate:security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}
