import { type ReactNode, useMemo } from 'react';
import { Banner } from '../../../ui/feedback.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { readJson } from './json-nodes.ts';
import { JsonTreeView } from './json-tree-view.tsx';
import { TextViewer } from './text-viewer.tsx';
import styles from './viewer.module.css';
import type { TextViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/** JSON as a tree; what is no JSON is shown as text, with the reason. */
export function JsonViewer(props: TextViewerProps): ReactNode {
  const words = useViewerWords();
  const reading = useMemo(() => readJson(props.text), [props.text]);
  if (!reading.ok) {
    return (
      <div className={styles.viewer}>
        <Banner tone="failed" title={words.notJson}>
          <SafeText text={words.notJsonShown(reading.reason)} />
        </Banner>
        <TextViewer {...props} />
      </div>
    );
  }
  return (
    <JsonTreeView
      name={props.name}
      tree={reading.tree}
      pointer={props.pointer}
      onPoint={props.onPoint}
    />
  );
}
