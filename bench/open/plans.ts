import { writeBundle } from '../../src/bundle/write-bundle.ts';
import type { ProjectContent } from '../../src/model/project.ts';
import {
  createdAt,
  generatePlan,
  type PlanSize,
  referenceSize,
  scaled,
} from '../plans/generate.ts';

export interface ServedPlan {
  readonly name: string;
  readonly content: ProjectContent;
  /** By path inside the bundle. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly megabytes: number;
}

/** What the page shows before the plan that is timed, so that threads and code are there already. */
export const warmPlan = 'warm';

const evidencePerItem = 2;
const sizes: Readonly<Record<string, PlanSize>> = {
  [warmPlan]: { ...scaled(14, evidencePerItem), dependencies: 12 },
  '10': { ...scaled(10, evidencePerItem), dependencies: 10 },
  '1000': scaled(1_000, evidencePerItem),
  '10000': scaled(10_000, evidencePerItem),
  // Four cases a report make it 100 MB.
  '100MB': { ...referenceSize, cases: 4 },
};

/** Bundles as the project's own writer makes them: the plan in one file, evidence in another. */
export function servedPlans(): readonly ServedPlan[] {
  return Object.entries(sizes).map(([name, size]) => {
    const content = generatePlan(size);
    const files = writeBundle(content, { splitEvidence: true });
    const bytes = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
    return { name, content, files, megabytes: bytes / 1e6 };
  });
}

/** The folder that the app is pointed at, relative to the page. */
export const folder = 'bench-plans/';

/** `index.json` of the folder and the files of every plan; anything else is not there. */
export function fileIn(plans: readonly ServedPlan[]): (path: string) => Uint8Array | undefined {
  const index = new TextEncoder().encode(
    JSON.stringify({
      wavegate: '1.0.0',
      projects: plans.map(({ name, content }) => ({
        id: name,
        title: content.project.title,
        revisions: [{ id: '1', createdAt, path: `projects/${name}/` }],
      })),
    }),
  );
  const byName = new Map(plans.map((plan) => [plan.name, plan.files]));
  return (path) => {
    if (!path.startsWith(folder)) return undefined;
    const rest = path.slice(folder.length);
    if (rest === 'index.json') return index;
    const [, name = '', file = ''] = /^projects\/([^/]+)\/(.+)$/.exec(rest) ?? [];
    return byName.get(name)?.get(file);
  };
}
