/** Looks at parsed JSON of which nothing is known yet. */

export type RawRecord = Readonly<Record<string, unknown>>;

export function isRawRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isRawList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A text that is not empty. */
export function textAt(value: unknown, member: string): string | undefined {
  if (!isRawRecord(value)) return undefined;
  const found = value[member];
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function listAt(value: unknown, member: string): readonly unknown[] | undefined {
  const found = isRawRecord(value) ? value[member] : undefined;
  return isRawList(found) ? found : undefined;
}

/** The ids of a list, or nothing when it is no list or one of them is no id. */
export function idsAt(value: unknown, member: string): readonly string[] | undefined {
  const found = listAt(value, member);
  const ids = found?.filter((id) => typeof id === 'string' && id !== '') ?? [];
  return found !== undefined && ids.length === found.length ? ids.map(String) : undefined;
}

/** A deep copy of JSON whose parts may be changed. Depth is limited by the reader. */
export type Draft = { [member: string]: DraftValue };
export type DraftValue = unknown;

export function draftOf(value: unknown): unknown {
  if (isRawList(value)) return value.map(draftOf);
  if (!isRawRecord(value)) return value;
  const draft: Draft = {};
  for (const [member, child] of Object.entries(value)) draft[member] = draftOf(child);
  return draft;
}

/** A draft may be changed; only values that `draftOf` made go in here. */
export function isDraft(value: unknown): value is Draft {
  return isRawRecord(value);
}

/** Whether two values of JSON are equal, whatever the order of members. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isRawList(a)) {
    return isRawList(b) && a.length === b.length && a.every((entry, k) => sameJson(entry, b[k]));
  }
  if (!isRawRecord(a) || !isRawRecord(b)) return false;
  const members = Object.keys(a);
  return (
    members.length === Object.keys(b).length &&
    members.every((member) => Object.hasOwn(b, member) && sameJson(a[member], b[member]))
  );
}
