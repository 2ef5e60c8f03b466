import { type ProxyMarked, proxy } from 'comlink';
import type { PlanStructure } from '../derive/types.ts';
import { platformEnvironment } from '../source/environment.ts';
import { openSource } from '../source/open-source.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import { type PackedStructure, packStructure } from './packed-structure.ts';
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
  /** The page and the layout ask for it at the same time. */
  const packed = new WeakMap<PlanStructure, PackedStructure>();
  const packedStructure = async (request: OpenRequest): Promise<Opened<PackedStructure>> => {
    const opened = await session.structure(request);
    if (!opened.ok) return opened;
    const value = packed.get(opened.value) ?? packStructure(opened.value);
    packed.set(opened.value, value);
    return { ok: true, value };
  };
  return {
    ...session,
    files: proxy(session.files),
    ...snapshotSlices(session.snapshot),
    packedStructure,
    structureTo: async (request, port) => {
      const opened = await packedStructure(request);
      if (opened.ok) port.postMessage(opened.value);
      port.close();
    },
    configure: async (baseUrl) => {
      base = baseUrl;
    },
  };
}
