import type { Result } from '../lib/result.ts';
import type { SourceError } from './types.ts';

/** Files that are all at hand: an unpacked archive, a dropped folder. */
export interface FileTree {
  /** File or folder name, for people. */
  readonly name: string;
  /** Contained paths, each once. */
  readonly paths: readonly string[];
  readonly read: (path: string, maxBytes: number) => Promise<Result<Uint8Array, SourceError>>;
}
