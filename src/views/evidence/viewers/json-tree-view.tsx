import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Pointer } from '../../../model/common.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Banner } from '../../../ui/feedback.tsx';
import { CodeRef } from '../../../ui/safe-text.tsx';
import { FindBar, mostHits, stepHit } from './find-bar.tsx';
import { addressOf, isContainer, type JsonTree } from './json-nodes.ts';
import { JsonRow } from './json-row.tsx';
import { allContainers, ancestors, findNodes, locatePointer } from './json-rows.ts';
import { useOpenNodes } from './use-open-nodes.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import styles from './viewer.module.css';
import type { TextViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/** Height of a row in CSS pixels; the style sheet says the same. */
const rowHeight = 24;
/** "Open all" stops here, so that one press never asks for millions of rows. */
const mostOpened = 200_000;

/**
 * A tree over JSON, opened at the place that the link names. One stop of the Tab key; arrows walk,
 * open and close as in every tree.
 */
export function JsonTreeView({
  name,
  tree,
  pointer,
  onPoint,
  pointerOf,
}: Omit<TextViewerProps, 'text'> & {
  readonly tree: JsonTree;
  /** The place that a link names for a node; without it its JSON pointer. */
  readonly pointerOf?: (node: number) => Pointer;
}): ReactNode {
  const words = useViewerWords();
  const baseId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const located = useMemo(() => locatePointer(tree, pointer), [tree, pointer]);
  const marked = located?.isWhole === true ? located.index : undefined;
  const { open, setOpen, show, toggle, rows } = useOpenNodes(tree, located?.index);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const active = chosen ?? marked ?? 0;
  const { first, end, before, after, reveal } = useVirtualRows({
    count: rows.length,
    rowHeight,
    scroller,
  });

  const placeOf = (node: number): number => rows.indexOf(node);
  const target = located?.index;
  const rowsNow = useRef(rows);
  useEffect(() => {
    rowsNow.current = rows;
  }, [rows]);
  useEffect(() => {
    // Once for each link: opening and closing by hand must not jump back to it.
    if (target !== undefined) reveal(rowsNow.current.indexOf(target), 'center');
  }, [target, reveal]);

  // A node that has just been opened to has no row yet; it is scrolled to when it has.
  const [wanted, setWanted] = useState<number | undefined>(undefined);
  useEffect(() => {
    if (wanted === undefined) return;
    const row = rows.indexOf(wanted);
    if (row >= 0) reveal(row);
    setWanted(undefined);
  }, [wanted, rows, reveal]);
  const walkTo = (node: number): void => {
    setChosen(node);
    show(ancestors(tree, node));
    setWanted(node);
  };

  const [query, setQuery] = useState('');
  const [hit, setHit] = useState(0);
  const hits = useMemo(() => findNodes(tree, query, mostHits), [tree, query]);
  const showHit = (index: number, among: readonly number[]): void => {
    setHit(index);
    const node = among[index];
    if (node !== undefined) walkTo(node);
  };

  const key = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const step = walk(event.key, active, { tree, rows, open, place: placeOf(active) });
    if (step === undefined) return;
    event.preventDefault();
    if (step.toggle !== undefined) toggle(step.toggle);
    if (step.to !== undefined) walkTo(step.to);
  };

  const address = addressOf(tree, active);
  const activeRow = placeOf(active);
  return (
    <div className={styles.viewer}>
      {pointer !== undefined && located?.isWhole === false && (
        <Banner tone="missing" title={words.notFound}>
          {pointer.kind === 'json' && (
            <>
              {words.noSuchValue(pointer.pointer)}{' '}
              {words.nearest(addressOf(tree, located.index) || words.root)}
            </>
          )}
          {pointer.kind === 'test' && words.noSuchCase(pointer.name)}
        </Banner>
      )}
      <div className={styles.tools}>
        <FindBar
          query={query}
          onQuery={(next) => {
            setQuery(next);
            showHit(0, findNodes(tree, next, 1));
          }}
          count={hits.length}
          at={hit}
          onStep={(step) => showHit(stepHit(hit, step, hits.length), hits)}
        />
        <Button
          size="small"
          look="quiet"
          onClick={() => setOpen(open.size > 1 ? new Set([0]) : allContainers(tree, mostOpened))}
        >
          {open.size > 1 ? words.collapseAll : words.expandAll}
        </Button>
      </div>
      <div
        ref={scroller}
        role="tree"
        aria-label={words.treeOf(name)}
        tabIndex={0}
        aria-activedescendant={
          activeRow >= first && activeRow < end ? `${baseId}${active}` : undefined
        }
        className={styles.tree}
        onKeyDown={key}
      >
        <div role="none" style={{ paddingBlock: `${before}px ${after}px` }}>
          {rows.slice(first, end).map((node, offset) => (
            <JsonRow
              key={node}
              id={`${baseId}${node}`}
              tree={tree}
              index={node}
              row={first + offset}
              isOpen={open.has(node)}
              isActive={node === active}
              isMarked={node === marked}
              onPress={() => {
                setChosen(node);
                if (tree.nodes[node] !== undefined && isContainer(tree.nodes[node])) toggle(node);
              }}
            />
          ))}
        </div>
      </div>
      <div className={styles.foot}>
        <span className={styles.quiet}>{words.address}</span>
        <CodeRef code={address === '' ? words.root : address} most={64} />
        <CopyButton text={address} label={words.copyAddress} />
        {active !== marked && (
          <Button
            size="small"
            look="quiet"
            onClick={() => onPoint(pointerOf?.(active) ?? { kind: 'json', pointer: address })}
          >
            {words.markThis}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What a key asks for: a node to go to, or one to open or close. */
function walk(
  key: string,
  active: number,
  {
    tree,
    rows,
    open,
    place,
  }: {
    readonly tree: JsonTree;
    readonly rows: readonly number[];
    readonly open: ReadonlySet<number>;
    readonly place: number;
  },
): { readonly to?: number | undefined; readonly toggle?: number } | undefined {
  const node = tree.nodes[active];
  const canOpen = node !== undefined && isContainer(node) && node.children > 0;
  switch (key) {
    case 'ArrowDown':
      return { to: rows[Math.min(rows.length - 1, place + 1)] };
    case 'ArrowUp':
      return { to: rows[Math.max(0, place - 1)] };
    case 'PageDown':
      return { to: rows[Math.min(rows.length - 1, place + 12)] };
    case 'PageUp':
      return { to: rows[Math.max(0, place - 12)] };
    case 'Home':
      return { to: rows[0] };
    case 'End':
      return { to: rows.at(-1) };
    case 'ArrowRight':
      return canOpen && !open.has(active) ? { toggle: active } : { to: rows[place + 1] };
    case 'ArrowLeft':
      if (canOpen && open.has(active)) return { toggle: active };
      return node === undefined || node.parent < 0 ? {} : { to: node.parent };
    case 'Enter':
    case ' ':
      return canOpen ? { toggle: active } : {};
    default:
      return undefined;
  }
}
