import { type ReactNode, useMemo } from 'react';
import { lineIndex } from '../../../formats/line-index.ts';
import { JsonTreeView } from './json-tree-view.tsx';
import { NotTree } from './not-tree.tsx';
import type { TextViewerProps } from './viewer-props.ts';
import { readXml } from './xml-nodes.ts';

/**
 * XML as a tree with addresses as XPath writes them; a link names the line. What is not well formed, or
 * means more than it says, is shown as text, with the reason.
 */
export function XmlViewer(props: TextViewerProps): ReactNode {
  const { text, pointer, onPoint } = props;
  const reading = useMemo(() => readXml(text), [text]);
  const lineOf = useMemo(() => lineIndex(text), [text]);
  if (!reading.ok) return <NotTree {...props} reason={reading.warning} />;
  const { tree } = reading;
  return (
    <JsonTreeView
      name={props.name}
      tree={tree}
      pointer={pointer}
      onPoint={onPoint}
      pointerOf={(node) => {
        const line = lineOf(tree.nodes[node]?.start ?? 0);
        return { kind: 'lines', from: line, to: line };
      }}
    />
  );
}
