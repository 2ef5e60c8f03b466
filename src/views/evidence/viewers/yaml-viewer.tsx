import { type ReactNode, useMemo } from 'react';
import type { EvidenceReading } from '../../../formats/evidence-reading.ts';
import { type JsonTree, readJson } from './json-nodes.ts';
import { JsonTreeView } from './json-tree-view.tsx';
import { NotTree } from './not-tree.tsx';
import { TextViewer } from './text-viewer.tsx';
import type { TextViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/**
 * A document of YAML as a tree with addresses, as pointers count. Several documents, and what means more
 * than it says (aliases, tags), stay text. It is the engine that reads it: a large one takes seconds.
 */
export function YamlViewer(props: TextViewerProps): ReactNode {
  const words = useViewerWords();
  const { reading } = props;
  const documents = documentsOf(reading);
  const tree = useMemo(() => treeOf(documents), [documents]);
  if (tree !== undefined) {
    return (
      <JsonTreeView name={props.name} tree={tree} pointer={props.pointer} onPoint={props.onPoint} />
    );
  }
  if (documents.length > 1) return <NotTree {...props} reason={words.severalDocuments} />;
  return reading === undefined || reading.warnings.length === 0 ? (
    <TextViewer {...props} />
  ) : (
    <NotTree {...props} reason={reading.warnings[0]} />
  );
}

const none: readonly unknown[] = [];

function documentsOf(reading: EvidenceReading | undefined): readonly unknown[] {
  return reading?.report?.family === 'data' ? reading.report.documents : none;
}

function treeOf([document, ...others]: readonly unknown[]): JsonTree | undefined {
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
