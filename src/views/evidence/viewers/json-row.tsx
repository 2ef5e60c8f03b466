import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { visibleText } from '../../../lib/text/visible.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import {
  addressOf,
  isContainer,
  type JsonNode,
  type JsonTree,
  nameOf,
  scalarText,
} from './json-nodes.ts';
import styles from './viewer.module.css';
import { useViewerWords } from './words/use-viewer-words.ts';

/** Of a string at most this many characters are shown in its row. */
const longest = 500;

export interface JsonRowProps {
  readonly id: string;
  readonly tree: JsonTree;
  readonly index: number;
  readonly row: number;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  /** The place that the link names. */
  readonly isMarked: boolean;
  readonly onPress: () => void;
}

/** One value: its name, what it is, and its address. */
export function JsonRow({
  id,
  tree,
  index,
  row,
  isOpen,
  isActive,
  isMarked,
  onPress,
}: JsonRowProps): ReactNode {
  const node = tree.nodes[index];
  if (node === undefined) return null;
  const above = tree.nodes[node.parent];
  const canOpen = isContainer(node) && node.children > 0;
  const address = addressOf(tree, index);
  const content = (
    <>
      <Name tree={tree} node={node} />
      <Value tree={tree} node={node} isOpen={isOpen} />
    </>
  );
  return (
    // The keys of the whole tree are handled by the tree.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: the tree holds the focus
    <div
      id={id}
      role="treeitem"
      data-row={row}
      aria-level={node.depth + 1}
      aria-posinset={node.ordinal + 1}
      aria-setsize={above?.children ?? 1}
      aria-expanded={canOpen ? isOpen : undefined}
      aria-selected={isActive}
      aria-current={isMarked ? 'location' : undefined}
      className={styles.row}
      data-active={isActive}
      onClick={onPress}
    >
      <span className={styles.indent} style={{ width: Math.min(node.depth, 24) * 16 }} />
      <span className={styles.chevron} data-open={isOpen}>
        {canOpen && <Icon of={ChevronRight} size={14} />}
      </span>
      {isMarked ? <mark className={styles.mark}>{content}</mark> : content}
      <span className={styles.address} title={visibleText(address)} aria-hidden>
        <SafeText text={address} />
      </span>
    </div>
  );
}

function Name({ tree, node }: { readonly tree: JsonTree; readonly node: JsonNode }): ReactNode {
  if (node.parent < 0) return null;
  const name = nameOf(tree, node);
  return (
    <span className={styles.key}>
      {name === undefined ? node.ordinal : <SafeText text={name} />}
      {': '}
    </span>
  );
}

function Value({
  tree,
  node,
  isOpen,
}: {
  readonly tree: JsonTree;
  readonly node: JsonNode;
  readonly isOpen: boolean;
}): ReactNode {
  const words = useViewerWords();
  if (isContainer(node)) {
    const isObject = node.kind === 'object';
    const count = isObject ? words.members(node.children) : words.entries(node.children);
    const bracket = isObject ? '{}' : '[]';
    return (
      <span className={styles.container}>
        {node.children === 0
          ? bracket
          : isOpen
            ? bracket.slice(0, 1)
            : `${bracket.slice(0, 1)}…${bracket.slice(1)}`}{' '}
        <span className={styles.quiet}>{count}</span>
      </span>
    );
  }
  const text = scalarText(tree, node);
  const shown = text.length > longest ? text.slice(0, longest) : text;
  return (
    <span className={styles.value} data-kind={node.kind}>
      {node.kind === 'string' && '"'}
      <SafeText text={shown} />
      {shown.length < text.length && (
        <span className={styles.rest}>{words.restOfLine(text.length - shown.length)}</span>
      )}
      {node.kind === 'string' && '"'}
    </span>
  );
}
