import type { SourceRef } from '../../model/common.ts';
import { itemId } from '../../model/ids.ts';
import type {
  Checkbox,
  Checklist,
  DeclaredState,
  Dependency,
  PlanItem,
  Relation,
} from '../../model/plan.ts';
import type { Problem } from '../../model/problem.ts';
import { namedItem } from './heading-plan.ts';
import { defaultGrammar, type IdGrammar, type KnownIds, readReferences } from './references.ts';
import { readStatus } from './status.ts';
import {
  type DraftBox,
  type DraftGroup,
  type DraftItem,
  type PlanDraft,
  planProblem,
} from './types.ts';

/** A draft with how its ids are written. */
export interface PlanPart {
  readonly draft: PlanDraft;
  /** Put before every key of this part, so that `build` of two workflows stays two jobs. */
  readonly prefix?: string;
  readonly grammar?: IdGrammar;
  readonly statuses?: Readonly<Record<string, DeclaredState>>;
  /** Each item waits for the one before it. */
  readonly isSequence?: boolean;
  /** Boxes are taken as check lists. Default: yes. */
  readonly hasBoxes?: boolean;
}

export interface AssembledPlan {
  readonly items: readonly PlanItem[];
  readonly dependencies: readonly Dependency[];
  readonly relations: readonly Relation[];
  readonly checklists: readonly Checklist[];
  readonly problems: readonly Problem[];
}

interface Entry {
  /** With what later parts add. */
  draft: DraftItem;
  readonly first: DraftItem;
  readonly id: string;
  readonly part: PlanPart;
  readonly order: number;
  /** What later parts say of it, each with its own grammar. */
  readonly also: { readonly draft: DraftItem; readonly part: PlanPart }[];
}

/**
 * Joins what several files say into one plan. An item that two of them name is one item; where one
 * file names two things alike, both are kept and it is a problem. A reference that fits no item is
 * kept as a dependency on what it says, so that it blocks and is seen.
 */
export function assemblePlan(parts: readonly PlanPart[]): AssembledPlan {
  const problems: Problem[] = parts.flatMap(({ draft }) => draft.problems);
  const entries = entriesOf(parts, problems);
  // Files with one prefix share their names; across prefixes the first one of a name is meant.
  const byPrefix = new Map<string, Map<string, string>>();
  const global = new Map<string, string>();
  const siblings = new Map<PlanPart, Entry[]>();
  for (const entry of entries.values()) {
    const prefix = entry.part.prefix ?? '';
    const own = byPrefix.get(prefix) ?? new Map<string, string>();
    byPrefix.set(prefix, own);
    if (!own.has(entry.draft.key)) own.set(entry.draft.key, entry.id);
    global.set(entry.id, entry.id);
    if (!global.has(entry.draft.key)) global.set(entry.draft.key, entry.id);
    const mates = siblings.get(entry.part);
    if (mates === undefined) siblings.set(entry.part, [entry]);
    else mates.push(entry);
  }
  const resolve = (part: PlanPart, key: string): string | undefined =>
    byPrefix.get(part.prefix ?? '')?.get(key) ??
    global.get(`${part.prefix ?? ''}${key}`) ??
    global.get(key);
  const list = [...entries.values()];
  const items: PlanItem[] = [];
  const dependencies: Dependency[] = [];
  const boxStates = declaredByBoxes(parts, resolve);
  for (const mates of siblings.values()) {
    const all = mates.map(({ draft }) => draft.key);
    for (const [index, entry] of mates.entries()) {
      const known: KnownIds = {
        has: (key) => resolve(entry.part, key) !== undefined,
        all,
        get before() {
          return all.slice(0, index);
        },
      };
      const own = [{ draft: entry.first, part: entry.part }, ...entry.also].flatMap(
        ({ draft, part }) => dependenciesOf({ ...entry, part }, draft, known, resolve, problems),
      );
      dependencies.push(...own);
    }
  }
  dependencies.push(...sequences(parts, resolve, dependencies));
  for (const entry of list) items.push(planItem(entry, resolve, boxStates, problems));
  const relations = parts.flatMap((part) =>
    (part.draft.relations ?? []).map(
      ({ from, to, kind, note, source }): Relation => ({
        from: resolve(part, from) ?? from,
        to: resolve(part, to) ?? to,
        kind,
        stated: 'explicit',
        note,
        source,
      }),
    ),
  );
  return {
    items,
    dependencies: once(dependencies),
    relations,
    checklists: parts.flatMap((part) =>
      part.hasBoxes === false ? [] : checklistOf(part, resolve),
    ),
    problems,
  };
}

function entriesOf(parts: readonly PlanPart[], problems: Problem[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const part of parts) {
    const own = new Map<string, DraftItem>();
    for (const draft of part.draft.items) {
      const id = `${part.prefix ?? ''}${draft.key}`;
      const twin = own.get(draft.key);
      if (twin !== undefined) {
        if (sameText(twin.title, draft.title)) continue;
        const params = {
          id: draft.key,
          first: twin.source.line ?? 0,
          title: draft.title.slice(0, 80),
        };
        problems.push({ ...planProblem('plan-id-twice', draft.source, params), affects: [id] });
        const other = `${id} (${draft.source.path}:${draft.source.line ?? 0})`;
        entries.set(other, {
          draft,
          first: draft,
          id: other,
          part,
          order: entries.size + 1,
          also: [],
        });
        continue;
      }
      own.set(draft.key, draft);
      const known = entries.get(id);
      if (known === undefined) {
        entries.set(id, { draft, first: draft, id, part, order: entries.size + 1, also: [] });
      } else {
        known.also.push({ draft, part });
        known.draft = merged(known.draft, draft);
      }
    }
  }
  return entries;
}

const sameText = (a: string, b: string): boolean =>
  a.replace(/\W+/g, ' ').trim().toLowerCase() === b.replace(/\W+/g, ' ').trim().toLowerCase();

/** What the first file leaves open, a later one may say. Dependencies of both count. */
function merged(first: DraftItem, later: DraftItem): DraftItem {
  const { edges: _edges, depends: _depends, ...rest } = later;
  return { ...rest, ...first };
}

type Resolve = (part: PlanPart, key: string) => string | undefined;

/** In a sequence each item waits for the one before it with the same parent. */
function sequences(
  parts: readonly PlanPart[],
  resolve: Resolve,
  stated: readonly Dependency[],
): readonly Dependency[] {
  const known = new Set(stated.map(({ item, on }) => JSON.stringify([item, on])));
  return parts.flatMap((part) => {
    const last = new Map<string | undefined, string>();
    if (part.isSequence !== true) return [];
    return part.draft.items.flatMap((draft): Dependency[] => {
      const id = resolve(part, draft.key) ?? draft.key;
      const before = last.get(draft.parent);
      last.set(draft.parent, id);
      if (before === undefined || before === id || known.has(JSON.stringify([id, before])))
        return [];
      return [{ item: itemId(id), on: itemId(before), origin: 'implied', source: draft.source }];
    });
  });
}

function dependenciesOf(
  entry: Entry,
  draft: DraftItem,
  known: KnownIds,
  resolve: Resolve,
  problems: Problem[],
): Dependency[] {
  const made: Dependency[] = (draft.edges ?? []).map((edge) => ({
    item: itemId(entry.id),
    on: itemId(resolve(entry.part, edge.on) ?? edge.on),
    origin: edge.origin ?? 'explicit',
    ...(edge.optional === true && { optional: true }),
    ...(edge.condition !== undefined && { condition: edge.condition }),
    source: edge.source,
  }));
  for (const edge of draft.edges ?? []) {
    if (resolve(entry.part, edge.on) === undefined && edge.optional !== true) {
      problems.push(unknownToken(entry.id, edge.on, edge.source));
    }
  }
  if (draft.depends === undefined) return made;
  const { text, source } = draft.depends;
  for (const reference of readReferences(text, known, entry.part.grammar ?? defaultGrammar)) {
    for (const target of reference.targets) {
      const on = resolve(entry.part, target);
      // An item that a range over its neighbours takes in does not wait for itself.
      if (on === entry.id && reference.targets.length > 1) continue;
      made.push({
        item: itemId(entry.id),
        on: itemId(on ?? target),
        origin: draft.origin ?? 'explicit',
        ...(reference.optional === true && { optional: true }),
        ...(reference.condition !== undefined && { condition: reference.condition }),
        source: { ...source, raw: reference.raw },
      });
      if (on === undefined)
        problems.push(unknownToken(entry.id, target, { ...source, raw: reference.raw }));
    }
  }
  return made;
}

function unknownToken(item: string, token: string, source: SourceRef): Problem {
  return {
    ...planProblem('plan-token-unknown', source, { item, token, raw: source.raw ?? token }),
    affects: [item],
  };
}

function once(dependencies: readonly Dependency[]): readonly Dependency[] {
  const seen = new Map<string, Dependency>();
  for (const dependency of dependencies) {
    const key = JSON.stringify([dependency.item, dependency.on]);
    const known = seen.get(key);
    // Of two statements the one that demands more counts.
    if (known === undefined || (known.optional === true && dependency.optional !== true)) {
      seen.set(key, dependency);
    }
  }
  return [...seen.values()];
}

function planItem(
  entry: Entry,
  resolve: Resolve,
  boxes: ReadonlyMap<string, { readonly checked: boolean; readonly source: SourceRef }>,
  problems: Problem[],
): PlanItem {
  const { draft, id, part, order } = entry;
  const parent =
    draft.parent === undefined ? undefined : (resolve(part, draft.parent) ?? draft.parent);
  const declared = declaredOf(entry, boxes, problems);
  return {
    id: itemId(id),
    kind: draft.kind,
    title: draft.title,
    order,
    ...(parent !== undefined && parent !== id && { parent: itemId(parent) }),
    ...(draft.class !== undefined && { class: draft.class }),
    ...(draft.owner !== undefined && { owner: draft.owner }),
    ...(draft.goal !== undefined && { goal: draft.goal }),
    ...(draft.output !== undefined && { output: draft.output }),
    ...(draft.description !== undefined && { description: draft.description }),
    ...(draft.labels !== undefined && { labels: draft.labels }),
    ...(draft.estimate !== undefined && { estimate: draft.estimate }),
    ...(declared !== undefined && { declared }),
    ...(declared?.state === 'deferred' && {
      deferred: { reason: declared.raw ?? 'deferred' },
    }),
    source: draft.source,
  };
}

function declaredOf(
  { draft, id, part }: Entry,
  boxes: ReadonlyMap<string, { readonly checked: boolean; readonly source: SourceRef }>,
  problems: Problem[],
): PlanItem['declared'] {
  if (draft.status !== undefined) {
    const { text, source } = draft.status;
    const own = draft.status.state ?? readStatus(text, part.statuses);
    // Where ticks speak for the item, another box for it has its say as well.
    const isOpen = draft.status.state === 'complete' && boxes.get(id)?.checked === false;
    const state = isOpen ? 'in-progress' : own;
    if (state === 'unknown') {
      problems.push(planProblem('plan-status-unknown', source, { item: id, text }, 'warning'));
    }
    return { state, raw: text, source: { ...source, raw: text } };
  }
  const box = boxes.get(id);
  if (box === undefined) return undefined;
  return {
    state: box.checked ? 'complete' : 'not-started',
    raw: box.checked ? '[x]' : '[ ]',
    source: box.source,
  };
}

/** A box whose text begins with the name of an item says whether that item is done. */
function declaredByBoxes(
  parts: readonly PlanPart[],
  resolve: Resolve,
): ReadonlyMap<string, { readonly checked: boolean; readonly source: SourceRef }> {
  const states = new Map<string, { checked: boolean; source: SourceRef }>();
  for (const part of parts) {
    if (part.hasBoxes === false) continue;
    for (const { boxes } of part.draft.groups) {
      for (const { text, checked, line } of boxes) {
        const id = itemOfText(text, part, resolve);
        if (id === undefined) continue;
        const known = states.get(id);
        const source = { path: part.draft.path, line, raw: text };
        // Two boxes for one item: it is done when both say so.
        if (known === undefined || !checked) states.set(id, { checked, source });
      }
    }
  }
  return states;
}

function itemOfText(text: string, part: PlanPart, resolve: Resolve): string | undefined {
  const kinds = (part.grammar ?? defaultGrammar).kinds;
  const named = namedItem(text, kinds);
  const [first = ''] = text.split(/[\s:]/, 1);
  return (
    (named === undefined ? undefined : resolve(part, named.key)) ??
    (/\d/.test(first) ? resolve(part, first) : undefined)
  );
}

/** One list a file; where each heading is an item of its own, one list a heading. */
function checklistOf(part: PlanPart, resolve: Resolve): readonly Checklist[] {
  const { draft } = part;
  if (draft.groups.length === 0) return [];
  const id = `${part.prefix ?? ''}${draft.path}`;
  const own = (key: string | undefined) =>
    key === undefined ? {} : { item: itemId(resolve(part, key) ?? key) };
  const boxesOf = (group: DraftGroup): readonly Checkbox[] =>
    group.boxes.map((box) => checkbox(box, part, resolve));
  const lists = draft.groups.flatMap((group): readonly Checklist[] =>
    group.item === undefined
      ? []
      : [
          {
            id: `${id}:${group.line}`,
            title: group.title,
            ...own(group.item),
            groups: [{ title: group.title, boxes: boxesOf(group) }],
          },
        ],
  );
  const rest = draft.groups.filter(({ item }) => item === undefined);
  return rest.length === 0
    ? lists
    : [
        ...lists,
        {
          id,
          title: draft.title ?? draft.path,
          ...own(draft.item),
          groups: rest.map((group) => ({ title: group.title, boxes: boxesOf(group) })),
        },
      ];
}

function checkbox(box: DraftBox, part: PlanPart, resolve: Resolve): Checkbox {
  const { path } = part.draft;
  const ref =
    box.item === undefined
      ? itemOfText(box.text, part, resolve)
      : (resolve(part, box.item) ?? box.item);
  return {
    id: `${path}:${box.line}`,
    text: box.text,
    checked: box.checked,
    ...(box.links.length > 0 && { links: box.links.map(({ href }) => ({ href })) }),
    ...(ref !== undefined && { refs: [ref] }),
    source: { path, line: box.line },
  };
}
