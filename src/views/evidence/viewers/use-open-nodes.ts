import { useMemo, useState } from 'react';
import type { JsonTree } from './json-nodes.ts';
import { ancestors, initiallyOpen, visibleNodes } from './json-rows.ts';

export interface OpenNodes {
  readonly open: ReadonlySet<number>;
  readonly setOpen: (open: ReadonlySet<number>) => void;
  readonly show: (nodes: readonly number[]) => void;
  readonly toggle: (node: number) => void;
  /** The nodes that can be seen, in order. */
  readonly rows: readonly number[];
}

/** Which parts of a tree stand open; what is above `target` opens whenever the target is another one. */
export function useOpenNodes(tree: JsonTree, target: number | undefined): OpenNodes {
  const [state, setState] = useState(() => ({ tree, target, open: opened(tree, target) }));
  let current = state;
  if (state.tree !== tree) current = { tree, target, open: opened(tree, target) };
  else if (state.target !== target) {
    const above = target === undefined ? [] : ancestors(tree, target);
    current = { tree, target, open: new Set([...state.open, ...above]) };
  }
  if (current !== state) setState(current);
  const { open } = current;
  const rows = useMemo(() => visibleNodes(tree, open), [tree, open]);
  const setOpen = (next: ReadonlySet<number>): void =>
    setState((before) => ({ ...before, open: next }));
  return {
    open,
    setOpen,
    show: (nodes) => {
      if (nodes.some((node) => !open.has(node))) setOpen(new Set([...open, ...nodes]));
    },
    toggle: (node) => {
      const next = new Set(open);
      if (!next.delete(node)) next.add(node);
      setOpen(next);
    },
    rows,
  };
}

function opened(tree: JsonTree, target: number | undefined): ReadonlySet<number> {
  const open = initiallyOpen(tree);
  return target === undefined ? open : new Set([...open, ...ancestors(tree, target)]);
}
