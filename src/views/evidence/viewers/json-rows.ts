import type { Pointer } from '../../../model/common.ts';
import {
  isContainer,
  type JsonNode,
  type JsonTree,
  type Located,
  locate,
  nameOf,
  nodeAtLine,
  nodeOfCase,
} from './json-nodes.ts';

/** A tree of at most this many nodes stands open at first. */
const openWhole = 400;
/** In a larger one the first level opens, where it is not too long. */
const openFirst = 60;

/** Which containers stand open at first: all of a small tree, the top of a large one. */
export function initiallyOpen({ nodes }: JsonTree): ReadonlySet<number> {
  const open = new Set<number>();
  const isSmall = nodes.length <= openWhole;
  const most = isSmall ? nodes.length : Math.min(nodes.length, 5000);
  for (let index = 0; index < most; index += 1) {
    const node = nodes[index];
    if (node === undefined || !isContainer(node)) continue;
    if (isSmall || index === 0 || (node.depth === 1 && node.children <= openFirst)) open.add(index);
  }
  return open;
}

/** The containers above a node, so that it can be seen. */
export function ancestors({ nodes }: JsonTree, index: number): readonly number[] {
  const found: number[] = [];
  for (let at = nodes[index]?.parent ?? -1; at >= 0; at = nodes[at]?.parent ?? -1) found.push(at);
  return found;
}

/** Every container, for "open all"; at most `most` nodes are looked at. */
export function allContainers({ nodes }: JsonTree, most: number): ReadonlySet<number> {
  const open = new Set<number>();
  for (let index = 0; index < Math.min(most, nodes.length); index += 1) {
    const node = nodes[index];
    if (node !== undefined && isContainer(node)) open.add(index);
  }
  return open;
}

/** Indexes of the nodes that can be seen, in order. */
export function visibleNodes({ nodes }: JsonTree, open: ReadonlySet<number>): readonly number[] {
  const rows: number[] = [];
  for (let at = 0; at < nodes.length; ) {
    rows.push(at);
    const node: JsonNode | undefined = nodes[at];
    at = node === undefined || (isContainer(node) && open.has(at)) ? at + 1 : node.after;
  }
  return rows;
}

/** Where a link leads in a tree; `undefined` when it names no place. */
export function locatePointer(tree: JsonTree, pointer: Pointer | undefined): Located | undefined {
  switch (pointer?.kind) {
    case 'json':
      return locate(tree, pointer.pointer);
    case 'lines':
      return found(nodeAtLine(tree, pointer.from));
    case 'test': {
      const byName = nodeOfCase(tree, pointer.name);
      return found(
        byName ?? (pointer.line === undefined ? undefined : nodeAtLine(tree, pointer.line)),
      );
    }
    default:
      return undefined;
  }
}

function found(index: number | undefined): Located {
  return index === undefined ? { index: 0, isWhole: false } : { index, isWhole: true };
}

/** Nodes whose name or value holds a text, without regard to case; at most `most`. */
export function findNodes(tree: JsonTree, text: string, most: number): readonly number[] {
  const wanted = text.toLowerCase();
  const hits: number[] = [];
  if (wanted === '') return hits;
  for (const [index, node] of tree.nodes.entries()) {
    const value = node.value ?? (isContainer(node) ? '' : tree.text.slice(node.start, node.end));
    const isHit =
      value.toLowerCase().includes(wanted) ||
      (nameOf(tree, node) ?? '').toLowerCase().includes(wanted);
    if (!isHit) continue;
    hits.push(index);
    if (hits.length >= most) break;
  }
  return hits;
}
