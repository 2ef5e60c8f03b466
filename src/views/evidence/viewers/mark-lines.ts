import type { LineRange } from './text-lines.ts';

/** The part of an HTML tree that the plugin needs to know. */
interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly position?:
    | {
        readonly start: { readonly line: number };
        readonly end: { readonly line: number };
      }
    | undefined;
  properties?: Record<string, unknown>;
  readonly children?: readonly Node[];
}

const blocks: ReadonlySet<string> = new Set([
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'p',
  'pre',
  'tr',
]);

/**
 * A step between Markdown and React: marks the innermost blocks that stand on the pointed lines, so
 * that the place can be found in the rendered page.
 */
export function markLines(range: LineRange | undefined): () => (tree: Node) => void {
  return () => (tree) => {
    if (range !== undefined) markIn(tree, range);
  };
}

/** @returns whether something inside was marked */
function markIn(node: Node, range: LineRange): boolean {
  let isInside = false;
  for (const child of node.children ?? []) if (markIn(child, range)) isInside = true;
  if (isInside) return true;
  if (node.type !== 'element' || !blocks.has(node.tagName ?? '')) return false;
  const { position } = node;
  if (position === undefined) return false;
  if (position.end.line < range.from || position.start.line > range.to) return false;
  node.properties = { ...node.properties, dataPointed: 'true' };
  return true;
}
