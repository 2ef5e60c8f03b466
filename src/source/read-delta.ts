import { fromBase64 } from '../api/addresses.ts';
import type { DeltaPiece } from '../api/byte-delta.ts';

/** A delta as a server sends it; `undefined` when it is none. */
export function readDelta(bytes: Uint8Array):
  | {
      readonly sha256: string;
      readonly size: number;
      readonly pieces: readonly DeltaPiece[];
    }
  | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  const to = memberOf(value, 'to');
  const sha256 = memberOf(to, 'sha256');
  const size = memberOf(to, 'size');
  const parts = memberOf(value, 'parts');
  if (typeof sha256 !== 'string' || typeof size !== 'number' || !Array.isArray(parts)) {
    return undefined;
  }
  const pieces = parts.flatMap((part: unknown): DeltaPiece[] => {
    const copy = memberOf(part, 'copy');
    const insert = memberOf(part, 'insert');
    if (Array.isArray(copy)) return [{ copy: [Number(copy[0]), Number(copy[1])] }];
    const inserted = typeof insert === 'string' ? fromBase64(insert) : undefined;
    return inserted === undefined ? [] : [{ insert: inserted }];
  });
  const isSound = pieces.length === parts.length && Number.isSafeInteger(size) && size >= 0;
  return isSound ? { sha256, size, pieces } : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
