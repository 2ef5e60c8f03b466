import { sha256Hex } from '../bundle/digest.ts';
import { limits } from '../bundle/limits.ts';
import { problem } from '../bundle/problem-codes.ts';
import type { Problem } from '../model/problem.ts';
import type { Sums } from './verify-digests.ts';

/** Adds up what was read; the whole bundle has one limit. */
export class ByteBudget {
  used: number;

  constructor(used: number) {
    this.used = used;
  }

  /** False when the bytes are too many; then they do not count. */
  take(bytes: number): boolean {
    if (this.used + bytes > limits.bundleBytes) return false;
    this.used += bytes;
    return true;
  }
}

/** Empty when the bytes are what the list of sums says, or when it does not name the file. */
export function sumProblem(file: string, bytes: Uint8Array, sums: Sums): readonly Problem[] {
  const stated = sums.get(file);
  if (stated === undefined) return [];
  const found = sha256Hex(bytes);
  return found === stated ? [] : [problem('digest-differs', { file, params: { stated, found } })];
}
