import type { Pointer } from '../../../model/common.ts';

/** What can be pointed at in a report: where it stands in the file, and what it is called. */
export interface Entry {
  readonly pointer: Pointer;
  readonly name?: string;
  readonly suite?: string | undefined;
}

/**
 * The entry that a pointer means: the one with that place, else the innermost one around it, else of a
 * test the one with its name.
 *
 * @returns the index, or -1 when no entry is meant
 */
export function locateEntry(entries: readonly Entry[], pointer: Pointer | undefined): number {
  switch (pointer?.kind) {
    case 'json':
      return innermostJson(entries, pointer.pointer);
    case 'lines':
      return atLine(entries, pointer.from);
    case 'test':
      return testCase(entries, pointer);
    default:
      return -1;
  }
}

function innermostJson(entries: readonly Entry[], wanted: string): number {
  let best = -1;
  let length = -1;
  for (const [index, { pointer }] of entries.entries()) {
    if (pointer.kind !== 'json') continue;
    const own = pointer.pointer;
    if ((wanted === own || wanted.startsWith(`${own}/`)) && own.length > length) {
      best = index;
      length = own.length;
    }
  }
  // The root is around everything and so says nothing.
  return length > 0 || wanted === '' ? best : -1;
}

function atLine(entries: readonly Entry[], line: number): number {
  let best = -1;
  let size = Number.POSITIVE_INFINITY;
  for (const [index, { pointer }] of entries.entries()) {
    const range = rangeOf(pointer);
    if (range === undefined || line < range.from || line > range.to) continue;
    if (range.to - range.from < size) {
      best = index;
      size = range.to - range.from;
    }
  }
  return best;
}

function rangeOf(pointer: Pointer): { readonly from: number; readonly to: number } | undefined {
  if (pointer.kind === 'lines') return pointer;
  if (pointer.kind === 'test' && pointer.line !== undefined) {
    return { from: pointer.line, to: pointer.line };
  }
  return undefined;
}

function testCase(
  entries: readonly Entry[],
  wanted: Extract<Pointer, { readonly kind: 'test' }>,
): number {
  const named = entries.flatMap(({ name, pointer }, index) =>
    name === wanted.name || (pointer.kind === 'test' && pointer.name === wanted.name)
      ? [index]
      : [],
  );
  const same = (index: number): boolean => {
    const entry = entries[index];
    if (entry === undefined) return false;
    const { pointer } = entry;
    if (wanted.line !== undefined) return rangeOf(pointer)?.from === wanted.line;
    if (wanted.suite === undefined) return true;
    return (
      entry.suite === wanted.suite || (pointer.kind === 'test' && pointer.suite === wanted.suite)
    );
  };
  const exact = named.find(same);
  if (exact !== undefined) return exact;
  const [only] = named;
  if (named.length > 0 && only !== undefined) return only;
  return wanted.line === undefined ? -1 : atLine(entries, wanted.line);
}
