import { eventHub } from '../../src/server/event-hub.ts';
import { createService } from '../../src/server/service.ts';
import { contentStore } from '../../src/server/store.ts';
import type { Database, Tree } from '../db.ts';
import { faultDesk } from '../faults/behaviours.ts';
import { sentinelFaults } from '../faults/http-faults.ts';
import { catalogueOf } from '../memory-catalogue.ts';
import { apiHandler } from './api.ts';

/** Where the trees lie under the page's address. */
export const apiRoots: Readonly<Record<Tree, string>> = {
  samples: 'api/v1/',
  faults: 'api/faults/',
};

/**
 * The trees of the database as servers that keep the contract of `docs/api`; the sentinel projects in
 * `faults` are served with their faults.
 *
 * @param baseUrl absolute address of the page's folder
 */
export function bundleHandlers(baseUrl: string, db: Database, trees: readonly Tree[]) {
  return trees.map((tree) => {
    const desk = faultDesk();
    if (tree === 'faults') desk.set({ rules: sentinelFaults });
    const hub = eventHub(`mock-${tree}`, Date.now);
    db.onChange((changed, project, revision) => {
      if (changed === tree) hub.tell({ project, revision, kind: 'changed' });
    });
    const store = contentStore();
    return apiHandler({
      root: new URL(apiRoots[tree], baseUrl).href,
      desk,
      hub,
      service: createService({
        store,
        now: () => new Date().toISOString(),
        catalogue: () => catalogueOf((path) => db.read(tree, path), String(db.version())),
      }),
    });
  });
}
