import { memo, type ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { toneColours } from '../../ui/state.ts';
import type { DrawnEdge } from './drawn-edges.ts';
import styles from './edge-layer.module.css';
import { edgeLooks } from './edge-look.ts';

/** Between the groups and the items; both have their own level. */
const LEVEL = 1;

/**
 * All edges as one picture under the nodes, in the drawing's own pixels. It is ornament to assistive technology: each node says
 * what it waits for, and the inspector and the table list every dependency.
 */
export const EdgeLayer = memo(function EdgeLayer({
  edges,
}: {
  readonly edges: readonly DrawnEdge[];
}): ReactNode {
  return (
    <svg className={styles.layer} style={{ zIndex: LEVEL }} width={1} height={1} aria-hidden>
      {edges.map((edge) => (
        <Edge key={edge.key} edge={edge} />
      ))}
    </svg>
  );
});

function Edge({ edge }: { readonly edge: DrawnEdge }): ReactNode {
  const look = edgeLooks[edge.standing];
  const colour = look.tone === undefined ? 'var(--control-line)' : toneColours(look.tone).fg;
  return (
    <g
      className={classNames(styles.edge, edge.isFaded && styles.faded)}
      data-standing={edge.standing}
      color={colour}
    >
      <path
        d={edge.paths.line}
        stroke="currentColor"
        strokeWidth={look.width}
        strokeDasharray={look.dash.length === 0 ? undefined : look.dash.join(' ')}
        strokeLinecap={edge.standing === 'optional' ? 'round' : 'butt'}
        fill="none"
      />
      {edge.paths.head !== '' && (
        <path
          d={edge.paths.head}
          stroke="currentColor"
          strokeWidth={edge.paths.headFilled ? 0 : look.width}
          fill={edge.paths.headFilled ? 'currentColor' : 'none'}
        />
      )}
      {edge.count > 1 && (
        <text className={styles.count} x={edge.middle.x} y={edge.middle.y}>
          {edge.count}
        </text>
      )}
    </g>
  );
}
