import { childPointer } from '../lib/json/json-pointer.ts';
import type { ProblemLog } from './log.ts';
import { isRawList, type RawRecord } from './raw.ts';
import { readRecord } from './read-record.ts';
import type { Validator } from './validator.ts';

/** One record as it was read, with its place. */
export interface Entry<T> {
  readonly value: T;
  readonly path: string;
  readonly raw: unknown;
}

/** What the reader of a bundle needs at every step. */
export interface Reading {
  readonly log: ProblemLog;
  /** Pointers to objects with a member that occurs twice. */
  readonly ambiguous: readonly string[];
}

export interface ListKind<T> {
  readonly member: string;
  readonly kind: string;
  readonly is: Validator<T>;
  /** What stands in for a record that cannot be read; nothing leaves it out. */
  readonly replace: (raw: unknown, path: string) => T | undefined;
  /** The member is there and is no list. */
  readonly lost: (raw: unknown, path: string) => void;
  /** Ids that cannot be trusted when a record cannot be read. */
  readonly affects?: (raw: unknown, path: string) => readonly string[];
}

/** Reads a list record by record: one that cannot be read does not take the others with it. */
export function readList<T>(
  root: RawRecord,
  { member, kind, is, replace, lost, affects }: ListKind<T>,
  { log, ambiguous }: Reading,
): Entry<T>[] | undefined {
  if (!Object.hasOwn(root, member)) return undefined;
  const list = root[member];
  const base = childPointer('', member);
  if (!isRawList(list)) {
    log.report('collection-unreadable', base, { params: { member } });
    lost(list, base);
    return [];
  }
  const entries: Entry<T>[] = [];
  for (const [index, raw] of list.entries()) {
    const path = childPointer(base, index);
    const isAmbiguous =
      ambiguous.length > 0 && ambiguous.some((at) => at === path || at.startsWith(`${path}/`));
    const read = isAmbiguous
      ? { value: undefined, rule: 'duplicate-member' }
      : readRecord(is, kind, raw, path, log);
    let value = read.value;
    if (value === undefined) {
      const ids = affects?.(raw, path) ?? [];
      log.report('record-unreadable', path, {
        params: { kind, rule: read.rule ?? '' },
        ...(ids.length === 0 ? {} : { affects: ids }),
      });
      value = replace(raw, path);
    }
    if (value !== undefined) entries.push({ value, path, raw });
  }
  return entries;
}
