import { posix } from 'node:path';
import { namedItem } from '../../src/formats/plans/heading-plan.ts';
import type {
  DraftBox,
  DraftGroup,
  DraftItem,
  PlanDraft,
  StatedStatus,
} from '../../src/formats/plans/types.ts';
import type { PlanConfig } from '../config/config-schema.ts';

export interface ChecklistOptions {
  /** What an item is. */
  readonly each: NonNullable<PlanConfig['each']>;
  readonly kind: string;
  /** Words before an id: `Phase 3: …`. */
  readonly kinds: readonly string[];
  readonly parent?: string;
  /** The file that a link leads to, when there is one. */
  readonly targetOf: (from: string, href: string) => Promise<string | undefined>;
}

/**
 * Makes items of check lists, each declared as far as its boxes are ticked. Ids are taken from the text
 * where it has some that nothing else bears, and are places (`docs/todo.md#exit`) otherwise.
 *
 * @returns the drafts with their items, and with the boxes tied to them
 */
export async function withChecklistItems(
  drafts: readonly PlanDraft[],
  options: ChecklistOptions,
): Promise<readonly PlanDraft[]> {
  switch (options.each) {
    case 'file':
      return perFile(drafts, options);
    case 'heading':
      return perHeading(drafts, options);
    case 'box':
      return perBox(drafts, options);
  }
}

async function perFile(
  drafts: readonly PlanDraft[],
  options: ChecklistOptions,
): Promise<readonly PlanDraft[]> {
  const lists = drafts.filter(({ groups }) => groups.length > 0);
  const known = new Set(lists.map(({ path }) => path));
  const above = new Map<string, { readonly path: string; readonly box: DraftBox }>();
  for (const { path, groups } of lists) {
    for (const box of groups.flatMap(({ boxes }) => boxes)) {
      for (const { href } of box.links) {
        const target = await options.targetOf(path, href);
        if (target === undefined || target === path || !known.has(target)) continue;
        const before = above.get(target);
        if (isAbove(path, target) && (before === undefined || isNearer(path, before.path))) {
          above.set(target, { path, box });
        }
      }
    }
  }
  const items = lists.map(({ path, title, groups }): DraftItem => {
    const boxes = groups.flatMap((group) => group.boxes);
    const index = above.get(path);
    const parent = index?.path ?? options.parent;
    return {
      key: path,
      kind: options.kind,
      title: title ?? path,
      source: { path, line: groups[0]?.line ?? 1 },
      status: ticked(path, index === undefined ? boxes : [...boxes, index.box], boxes),
      ...(parent !== undefined && { parent }),
    };
  });
  const [first] = drafts;
  // All items stand in one draft, so that a sequence goes on from file to file.
  return drafts.map((draft) => ({
    ...draft,
    items: draft === first ? items : [],
    ...(known.has(draft.path) && { item: draft.path }),
  }));
}

/** Whether a list may hold another one: it lies in the same folder or further out, and is an index there. */
function isAbove(path: string, target: string): boolean {
  const [folder, inner] = [posix.dirname(path), posix.dirname(target)];
  if (folder === inner) return isIndex(path) && !isIndex(target);
  return folder === '.' || inner.startsWith(`${folder}/`);
}

const isIndex = (path: string): boolean => /(?:^|\/)(?:readme|index)\.\w+$/i.test(path);

const isNearer = (path: string, than: string): boolean =>
  path.split('/').length > than.split('/').length ||
  (path.split('/').length === than.split('/').length && isIndex(path) && !isIndex(than));

function perHeading(drafts: readonly PlanDraft[], options: ChecklistOptions): readonly PlanDraft[] {
  const places = new Places();
  const names = namesOf(
    drafts.flatMap(({ groups }) => groups.map(({ title }) => title)),
    (title) => namedItem(title, options.kinds)?.key,
  );
  return drafts.map((draft) => {
    const groups = draft.groups.map(
      (group): DraftGroup => ({
        ...group,
        item: names(group.title) ?? places.of(draft.path, group.title),
      }),
    );
    return {
      ...draft,
      groups,
      items: groups.map(({ title, line, boxes, item = '' }): DraftItem => {
        const named = namedItem(title, options.kinds);
        return {
          key: item,
          kind: named?.word ?? options.kind,
          title: named?.title ?? (title || draft.title || draft.path),
          source: { path: draft.path, line, raw: title },
          status: ticked(draft.path, boxes, boxes),
          ...(options.parent !== undefined && { parent: options.parent }),
        };
      }),
    };
  });
}

function perBox(drafts: readonly PlanDraft[], options: ChecklistOptions): readonly PlanDraft[] {
  const places = new Places();
  const keyOf = (text: string): string | undefined => {
    const [first = ''] = text.split(/[\s:]/, 1);
    return namedItem(text, options.kinds)?.key ?? (/\d/.test(first) ? first : undefined);
  };
  const names = namesOf(
    drafts.flatMap(({ groups }) => groups.flatMap(({ boxes }) => boxes.map(({ text }) => text))),
    keyOf,
  );
  return drafts.map((draft) => {
    const groups = draft.groups.map(
      (group): DraftGroup => ({
        ...group,
        boxes: group.boxes.map((box) => ({
          ...box,
          item: names(box.text) ?? places.of(draft.path, box.text),
        })),
      }),
    );
    const boxes = groups.flatMap((group) => group.boxes);
    return {
      ...draft,
      groups,
      items: boxes.map((box): DraftItem => {
        const source = { path: draft.path, line: box.line, raw: box.text };
        const text = box.checked ? '[x]' : '[ ]';
        return {
          key: box.item ?? '',
          kind: options.kind,
          title: box.text || `${draft.path}:${box.line}`,
          source,
          status: { text, state: box.checked ? 'complete' : 'not-started', source },
          ...(options.parent !== undefined && { parent: options.parent }),
        };
      }),
    };
  });
}

/** All ticked is complete, none is not started; boxes elsewhere that stand for the list have a say. */
function ticked(path: string, all: readonly DraftBox[], own: readonly DraftBox[]): StatedStatus {
  const done = own.filter(({ checked }) => checked).length;
  const text = `${done} of ${own.length} ticked`;
  return {
    text,
    state: all.every(({ checked }) => checked)
      ? 'complete'
      : done > 0
        ? 'in-progress'
        : 'not-started',
    source: { path, line: own[0]?.line ?? 1, raw: text },
  };
}

/** Ids that only one of the texts has. Two boxes of one id must never become one item. */
function namesOf(
  texts: readonly string[],
  keyOf: (text: string) => string | undefined,
): (text: string) => string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const key = keyOf(text);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (text) => {
    const key = keyOf(text);
    return key !== undefined && counts.get(key) === 1 ? key : undefined;
  };
}

const longestPlace = 60;

/** Ids from places: the file, and the words as an anchor has them, told apart by number. */
class Places {
  readonly #taken = new Set<string>();

  of(path: string, text: string): string {
    const words = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .slice(0, longestPlace)
      .replace(/^-|-$/g, '');
    const base = words === '' ? path : `${path}#${words}`;
    let place = base;
    for (let k = 2; this.#taken.has(place); k += 1) place = `${base}-${k}`;
    this.#taken.add(place);
    return place;
  }
}
