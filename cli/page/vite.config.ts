import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One HTML file with everything in it: scripts, styles, fonts and the scripts of its workers. */
export default defineConfig({
  root: at('.'),
  base: './',
  publicDir: false,
  plugins: [react(), workersInside(), everythingInside()],
  define: { 'import.meta.env.VITE_SOURCE': JSON.stringify('embedded') },
  build: {
    outDir: at('../../dist-page'),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

/** A page from disk cannot start a worker from another file, so its text becomes a blob of the page. */
function workersInside(): Plugin {
  const mark = '\0inside:';
  return {
    name: 'wavegate:workers-inside',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (id.endsWith('/script-url.ts') && importer !== at('script-url.ts'))
        return at('script-url.ts');
      if (!id.endsWith('?worker&url')) return null;
      const found = await this.resolve(id.replace('?worker&url', ''), importer, { skipSelf: true });
      return found === null ? null : `${mark}${found.id}`;
    },
    transform(code) {
      // From disk a browser starts a blob as a classic script and refuses it as a module.
      return code.includes('?worker&url')
        ? code.replace(/\{\s*type: 'module',\s*name:/g, '{ name:')
        : null;
    },
    async load(id) {
      if (!id.startsWith(mark)) return null;
      const code = await workerCode(id.slice(mark.length));
      return [
        "const data = document.getElementById('wavegate-bundle')?.textContent ?? '';",
        "const head = 'globalThis.wavegateBundle=' + JSON.stringify(data) + ';';",
        `export default URL.createObjectURL(new Blob([head, ${JSON.stringify(code)}], { type: 'text/javascript' }));`,
      ].join('\n');
    },
  };
}

async function workerCode(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    root: at('.'),
    logLevel: 'error',
    publicDir: false,
    plugins: [embeddedSource()],
    build: {
      write: false,
      target: 'baseline-widely-available',
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', codeSplitting: false },
      },
      modulePreload: false,
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const outputs = first !== undefined && 'output' in first ? first.output : [];
  const [chunk, ...rest] = outputs;
  if (chunk?.type !== 'chunk' || rest.some(({ type }) => type === 'chunk')) {
    throw new Error(`${entry} did not become one script`);
  }
  return withoutPreload(chunk.code);
}

function embeddedSource(): Plugin {
  return {
    name: 'wavegate:embedded-source',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('/source/open-source.ts') ? at('open-embedded.ts') : null),
  };
}

/** Puts script and style into the page, and allows exactly these by their digests. */
function everythingInside(): Plugin {
  return {
    name: 'wavegate:everything-inside',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.html'));
      if (page?.type !== 'asset') throw new Error('There is no page');
      let html = String(page.source);
      let script = '';
      let style = '';
      for (const [name, file] of Object.entries(bundle)) {
        if (file === page) continue;
        if (file.type === 'chunk') script += withoutPreload(file.code);
        else if (name.endsWith('.css')) style += String(file.source);
        else throw new Error(`${name} would stay beside the page`);
        delete bundle[name];
      }
      script = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
      if (/<\/style/i.test(style)) throw new Error('The style would end its element');
      html = html
        .replace(/<script type="module"[^>]*><\/script>/, '')
        .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
        .replace(
          '<head>',
          () =>
            `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy(script, style)}" />`,
        )
        .replace('</head>', () => `<style>${style}</style>\n  </head>`)
        .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`);
      page.source = html;
      page.fileName = 'page.html';
    },
  };
}

/** There is nothing to fetch ahead of a part that is inside already. */
const withoutPreload = (code: string): string => code.replaceAll('__VITE_PRELOAD__', 'void 0');

/** As strict as the page of a server, and without any network at all. */
function policy(script: string, style: string): string {
  const digest = (text: string): string =>
    `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types wavegate',
  ].join('; ');
}
