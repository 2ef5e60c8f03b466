import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { allSamples } from './all-samples.ts';
import { bundleTree, type IndexEntry } from './shared/bundle-tree.ts';

/**
 * Writes the sample bundles to `public/bundles`. Projects that another script writes there keep
 * their folder and their line in the index.
 */

const indexSchema = z.object({
  projects: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string().exactOptional(),
      sample: z.boolean().exactOptional(),
      revisions: z.array(
        z.object({
          id: z.string(),
          createdAt: z.string(),
          label: z.string().exactOptional(),
          path: z.string(),
        }),
      ),
    }),
  ),
});

/** Index entries of projects that are no samples and whose folder is there. */
export function keptEntries(root: string, samples: ReadonlySet<string>): readonly IndexEntry[] {
  const path = join(root, 'index.json');
  if (!existsSync(path)) return [];
  const { projects } = indexSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return projects.filter(
    (entry) => !samples.has(entry.id) && existsSync(join(root, 'projects', entry.id)),
  );
}

/** Replaces the folders of all samples below `root`. */
export function writeSamples(root: string): void {
  const samples = allSamples();
  const ids = new Set(samples.map((sample) => sample.project));
  const tree = bundleTree(samples, keptEntries(root, ids));
  for (const id of ids) rmSync(join(root, 'projects', id), { recursive: true, force: true });
  for (const [path, bytes] of tree) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

if (import.meta.main) {
  writeSamples(join(import.meta.dirname, '../../public/bundles'));
}
