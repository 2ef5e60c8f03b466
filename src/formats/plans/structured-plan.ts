import type { SourceRef } from '../../model/common.ts';
import type { Problem } from '../../model/problem.ts';
import { atPath, listOf, member, type Tree, textOf } from './tree.ts';
import { type DraftItem, planProblem, type StatedEdge } from './types.ts';

/** Names of members; several are tried in order. Paths are names separated by dots. */
export interface StructuredOptions {
  readonly kind: string;
  /** Where the list (or the map by id) of items is. Absent: the first that looks like one. */
  readonly items?: string;
  readonly id?: string;
  readonly title?: string;
  readonly status?: string;
  readonly depends?: string;
  readonly parent?: string;
  readonly class?: string;
  readonly owner?: string;
  /** Where a map from an id to the ids before it is. */
  readonly dependsMap?: string;
  readonly group?: string;
}

const usual = {
  id: ['id', 'key', 'slug', 'code', 'number', 'name'],
  title: ['title', 'name', 'summary', 'subject'],
  status: ['status', 'state'],
  depends: [
    'depends_on',
    'dependsOn',
    'depends-on',
    'dependencies',
    'requires',
    'needs',
    'blocked_by',
    'blockedBy',
    'after',
    'parents',
    'predecessors',
  ],
  parent: ['parent', 'parent_id', 'phase', 'epic', 'milestone'],
  owner: ['owner', 'assignee', 'lead', 'responsible'],
  class: [],
} as const satisfies Record<string, readonly string[]>;

const places = [
  'items',
  'phases',
  'waves',
  'stages',
  'steps',
  'tasks',
  'issues',
  'milestones',
  'plan',
  'nodes',
  'workflow.specification.tasks',
  'spec.tasks',
];
/** Lists inside an item that hold more items. */
const inner = ['waves', 'steps', 'tasks', 'stages', 'items', 'subtasks'];

export interface StructuredReading {
  readonly items: readonly DraftItem[];
  readonly problems: readonly Problem[];
}

/** Items of a YAML or JSON plan: a list of records, or a map from id to record. */
export function readStructuredPlan(
  document: Tree,
  path: string,
  options: StructuredOptions,
): StructuredReading {
  if (options.dependsMap !== undefined) return readDependsMap(document, path, options);
  const list = options.items === undefined ? firstList(document) : atPath(document, options.items);
  if (list === undefined || (list.kind !== 'list' && list.kind !== 'map')) {
    const problem = planProblem(
      'plan-format-unreadable',
      { path },
      { format: 'plan', reason: 'no list of items' },
    );
    return { items: [], problems: [{ ...problem, isLoss: true }] };
  }
  const problems: Problem[] = [];
  const items = recordsOf(list).flatMap(({ key, record }) =>
    readRecord(record, key, undefined, { path, options, problems, depth: 0 }),
  );
  return { items, problems };
}

interface Context {
  readonly path: string;
  readonly options: StructuredOptions;
  readonly problems: Problem[];
  readonly depth: number;
}

function readRecord(
  record: Tree,
  key: string | undefined,
  parent: string | undefined,
  context: Context,
): readonly DraftItem[] {
  const { path, options, problems, depth } = context;
  const source: SourceRef = { path, line: record.line };
  const field = (role: keyof typeof usual): Tree | undefined => {
    const own = options[role];
    if (own !== undefined) return atPath(record, own);
    for (const name of usual[role]) {
      const found = member(record, name);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const id = key ?? textOf(field('id'));
  if (id === undefined) {
    problems.push({ ...planProblem('plan-row-without-id', source, { text: '' }), isLoss: true });
    return [];
  }
  const status = textOf(field('status'));
  const statusTree = field('status');
  const owner = textOf(field('owner'));
  const own = textOf(field('parent')) ?? parent;
  const itemClass = options.class === undefined ? undefined : textOf(atPath(record, options.class));
  const depends = field('depends');
  const inline =
    depends?.kind === 'scalar' && typeof depends.value === 'string' ? depends : undefined;
  const item: DraftItem = {
    key: id,
    kind: textOf(member(record, 'kind')) ?? textOf(member(record, 'type')) ?? options.kind,
    title: textOf(field('title')) ?? id,
    source,
    ...(own !== undefined && own !== id && { parent: own }),
    ...(status !== undefined && {
      status: {
        text: status,
        source: { path, line: statusTree?.line ?? record.line, raw: status },
      },
    }),
    ...(owner !== undefined && { owner }),
    ...(itemClass !== undefined && { class: itemClass }),
    ...(inline === undefined
      ? { edges: listOf(depends).flatMap((on) => statedEdge(on, path)) }
      : {
          depends: {
            text: textOf(inline) ?? '',
            source: { path, line: inline.line, raw: textOf(inline) ?? '' },
          },
        }),
  };
  if (depth >= 8) return [item];
  const children = inner.flatMap((name) => {
    const found = member(record, name);
    return found?.kind === 'list' || found?.kind === 'map' ? recordsOf(found) : [];
  });
  return [
    item,
    ...children
      .filter(({ record: child }) => child.kind === 'map')
      .flatMap(({ key: childKey, record: child }) =>
        readRecord(child, childKey, id, { ...context, depth: depth + 1 }),
      ),
  ];
}

function statedEdge(on: Tree, path: string): readonly StatedEdge[] {
  const id = textOf(on) ?? textOf(member(on, 'id')) ?? textOf(member(on, 'on'));
  if (id === undefined && on.kind !== 'opaque') return [];
  const optional = member(on, 'optional');
  const condition = textOf(member(on, 'condition')) ?? textOf(member(on, 'when'));
  return [
    {
      on: id ?? (on.kind === 'opaque' ? on.text : ''),
      source: { path, line: on.line },
      ...(optional?.kind === 'scalar' && optional.value === true && { optional: true }),
      ...(condition !== undefined && { condition }),
    },
  ];
}

function recordsOf(list: Tree): readonly { readonly key?: string; readonly record: Tree }[] {
  if (list.kind === 'map') {
    return [...list.entries].map(([key, record]) => ({ key, record }));
  }
  return listOf(list).map((record) => ({ record }));
}

function firstList(document: Tree): Tree | undefined {
  if (document.kind === 'list') return document;
  for (const place of places) {
    const found = atPath(document, place);
    if (found?.kind === 'list' && found.items.some(({ kind }) => kind === 'map')) return found;
    if (found?.kind === 'map' && [...found.entries.values()].some(({ kind }) => kind === 'map')) {
      return found;
    }
  }
  return undefined;
}

/** A map from each id to the ids before it, as dbt writes it. */
function readDependsMap(
  document: Tree,
  path: string,
  { dependsMap = '', kind }: StructuredOptions,
): StructuredReading {
  const map = atPath(document, dependsMap);
  if (map?.kind !== 'map') {
    const problem = planProblem(
      'plan-format-unreadable',
      { path },
      { format: 'plan', reason: `no map at ${dependsMap}` },
    );
    return { items: [], problems: [{ ...problem, isLoss: true }] };
  }
  const items = [...map.entries].map(
    ([key, before]): DraftItem => ({
      key,
      kind,
      title: key,
      source: { path, line: before.line },
      edges: listOf(before).flatMap((on) => statedEdge(on, path)),
    }),
  );
  return { items, problems: [] };
}

/** Nodes and edges of an ELK JSON graph, at every level; an edge makes its target wait for its source. */
export function readElkGraph(document: Tree, path: string): StructuredReading {
  const items: DraftItem[] = [];
  const ownerOf = new Map<string, string>();
  const edges: { readonly from: string; readonly to: string; readonly source: SourceRef }[] = [];
  const visit = (node: Tree, parent: string | undefined): void => {
    for (const child of listOf(member(node, 'children'))) {
      const key = textOf(member(child, 'id'));
      if (key === undefined) continue;
      const label = listOf(member(child, 'labels')).flatMap(
        (entry) => textOf(member(entry, 'text')) ?? [],
      )[0];
      ownerOf.set(key, key);
      for (const port of listOf(member(child, 'ports')))
        ownerOf.set(textOf(member(port, 'id')) ?? '', key);
      items.push({
        key,
        kind: 'node',
        title: label ?? key,
        source: { path, line: child.line },
        ...(parent !== undefined && { parent }),
      });
      visit(child, key);
    }
    for (const stated of listOf(member(node, 'edges'))) {
      const ends = (many: string, one: string): readonly string[] =>
        [...listOf(member(stated, many)), ...listOf(member(stated, one))].flatMap(
          (end) => textOf(end) ?? [],
        );
      for (const from of ends('sources', 'source')) {
        for (const to of ends('targets', 'target')) {
          edges.push({ from, to, source: { path, line: stated.line } });
        }
      }
    }
  };
  visit(document, undefined);
  const waits = new Map<string, typeof edges>();
  for (const edge of edges) {
    const target = ownerOf.get(edge.to) ?? edge.to;
    const known = waits.get(target);
    if (known === undefined) waits.set(target, [edge]);
    else known.push(edge);
  }
  return {
    items: items.map((item) => ({
      ...item,
      edges: (waits.get(item.key) ?? []).map(({ from, source }) => ({
        on: ownerOf.get(from) ?? from,
        source,
      })),
    })),
    problems: [],
  };
}
