import type { LayoutInput } from '../derive/layout/types.ts';

/** From so many nodes on a draft comes first: below, the whole takes hardly longer. */
export const DRAFT_FROM = 1_500;

const keys = new WeakMap<LayoutInput, string>();

/**
 * A text that is the same for the same structure, sizes, direction and spacing. Kept for each input,
 * since every render asks for it and none changes an input.
 */
export function layoutKey(input: LayoutInput): string {
  const known = keys.get(input);
  if (known !== undefined) return known;
  const key = computedKey(input);
  keys.set(input, key);
  return key;
}

function computedKey({ nodes, edges, groups, direction, fold, spacing }: LayoutInput): string {
  const arrays = [nodes.width, nodes.height, nodes.group, edges.from, edges.to, groups?.parent];
  const digests = arrays.map((array) =>
    array === undefined ? '' : `${array.length}:${digestOf(array)}`,
  );
  const spaces = Object.entries(spacing ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([direction, fold === true, digests, spaces]);
}

/**
 * In the manner of FNV-1a twice over the same words, with different starts: 64 bits are plenty for a
 * cache. What lies high in a word is mixed down, which a plain product never does.
 */
function digestOf(array: Float64Array | Int32Array): string {
  const words = new Int32Array(array.buffer, array.byteOffset, array.byteLength / 4);
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    a = Math.imul(a ^ word, 0x01000193);
    a ^= a >>> 13;
    b = Math.imul(b ^ word ^ (word >>> 16), 0x01000193) ^ (b >>> 15);
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}
