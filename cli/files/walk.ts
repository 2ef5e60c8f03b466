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
  const list = folderLister(root, exclude);
  const paths: string[] = [];
  const skipped: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const { files, folders, others } = list(folder);
    const inner = folder === '' ? '' : `${folder}/`;
    for (const name of files) paths.push(`${inner}${name}`);
    for (const name of others) skipped.push(`${inner}${name}`);
    if (paths.length > mostFiles) {
      throw new CliFailure(
        'too-many-files',
        `There are more than ${mostFiles} files below ${root}`,
        {
          hint: 'Leave some out with `exclude` in wavegate.yaml.',
        },
      );
    }
    for (const path of folders.toReversed()) pending.push(path);
  }
  return { paths, skipped };
}

/** What one folder holds itself, each list in the order of code units. */
export interface Listed {
  /** Names. */
  readonly files: readonly string[];
  /** Paths from the root. */
  readonly folders: readonly string[];
  /** Names of links and special files. */
  readonly others: readonly string[];
}

/** Lists one folder after the other, without what is left out; a folder that cannot be read holds nothing. */
export function folderLister(root: string, exclude: readonly string[]): (folder: string) => Listed {
  const isWhole = (pattern: string): boolean => /^[^*?!{[]+\/\*\*$/.test(pattern);
  // A folder whose whole content is left out is not entered.
  const left = new Set(exclude.filter(isWhole).map((pattern) => pattern.slice(0, -3)));
  const patterns = exclude.filter((pattern) => !isWhole(pattern));
  const isExcluded = matcher(patterns);
  // Most paths do not even begin as a pattern does, which is seen without looking at the pattern.
  const heads = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => /^[^*?!{}[\]()+@\\]*/.exec(plainPattern(pattern))?.[0] ?? '');
  const isLeft = (path: string): boolean =>
    left.has(path) || (heads.some((head) => path.startsWith(head)) && isExcluded(path));
  return (folder) => {
    const files: string[] = [];
    const folders: string[] = [];
    const others: string[] = [];
    for (const entry of entriesOf(join(root, folder))) {
      const { name } = entry;
      if (alwaysExcluded.has(name)) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isLeft(path)) continue;
      if (entry.isFile()) files.push(name);
      else if (entry.isDirectory()) folders.push(path);
      else others.push(name);
    }
    return { files, folders, others };
  };
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
  const options = { dot: true, noextglob: true, nonegate: true };
  const wanted = list.filter((pattern) => !pattern.startsWith('!')).map(plainPattern);
  const unwanted = list.filter((pattern) => pattern.startsWith('!')).map(plainPattern);
  if (wanted.length === 0) return () => false;
  const takes = picomatch(wanted, options);
  const leaves = unwanted.length === 0 ? () => false : picomatch(unwanted, options);
  return (path) => takes(path) && !leaves(path);
}

const plainPattern = (pattern: string): string =>
  pattern
    .replace(/^!/, '')
    .replace(/^\.?\//, '')
    .replace(/\/$/, '/**');
