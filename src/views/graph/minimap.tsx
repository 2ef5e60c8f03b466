import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useColours } from '../../ui/use-colours.ts';
import { useCamera, useSeen } from './camera.ts';
import { type DrawingState, isFaded } from './drawing-context.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import styles from './minimap.module.css';
import { useMoreWords } from './more-words.ts';
import type { NodeFace } from './node-face.ts';

const WIDTH = 168;
const HEIGHT = 96;
const PAD = 8;

/** How much of their colours nodes keep. */
const strength = { group: 0.4, item: 0.9, faded: 0.08 } as const;

/** Paints what is faded first, so that what is lit is not hidden where nodes are smaller than a pixel. */
export function paintMinimap(
  context: Pick<CanvasRenderingContext2D, 'fillStyle' | 'globalAlpha' | 'fillRect'>,
  layout: Pick<DrawingLayout, 'boxes'>,
  faces: ReadonlyMap<string, NodeFace>,
  {
    scale,
    read,
    colourOf,
  }: {
    readonly scale: number;
    readonly read: Read;
    readonly colourOf: (face: NodeFace) => string;
  },
): void {
  const lit: (() => void)[] = [];
  for (const face of faces.values()) {
    const box = layout.boxes.get(face.id);
    if (box === undefined) continue;
    const isGroup = face.kind === 'group';
    const isFar = isFaded(read, face.id);
    const paint = (): void => {
      context.fillStyle = colourOf(face);
      context.globalAlpha = strength[isFar && !isGroup ? 'faded' : isGroup ? 'group' : 'item'];
      context.fillRect(
        box.x * scale,
        box.y * scale,
        Math.max(1, box.width * scale),
        Math.max(1, box.height * scale),
      );
    };
    if (isGroup || isFar) paint();
    else lit.push(paint);
  }
  for (const paint of lit) paint();
}

type Read = Pick<DrawingState, 'matching' | 'focus'>;

/**
 * The whole drawing in small, with the part in view outlined; a press or a drag goes there. The
 * nodes are painted once for each layout, state and reading, only the outline moves. A pointer's tool: by
 * keyboard the same is done with the arrow keys and "Fit all".
 */
export function Minimap({
  layout,
  faces,
  matching,
  focus,
}: Read & {
  readonly layout: DrawingLayout;
  readonly faces: ReadonlyMap<string, NodeFace>;
}): ReactNode {
  const words = useMoreWords();
  const camera = useCamera();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [element, setElement] = useState<HTMLCanvasElement | null>(null);
  const colours = useColours(element?.parentElement ?? null);
  const scale = Math.min((WIDTH - 2 * PAD) / layout.width, (HEIGHT - 2 * PAD) / layout.height, 0.2);
  const offsetX = (WIDTH - layout.width * scale) / 2 - layout.left * scale;
  const offsetY = (HEIGHT - layout.height * scale) / 2 - layout.top * scale;
  const offset = { x: offsetX, y: offsetY };

  useEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (target === null || context === null || context === undefined || colours === undefined) {
      return;
    }
    const ratio = window.devicePixelRatio || 1;
    target.width = WIDTH * ratio;
    target.height = HEIGHT * ratio;
    context.scale(ratio, ratio);
    context.translate(offsetX, offsetY);
    paintMinimap(context, layout, faces, {
      scale,
      read: { matching, focus },
      colourOf: ({ kind, tone }) =>
        kind === 'group' ? colours.tokens.line : colours.states[tone].fg,
    });
  }, [layout, faces, matching, focus, colours, scale, offsetX, offsetY]);

  const go = (event: PointerEvent<HTMLDivElement>): void => {
    const rim = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - rim.left - offset.x) / scale;
    const y = (event.clientY - rim.top - offset.y) / scale;
    camera.centre({ x, y }, camera.seen.zoom);
  };
  return (
    <div
      className={styles.map}
      title={words.minimap}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
    >
      <canvas
        ref={(node) => {
          canvas.current = node;
          setElement(node);
        }}
        className={styles.picture}
      />
      <InView scale={scale} offset={offset} />
    </div>
  );
}

function InView({
  scale,
  offset,
}: {
  readonly scale: number;
  readonly offset: { readonly x: number; readonly y: number };
}): ReactNode {
  const [x, y, width, height] = useSeen(({ x: tx, y: ty, zoom, width: w, height: h }) => {
    const left = Math.max(0, (-tx / zoom) * scale + offset.x);
    const top = Math.max(0, (-ty / zoom) * scale + offset.y);
    const right = Math.min(WIDTH, ((w - tx) / zoom) * scale + offset.x);
    const bottom = Math.min(HEIGHT, ((h - ty) / zoom) * scale + offset.y);
    return [left, top, Math.max(0, right - left), Math.max(0, bottom - top)] as const;
  });
  return (
    <svg className={styles.view} width={WIDTH} height={HEIGHT} aria-hidden>
      <rect x={x} y={y} width={width} height={height} rx={3} />
    </svg>
  );
}
