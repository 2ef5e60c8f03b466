import type { ReactNode } from 'react';
import { type Findable, findEntries } from './find-entries.ts';
import type { PaletteGroup } from './words/en.ts';

/** Something the palette can find, and what choosing it does. */
export interface Entry extends Findable {
  /** Unique within its group. */
  readonly id: string;
  readonly glyph?: ReactNode;
  readonly note?: string;
  /** Keys that do the same. */
  readonly keys?: readonly string[];
  readonly open: () => void;
}

export interface EntryGroup {
  readonly group: PaletteGroup;
  readonly items: readonly Entry[];
  /** How many fit that are not listed. */
  readonly more: number;
}

/** A group before anything was typed, and what is known of it beyond this page. */
export interface EntrySource {
  readonly group: PaletteGroup;
  readonly entries: readonly Entry[];
  /** Listed before anything is typed. */
  readonly atRest?: boolean;
  /** Somebody else has chosen the entries for what was typed, out of this many. */
  readonly chosenOf?: number;
}

/** More of a kind than these and the list stops being an answer. */
const mostOfGroup = 8;

/** The groups for what was typed, the one with the best answer first, each with its best entries. */
export function groupsFor(sources: readonly EntrySource[], typed: string): readonly EntryGroup[] {
  if (typed.trim() === '') {
    return sources
      .filter(({ atRest, entries }) => atRest === true && entries.length > 0)
      .map(({ group, entries }) => ({ group, items: entries, more: 0 }));
  }
  return sources
    .map(({ group, entries, chosenOf }) => {
      const found = findEntries(entries, typed, mostOfGroup);
      if (chosenOf === undefined) {
        const more = found.total - found.entries.length;
        return { group, items: found.entries, more, cost: found.cost };
      }
      const items = entries.slice(0, mostOfGroup);
      // Found by more than is shown, so it may fit without fitting here.
      return { group, items, more: chosenOf - items.length, cost: Math.min(found.cost, 9) };
    })
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => a.cost - b.cost)
    .map(({ group, items, more }) => ({ group, items, more }));
}
