import { setupServer } from 'msw/node';
import { createDatabase, type Database } from './db.ts';
import { bundleHandlers } from './handlers/bundles.ts';

/** The mocked server for tests in Node. */
export interface MockServer {
  readonly server: ReturnType<typeof setupServer>;
  readonly db: Database;
  /** Where the page would lie; the trees are under `api/v1/` and `api/faults/`. */
  readonly baseUrl: string;
}

/**
 * Not started yet: `server.listen({ onUnhandledFrame: 'error' })`.
 *
 * @param readSample reads a file of `public/bundles`; by default there are none
 */
export function createMockServer(
  readSample: (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined> = async () =>
    undefined,
): MockServer {
  const baseUrl = 'https://mock.example/';
  const db = createDatabase(readSample);
  return {
    baseUrl,
    db,
    server: setupServer(...bundleHandlers(baseUrl, db, ['samples', 'faults'])),
  };
}
