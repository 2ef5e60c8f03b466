import { platformEnvironment } from '../source/environment.ts';
import { openSource } from '../source/open-source.ts';
import { createSession } from './session.ts';
import type { BundleSession } from './session-types.ts';

/** What the worker answers: the session, once it knows where the page lies. */
export interface WorkerSession extends BundleSession {
  /** @param baseUrl of the document; a worker's own address is another */
  configure(baseUrl: string): Promise<void>;
}

export function createWorkerSession(): WorkerSession {
  let base = '';
  const session = createSession({
    openSource: (ref) => openSource(ref, platformEnvironment(base)),
  });
  return {
    ...session,
    configure: async (baseUrl) => {
      base = baseUrl;
    },
  };
}
