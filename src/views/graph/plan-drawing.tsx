import { type ReactNode, useMemo, useState } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import { Progress } from '../../ui/bars.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/feedback.tsx';
import { Drawing } from './drawing.tsx';
import { edgeRows } from './drawn-edges.ts';
import { focusOf } from './focus.ts';
import type { GraphSearch } from './graph-search.ts';
import styles from './graph-view.module.css';
import { nodeFaces } from './node-face.ts';
import type { PlanGraph } from './plan-graph.ts';
import { usePlanLayout } from './use-plan-layout.ts';
import { useGraphWords } from './words.tsx';

/**
 * Lays the plan out once for its structure, and merges states, filter, focus and selection in as they
 * come: none of them moves a node.
 */
export function PlanDrawing({
  label,
  graph,
  snapshot,
  search,
  matching,
  found,
  onSelect,
  onClose,
  onTable,
  onAllEdges,
}: {
  readonly label: string;
  readonly graph: PlanGraph;
  readonly snapshot: PlanSnapshot | undefined;
  readonly search: GraphSearch;
  /** Ids that the filter lets through; `undefined`: nothing is filtered. */
  readonly matching: readonly string[] | undefined;
  readonly found: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
  readonly onTable: () => void;
  readonly onAllEdges: (isDrawn: boolean) => void;
}): ReactNode {
  const words = useGraphWords();
  const { layout, error, retry } = usePlanLayout(graph);
  const faces = useMemo(() => nodeFaces(graph, snapshot), [graph, snapshot]);
  const rows = useMemo(() => edgeRows(snapshot), [snapshot]);
  const { focus, item } = search;
  const lit = useMemo(
    () =>
      focusOf(graph, snapshot, { ...(focus && { focus }), ...(item !== undefined && { item }) }),
    [graph, snapshot, focus, item],
  );
  const state = useMemo(
    () => ({
      faces,
      selected: item,
      matching: matching && new Set(matching),
      focus: lit,
      waitsFor: (id: string) => graph.before.get(id) ?? [],
      onSelect,
    }),
    [faces, item, matching, lit, graph, onSelect],
  );
  const implied = {
    count: snapshot?.edges.filter((edge) => edge.redundant).length ?? 0,
    isDrawn: search.edges === 'all',
    onDraw: onAllEdges,
  };
  const [walked, setWalked] = useState<string | undefined>(undefined);
  const active = [walked, item, graph.items.find(({ id }) => !graph.children.has(id))?.id].find(
    (id) => id !== undefined && faces.has(id),
  );

  if (error !== null) {
    return (
      <div className={styles.trouble}>
        <ErrorState
          what={words.layoutFailed}
          remedy={words.layoutFailedRemedy}
          action={
            <>
              <Button onClick={() => retry()}>{words.retry}</Button>{' '}
              <Button onClick={onTable}>{words.showTable}</Button>
            </>
          }
          details={error.message}
        />
      </div>
    );
  }
  if (layout === undefined) {
    return (
      <div className={styles.waiting}>
        <Progress label={words.layingOut} value={null} />
      </div>
    );
  }
  return (
    <>
      <Drawing
        label={label}
        graph={graph}
        layout={layout}
        rows={rows}
        implied={implied}
        state={state}
        found={found}
        active={active}
        onActive={setWalked}
        onClose={onClose}
      />
      {snapshot === undefined && (
        <p className={styles.judging} role="status">
          {words.judging}
        </p>
      )}
    </>
  );
}
