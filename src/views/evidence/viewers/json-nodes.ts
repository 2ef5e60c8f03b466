/**
 * JSON as a flat table over its own text. Values keep their spelling (a long number is not rounded),
 * a name that stands twice is seen twice, and depth costs no stack. Nodes come in the order of the
 * text, so that a node's subtree is the run from itself to `after`.
 */
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'word' | XmlKind;

/** What a tree of XML consists of. */
export type XmlKind = 'element' | 'attribute' | 'text';

export interface JsonNode {
  readonly kind: JsonKind;
  /** Offsets of the value in the text. */
  readonly start: number;
  end: number;
  /** Offsets of the quoted name; -1 for entries of arrays and for the root. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly parent: number;
  /** Place among the children of its parent, from 0. */
  readonly ordinal: number;
  readonly depth: number;
  /** Index of the first node behind the subtree. */
  after: number;
  children: number;
  /** Of XML: what stands in the text in other words. */
  readonly name?: string;
  value?: string;
  /** Of XML: place among the siblings of its name, from 1; absent for the only one. */
  nth?: number;
}

export interface JsonTree {
  readonly text: string;
  readonly nodes: readonly JsonNode[];
}

export type JsonReading =
  | { readonly ok: true; readonly tree: JsonTree }
  | { readonly ok: false; readonly reason: string };

/** Reads a text strictly as JSON. `reason` is the engine's own words and comes from outside. */
export function readJson(text: string): JsonReading {
  try {
    JSON.parse(text);
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message : String(cause) };
  }
  return { ok: true, tree: { text, nodes: scan(text) } };
}

/** The nodes of a text that is known to be valid. */
function scan(text: string): readonly JsonNode[] {
  const nodes: JsonNode[] = [];
  const open: number[] = [];
  let nameStart = -1;
  let nameEnd = -1;
  let at = 0;
  const add = (kind: JsonKind, start: number, end: number): void => {
    const parent = open.at(-1) ?? -1;
    const above = nodes[parent];
    nodes.push({
      kind,
      start,
      end,
      nameStart,
      nameEnd,
      parent,
      ordinal: above?.children ?? 0,
      depth: open.length,
      after: nodes.length + 1,
      children: 0,
    });
    if (above !== undefined) above.children += 1;
    nameStart = -1;
    nameEnd = -1;
  };
  while (at < text.length) {
    const character = text[at];
    if (character === '{' || character === '[') {
      add(character === '{' ? 'object' : 'array', at, at + 1);
      open.push(nodes.length - 1);
      at += 1;
    } else if (character === '}' || character === ']') {
      const node = nodes[open.pop() ?? -1];
      at += 1;
      if (node !== undefined) {
        node.after = nodes.length;
        node.end = at;
      }
    } else if (character === '"') {
      const end = stringEnd(text, at);
      const isName = nameStart < 0 && nodes[open.at(-1) ?? -1]?.kind === 'object';
      if (isName) {
        nameStart = at;
        nameEnd = end;
      } else add('string', at, end);
      at = end;
    } else if (isBetween(character)) {
      at += 1;
    } else {
      const end = scalarEnd(text, at);
      add(character === 't' || character === 'f' || character === 'n' ? 'word' : 'number', at, end);
      at = end;
    }
  }
  return nodes;
}

function isBetween(character: string | undefined): boolean {
  return (
    character === ',' ||
    character === ':' ||
    character === ' ' ||
    character === '\n' ||
    character === '\r' ||
    character === '\t'
  );
}

function stringEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end + 1;
}

function scalarEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length) {
    const character = text[end];
    if (isBetween(character) || character === '}' || character === ']') break;
    end += 1;
  }
  return end;
}

export function isContainer(node: JsonNode): boolean {
  return node.kind === 'object' || node.kind === 'array' || node.kind === 'element';
}

/** The value of a string as written between quotes. */
function unquote(quoted: string): string {
  const value: unknown = JSON.parse(quoted);
  return typeof value === 'string' ? value : quoted;
}

/** The name of a member; `undefined` for entries of arrays and for the root. */
export function nameOf({ text }: JsonTree, node: JsonNode): string | undefined {
  if (node.name !== undefined) return node.name;
  return node.nameStart < 0 ? undefined : unquote(text.slice(node.nameStart, node.nameEnd));
}

/** A scalar's value as text: strings without quotes, anything else as it is written. */
export function scalarText({ text }: JsonTree, node: JsonNode): string {
  if (node.value !== undefined) return node.value;
  const written = text.slice(node.start, node.end);
  return node.kind === 'string' ? unquote(written) : written;
}

/** The address of a node: the RFC 6901 pointer, empty for the root; in XML a path as XPath writes it. */
export function addressOf(tree: JsonTree, index: number): string {
  const tokens: string[] = [];
  for (let node = tree.nodes[index]; node !== undefined; node = tree.nodes[node.parent]) {
    if (node.name !== undefined) {
      tokens.push(node.nth === undefined ? node.name : `${node.name}[${node.nth}]`);
      continue;
    }
    if (node.parent < 0) break;
    const token = nameOf(tree, node) ?? String(node.ordinal);
    tokens.push(token.replaceAll('~', '~0').replaceAll('/', '~1'));
  }
  return tokens
    .reverse()
    .map((token) => `/${token}`)
    .join('');
}

/** Where a pointer leads, or the last part of it that exists. */
export interface Located {
  readonly index: number;
  readonly isWhole: boolean;
}

/**
 * Follows an RFC 6901 pointer. Of a name that stands twice the last one counts, as for every reader
 * of JSON in a browser.
 */
export function locate(tree: JsonTree, pointer: string): Located {
  if (pointer === '') return { index: 0, isWhole: true };
  if (!pointer.startsWith('/')) return { index: 0, isWhole: false };
  let index = 0;
  for (const escaped of pointer.slice(1).split('/')) {
    const token = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = childNamed(tree, index, token);
    if (next === undefined) return { index, isWhole: false };
    index = next;
  }
  return { index, isWhole: true };
}

function childNamed(tree: JsonTree, parent: number, token: string): number | undefined {
  const above = tree.nodes[parent];
  if (above === undefined) return undefined;
  const isArray = above.kind === 'array';
  if (isArray && !/^(0|[1-9]\d*)$/.test(token)) return undefined;
  let found: number | undefined;
  for (let at = parent + 1; at < above.after; at = tree.nodes[at]?.after ?? above.after) {
    const node = tree.nodes[at];
    if (node === undefined) break;
    const isIt = isArray ? node.ordinal === Number(token) : nameOf(tree, node) === token;
    if (isIt) found = at;
    if (isIt && isArray) break;
  }
  return found;
}

/** The first node that begins on a line, else the innermost one that the line is a part of. */
export function nodeAtLine(tree: JsonTree, line: number): number | undefined {
  let start = 0;
  for (let seen = 1; seen < line; seen += 1) {
    const end = tree.text.indexOf('\n', start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  let low = 0;
  let high = tree.nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = tree.nodes[middle];
    if (node !== undefined && nodeStart(node) < start) low = middle + 1;
    else high = middle;
  }
  const lineEnd = tree.text.indexOf('\n', start);
  const next = tree.nodes[low];
  const beginsHere = next !== undefined && (lineEnd < 0 || nodeStart(next) <= lineEnd);
  if (beginsHere) return low;
  let around = Math.min(low, tree.nodes.length) - 1;
  for (let node = tree.nodes[around]; node !== undefined && node.end < start; ) {
    around = node.parent;
    node = tree.nodes[around];
  }
  return Math.max(0, around);
}

/** Where a member begins: with its name, if it has one. */
function nodeStart({ nameStart, start }: JsonNode): number {
  return nameStart < 0 ? start : nameStart;
}

/** The object that describes a test case: the one that holds its name as a value. */
export function nodeOfCase(tree: JsonTree, name: string): number | undefined {
  const written = JSON.stringify(name);
  for (const node of tree.nodes) {
    if (node.name === '@name' && node.value === name) return Math.max(0, node.parent);
    if (node.kind !== 'string') continue;
    if (node.end - node.start < name.length) continue;
    const value = tree.text.slice(node.start, node.end);
    if (value === written || (value.includes('\\') && unquote(value) === name)) {
      return Math.max(0, node.parent);
    }
  }
  return undefined;
}
