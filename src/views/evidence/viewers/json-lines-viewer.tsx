import { type ReactNode, useMemo } from 'react';
import type { Pointer } from '../../../model/common.ts';
import { type JsonTree, readJson } from './json-nodes.ts';
import { JsonTreeView } from './json-tree-view.tsx';
import { TextViewer } from './text-viewer.tsx';
import type { TextViewerProps } from './viewer-props.ts';

/**
 * Records, one a line, as a tree of them. A record is pointed to by its line, as everywhere else. Where a
 * line is no JSON, all of it is shown as text.
 */
export function JsonLinesViewer(props: TextViewerProps): ReactNode {
  const { text, pointer, onPoint } = props;
  const tree = useMemo(() => treeOf(text), [text]);
  if (tree === undefined) return <TextViewer {...props} />;
  return (
    <JsonTreeView
      name={props.name}
      tree={tree}
      pointer={pointer}
      onPoint={(next) => onPoint(lineOf(tree, next))}
    />
  );
}

/** The lines as one list. Nothing is added but commas, so that each record stays on its line. */
function treeOf(text: string): JsonTree | undefined {
  let isFirst = true;
  const lines = text.split('\n').map((line) => {
    if (line.trim() === '') return '';
    const part = isFirst ? line : `,${line}`;
    isFirst = false;
    return part;
  });
  if (isFirst) return undefined;
  const isSound = text.split('\n').every((line) => line.trim() === '' || readJson(line).ok);
  const reading = isSound ? readJson(`[${lines.join('\n')}]`) : undefined;
  return reading?.ok === true ? reading.tree : undefined;
}

function lineOf(tree: JsonTree, pointer: Pointer): Pointer {
  const ordinal = pointer.kind === 'json' ? /^\/(\d+)/.exec(pointer.pointer)?.[1] : undefined;
  if (ordinal === undefined) return pointer;
  const record = tree.nodes.find((node) => node.parent === 0 && node.ordinal === Number(ordinal));
  const line = tree.text.slice(0, record?.start ?? 0).split('\n').length;
  return { kind: 'lines', from: line, to: line };
}
