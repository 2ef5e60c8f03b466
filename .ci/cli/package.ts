import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes the built command line in `dist-cli/`, or the folder that is named, a package: `npm pack ./dist-cli` gives a file that
 * installs without any dependency.
 */
const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const target = process.argv[2] ?? at('dist-cli');

const { name, version, description, license }: Record<string, string> = JSON.parse(
  readFileSync(at('package.json'), 'utf8'),
);

const schema = 'config-1.0.schema.json';
if (existsSync(at(`public/schema/${schema}`))) {
  copyFileSync(at(`public/schema/${schema}`), join(target, schema));
}
// What `serve` shows and what `pack --html` fills; without them the command says so.
if (existsSync(at('dist-page/page.html'))) {
  copyFileSync(at('dist-page/page.html'), join(target, 'page.html'));
}
if (existsSync(at('dist/index.html'))) {
  cpSync(at('dist'), join(target, 'app'), {
    recursive: true,
    filter: (source) => !source.startsWith(at('dist/bundles')),
  });
}
copyFileSync(at('LICENSE'), join(target, 'LICENSE'));
copyFileSync(at('docs/cli.md'), join(target, 'README.md'));
writeFileSync(
  join(target, 'package.json'),
  `${JSON.stringify(
    {
      name,
      version,
      description,
      license,
      type: 'module',
      bin: { wavegate: 'wavegate.js' },
      engines: { node: '>=20.19' },
    },
    null,
    2,
  )}\n`,
);
