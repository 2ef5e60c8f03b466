import { type ReactNode, useMemo } from 'react';
import { readYaml } from '../../../formats/data/yaml-report.ts';
import { readJson } from './json-nodes.ts';
import { JsonTreeView } from './json-tree-view.tsx';
import { TextViewer } from './text-viewer.tsx';
import type { TextViewerProps } from './viewer-props.ts';

/**
 * A document of YAML as a tree with addresses, as pointers count. Several documents, and what means more
 * than it says (aliases, tags), stay text.
 */
export function YamlViewer(props: TextViewerProps): ReactNode {
  const tree = useMemo(() => treeOf(props.text), [props.text]);
  if (tree === undefined) return <TextViewer {...props} />;
  return (
    <JsonTreeView name={props.name} tree={tree} pointer={props.pointer} onPoint={props.onPoint} />
  );
}

function treeOf(text: string) {
  const { report } = readYaml(text);
  const [document, ...others] = report?.documents ?? [];
  if (typeof document !== 'object' || document === null || others.length > 0) return undefined;
  const reading = readJson(JSON.stringify(document, asWritten, 2));
  return reading.ok ? reading.tree : undefined;
}

/** JSON has no word for numbers that are infinite or none. */
function asWritten(_: string, value: unknown): unknown {
  return typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))
    ? String(value)
    : value;
}
