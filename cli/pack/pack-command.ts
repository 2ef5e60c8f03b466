import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';
import { limits } from '../../src/bundle/limits.ts';
import { isSafePath } from '../../src/bundle/paths.ts';
import { bundleFile } from '../../src/queries/load-plan.ts';
import type { FileTree } from '../../src/source/file-tree.ts';
import { CliFailure, type ExitCode } from '../core/failure.ts';
import { type Io, note, paint, plain } from '../core/io.ts';
import { words } from '../core/words.ts';
import { treeAt } from '../open/open-bundle.ts';

export interface PackOptions {
  readonly output?: string;
  readonly html?: boolean;
  /** Megabytes of the page; evidence beyond it is left beside it. */
  readonly budget?: number;
  readonly force?: boolean;
  /** The page to put the bundle into; default: the one that comes with the command. */
  readonly page?: string;
}

const usualBudget = 20;

/** Puts a bundle into one file: a zip, or one HTML page that opens without a server. */
export async function pack(bundle: string, options: PackOptions, io: Io): Promise<ExitCode> {
  const tree = await treeAt(resolve(io.cwd, bundle), bundle);
  const files = await filesOf(tree, bundle);
  const isPage = options.html === true || /\.html?$/i.test(options.output ?? '');
  const name = `${basename(resolve(io.cwd, bundle)).replace(/\.zip$/i, '')}.${isPage ? 'html' : 'zip'}`;
  const output = resolve(io.cwd, options.output ?? name);
  if (options.force !== true && (await stat(output).catch(() => undefined)) !== undefined) {
    throw new CliFailure('output-exists', words.outputExists(options.output ?? name), {
      hint: 'Name another place, or use --force.',
    });
  }
  if (!isPage) {
    const bytes = zipOf(files);
    await writeFile(output, bytes);
    io.stdout(
      `${paint(io, 'good', 'Packed')} ${files.size} files, ${bytes.byteLength} bytes: ${plain(output)}\n`,
    );
    return 0;
  }
  const { kept, left } = withinBudget(files, (options.budget ?? usualBudget) * 1024 * 1024);
  const beside = `${output.replace(/\.html?$/i, '')}-evidence`;
  if (left.length > 0 && options.force !== true && existsSync(beside)) {
    throw new CliFailure('output-exists', words.outputExists(beside), {
      hint: 'Evidence that is too large for the page goes there. Name another place, or use --force.',
    });
  }
  const template = await readFile(options.page ?? templatePath(), 'utf8').catch(() => {
    throw new CliFailure('page-missing', 'The page that bundles are put into is not there', {
      hint: 'It is built with `npm run build:page`.',
    });
  });
  await writeFile(output, pageWith(template, zipOf(kept)));
  for (const path of left) {
    note(io, `too large for the page: ${plain(path)}`);
    const bytes = files.get(path);
    if (bytes === undefined || !isSafePath(path)) continue;
    await mkdir(dirname(join(beside, path)), { recursive: true });
    await writeFile(join(beside, path), bytes);
  }
  io.stdout(
    `${paint(io, 'good', 'Packed')} ${kept.size} files into one page${left.length > 0 ? `, ${left.length} beside it in ${plain(beside)}` : ''}: ${plain(output)}\n`,
  );
  return 0;
}

async function filesOf(tree: FileTree, shown: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const path of tree.paths) {
    const read = await tree.read(path, limits.bundleBytes);
    if (!read.ok) throw new CliFailure(read.error.code, words.sourceError(shown, read.error));
    total += read.value.byteLength;
    if (total > limits.bundleBytes) {
      throw new CliFailure(
        'too-large',
        `${plain(shown)} holds more than ${limits.bundleBytes} bytes`,
        {
          hint: 'No reader would open it. Store less evidence: `store: never` in wavegate.yaml.',
        },
      );
    }
    files.set(path, read.value);
  }
  if (![...files.keys()].some((path) => path.endsWith(bundleFile))) {
    throw new CliFailure('not-a-bundle', `${plain(shown)} holds no ${bundleFile}`);
  }
  return files;
}

/** The earliest time that a zip can hold: the same files give the same bytes. */
const zipTime = new Date('1980-01-02T00:00:00Z');

/** Of a zip without the 64-bit extension; the last number stands for more. */
const mostEntries = 0xfffe;

/** @throws CliFailure when there are more files than such an archive can name */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  if (files.size > mostEntries) {
    throw new CliFailure('too-many-files', words.zipTooMany(files.size), {
      hint: words.zipTooManyHint,
    });
  }
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path);
    if (bytes !== undefined) entries[path] = [bytes, { mtime: zipTime, level: 6 }];
  }
  return zipSync(entries);
}

/** Everything but evidence always stays; of the evidence the smallest files first, until there is no room. */
export function withinBudget(
  files: ReadonlyMap<string, Uint8Array>,
  budget: number,
): { readonly kept: ReadonlyMap<string, Uint8Array>; readonly left: readonly string[] } {
  const isEvidence = (path: string): boolean =>
    path.includes('evidence/') && !path.endsWith('.ndjson');
  const kept = new Map([...files].filter(([path]) => !isEvidence(path)));
  let used = [...kept.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0);
  const left: string[] = [];
  const evidence = [...files]
    .filter(([path]) => isEvidence(path))
    .sort(([a, x], [b, y]) => x.byteLength - y.byteLength || (a < b ? -1 : 1));
  for (const [path, bytes] of evidence) {
    used += bytes.byteLength;
    if (used > budget) left.push(path);
    else kept.set(path, bytes);
  }
  return { kept, left };
}

export const bundleMark = '<!--wavegate:bundle-->';

/** Base64 holds no character that could end the element. */
export function pageWith(template: string, zip: Uint8Array): string {
  if (!template.includes(bundleMark)) {
    throw new CliFailure('page-unfit', 'The page has no place for a bundle');
  }
  const data = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength).toString('base64');
  return template.replace(
    bundleMark,
    () => `<script type="application/zip" id="wavegate-bundle">${data}</script>`,
  );
}

function templatePath(): string {
  return fileURLToPath(new URL(join('.', 'page.html'), import.meta.url));
}
