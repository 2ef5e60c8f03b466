import { beginPlan, type PlanOutline } from './parse-plan.ts';

/** What an outline is made of. Writers put these first, and what is large after them. */
const needed: readonly string[] = ['project', 'revision', 'items', 'dependencies'];
/** A file below this is read as a whole in no time. */
const WORTH_SKIMMING = 1_000_000;
/** When less than this share of the file can be left for later, nothing is gained. */
const LEAST_LEFT = 0.3;

/**
 * The outline of a large plan from the beginning of its file, before the rest is looked at: the one
 * that {@link beginPlan} gives if the rest has nothing fatal. `undefined` when the file is small, when
 * its members stand in another order, and whenever the beginning has the least fault.
 */
export function skimPlan(bytes: Uint8Array, file: string): PlanOutline | undefined {
  if (bytes.length < WORTH_SKIMMING) return undefined;
  const end = endOfNeeded(bytes);
  if (end === undefined || end > bytes.length * (1 - LEAST_LEFT)) return undefined;
  const start = new Uint8Array(end + 1);
  start.set(bytes.subarray(0, end));
  start[end] = closing.brace;
  const { outline } = beginPlan(start, file);
  if (outline === undefined) return undefined;
  // Sample data must be called so from the first moment on.
  if (outline.sample === undefined && mentionsSample(bytes.subarray(end))) return undefined;
  return outline;
}

const quote = 0x22;
const backslash = 0x5c;
const opening = { brace: 0x7b, bracket: 0x5b } as const;
const closing = { brace: 0x7d, bracket: 0x5d } as const;

/** Where the last of the needed members of the root ends. The bytes need not be JSON. */
function endOfNeeded(bytes: Uint8Array): number | undefined {
  const missing = new Set(needed);
  let depth = 0;
  let lastString: readonly [start: number, end: number] = [0, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    const c = bytes[i];
    if (c === quote) {
      const start = i + 1;
      i = endOfString(bytes, start);
      if (depth === 1) lastString = [start, i];
    } else if (c === opening.brace || c === opening.bracket) depth += 1;
    else if (c === closing.brace || c === closing.bracket) {
      depth -= 1;
      if (depth === 0) return undefined;
      // The key of an object or list that ends on the first level is the last text on that level.
      if (depth === 1) missing.delete(textOf(bytes, lastString));
      if (missing.size === 0) return i + 1;
    }
  }
  return undefined;
}

function endOfString(bytes: Uint8Array, start: number): number {
  let i = start;
  for (; i < bytes.length; i += 1) {
    const c = bytes[i];
    if (c === quote) break;
    if (c === backslash) i += 1;
  }
  return i;
}

function textOf(bytes: Uint8Array, [start, end]: readonly [number, number]): string {
  return end - start > 32 ? '' : new TextDecoder().decode(bytes.subarray(start, end));
}

function mentionsSample(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes).includes('"sample"');
}
