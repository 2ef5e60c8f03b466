import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { type GraphNode, GroupNode, ItemNode } from './graph-node.tsx';
import type { PaneProps } from './pane.ts';
import styles from './still-pane.module.css';

/**
 * The nodes as they stand until what lets a hand move them has come: the same elements at the same
 * places. The keyboard, buttons and links move them already, through the camera.
 */
export function StillPane({ camera, nodes, edges, onPaneClick }: PaneProps): ReactNode {
  const viewport = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      const { x, y, zoom } = camera.seen;
      const style = viewport.current?.style;
      if (style !== undefined) style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    };
    place();
    return camera.subscribe(place);
  }, [camera]);
  useLayoutEffect(() => {
    camera.report({ mounted: new Set(nodes.map(({ id }) => id)) });
  }, [camera, nodes]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is chosen are buttons; Escape does the same
    <div
      role="presentation"
      className={styles.pane}
      onClick={(event) => {
        if (event.target === event.currentTarget) onPaneClick(event);
      }}
    >
      <div ref={viewport} className={styles.viewport}>
        {nodes.map((node) => (
          <StillNode key={node.id} node={node} />
        ))}
        {edges}
      </div>
    </div>
  );
}

function StillNode({ node }: { readonly node: GraphNode }): ReactNode {
  const { id, position, width, height, zIndex } = node;
  const transform = `translate(${position.x}px, ${position.y}px)`;
  return (
    <div className={styles.node} style={{ transform, width, height, zIndex }} data-id={id}>
      {node.type === 'plan-group' ? <GroupNode id={id} /> : <ItemNode id={id} />}
    </div>
  );
}
