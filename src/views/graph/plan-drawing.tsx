import { type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import type { EdgeStatus, PlanSnapshot } from '../../derive/types.ts';
import { Arranging, Improving } from './arranging.tsx';
import { closeGroups, type ShownPlan } from './closed-groups.ts';
import { Drawing } from './drawing.tsx';
import type { Direction, DrawingLayout } from './drawing-layout.ts';
import type { Focus } from './focus.ts';
import type { GraphSearch } from './graph-search.ts';
import styles from './graph-view.module.css';
import { lookOf } from './judged-drawing.ts';
import type { NodeMark } from './node-mark.ts';
import { canvasSteps, LayoutTrouble } from './on-demand.ts';
import { PaintedProvider } from './painted.ts';
import type { PlanGraph } from './plan-graph.ts';
import { Sketch, SketchAhead } from './sketch.tsx';
import { type Arranged, useArranged } from './use-arranged.ts';
import { type PlanLayout, usePlanLayout } from './use-plan-layout.ts';
import { useGraphWords } from './words.tsx';

export interface PlanDrawingProps {
  readonly label: string;
  readonly graph: PlanGraph;
  readonly snapshot: PlanSnapshot | undefined;
  readonly search: GraphSearch;
  readonly focus: Focus | undefined;
  /** Ids that the filter lets through; `undefined`: nothing is filtered. */
  readonly matching: readonly string[] | undefined;
  readonly found: string | undefined;
  readonly marks: ReadonlyMap<string, NodeMark> | undefined;
  /** How dependencies would stand in a scenario, by the key of their edge. */
  readonly supposed: ReadonlyMap<string, EdgeStatus> | undefined;
  /** Keys of dependencies that only the compared revision has. */
  readonly gone: ReadonlySet<string> | undefined;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
  readonly onTable: () => void;
  readonly onAllEdges: (isDrawn: boolean) => void;
  readonly onToggle: (id: string) => void;
  readonly onTurn: (towards: Direction | undefined) => void;
}

/**
 * Lays the plan out once for its structure. States, filter, focus and selection come in afterwards,
 * and none of them moves a node.
 */
export function PlanDrawing(props: PlanDrawingProps): ReactNode {
  const { label, graph, snapshot, search, onTable } = props;
  const shown = useMemo(() => closeGroups(graph, search.closed), [graph, search.closed]);
  const prepare = useCallback(
    (ofLayout: DrawingLayout) => {
      const allEdges = search.edges === 'all';
      const plan = { graph, shown: shown.graph, layout: ofLayout, allEdges };
      return canvasSteps(plan, snapshot, search.item && shown.standIn(search.item));
    },
    [graph, shown, snapshot, search.edges, search.item],
  );
  const { layout, sketch, work, error, retry } = usePlanLayout(
    shown.graph,
    prepare,
    search.towards,
  );
  const arranged = useArranged(graph, shown, layout);
  const [sketched, setSketched] = useState<PlanGraph | undefined>(undefined);
  if (arranged === undefined && sketch !== undefined && sketched !== graph) setSketched(graph);
  const [painted, setPainted] = useState<PlanGraph | undefined>(undefined);
  const onPainted = useCallback(() => setPainted(graph), [graph]);
  if (error !== null) {
    return (
      <Suspense>
        <LayoutTrouble error={error} onRetry={() => retry()} onTable={onTable} />
      </Suspense>
    );
  }
  if (arranged === undefined && sketch === undefined) {
    return (
      <>
        <SketchAhead />
        <Arranging work={work} onTable={onTable} />
      </>
    );
  }
  // A sketch that was shown stays until the drawing is painted, so that nothing flickers.
  const isBlank = arranged === undefined || (sketched === graph && painted !== graph);
  return (
    <PaintedProvider value={onPainted}>
      {arranged !== undefined && (
        <ArrangedPlan {...props} shown={shown} arranged={arranged} work={work} />
      )}
      {isBlank && sketch !== undefined && (
        <Sketch label={arranged === undefined ? label : undefined} sketch={sketch} />
      )}
    </PaintedProvider>
  );
}

function ArrangedPlan({
  label,
  graph,
  snapshot,
  search,
  focus,
  matching,
  found,
  marks,
  supposed,
  gone,
  shown,
  arranged,
  work,
  onSelect,
  onClose,
  onAllEdges,
  onToggle,
  onTurn,
}: PlanDrawingProps & {
  readonly shown: ShownPlan;
  readonly arranged: Arranged;
  readonly work: PlanLayout['work'];
}): ReactNode {
  const words = useGraphWords();
  const { closed } = arranged.shown.graph;
  const { standIn } = arranged.shown;
  const { faces, rows } = useMemo(() => lookOf(snapshot, graph, closed), [graph, snapshot, closed]);
  const { item } = search;
  const lit = useMemo(
    () => focus && { ...focus, items: new Set([...focus.items].map(standIn)) },
    [focus, standIn],
  );
  const selected = item === undefined ? undefined : standIn(item);
  const state = useMemo(
    () => ({
      faces,
      selected,
      matching: matching && new Set(matching.map(standIn)),
      focus: lit,
      marks,
      waitsFor: (id: string) => arranged.shown.graph.before.get(id) ?? [],
      onSelect,
    }),
    [faces, selected, matching, lit, marks, standIn, arranged, onSelect],
  );
  const implied = {
    count: snapshot?.edges.filter((edge) => edge.redundant).length ?? 0,
    isDrawn: search.edges === 'all',
    onDraw: onAllEdges,
  };
  const [walked, setWalked] = useState<string | undefined>(undefined);
  const first = shown.graph.items.find(({ id }) => !shown.graph.children.has(id))?.id;
  const active = [walked && standIn(walked), selected, first].find(
    (id) => id !== undefined && faces.has(id),
  );

  return (
    <>
      <Drawing
        label={label}
        whole={graph}
        graph={arranged.shown.graph}
        layout={arranged.layout}
        rows={rows}
        supposed={supposed}
        gone={gone}
        snapshot={snapshot}
        implied={implied}
        turn={{ towards: search.towards, onTurn }}
        state={state}
        found={found && standIn(found)}
        active={active}
        onActive={setWalked}
        onClose={onClose}
        onToggle={onToggle}
      />
      {snapshot === undefined ? (
        <p className={styles.judging} role="status">
          {words.judging}
        </p>
      ) : (
        arranged.layout.isDraft && work !== undefined && <Improving work={work} />
      )}
    </>
  );
}
