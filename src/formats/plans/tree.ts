import { type Node, parseTree } from 'jsonc-parser';
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Scalar as ScalarValue } from '../../model/common.ts';
import type { Problem } from '../../model/problem.ts';
import { planProblem } from './types.ts';

interface Placed {
  readonly line: number;
  /** Where it came from another file than the one that was asked for. */
  readonly file?: string;
}

/** A value of a YAML or JSON file with its line. Nothing in it is ever run. */
export type Tree =
  | ({ readonly kind: 'map'; readonly entries: ReadonlyMap<string, Tree> } & Placed)
  | ({ readonly kind: 'list'; readonly items: readonly Tree[] } & Placed)
  | ({ readonly kind: 'scalar'; readonly value: ScalarValue } & Placed)
  /** An alias or a value with a tag of its own: it stands there, and what it means is not known. */
  | ({
      readonly kind: 'opaque';
      readonly text: string;
      /** What `!reference [job, member]` of a pipeline names; only where aliases are followed. */
      readonly reference?: readonly string[];
    } & Placed);

export interface TreeReading {
  readonly documents: readonly Tree[];
  readonly problems: readonly Problem[];
}

const deepest = 64;
const mostCharacters = 16 * 1024 * 1024;
const refused: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

const plainTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

export interface TreeOptions {
  /**
   * Aliases stand for what their anchor names, and merge keys merge: for pipelines, which are made of
   * them. One value is shared by all who name it, so that nothing grows; an alias inside its own anchor
   * stays unknown. Elsewhere neither is followed.
   */
  readonly followsAliases?: boolean;
}

/** Reads JSON by its name or its first character, everything else as YAML 1.2 (core schema). */
export function readTree(
  text: string,
  path: string,
  { followsAliases = false }: TreeOptions = {},
): TreeReading {
  const failed = (reason: string, line?: number): TreeReading => ({
    documents: [],
    problems: [
      {
        ...planProblem(
          'plan-format-unreadable',
          { path, ...(line !== undefined && { line }) },
          { format: isJson(text, path) ? 'JSON' : 'YAML', reason },
        ),
        isLoss: true,
      },
    ],
  });
  if (text.length > mostCharacters) return failed('too large');
  if (isDeep(text)) return failed(`nested more than ${deepest} levels deep`);
  const log = new TreeLog(path);
  try {
    return isJson(text, path)
      ? readJsonTree(text, log, failed)
      : readYamlTree(text, log, followsAliases, failed);
  } catch (cause) {
    return failed(cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : 'unreadable');
  }
}

function isJson(text: string, path: string): boolean {
  return /\.(?:json|jsonc|elkj)$/i.test(path) || /^\s*[{[]\s*["{[\]}]/.test(text.slice(0, 200));
}

/** Brackets are counted before any parser sees them, since parsers recurse. */
function isDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22 || code === 0x0a) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest * 4) return true;
    } else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1);
    else if (code === 0x0a && /^ {260}/.test(text.slice(at + 1, at + 261))) return true;
  }
  return false;
}

class TreeLog {
  readonly path: string;
  readonly problems: Problem[] = [];

  constructor(path: string) {
    this.path = path;
  }

  add(
    code: Parameters<typeof planProblem>[0],
    line: number,
    params: Record<string, string>,
    severity: Problem['severity'] = 'warning',
  ): void {
    if (this.problems.length < 200) {
      this.problems.push(planProblem(code, { path: this.path, line }, params, severity));
    }
  }
}

function readYamlTree(
  text: string,
  log: TreeLog,
  followsAliases: boolean,
  failed: (reason: string, line?: number) => TreeReading,
): TreeReading {
  const lineCounter = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter,
    schema: 'core',
    version: '1.2',
    merge: false,
    resolveKnownTags: false,
    // Two merge keys are a habit of pipelines.
    uniqueKeys: (a, b) => isScalar(a) && isScalar(b) && a.value === b.value && a.value !== '<<',
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  const broken = documents.flatMap((document: Document) => document.errors)[0];
  if (broken !== undefined) {
    return failed(broken.code, lineCounter.linePos(broken.pos[0]).line);
  }
  const lineAt = (offset: number | undefined): number => lineCounter.linePos(offset ?? 0).line;
  return {
    documents: documents.flatMap(({ contents }: Document) => {
      const anchors = followsAliases ? new Map<string, Tree>() : undefined;
      return contents === null ? [] : [yamlTree(contents, { lineAt, log, anchors }, 0)];
    }),
    problems: log.problems,
  };
}

interface YamlWalk {
  readonly lineAt: (offset: number | undefined) => number;
  readonly log: TreeLog;
  /** By name, as far as they have been read; absent where aliases are not followed. */
  readonly anchors: Map<string, Tree> | undefined;
}

function yamlTree(node: unknown, walk: YamlWalk, depth: number): Tree {
  const { lineAt, log, anchors } = walk;
  const offset =
    isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range?.[0] : undefined;
  const line = lineAt(offset);
  if (depth > deepest) {
    log.add('plan-too-deep', line, {}, 'error');
    return { kind: 'opaque', text: '', line };
  }
  if (isAlias(node)) {
    const meant = anchors?.get(node.source);
    if (meant !== undefined) return meant;
    log.add('plan-alias-not-followed', line, { name: node.source });
    return { kind: 'opaque', text: `*${node.source}`, line };
  }
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return { kind: 'scalar', value: null, line };
  const tree = taggedTree(node, line, walk, depth);
  if (node.anchor !== undefined) anchors?.set(node.anchor, tree);
  return tree;
}

function taggedTree(
  node: YAMLMap | YAMLSeq | Scalar,
  line: number,
  walk: YamlWalk,
  depth: number,
): Tree {
  const { log, anchors } = walk;
  if (node.tag !== undefined && !plainTags.has(node.tag)) {
    if (node.tag === '!reference' && anchors !== undefined && isSeq(node)) {
      const reference = node.items.map((item) => String(isScalar(item) ? item.value : ''));
      return { kind: 'opaque', text: node.tag, line, reference };
    }
    log.add('plan-tag-not-followed', line, { name: node.tag });
    return { kind: 'opaque', text: node.tag, line };
  }
  if (isMap(node)) return mapTree(node, line, walk, depth);
  if (isSeq(node)) {
    return {
      kind: 'list',
      items: node.items.map((item) => yamlTree(item, walk, depth + 1)),
      line,
    };
  }
  return { kind: 'scalar', value: scalarOf(node.value), line };
}

function mapTree(node: YAMLMap, line: number, walk: YamlWalk, depth: number): Tree {
  const { lineAt, log, anchors } = walk;
  const entries = new Map<string, Tree>();
  const merged = new Map<string, Tree>();
  for (const pair of node.items) {
    if (!isPair(pair)) continue;
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (refused.has(key)) {
      log.add('plan-refused-key', line, { key }, 'error');
      continue;
    }
    const value = yamlTree(pair.value, walk, depth + 1);
    if (key === '<<' && anchors !== undefined) {
      // Of a list the first counts, of several merge keys the last.
      for (const base of listOf(value).toReversed()) {
        for (const [name, tree] of base.kind === 'map' ? base.entries : []) merged.set(name, tree);
      }
      continue;
    }
    const keyLine = isScalar(pair.key) ? lineAt(pair.key.range?.[0]) : value.line;
    entries.set(
      key,
      pair.value === null
        ? { kind: 'scalar', value: null, line: keyLine }
        : { ...value, line: keyLine },
    );
  }
  // What the map says itself counts before what is merged into it.
  for (const [name, tree] of merged) if (!entries.has(name)) entries.set(name, tree);
  return { kind: 'map', entries, line };
}

function scalarOf(value: unknown): ScalarValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : value === null || value === undefined
      ? null
      : String(value);
}

function readJsonTree(
  text: string,
  log: TreeLog,
  failed: (reason: string, line?: number) => TreeReading,
): TreeReading {
  const errors: { error: number; offset: number; length: number }[] = [];
  const root = parseTree(text.replace(/^\ufeff/, ''), errors, {
    disallowComments: false,
    allowTrailingComma: true,
  });
  const lines = lineStarts(text);
  const [first] = errors;
  if (root === undefined || first !== undefined) {
    return failed('syntax', lineOf(lines, first?.offset ?? 0));
  }
  return { documents: [jsonTree(root, lines, log, 0)], problems: log.problems };
}

function jsonTree(node: Node, lines: readonly number[], log: TreeLog, depth: number): Tree {
  const line = lineOf(lines, node.offset);
  if (depth > deepest) {
    log.add('plan-too-deep', line, {}, 'error');
    return { kind: 'opaque', text: '', line };
  }
  const children = node.children ?? [];
  if (node.type === 'array') {
    return {
      kind: 'list',
      items: children.map((child) => jsonTree(child, lines, log, depth + 1)),
      line,
    };
  }
  if (node.type !== 'object') return { kind: 'scalar', value: scalarOf(node.value), line };
  const entries = new Map<string, Tree>();
  for (const property of children) {
    const [name, value] = property.children ?? [];
    if (name === undefined || value === undefined) continue;
    const key = String(name.value);
    if (refused.has(key)) log.add('plan-refused-key', line, { key }, 'error');
    else entries.set(key, jsonTree(value, lines, log, depth + 1));
  }
  return { kind: 'map', entries, line };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The member of a map, or nothing. */
export function member(tree: Tree | undefined, name: string): Tree | undefined {
  return tree?.kind === 'map' ? tree.entries.get(name) : undefined;
}

/** A scalar as text. */
export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : undefined;
}

/** A list, or a single value as a list of one. */
export function listOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined || (tree.kind === 'scalar' && tree.value === null)) return [];
  return tree.kind === 'list' ? tree.items : [tree];
}

/** What lies at a path of names, separated by dots. */
export function atPath(tree: Tree | undefined, path: string): Tree | undefined {
  return path === ''
    ? tree
    : path.split('.').reduce<Tree | undefined>((found, name) => member(found, name), tree);
}
