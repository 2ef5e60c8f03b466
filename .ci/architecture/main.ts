/**
 * `npm run imports`: checks the project against the rules of the house and says what is wrong, one
 * finding a line as `file:line rule message`. Ends with status 1 if anything is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkArchitecture } from './check.ts';
import { exceptions } from './exceptions.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folders that tools fill and git ignores. */
const skipped = new Set([
  '.git',
  '.stryker-tmp',
  'coverage',
  'dist',
  'dist-api',
  'dist-cli',
  'dist-page',
  'node_modules',
  'playwright-report',
  'reports',
  'test-results',
]);

const textFile =
  /(?:^|\/)(?:\.ci\/run|\.editorconfig|\.gitignore|\.gitattributes|LICENSE|\.npmrc)$|\.(?:[cm]?[jt]sx?|css|csv|html|json[cl]?|ndjson|md|sh|svg|txt|xml|ya?ml)$/;

function readProject(): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) visit(path);
      } else if (entry.isFile() && textFile.test(path)) {
        files.set(path, readFileSync(join(root, path), 'utf8'));
      }
    }
  };
  visit('');
  return files;
}

const files = readProject();
const findings = checkArchitecture(files, {
  exceptions,
  today: new Date().toISOString().slice(0, 10),
});
for (const { file, line, rule, message } of findings) {
  console.error(`${file}:${line} ${rule}: ${message}`);
}
console.log(`Architecture: ${files.size} files read, ${findings.length} findings.`);
process.exitCode = findings.length === 0 ? 0 : 1;
