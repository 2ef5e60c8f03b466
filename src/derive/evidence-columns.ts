import type { Evidence } from '../model/evidence.ts';
import { byCodeUnit } from './cause-key.ts';
import { type DeriveContext, remembered } from './context.ts';
import { evidenceReferences } from './evidence.ts';
import { statesOf } from './evidence-relations.ts';
import { isAdvisory, type LiveDigests } from './evidence-rows.ts';
import { evidenceDigests, evidenceStates } from './evidence-states.ts';
import type { EvidenceSort } from './evidence-types.ts';

/**
 * What the table of evidence is filtered and sorted by, a column each, in the order of the bundle. Made
 * once for a judgement; a question then walks numbers instead of records.
 */
export interface EvidenceColumns {
  readonly entries: readonly Evidence[];
  readonly rowOf: ReadonlyMap<string, number>;
  /** Codes of the kinds, by `kinds`. */
  readonly kind: Uint32Array;
  readonly kinds: readonly string[];
  /** A bit for each of `evidenceStates`. */
  readonly states: Uint8Array;
  readonly usedBy: Uint32Array;
  /** Codes of the producers, by `producers`; the empty text where none is named. */
  readonly producer: Uint32Array;
  readonly producers: readonly string[];
  /** Ids, names and paths in lower case; row `k` begins at `starts[k]`. */
  readonly text: string;
  readonly starts: Uint32Array;
}

export const columnsOf: (context: DeriveContext) => EvidenceColumns = remembered((context) => {
  const entries = [...context.project.index.evidence.values()];
  const references = evidenceReferences(context);
  const count = entries.length;
  const kinds = new Map<string, number>();
  const producers = new Map<string, number>();
  const producer = new Uint32Array(count);
  const kind = new Uint32Array(count);
  const states = new Uint8Array(count);
  const usedBy = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  const texts: string[] = [];
  const rowOf = new Map<string, number>();
  let length = 0;
  for (const [row, entry] of entries.entries()) {
    rowOf.set(entry.id, row);
    const code = kinds.get(entry.kind) ?? kinds.size;
    kinds.set(entry.kind, code);
    kind[row] = code;
    const by = entry.producer?.id ?? '';
    const producerCode = producers.get(by) ?? producers.size;
    producers.set(by, producerCode);
    producer[row] = producerCode;
    usedBy[row] = references.get(entry.id)?.length ?? 0;
    let bits = 0;
    for (const state of statesOf(context, entry, isAdvisory(context, entry))) {
      bits |= 1 << evidenceStates.indexOf(state);
    }
    states[row] = bits;
    const text = searchText(entry);
    starts[row] = length;
    length += text.length;
    texts.push(text);
  }
  starts[count] = length;
  return {
    entries,
    rowOf,
    kind,
    kinds: [...kinds.keys()],
    producer,
    producers: [...producers.keys()],
    states,
    usedBy,
    text: texts.join(''),
    starts,
  };
});

/** Ends in a character that no question holds, so that no hit reaches into the next row. */
function searchText({ id, name, path }: Evidence): string {
  return `${id}\n${name}\n${path ?? ''}\n`.toLowerCase().concat('\0');
}

const digestColumns = new WeakMap<EvidenceColumns, { live: LiveDigests; column: Uint8Array }>();

/** Codes of the digest states, by `evidenceDigests`. */
export function digestColumn(columns: EvidenceColumns, live: LiveDigests): Uint8Array {
  const known = digestColumns.get(columns);
  if (known?.live.states === live.states && known.live.version === live.version) {
    return known.column;
  }
  const codes = new Map(evidenceDigests.map((state, code) => [state, code]));
  const unchecked = codes.get('unchecked') ?? 0;
  const column = new Uint8Array(columns.entries.length).fill(unchecked);
  for (const [id, state] of live.states) {
    const row = columns.rowOf.get(id);
    if (row !== undefined) column[row] = codes.get(state) ?? unchecked;
  }
  digestColumns.set(columns, { live, column });
  return column;
}

type Direction = 'ascending' | 'descending';
const orders = new WeakMap<EvidenceColumns, Map<string, Uint32Array>>();

/**
 * The rows in the order of a column, equal ones in the order of the bundle in both directions. What is
 * not known comes before everything that is. Sorted when first asked for.
 */
export function orderBy(
  columns: EvidenceColumns,
  sort: EvidenceSort,
  direction: Direction,
): Uint32Array {
  const known = orders.get(columns) ?? new Map<string, Uint32Array>();
  orders.set(columns, known);
  const found = known.get(sort + direction);
  if (found !== undefined) return found;
  const compare = comparison(columns, sort);
  const order =
    direction === 'ascending'
      ? Uint32Array.from({ length: columns.entries.length }, (_, row) => row).sort(compare)
      : turned(orderBy(columns, sort, 'ascending'), compare);
  known.set(sort + direction, order);
  return order;
}

/** An order the other way round, equal rows as they were: walking it is far quicker than sorting. */
function turned(order: Uint32Array, compare: (a: number, b: number) => number): Uint32Array {
  const other = new Uint32Array(order.length);
  let at = 0;
  for (let end = order.length; end > 0; ) {
    let start = end - 1;
    while (start > 0 && compare(order[start - 1] ?? 0, order[start] ?? 0) === 0) start -= 1;
    other.set(order.subarray(start, end), at);
    at += end - start;
    end = start;
  }
  return other;
}

function comparison(
  { entries, usedBy, kind, kinds }: EvidenceColumns,
  sort: EvidenceSort,
): (a: number, b: number) => number {
  const byText = (texts: readonly string[]) => (a: number, b: number) =>
    byCodeUnit(texts[a] ?? '', texts[b] ?? '');
  const byNumber = (numbers: ArrayLike<number>) => (a: number, b: number) =>
    (numbers[a] ?? 0) - (numbers[b] ?? 0);
  switch (sort) {
    case 'name':
      return byText(entries.map(({ name }) => name));
    case 'kind': {
      const rank = new Map([...kinds].sort(byCodeUnit).map((name, place) => [name, place]));
      return byNumber(kind.map((code) => rank.get(kinds[code] ?? '') ?? 0));
    }
    case 'collectedAt':
      return byText(entries.map(({ collectedAt }) => collectedAt ?? ''));
    case 'size':
      return byNumber(entries.map(({ size }) => size ?? -1));
    case 'usedBy':
      return byNumber(usedBy);
  }
}

/**
 * The rows whose text holds a question, as a mask; one search through the text of all rows.
 *
 * @param wanted in lower case and not empty
 */
export function rowsWithText(columns: EvidenceColumns, wanted: string): Uint8Array {
  const { text, starts, entries, kind, kinds, producer, producers } = columns;
  const mask = new Uint8Array(entries.length);
  if (wanted.includes('\0')) return mask;
  // Few kinds and producers name many rows: each is looked at once.
  markCodes(mask, kind, kinds, wanted);
  markCodes(mask, producer, producers, wanted);
  let row = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[row] ?? at + 1)) {
    row = rowAt(starts, at, row);
    mask[row] = 1;
    row += 1;
    if (row >= entries.length) break;
  }
  return mask;
}

function markCodes(
  mask: Uint8Array,
  codes: Uint32Array,
  names: readonly string[],
  wanted: string,
): void {
  const hits = names.map((name) => name.toLowerCase().includes(wanted));
  if (!hits.includes(true)) return;
  for (let row = 0; row < mask.length; row += 1) {
    if (hits[codes[row] ?? 0] === true) mask[row] = 1;
  }
}

/** The last row that begins at or before a place; looks from `from` on, near rows first. */
function rowAt(starts: Uint32Array, at: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < starts.length - 1 && (starts[low + step] ?? 0) <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(starts.length - 1, low + step);
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
