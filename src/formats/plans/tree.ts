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
} from 'yaml';
import type { Scalar } from '../../model/common.ts';
import type { Problem } from '../../model/problem.ts';
import { planProblem } from './types.ts';

/** A value of a YAML or JSON file with its line. Nothing in it is ever run, followed or merged. */
export type Tree =
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Tree>; readonly line: number }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly line: number }
  | { readonly kind: 'scalar'; readonly value: Scalar; readonly line: number }
  /** An alias or a value with a tag of its own: it stands there, and what it means is not known. */
  | { readonly kind: 'opaque'; readonly text: string; readonly line: number };

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

/** Reads JSON by its name or its first character, everything else as YAML 1.2 (core schema). */
export function readTree(text: string, path: string): TreeReading {
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
    return isJson(text, path) ? readJsonTree(text, log, failed) : readYamlTree(text, log, failed);
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
  failed: (reason: string, line?: number) => TreeReading,
): TreeReading {
  const lineCounter = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter,
    schema: 'core',
    version: '1.2',
    merge: false,
    resolveKnownTags: false,
    // Two merge keys are a habit of pipelines, and neither is followed.
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
    documents: documents.flatMap(({ contents }: Document) =>
      contents === null ? [] : [yamlTree(contents, lineAt, log, 0)],
    ),
    problems: log.problems,
  };
}

function yamlTree(
  node: unknown,
  lineAt: (offset: number | undefined) => number,
  log: TreeLog,
  depth: number,
): Tree {
  const offset =
    isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range?.[0] : undefined;
  const line = lineAt(offset);
  if (depth > deepest) {
    log.add('plan-too-deep', line, {}, 'error');
    return { kind: 'opaque', text: '', line };
  }
  if (isAlias(node)) {
    log.add('plan-alias-not-followed', line, { name: node.source });
    return { kind: 'opaque', text: `*${node.source}`, line };
  }
  if (
    (isMap(node) || isSeq(node) || isScalar(node)) &&
    node.tag !== undefined &&
    !plainTags.has(node.tag)
  ) {
    log.add('plan-tag-not-followed', line, { name: node.tag });
    return { kind: 'opaque', text: node.tag, line };
  }
  if (isMap(node)) {
    const entries = new Map<string, Tree>();
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (refused.has(key)) {
        log.add('plan-refused-key', line, { key }, 'error');
        continue;
      }
      const value = yamlTree(pair.value, lineAt, log, depth + 1);
      const keyLine = isScalar(pair.key) ? lineAt(pair.key.range?.[0]) : value.line;
      entries.set(
        key,
        pair.value === null
          ? { kind: 'scalar', value: null, line: keyLine }
          : { ...value, line: keyLine },
      );
    }
    return { kind: 'map', entries, line };
  }
  if (isSeq(node)) {
    return {
      kind: 'list',
      items: node.items.map((item) => yamlTree(item, lineAt, log, depth + 1)),
      line,
    };
  }
  const value = isScalar(node) ? node.value : null;
  return { kind: 'scalar', value: scalarOf(value), line };
}

function scalarOf(value: unknown): Scalar {
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
