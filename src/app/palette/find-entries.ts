/** What can be found: where it stands in the list, and the texts in which it is looked for. */
export interface Findable {
  /** An id as the plan writes it. */
  readonly code?: string;
  readonly label: string;
  /** Other words for the same, never shown. */
  readonly also?: string;
}

const isWordPart = /[\p{L}\p{N}]/u;

/** How well a text fits a word in lower case: 0 best; `undefined` when it does not contain it. */
function closeness(text: string, word: string): number | undefined {
  const small = text.toLowerCase();
  if (small === word) return 0;
  const at = small.indexOf(word);
  if (at < 0) return undefined;
  if (at === 0) return 1;
  return startsWord(small, word, at) ? 2 : 3;
}

function startsWord(text: string, word: string, first: number): boolean {
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1];
    if (before === undefined || !isWordPart.test(before)) return true;
  }
  return false;
}

function wordCost({ code, label, also }: Findable, word: string): number | undefined {
  const costs = [
    code === undefined ? undefined : closeness(code, word),
    closeness(label, word),
    also === undefined || closeness(also, word) === undefined ? undefined : 4,
  ].filter((cost) => cost !== undefined);
  return costs.length === 0 ? undefined : Math.min(...costs);
}

/**
 * How well an entry answers what was typed: 0 best, `undefined` not at all. Every word must be found
 * somewhere in it; the whole text as an id or a title beats words that are scattered.
 */
export function costOf(entry: Findable, typed: string): number | undefined {
  const text = typed.trim().toLowerCase();
  const words = text.split(/\s+/u).filter((word) => word !== '');
  let cost = 0;
  for (const word of words) {
    const one = wordCost(entry, word);
    if (one === undefined) return undefined;
    cost += one;
  }
  if (words.length < 2) return cost;
  const whole = wordCost(entry, text);
  return whole === undefined ? cost + words.length : Math.min(whole, cost);
}

export interface Found<Entry> {
  readonly entries: readonly Entry[];
  /** All that fit, when the list is cut. */
  readonly total: number;
  /** Cost of the best one. */
  readonly cost: number;
}

/** The best entries for what was typed, best first, equals in their own order; at most `most`. */
export function findEntries<Entry extends Findable>(
  entries: readonly Entry[],
  typed: string,
  most: number,
): Found<Entry> {
  const fitting = entries
    .map((entry) => ({ entry, cost: costOf(entry, typed) }))
    .filter((one): one is { entry: Entry; cost: number } => one.cost !== undefined)
    .sort((a, b) => a.cost - b.cost);
  return {
    entries: fitting.slice(0, most).map(({ entry }) => entry),
    total: fitting.length,
    cost: fitting[0]?.cost ?? Number.POSITIVE_INFINITY,
  };
}
