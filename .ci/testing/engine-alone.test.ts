import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { isTestFile } from '../architecture/imports.ts';

/** The import rules parse every module; here what stands behind `from` or in `import()` is enough. */
const IMPORTED = /\b(?:from |import\()'([^']+)'/g;

/** What a publisher of the engine alone would have to take along: folders of ours, and packages. */
function reachOf(files: readonly string[]) {
  const open = [...files];
  const seen = new Set(open);
  const packages = new Set<string>();
  for (const file of open) {
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED)) {
      if (!specifier.startsWith('.')) packages.add(specifier);
      else {
        const target = posix.join(posix.dirname(file), specifier);
        if (!seen.has(target)) open.push(target);
        seen.add(target);
      }
    }
  }
  const folders = [...seen].map((file) => file.split('/').slice(0, 2).join('/'));
  return { folders: [...new Set(folders)].sort(), packages: [...packages].sort() };
}

it('the engine alone needs four folders and one package, as its page says', () => {
  const engine = globSync('src/{gates,derive}/**/*.ts').filter((file) => !isTestFile(file));
  expect(reachOf(engine)).toEqual({
    folders: ['src/derive', 'src/gates', 'src/lib', 'src/model'],
    packages: ['re2js'],
  });
  expect(readFileSync('docs/engine.md', 'utf8')).toContain(
    '`src/gates`, `src/derive`, `src/model` and `src/lib`, with `re2js`',
  );
});
