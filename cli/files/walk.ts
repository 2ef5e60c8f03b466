import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { CliFailure } from '../core/failure.ts';
import { type FoundFile, fileFacts } from './file-facts.ts';

/** What lies below a folder, by name. */
export interface WalkedPaths {
  readonly paths: readonly string[];
  /** Links and special files: named, never followed. */
  readonly skipped: readonly string[];
}

export interface Walk {
  readonly files: readonly FoundFile[];
  /** Links and special files: named, never followed. */
  readonly skipped: readonly string[];
}

const alwaysExcluded: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.wavegate',
]);
const mostFiles = 1_000_000;

/**
 * Every file below a folder, folder by folder and each in the order of code units. Links are not followed, so that nothing outside
 * of the folder is ever read.
 */
export function walk(root: string, exclude: readonly string[] = []): Walk {
  const { paths, skipped } = walkPaths(root, exclude);
  return { files: paths.map((path) => fileFacts(root, path)), skipped };
}

/** The same without a look at the files themselves. */
export function walkPaths(root: string, exclude: readonly string[] = []): WalkedPaths {
  const isExcluded = matcher(exclude);
  // A folder whose whole content is left out is not entered.
  const leaves = new Set(
    exclude.flatMap((pattern) => (/^[^*?!{[]+\/\*\*$/.test(pattern) ? [pattern.slice(0, -3)] : [])),
  );
  const others = exclude.some((pattern) => !/^[^*?!{[]+\/\*\*$/.test(pattern));
  const paths: string[] = [];
  const skipped: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const inner: string[] = [];
    for (const entry of entriesOf(join(root, folder))) {
      if (alwaysExcluded.has(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (leaves.has(path) || (others && isExcluded(path))) continue;
      if (entry.isDirectory()) inner.push(path);
      else if (entry.isFile()) paths.push(path);
      else skipped.push(path);
      if (paths.length > mostFiles) {
        throw new CliFailure(
          'too-many-files',
          `There are more than ${mostFiles} files below ${root}`,
          {
            hint: 'Leave some out with `exclude` in wavegate.yaml.',
          },
        );
      }
    }
    for (const path of inner.reverse()) pending.push(path);
  }
  return { paths, skipped };
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

const longestPattern = 500;

/** Whether a path fits one of the patterns and none of those that begin with `!`. */
export function matcher(patterns: string | readonly string[]): (path: string) => boolean {
  const list = typeof patterns === 'string' ? [patterns] : patterns;
  for (const pattern of list) {
    if (pattern.length > longestPattern || pattern.split('/').includes('..')) {
      throw new CliFailure(
        'pattern-refused',
        `The pattern ${JSON.stringify(pattern.slice(0, 80))} is refused`,
        {
          hint: 'Patterns are short, and stay below the folder of wavegate.yaml.',
        },
      );
    }
  }
  const plain = (pattern: string): string =>
    pattern
      .replace(/^!/, '')
      .replace(/^\.?\//, '')
      .replace(/\/$/, '/**');
  const options = { dot: true, noextglob: true, nonegate: true };
  const wanted = list.filter((pattern) => !pattern.startsWith('!')).map(plain);
  const unwanted = list.filter((pattern) => pattern.startsWith('!')).map(plain);
  if (wanted.length === 0) return () => false;
  const takes = picomatch(wanted, options);
  const leaves = unwanted.length === 0 ? () => false : picomatch(unwanted, options);
  return (path) => takes(path) && !leaves(path);
}
