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
  const outline = new PlanSkimmer(file).add(bytes, bytes.length)?.outline;
  if (outline === undefined) return undefined;
  // Sample data must be called so from the first moment on.
  if (outline.sample === undefined && mentionsSample(bytes)) return undefined;
  return outline;
}

export interface Skimmed {
  /** Without `sample` where the beginning does not say it: then the rest may. */
  readonly outline: PlanOutline;
  /** How many bytes it was read from. */
  readonly end: number;
}

/** {@link skimPlan} of a file that is still on its way. */
export class PlanSkimmer {
  readonly #file: string;
  readonly #beginning = new Beginning();
  #isOver = false;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Looks at what has come since the last time.
   * @param bytes all that has come, from the beginning
   * @param total how many there will be, where it is known
   * @returns the outline, once, as soon as it is there
   */
  add(bytes: Uint8Array, total?: number): Skimmed | undefined {
    if (this.#isOver) return undefined;
    const end = total !== undefined && total < WORTH_SKIMMING ? 'none' : this.#beginning.in(bytes);
    if (end === undefined) return undefined;
    this.#isOver = true;
    if (end === 'none' || !isWorthIt(end, total)) return undefined;
    const start = new Uint8Array(end + 1);
    start.set(bytes.subarray(0, end));
    start[end] = closing.brace;
    const { outline } = beginPlan(start, this.#file);
    return outline && { outline, end };
  }
}

function isWorthIt(end: number, total: number | undefined): boolean {
  return total === undefined ? end >= WORTH_SKIMMING : end <= total * (1 - LEAST_LEFT);
}

const quote = 0x22;
const backslash = 0x5c;
const opening = { brace: 0x7b, bracket: 0x5b } as const;
const closing = { brace: 0x7d, bracket: 0x5d } as const;

/** Finds where the last of the needed members of the root ends. The bytes need not be JSON. */
export class Beginning {
  readonly #missing = new Set(needed);
  #at = 0;
  #depth = 0;
  #isInText = false;
  #textStart = 0;
  /** The last text on the first level. */
  #name: readonly [start: number, end: number] = [0, 0];

  /** @param bytes those of the last time and those that have come since */
  in(bytes: Uint8Array): number | 'none' | undefined {
    const { length } = bytes;
    let at = this.#at;
    let depth = this.#depth;
    let isInText = this.#isInText;
    for (; at < length; at += 1) {
      const c = bytes[at];
      if (isInText) {
        // Most of a file is text: nothing else is looked at until it ends.
        for (; at < length; at += 1) {
          const d = bytes[at];
          if (d === quote) break;
          if (d === backslash) at += 1;
        }
        if (at >= length) break;
        isInText = false;
        if (depth === 1) this.#name = [this.#textStart, at];
      } else if (c === quote) {
        isInText = true;
        this.#textStart = at + 1;
      } else if (c === opening.brace || c === opening.bracket) depth += 1;
      else if (c === closing.brace || c === closing.bracket) {
        depth -= 1;
        if (depth === 0) return 'none';
        // The key of an object or list that ends on the first level is the last text on that level.
        if (depth === 1) this.#missing.delete(textOf(bytes, this.#name));
        if (this.#missing.size === 0) return at + 1;
      }
    }
    this.#at = at;
    this.#depth = depth;
    this.#isInText = isInText;
    return undefined;
  }
}

function textOf(bytes: Uint8Array, [start, end]: readonly [number, number]): string {
  return end - start > 32 ? '' : new TextDecoder().decode(bytes.subarray(start, end));
}

function mentionsSample(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes).includes('"sample"');
}
