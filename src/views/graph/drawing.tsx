import { Download } from 'lucide-react';
import {
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { EdgeStatus, PlanSnapshot } from '../../derive/types.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OnDemand } from '../../ui/on-demand.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Camera, CameraProvider, useCamera, useSeen } from './camera.ts';
import { distanceOf } from './distance.ts';
import { Dots } from './dots.tsx';
import styles from './drawing.module.css';
import { DrawingProvider, type DrawingState, isFaded } from './drawing-context.ts';
import { DrawingControls, type ImpliedEdges, type Turn } from './drawing-controls.tsx';
import { CANVAS_FROM, type DrawingLayout } from './drawing-layout.ts';
import { drawnEdges, type edgeRows } from './drawn-edges.ts';
import { EdgeLayer } from './edge-layer.tsx';
import { plainEdges } from './judged-drawing.ts';
import { NodeMenu } from './node-menu.tsx';
import { CanvasLayer, ExportMenu, loadExportMenu, Minimap } from './on-demand.ts';
import type { PlanGraph } from './plan-graph.ts';
import { StillPane } from './still-pane.tsx';
import { UnlessInView } from './unless-in-view.tsx';
import { useGraphKeys } from './use-graph-keys.ts';
import { useMovable } from './use-movable.ts';
import { itemAt, useNodes } from './use-nodes.ts';
import { useViewport } from './use-viewport.ts';
import { useGraphWords } from './words.tsx';

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
  readonly turn: Turn;
  /** What was judged; a picture leaves the page only with the bundle that it shows. */
  readonly snapshot: PlanSnapshot | undefined;
  readonly state: Omit<DrawingState, 'register' | 'found' | 'active' | 'onActive' | 'onToggle'>;
  readonly onToggle: (id: string) => void;
  /** The node that the last search leads to; flown to whenever it changes. */
  readonly found: string | undefined;
  readonly active: string | undefined;
  readonly onActive: (id: string) => void;
  readonly onClose: () => void;
}

/** The plan as a picture that can be moved, searched and walked. */
export function Drawing(props: DrawingProps): ReactNode {
  const { layout } = props;
  const [pane, setPane] = useState<HTMLElement | null>(null);
  return (
    <div ref={setPane} className={styles.drawing}>
      {pane !== null && <MeasuredDrawing {...props} layout={layout} pane={pane} />}
    </div>
  );
}

/** Made when the pane is there, so that its first picture is in its place already. */
function MeasuredDrawing(props: DrawingProps & { readonly pane: HTMLElement }): ReactNode {
  const { layout, pane } = props;
  const [camera] = useState(() => new Camera(layout, sizeOf(pane)));
  useEffect(() => {
    const observer = new ResizeObserver(() => camera.report(sizeOf(pane)));
    observer.observe(pane);
    return () => observer.disconnect();
  }, [camera, pane]);
  return (
    <CameraProvider value={camera}>
      <Stage {...props} />
    </CameraProvider>
  );
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): { width: number; height: number } {
  return { width: clientWidth, height: clientHeight };
}

function Stage(props: DrawingProps & { readonly pane: HTMLElement }): ReactNode {
  const { label, graph, layout, rows, implied, state, found, active, onActive, onClose, onToggle } =
    props;
  const { whole, snapshot, supposed, gone, pane } = props;
  const words = useGraphWords();
  const helpId = useId();
  const elements = useRef(new Map<string, HTMLElement>());
  const wanted = useRef<string | undefined>(undefined);
  const flownTo = useRef<{ readonly found: string | undefined; readonly layout: DrawingLayout }>(
    undefined,
  );
  const camera = useCamera();
  const viewport = useViewport(camera, layout);
  const isLarge = layout.boxes.size > CANVAS_FROM;
  const distance = useSeen(({ zoom }) => distanceOf(zoom));
  const { selected } = state;
  const always = useMemo(() => [found, selected, active], [found, selected, active]);
  const nodes = useNodes(graph, layout, always, isLarge);
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
    // Once, and not again when the pane takes another size: by then the reader may be elsewhere.
    const isThere = flownTo.current?.found === found && flownTo.current?.layout === layout;
    if (box !== undefined && !isThere && reveal(box)) flownTo.current = { found, layout };
    if (found === undefined) flownTo.current = undefined;
  }, [layout, reveal, found]);
  useEffect(() => {
    // The keyboard goes on from there.
    if (found !== undefined) onActive(found);
  }, [found, onActive]);

  const drawing = useMemo<DrawingState>(
    () => ({
      ...state,
      found,
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
    [state, found, active, onActive, hold, onToggle],
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

  const pointed = (x: number, y: number): string | undefined => {
    if (!isLarge) return undefined;
    const { left, top } = pane.getBoundingClientRect();
    return itemAt(camera.pointAt({ x: x - left, y: y - top }), graph, layout);
  };
  const keepFocus = useCallback(() => {
    for (const [id, element] of elements.current) {
      if (element === document.activeElement) wanted.current = id;
    }
  }, []);
  const exporting = (
    <Button icon={<Icon of={Download} />}>
      <span className={styles.long}>{words.export}</span>
    </Button>
  );
  const Pane = useMovable(keepFocus) ?? StillPane;

  return (
    <DrawingProvider value={drawing}>
      <NodeMenu graph={graph} snapshot={snapshot} idAt={pointed} onToggle={drawing.onToggle}>
        <div
          role="application"
          aria-label={label}
          aria-describedby={helpId}
          className={styles.stage}
          data-direction={layout.direction}
          data-canvas={isLarge}
          data-distance={distance}
          onKeyDown={key}
        >
          <Dots />
          {isLarge && (
            <Suspense>
              <CanvasLayer layout={layout} edges={edges} drawing={state} plain={plain} />
            </Suspense>
          )}
          <Pane
            camera={camera}
            nodes={nodes}
            edges={isLarge ? null : <EdgeLayer edges={edges} />}
            onPaneClick={(event) => {
              const id = pointed(event.clientX, event.clientY);
              if (id === undefined) onClose();
              else {
                // The keyboard goes on from what was pressed, as from a node that is an element.
                goTo(id);
                state.onSelect(id);
              }
            }}
            onMoveStart={viewport.onMoved}
          />
          <UnlessInView layout={layout}>
            <div className={styles.map}>
              <Suspense>
                <Minimap layout={layout} faces={state.faces} matching={matching} focus={focus} />
              </Suspense>
            </div>
          </UnlessInView>
          <div className={styles.controls}>
            <DrawingControls
              edges={edges}
              implied={implied}
              turn={props.turn}
              onFit={viewport.showAll}
            >
              {snapshot !== undefined && (
                <OnDemand trigger={exporting} has="menu" load={loadExportMenu}>
                  <ExportMenu
                    trigger={exporting}
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
                </OnDemand>
              )}
            </DrawingControls>
          </div>
          <VisuallyHidden>
            <span id={helpId}>{words.walkHelp(layout.direction)}</span>
          </VisuallyHidden>
        </div>
      </NodeMenu>
    </DrawingProvider>
  );
}
