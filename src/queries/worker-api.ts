import { type ProxyMarked, proxy } from 'comlink';
import { platformEnvironment } from '../source/environment.ts';
import { openSource } from '../source/open-source.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import { type PackedStructure, packedStructureOf } from './packed-structure.ts';
import { createSession } from './session.ts';
import type { BundleSession, Opened, OpenRequest } from './session-types.ts';
import { type SnapshotSlices, snapshotSlices } from './snapshot-slices.ts';

/** What the worker answers: the session, once it knows where the page lies. */
export interface WorkerSession extends BundleSession, SnapshotSlices {
  /** Marked, so that its methods can be called from the page one by one. */
  readonly files: EvidenceFiles<OpenRequest> & ProxyMarked;
  packedStructure(request: OpenRequest): Promise<Opened<PackedStructure>>;
  structureTo(request: OpenRequest, port: MessagePort): Promise<void>;
  /** @param baseUrl of the document; a worker's own address is another */
  configure(baseUrl: string): Promise<void>;
}

export function createWorkerSession(): WorkerSession {
  let base = '';
  const session = createSession({
    openSource: (ref) => openSource(ref, platformEnvironment(base)),
  });
  const packedStructure = async (request: OpenRequest): Promise<Opened<PackedStructure>> => {
    const opened = await session.structure(request);
    // The page and the layout ask for it at the same time.
    return opened.ok ? { ok: true, value: packedStructureOf(opened.value) } : opened;
  };
  return {
    ...session,
    files: proxy(session.files),
    ...snapshotSlices(session.snapshot),
    packedStructure,
    structureTo: async (request, port) => {
      const opened = await packedStructure(request);
      port.postMessage(opened.ok ? opened.value : undefined);
      port.close();
    },
    configure: async (baseUrl) => {
      base = baseUrl;
    },
  };
}
