import {
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
  ViewportPortal,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type ReactNode, useEffect } from 'react';
import type { Camera } from './camera.ts';
import { largestZoom, smallestZoom } from './fitted.ts';
import { type GraphNode, GroupNode, ItemNode } from './graph-node.tsx';
import styles from './movable-pane.module.css';
import type { PaneProps } from './pane.ts';

// React Flow's own style sheet knows some types by name; these are none of them.
const nodeTypes = { 'plan-item': ItemNode, 'plan-group': GroupNode };

/** The nodes in a pane that is moved by hand, wheel and touch. */
export function MovablePane({
  camera,
  nodes,
  edges,
  onPaneClick,
  onMoveStart,
}: PaneProps): ReactNode {
  const { x, y, zoom, width, height } = camera.seen;
  return (
    <ReactFlowProvider initialNodes={nodes} initialWidth={width} initialHeight={height}>
      <ReactFlow<GraphNode>
        ref={unnamed}
        className={styles.pane ?? ''}
        nodes={nodes}
        nodeTypes={nodeTypes}
        defaultViewport={{ x, y, zoom }}
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
        onMoveStart={onMoveStart}
        onPaneClick={onPaneClick}
      >
        <CameraLink camera={camera} />
        <ViewportPortal>{edges}</ViewportPortal>
      </ReactFlow>
    </ReactFlowProvider>
  );
}

/** React Flow calls itself an application; the drawing around it is the one that has a name. */
function unnamed(element: HTMLDivElement | null): void {
  element?.setAttribute('role', 'presentation');
}

/** The camera moves the pane, and hears where it is. */
function CameraLink({ camera }: { readonly camera: Camera }): ReactNode {
  const store = useStoreApi<GraphNode>();
  const flow = useReactFlow<GraphNode>();
  useEffect(() => {
    let around: readonly GraphNode[] | undefined;
    const report = (): void => {
      const { transform, nodes, nodeLookup } = store.getState();
      const [x, y, zoom] = transform;
      const isNew = nodes !== around;
      around = nodes;
      camera.report({
        x,
        y,
        zoom,
        ...(isNew && { mounted: { has: (id: string) => nodeLookup.has(id) } }),
      });
    };
    const detach = camera.attach((place, duration) => void flow.setViewport(place, { duration }));
    report();
    const unsubscribe = store.subscribe(report);
    return () => {
      unsubscribe();
      detach();
    };
  }, [camera, store, flow]);
  return null;
}
