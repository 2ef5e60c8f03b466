import { walkXml } from '../../../formats/input/xml-document.ts';
import type { ReaderWarning } from '../../../formats/reading.ts';
import type { JsonNode, JsonTree, XmlKind } from './json-nodes.ts';

export type XmlReading =
  | { readonly ok: true; readonly tree: JsonTree }
  | { readonly ok: false; readonly warning: ReaderWarning | undefined };

/** An element that is being read. */
interface Open {
  readonly index: number;
  /** Children by name, to number those that share one. */
  readonly names: Map<string, JsonNode[]>;
  text: string;
  textStart: number;
}

/**
 * XML as a flat table of its elements, attributes and texts, in the order of the text. Entities are never
 * followed. What is not well formed or not closed, and what has definitions of its own, has no tree:
 * it would show something else than what is written.
 */
export function readXml(text: string): XmlReading {
  const nodes: JsonNode[] = [];
  const stack: Open[] = [];
  const add = (kind: XmlKind, name: string, start: number, value?: string): number => {
    const above = stack.at(-1);
    const parent = nodes[above?.index ?? -1];
    const node: JsonNode = {
      kind,
      start,
      end: start,
      nameStart: -1,
      nameEnd: -1,
      parent: above?.index ?? -1,
      ordinal: parent?.children ?? 0,
      depth: stack.length,
      after: nodes.length + 1,
      children: 0,
      name,
      ...(value !== undefined && { value }),
    };
    if (parent !== undefined) parent.children += 1;
    number(above, node, name);
    return nodes.push(node) - 1;
  };
  const endText = (): void => {
    const open = stack.at(-1);
    if (open === undefined || open.text.trim() === '') return;
    const index = add('text', 'text()', open.textStart, open.text.trim());
    const node = nodes[index];
    if (node !== undefined) node.end = open.textStart + open.text.length;
    open.text = '';
  };
  let lastEnd = 0;
  const { isReadable, warnings } = walkXml(
    text,
    {
      open: ({ written, attributes, offset }) => {
        endText();
        const index = add('element', written, offset);
        stack.push({ index, names: new Map(), text: '', textStart: offset });
        for (const [name, value] of Object.entries(attributes)) {
          add('attribute', `@${name}`, offset, value);
        }
      },
      text: (part) => {
        const open = stack.at(-1);
        if (open === undefined) return;
        if (open.text === '') open.textStart = Math.max(lastEnd, nodes[open.index]?.start ?? 0);
        open.text += part;
      },
      close: (_name, _isCut, end) => {
        endText();
        lastEnd = end;
        const node = nodes[stack.pop()?.index ?? -1];
        if (node === undefined) return;
        node.end = end;
        node.after = nodes.length;
      },
    },
    { passesOverDocumentType: true },
  );
  const fault = warnings.find(({ code }) => code !== 'document-type-refused');
  return isReadable && fault === undefined
    ? { ok: true, tree: { text, nodes } }
    : { ok: false, warning: fault ?? warnings[0] };
}

/** A second child of a name gives both of them a number. */
function number(above: Open | undefined, node: JsonNode, name: string): void {
  if (above === undefined || name.startsWith('@')) return;
  const same = above.names.get(name);
  if (same === undefined) {
    above.names.set(name, [node]);
    return;
  }
  if (same[0] !== undefined) same[0].nth = 1;
  same.push(node);
  node.nth = same.length;
}
