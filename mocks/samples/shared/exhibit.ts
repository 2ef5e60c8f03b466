import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Evidence, Fact } from '../../../src/model/evidence.ts';
import { evidenceId } from '../../../src/model/ids.ts';
import { bytesOf, type FileContent } from './sample-bundle.ts';

/** A made-up evidence file together with the entry that describes it. */
export interface Exhibit {
  readonly entry: Evidence;
  readonly path: string;
  readonly content: FileContent;
}

/** What an author states about a file; id, digest and size are worked out from the bytes. */
export type ExhibitInfo = Omit<Evidence, 'id' | 'digest' | 'size' | 'facts' | 'path' | 'name'> & {
  readonly id: string;
  /** Below the bundle's folder, for example `evidence/junit/ssrf.xml`. */
  readonly path: string;
  /** Default: the last segment of the path. */
  readonly name?: string;
};

/** Lower-case hex. */
export function digestOf(content: FileContent): string {
  return bytesToHex(sha256(bytesOf(content)));
}

/** Describes a file: digest and size are those of the given bytes. */
export function exhibit(
  info: ExhibitInfo,
  content: FileContent,
  facts: readonly Fact[] = [],
): Exhibit {
  const { id, name, path, kind, ...rest } = info;
  return {
    path,
    content,
    entry: {
      id: evidenceId(id),
      kind,
      name: name ?? path.slice(path.lastIndexOf('/') + 1),
      path,
      digest: { sha256: digestOf(content) },
      size: bytesOf(content).length,
      ...rest,
      ...(facts.length === 0 ? {} : { facts }),
    },
  };
}

/** The files of the exhibits, ready for a bundle. Throws when two exhibits claim one path. */
export function filesOf(exhibits: readonly Exhibit[]): Map<string, FileContent> {
  const files = new Map<string, FileContent>();
  for (const { path, content } of exhibits) {
    if (files.has(path)) throw new Error(`Two exhibits claim ${path}`);
    files.set(path, content);
  }
  return files;
}
