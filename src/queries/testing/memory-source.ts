import { faultFiles } from '../../../mocks/faults/fault-bundles.ts';
import { treeSource } from '../../source/tree-source.ts';
import type { EvidenceSource } from '../../source/types.ts';
import type { OpenRequest } from '../session-types.ts';

export type MemoryFiles = Map<string, Uint8Array>;

/** A source in memory that counts what is read of it. */
export interface MemorySource {
  readonly source: EvidenceSource;
  readonly reads: string[];
}

export function memorySource(files: ReadonlyMap<string, Uint8Array>): MemorySource {
  const reads: string[] = [];
  const source = treeSource({
    name: 'memory',
    paths: [...files.keys()],
    read: async (path, maxBytes) => {
      reads.push(path);
      const bytes = files.get(path);
      if (bytes === undefined) return { ok: false, error: { code: 'not-found', where: path } };
      return bytes.byteLength > maxBytes
        ? { ok: false, error: { code: 'too-large', where: path } }
        : { ok: true, value: bytes };
    },
  });
  return { source, reads };
}

const encoder = new TextEncoder();

/** All sentinel projects with their index. */
export function sentinels(): MemoryFiles {
  return new Map([...faultFiles()].map(([path, text]) => [path, encoder.encode(text)]));
}

/** The files of one sentinel project, as a bundle that stands alone. */
export function sentinel(id: string): MemoryFiles {
  const folder = `projects/${id}/r1/`;
  return new Map(
    [...sentinels()].flatMap(([path, bytes]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), bytes] as const] : [],
    ),
  );
}

/** Replaces a file by what `change` makes of its text. */
export function edit(files: MemoryFiles, path: string, change: (text: string) => string): void {
  const text = new TextDecoder().decode(files.get(path));
  files.set(path, encoder.encode(change(text)));
}

export function request(project: string, more: Partial<OpenRequest> = {}): OpenRequest {
  return {
    source: { kind: 'static', url: 'memory/' },
    project,
    now: '2026-06-02T00:00:00Z',
    ...more,
  };
}
