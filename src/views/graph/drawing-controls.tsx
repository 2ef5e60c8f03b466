import { Info, Maximize, Minus, Plus, Signpost } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuOnDemand, PopoverOnDemand } from '../../ui/on-demand.tsx';
import { toneColours } from '../../ui/state.ts';
import { Switch } from '../../ui/switch.tsx';
import { useCamera, useSeen } from './camera.ts';
import styles from './drawing.module.css';
import type { Direction } from './drawing-layout.ts';
import type { DrawnEdge } from './drawn-edges.ts';
import { edgePaths } from './edge-geometry.ts';
import { type EdgeStanding, edgeLooks, edgeStandings } from './edge-look.ts';
import { directions } from './graph-search.ts';
import { useGraphWords } from './words.tsx';

/** What a press on a button zooms by. */
const ZOOM = 1.2;

/** Dependencies that follow from others: how many there are, and whether they are drawn. */
export interface ImpliedEdges {
  readonly count: number;
  readonly isDrawn: boolean;
  readonly onDraw: (isDrawn: boolean) => void;
}

/** Which way the drawing was asked to lead; absent where it is left to the plan. */
export interface Turn {
  readonly towards: Direction | undefined;
  readonly onTurn: (towards: Direction | undefined) => void;
}

const ITSELF = 'itself';

/** Zoom by button, and what the lines mean. */
export function DrawingControls({
  edges,
  implied,
  turn,
  onFit,
  children,
}: {
  readonly edges: readonly DrawnEdge[];
  readonly implied: ImpliedEdges;
  readonly turn: Turn;
  readonly onFit: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const words = useGraphWords();
  const camera = useCamera();
  return (
    <>
      <div className={styles.zoom}>
        <IconButton
          label={words.zoomOut}
          icon={<Icon of={Minus} />}
          look="default"
          onClick={() => camera.zoomTo(camera.seen.zoom / ZOOM)}
        />
        <Button
          look="quiet"
          className={styles.percent}
          title={words.naturalSize}
          onClick={() => camera.zoomTo(1)}
        >
          <Percent />
        </Button>
        <IconButton
          label={words.zoomIn}
          icon={<Icon of={Plus} />}
          look="default"
          onClick={() => camera.zoomTo(camera.seen.zoom * ZOOM)}
        />
        <Button icon={<Icon of={Maximize} />} onClick={onFit}>
          <span className={styles.long}>{words.fit}</span>
        </Button>
        {children}
        <TurnMenu {...turn} />
        <span className={styles.explain}>
          <PopoverOnDemand
            trigger={<IconButton label={words.legend} look="default" icon={<Icon of={Info} />} />}
            title={words.legend}
          >
            <LegendList edges={edges} className={styles.explained} />
          </PopoverOnDemand>
        </span>
      </div>
      {implied.count > 0 && (
        <span className={styles.implied} title={words.allEdgesHint(implied.count)}>
          <Switch label={words.allEdges} checked={implied.isDrawn} onChange={implied.onDraw} />
        </span>
      )}
      <LegendList edges={edges} className={styles.legend} />
    </>
  );
}

function TurnMenu({ towards, onTurn }: Turn): ReactNode {
  const words = useGraphWords();
  return (
    <MenuOnDemand
      trigger={
        <IconButton
          label={words.direction}
          look="default"
          icon={<Icon of={Signpost} />}
          aria-pressed={towards !== undefined}
        />
      }
      entries={[
        {
          kind: 'choice',
          id: 'direction',
          heading: words.direction,
          options: [
            { value: ITSELF, label: words.directions.itself },
            ...directions.map((value) => ({ value, label: words.directions[value] })),
          ],
          value: towards ?? ITSELF,
          onChange: (value) => onTurn(directions.find((one) => one === value)),
        },
      ]}
    />
  );
}

/** By itself, so that a frame of a zoom renders a number and nothing else. */
function Percent(): ReactNode {
  const percent = useSeen(({ zoom }) => Math.round(zoom * 100));
  return <>{percent} %</>;
}

const LegendList = memo(function LegendList({
  edges,
  className,
}: {
  readonly edges: readonly DrawnEdge[];
  readonly className: string | undefined;
}): ReactNode {
  const words = useGraphWords();
  const used = new Set(edges.map((edge) => edge.standing));
  return (
    <ul className={className} aria-label={words.legend}>
      {edgeStandings
        .filter((standing) => used.has(standing))
        .map((standing) => (
          <li key={standing} className={styles.legendItem}>
            <Sample standing={standing} />
            {words.standing[standing]}
          </li>
        ))}
      {edges.some(({ count }) => count > 1) && (
        <li className={styles.legendItem}>
          <b aria-hidden>2+</b>
          {words.merged}
        </li>
      )}
    </ul>
  );
});

const sampleRoute = [
  { x: 0, y: 5 },
  { x: 30, y: 5 },
];

function Sample({ standing }: { readonly standing: EdgeStanding }): ReactNode {
  const look = edgeLooks[standing];
  const paths = edgePaths(sampleRoute, look.head, 'right');
  if (paths === undefined) return null;
  return (
    <svg
      width={32}
      height={10}
      aria-hidden
      color={look.tone === undefined ? 'var(--control-line)' : toneColours(look.tone).fg}
    >
      <path
        d={paths.line}
        stroke="currentColor"
        strokeWidth={look.width}
        strokeDasharray={look.dash.length === 0 ? undefined : look.dash.join(' ')}
        strokeLinecap={standing === 'optional' ? 'round' : 'butt'}
        fill="none"
      />
      {paths.head !== '' && (
        <path
          d={paths.head}
          stroke="currentColor"
          strokeWidth={paths.headFilled ? 0 : look.width}
          fill={paths.headFilled ? 'currentColor' : 'none'}
        />
      )}
    </svg>
  );
}
