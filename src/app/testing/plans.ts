import { digestOf } from '../../../mocks/faults/fault-bundles.ts';
import type { Json, JsonObject } from '../../../mocks/faults/healthy-bundle.ts';
import type { MemoryFiles } from '../../queries/testing/memory-source.ts';

/** One bundle as it is written down, and the files beside its document. */
export interface Plan {
  readonly document: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  /** The same project one revision earlier. */
  readonly before?: Plan;
}

export const createdAt = '2026-06-01T08:00:00Z';
const collectedAt = '2026-05-31T18:00:00Z';

/** What a gate record of the plan says: its number of open questions, 0 for a condition that holds. */
export type Records = Readonly<Record<string, number>>;

/**
 * A plan about waves, named `waves` unless told. Its evidence are records with one number each, with
 * digests that match, so that conditions pass and fail by the engine's own rules.
 */
export function planOf(content: JsonObject, records: Records = {}): Plan {
  const files = Object.fromEntries(
    Object.entries(records).map(([id, open]) => [pathOf(id), `{ "open": ${open} }\n`]),
  );
  return {
    files,
    document: {
      wavegate: '1.0.0',
      project: { id: 'waves', title: 'Ten waves', itemWord: { one: 'wave', other: 'waves' } },
      revision: { id: 'r1', createdAt, label: 'First' },
      items: [],
      dependencies: [],
      evidence: Object.entries(records).map(([id, open]) => evidenceOf(id, open, files)),
      ...content,
    },
  };
}

function pathOf(id: string): string {
  return `evidence/${id}.json`;
}

function evidenceOf(id: string, open: number, files: Plan['files']): JsonObject {
  const path = pathOf(id);
  const text = files[path] ?? '';
  return {
    id,
    kind: 'gate-record',
    name: `Record ${id}`,
    path,
    mediaType: 'application/json',
    digest: { sha256: digestOf(text) },
    size: text.length,
    collectedAt,
    facts: [{ type: 'value', pointer: { kind: 'json', pointer: '/open' }, value: open }],
  };
}

/** Waves in plan order: `A complete` is declared so, `B` says nothing. */
export function waves(...texts: readonly string[]): readonly JsonObject[] {
  return texts.map((text, index) => {
    const [id = '', state] = text.split(' ');
    return {
      id,
      kind: 'wave',
      title: `Wave ${id}`,
      order: index + 1,
      ...(state !== undefined && { declared: { state } }),
    };
  });
}

/** `B A` is read as: B waits for A. */
export function waits(...texts: readonly string[]): readonly JsonObject[] {
  return texts.map((text) => {
    const [item = '', on = ''] = text.split(' ');
    return { item, on };
  });
}

/** The record must have no open question. */
export function settled(record: string, more: JsonObject = {}): JsonObject {
  return {
    id: `no-${record}`,
    kind: 'value',
    title: `Nothing open in ${record}`,
    evidence: record,
    pointer: { kind: 'json', pointer: '/open' },
    operator: 'equals',
    target: 0,
    ...more,
  };
}

/** @param guards the item and what is guarded, for example `A complete` */
export function gate(
  id: string,
  guards: string,
  conditions: readonly Json[],
  more: JsonObject = {},
): JsonObject {
  const [item = '', effect = ''] = guards.split(' ');
  return { id, title: `Gate ${id}`, guards: [{ item, effect }], conditions, ...more };
}

const encoder = new TextEncoder();

/** The plan as a later revision of another one. */
export function laterThan(before: Plan, plan: Plan, id = 'r2', at = '2026-06-01T20:00:00Z'): Plan {
  return {
    ...plan,
    before,
    document: { ...plan.document, revision: { id, createdAt: at, label: `Revision ${id}` } },
  };
}

/** The plans as a source lists them, newest revision first. */
export function sourceFiles(plans: Readonly<Record<string, Plan>>): MemoryFiles {
  const index = {
    wavegate: '1.0.0',
    projects: Object.entries(plans).map(([id, plan]) => ({
      id,
      title: titleOf(plan.document, id),
      ...(plan.document['sample'] === true && { sample: true }),
      revisions: history(plan).map(({ document }) => {
        const { revision, at, label } = revisionOf(document);
        return { id: revision, createdAt: at, label, path: `projects/${id}/${revision}/` };
      }),
    })),
  };
  const files: MemoryFiles = new Map([['index.json', encoder.encode(JSON.stringify(index))]]);
  for (const [id, plan] of Object.entries(plans)) {
    for (const { document, files: beside } of history(plan)) {
      const folder = `projects/${id}/${revisionOf(document).revision}`;
      files.set(`${folder}/bundle.json`, encoder.encode(JSON.stringify(document, null, 2)));
      for (const [path, text] of Object.entries(beside)) {
        files.set(`${folder}/${path}`, encoder.encode(text));
      }
    }
  }
  return files;
}

function history(plan: Plan): readonly Plan[] {
  return plan.before === undefined ? [plan] : [plan, ...history(plan.before)];
}

function revisionOf({ revision }: JsonObject): { revision: string; at: string; label: string } {
  const text = (key: string, fallback: string): string => {
    const value = isObject(revision) ? revision[key] : undefined;
    return typeof value === 'string' ? value : fallback;
  };
  return {
    revision: text('id', 'r1'),
    at: text('createdAt', createdAt),
    label: text('label', 'First'),
  };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function titleOf({ project }: JsonObject, id: string): string {
  if (typeof project !== 'object' || project === null || !('title' in project)) return id;
  return typeof project['title'] === 'string' ? project['title'] : id;
}
