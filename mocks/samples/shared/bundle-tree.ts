import { digestOf } from './exhibit.ts';
import { bytesOf, type SampleBundle } from './sample-bundle.ts';

export const FORMAT_VERSION = '1.0.0';

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

/** The order of members in `bundle.json`: what a graph needs first, what is large last. */
const KEY_ORDER = [
  'project',
  'revision',
  'sample',
  'sampleNote',
  'policy',
  'classes',
  'items',
  'dependencies',
  'gates',
  'waivers',
  'invariants',
  'stopConditions',
  'definitions',
  'relations',
  'roles',
  'people',
  'authorisationRules',
  'authorisations',
  'probes',
  'reverifications',
  'tiers',
  'acceptance',
  'strengthScales',
  'documents',
  'registers',
  'contracts',
  'metrics',
  'budgets',
  'checklists',
  'workflows',
  'notes',
  'evidence',
] as const satisfies readonly (keyof SampleBundle['content'])[];

/** The text of `bundle.json`. Same content, same bytes. */
export function bundleText(sample: SampleBundle): string {
  const ordered: Record<string, unknown> = { wavegate: FORMAT_VERSION };
  for (const key of KEY_ORDER) {
    if (sample.content[key] !== undefined) ordered[key] = sample.content[key];
  }
  return `${JSON.stringify(ordered, null, 2)}\n`;
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
  const index = { wavegate: FORMAT_VERSION, projects: [...indexEntries(samples), ...kept] };
  tree.set('index.json', bytesOf(`${JSON.stringify(index, null, 2)}\n`));
  for (const sample of samples) {
    const files = new Map(sample.files);
    files.set('bundle.json', bundleText(sample));
    const paths = [...files.keys()].sort();
    const folder = folderOf(sample);
    const sums = paths.map((path) => `${digestOf(files.get(path) ?? '')}  ${path}\n`).join('');
    for (const path of paths) tree.set(`${folder}${path}`, bytesOf(files.get(path) ?? ''));
    tree.set(`${folder}SHA256SUMS`, bytesOf(sums));
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
