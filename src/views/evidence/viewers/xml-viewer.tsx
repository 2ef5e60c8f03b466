import { type ReactNode, useMemo } from 'react';
import { lineIndex } from '../../../formats/line-index.ts';
import { Banner } from '../../../ui/feedback.tsx';
import { JsonTreeView } from './json-tree-view.tsx';
import { TextViewer } from './text-viewer.tsx';
import styles from './viewer.module.css';
import type { TextViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';
import { readXml } from './xml-nodes.ts';

/** The text is well formed, and would mean more in a tree than it says. */
const refusals: ReadonlySet<string> = new Set(['document-type-refused', 'refused-key', 'too-deep']);

/**
 * XML as a tree with addresses as XPath writes them; a link names the line. What is not well formed, or
 * means more than it says, is shown as text, with the reason.
 */
export function XmlViewer(props: TextViewerProps): ReactNode {
  const words = useViewerWords();
  const { text, pointer, onPoint } = props;
  const reading = useMemo(() => readXml(text), [text]);
  const lineOf = useMemo(() => lineIndex(text), [text]);
  if (!reading.ok) {
    return (
      <div className={styles.viewer}>
        <Banner tone="missing" title={words.notTree}>
          {refusals.has(reading.warning?.code ?? '')
            ? words.ownDefinitions
            : words.notWellFormed(reading.warning?.line)}
        </Banner>
        <TextViewer {...props} />
      </div>
    );
  }
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
