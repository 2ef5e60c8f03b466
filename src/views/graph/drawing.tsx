import { ReactFlow, ReactFlowProvider, useReactFlow, useStore } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import type { EdgeStatus, PlanSnapshot } from '../../derive/types.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { CanvasLayer } from './canvas-layer.tsx';
import { Dots } from './dots.tsx';
import styles from './drawing.module.css';
import { DrawingProvider, type DrawingState, isFaded } from './drawing-context.ts';
import { DrawingControls, type ImpliedEdges } from './drawing-controls.tsx';
import { CANVAS_FROM, type DrawingLayout } from './drawing-layout.ts';
import { drawnEdges, type edgeRows } from './drawn-edges.ts';
import { EdgeLayer } from './edge-layer.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { smallestZoom } from './fitted.ts';
import { type GraphNode, GroupNode, ItemNode } from './graph-node.tsx';
import { plainEdges } from './judged-drawing.ts';
import { Minimap } from './minimap.tsx';
import { NodeMenu } from './node-menu.tsx';
import { TEXT_FROM } from './paint.ts';
import { NEAR_FROM } from './paint-near.ts';
import type { PlanGraph } from './plan-graph.ts';
import { UnlessInView } from './unless-in-view.tsx';
import { useGraphKeys } from './use-graph-keys.ts';
import { itemAt, useNodes } from './use-nodes.ts';
import { largestZoom, useViewport } from './use-viewport.ts';
import { useGraphWords } from './words.tsx';

// React Flow's own style sheet knows some types by name; these are none of them.
const nodeTypes = { 'plan-item': ItemNode, 'plan-group': GroupNode };

export interface DrawingProps {
  /** Accessible name. */
  readonly label: string;
  /** The plan with everything that closed groups hide, and as it is drawn. */
  readonly whole: PlanGraph;
  readonly graph: PlanGraph;
  readonly layout: DrawingLayout;
  readonly rows: ReturnType<typeof edgeRows>;
  readonly supposed: ReadonlyMap<string, EdgeStatus> | undefined;
  readonly gone: ReadonlySet<string> | undefined;
  readonly implied: ImpliedEdges;
  /** What was judged; a picture leaves the page only with the bundle that it shows. */
  readonly snapshot: PlanSnapshot | undefined;
  readonly state: Omit<DrawingState, 'register' | 'active' | 'onActive' | 'onToggle'>;
  readonly onToggle: (id: string) => void;
  /** The node that the last search leads to; flown to whenever it changes. */
  readonly found: string | undefined;
  readonly active: string | undefined;
  readonly onActive: (id: string) => void;
  readonly onClose: () => void;
}

/** The plan as a picture that can be moved, searched and walked. */
export function Drawing(props: DrawingProps): ReactNode {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow(props: DrawingProps): ReactNode {
  const { label, graph, layout, rows, implied, state, found, active, onActive, onClose, onToggle } =
    props;
  const { whole, snapshot, supposed, gone } = props;
  const words = useGraphWords();
  const helpId = useId();
  const elements = useRef(new Map<string, HTMLElement>());
  const wanted = useRef<string | undefined>(undefined);
  const viewport = useViewport(layout);
  const flow = useReactFlow<GraphNode>();
  const isLarge = layout.boxes.size > CANVAS_FROM;
  const distance = useStore(({ transform }) => distanceOf(transform[2]));
  const nodes = useNodes(graph, layout, state.selected ?? active, isLarge);
  const { focus, matching } = state;
  const isPlain = [focus, matching, supposed, gone].every((read) => read === undefined);
  const edges = useMemo(
    () =>
      isPlain
        ? plainEdges(rows, graph, layout, implied.isDrawn)
        : drawnEdges(graph, layout, rows, {
            all: implied.isDrawn,
            focus,
            matching,
            supposed,
            gone,
          }),
    [graph, layout, rows, implied.isDrawn, isPlain, focus, matching, supposed, gone],
  );
  const { marks } = state;
  const plain = useMemo(
    () =>
      isPlain && marks === undefined
        ? { graph: whole, shown: graph, layout, allEdges: implied.isDrawn }
        : undefined,
    [isPlain, marks, whole, graph, layout, implied.isDrawn],
  );
  const { reveal, hold } = viewport;

  useEffect(() => {
    const box = state.selected === undefined ? undefined : layout.boxes.get(state.selected);
    if (box !== undefined) reveal(box);
  }, [layout, reveal, state.selected]);
  useEffect(() => {
    const box = found === undefined ? undefined : layout.boxes.get(found);
    if (box !== undefined) reveal(box);
  }, [layout, reveal, found]);

  const drawing = useMemo<DrawingState>(
    () => ({
      ...state,
      active,
      onActive,
      onToggle: (id) => {
        hold(id);
        onToggle(id);
      },
      register: (id, element) => {
        if (element === null) {
          elements.current.delete(id);
          return;
        }
        elements.current.set(id, element);
        if (wanted.current !== id) return;
        wanted.current = undefined;
        element.focus({ preventScroll: true });
      },
    }),
    [state, active, onActive, hold, onToggle],
  );

  const goTo = (id: string): void => {
    onActive(id);
    const box = layout.boxes.get(id);
    if (box !== undefined) reveal(box);
    const element = elements.current.get(id);
    if (element === undefined) wanted.current = id;
    else element.focus({ preventScroll: true });
  };
  const key = useGraphKeys({
    graph,
    layout,
    active,
    selected: state.selected,
    goTo,
    onToggle: drawing.onToggle,
    onClose,
    showAll: viewport.showAll,
    onMoved: () => viewport.onMoved(true),
  });

  const pointed = (x: number, y: number): string | undefined =>
    isLarge ? itemAt(flow.screenToFlowPosition({ x, y }), graph, layout) : undefined;

  return (
    <DrawingProvider value={drawing}>
      <NodeMenu graph={graph} snapshot={snapshot} idAt={pointed} onToggle={drawing.onToggle}>
        <div
          className={styles.drawing}
          data-direction={layout.direction}
          data-canvas={isLarge}
          data-distance={distance}
        >
          <ReactFlow<GraphNode>
            aria-label={label}
            aria-describedby={helpId}
            nodes={nodes}
            nodeTypes={nodeTypes}
            minZoom={smallestZoom}
            maxZoom={largestZoom}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            zoomOnDoubleClick={false}
            onMoveStart={viewport.onMoved}
            onKeyDown={key}
            onPaneClick={(event) => {
              const id = pointed(event.clientX, event.clientY);
              if (id === undefined) onClose();
              else state.onSelect(id);
            }}
          >
            <Dots />
            {isLarge ? (
              <CanvasLayer layout={layout} edges={edges} drawing={state} plain={plain} />
            ) : (
              <EdgeLayer edges={edges} />
            )}
            <UnlessInView layout={layout}>
              <div className={styles.map}>
                <Minimap layout={layout} faces={state.faces} />
              </div>
            </UnlessInView>
            <div className={styles.controls}>
              <DrawingControls edges={edges} implied={implied} onFit={viewport.showAll}>
                {snapshot !== undefined && (
                  <ExportMenu
                    picture={{
                      graph,
                      layout,
                      faces: state.faces,
                      edges,
                      isFaded: (id) => isFaded(state, id),
                      marks: state.marks,
                      snapshot,
                    }}
                  />
                )}
              </DrawingControls>
            </div>
          </ReactFlow>
          <VisuallyHidden>
            <span id={helpId}>{words.walkHelp(layout.direction)}</span>
          </VisuallyHidden>
        </div>
      </NodeMenu>
    </DrawingProvider>
  );
}

/** How much of a node is told at a zoom, on the canvas and as elements alike. */
function distanceOf(zoom: number): 'near' | 'middle' | 'far' {
  if (zoom < TEXT_FROM) return 'far';
  return zoom < NEAR_FROM ? 'middle' : 'near';
}
