import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { digestOf } from '../../../mocks/faults/fault-bundles.ts';
import {
  evidenceFiles,
  healthyBundle,
  type JsonObject,
} from '../../../mocks/faults/healthy-bundle.ts';

/** A folder of bundles for one test. */
export interface BundleFolder {
  readonly path: string;
  readonly write: (path: string, text: string) => Promise<void>;
  /** Puts a whole revision of the healthy plan there. */
  readonly revision: (
    project: string,
    id: string,
    createdAt: string,
    change?: (document: JsonObject) => JsonObject,
  ) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function bundleFolder(): Promise<BundleFolder> {
  const path = await mkdtemp(join(tmpdir(), 'wavegate-serve-'));
  const write = async (name: string, text: string): Promise<void> => {
    const file = join(path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  return {
    path,
    write,
    revision: async (project, id, createdAt, change = (document) => document) => {
      const document = healthyBundle(project, (name) => digestOf(evidenceFiles[name]));
      const revised = change({ ...document, revision: { id, createdAt } });
      for (const [name, text] of Object.entries(evidenceFiles)) {
        await write(`${project}/${id}/${name}`, text);
      }
      await write(`${project}/${id}/bundle.json`, JSON.stringify(revised, null, 2));
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
