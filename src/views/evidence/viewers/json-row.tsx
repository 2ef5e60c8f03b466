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
      <Value tree={tree} node={node} index={index} isOpen={isOpen} />
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
  const name = nameOf(tree, node);
  if (node.parent < 0 && name === undefined) return null;
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
  index,
  isOpen,
}: {
  readonly tree: JsonTree;
  readonly node: JsonNode;
  readonly index: number;
  readonly isOpen: boolean;
}): ReactNode {
  const words = useViewerWords();
  if (node.kind === 'element') {
    return (
      <span className={styles.container}>
        {!isOpen && <SafeText text={preview(tree, index)} />}{' '}
        <span className={styles.quiet}>{words.entries(node.children)}</span>
      </span>
    );
  }
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

/** What tells an element from its siblings: its first attributes, or its text when that is all it has. */
function preview({ nodes }: JsonTree, index: number): string {
  const parts: string[] = [];
  for (let at = index + 1; parts.length < 3 && nodes[at]?.parent === index; at += 1) {
    const { kind, name = '', value = '' } = nodes[at] ?? {};
    if (kind === 'attribute') parts.push(`${name.slice(1)}="${value.slice(0, 60)}"`);
    else if (kind === 'text' && parts.length === 0) parts.push(value.slice(0, 120));
    else break;
  }
  return parts.join(' ');
}
