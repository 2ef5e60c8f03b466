import { type ReactNode, useMemo } from 'react';
import type { Pointer } from '../../../model/common.ts';
import { type JsonTree, readJson } from './json-nodes.ts';
import { JsonTreeView } from './json-tree-view.tsx';
import { NotTree } from './not-tree.tsx';
import { TextViewer } from './text-viewer.tsx';
import type { TextViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/**
 * Records, one a line, as a tree of them. A record is pointed to by its line, as everywhere else. Where a
 * line is no JSON, all of it is shown as text.
 */
export function JsonLinesViewer(props: TextViewerProps): ReactNode {
  const { text, pointer, onPoint } = props;
  const words = useViewerWords();
  const reading = useMemo(() => treeOf(text), [text]);
  if (reading === undefined) return <TextViewer {...props} />;
  if (typeof reading === 'number')
    return <NotTree {...props} reason={words.brokenRecord(reading)} />;
  const tree = reading;
  return (
    <JsonTreeView
      name={props.name}
      tree={tree}
      pointer={pointer}
      onPoint={(next) => onPoint(lineOf(tree, next))}
    />
  );
}

/**
 * The lines as one list. Nothing is added but commas, so that each record stays on its line.
 *
 * @returns the 1-based line that is no JSON; `undefined` when there is no record at all
 */
function treeOf(text: string): JsonTree | number | undefined {
  let isFirst = true;
  const lines = text.split('\n');
  const list = lines.map((line) => {
    if (line.trim() === '') return '';
    const part = isFirst ? line : `,${line}`;
    isFirst = false;
    return part;
  });
  if (isFirst) return undefined;
  const broken = lines.findIndex((line) => line.trim() !== '' && !readJson(line).ok);
  if (broken >= 0) return broken + 1;
  const reading = readJson(`[${list.join('\n')}]`);
  return reading.ok ? reading.tree : undefined;
}

function lineOf(tree: JsonTree, pointer: Pointer): Pointer {
  const ordinal = pointer.kind === 'json' ? /^\/(\d+)/.exec(pointer.pointer)?.[1] : undefined;
  if (ordinal === undefined) return pointer;
  const record = tree.nodes.find((node) => node.parent === 0 && node.ordinal === Number(ordinal));
  const line = tree.text.slice(0, record?.start ?? 0).split('\n').length;
  return { kind: 'lines', from: line, to: line };
}
