import { formatVersion } from '../../../src/bundle/upgrade.ts';
import { writeBundle } from '../../../src/bundle/write-bundle.ts';
import { bytesOf, type SampleBundle } from './sample-bundle.ts';

/** One project in `index.json`. */
export interface IndexEntry {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly sample?: boolean;
  readonly revisions: readonly {
    readonly id: string;
    readonly createdAt: string;
    readonly label?: string;
    readonly path: string;
  }[];
}

/** The files of one bundle, as anybody would write them. */
export function bundleFiles(sample: SampleBundle): Map<string, Uint8Array> {
  const files = [...sample.files].map(([path, content]) => [path, bytesOf(content)] as const);
  return writeBundle(sample.content, { files: new Map(files) });
}

/**
 * Every file of the static tree by path relative to `public/bundles`, in a fixed order.
 * `kept` are index entries of projects that somebody else writes.
 */
export function bundleTree(
  samples: readonly SampleBundle[],
  kept: readonly IndexEntry[] = [],
): Map<string, Uint8Array> {
  const tree = new Map<string, Uint8Array>();
  const index = { wavegate: formatVersion, projects: [...indexEntries(samples), ...kept] };
  tree.set('index.json', bytesOf(`${JSON.stringify(index, null, 2)}\n`));
  for (const sample of samples) {
    const folder = folderOf(sample);
    const files = [...bundleFiles(sample)].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [path, bytes] of files) tree.set(`${folder}${path}`, bytes);
  }
  return tree;
}

function indexEntries(samples: readonly SampleBundle[]): readonly IndexEntry[] {
  const projects = Map.groupBy(samples, (sample) => sample.project);
  return [...projects].map(([id, revisions]) => {
    const ordered = revisions.toSorted((a, b) =>
      b.content.revision.createdAt.localeCompare(a.content.revision.createdAt),
    );
    const info = ordered[0]?.content;
    return {
      id,
      title: info?.project.title ?? id,
      ...(info?.project.description === undefined ? {} : { description: info.project.description }),
      ...(info?.sample === undefined ? {} : { sample: info.sample }),
      revisions: ordered.map((sample) => ({
        id: sample.revision,
        createdAt: sample.content.revision.createdAt,
        ...(sample.content.revision.label === undefined
          ? {}
          : { label: sample.content.revision.label }),
        path: folderOf(sample),
      })),
    };
  });
}

function folderOf(sample: SampleBundle): string {
  return `projects/${sample.project}/${sample.revision}/`;
}
