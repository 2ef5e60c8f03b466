import { type KeyboardEvent, useRef } from 'react';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { middleOf, useCamera } from './camera.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import { largestZoom, smallestZoom } from './fitted.ts';
import type { PlanGraph } from './plan-graph.ts';
import { idByPrefix, type Typed, typedOn } from './type-ahead.ts';
import { type WalkDirection, walk } from './walk.ts';
import { useGraphWords } from './words.tsx';

/** How far a key moves the drawing, in pixels of the screen. */
const PAN = 80;
const ZOOM = 1.25;

const directions: Readonly<Record<string, WalkDirection>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** Where the drawing goes, so that what lies on that side comes into view. */
const pans: Readonly<Record<WalkDirection, { readonly x: number; readonly y: number }>> = {
  left: { x: PAN, y: 0 },
  right: { x: -PAN, y: 0 },
  up: { x: 0, y: PAN },
  down: { x: 0, y: -PAN },
};

export interface GraphKeys {
  readonly graph: PlanGraph;
  readonly layout: DrawingLayout;
  readonly active: string | undefined;
  readonly selected: string | undefined;
  readonly goTo: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onClose: () => void;
  readonly showAll: () => void;
  /** The reader moved the drawing, so it is no longer fitted by itself. */
  readonly onMoved: () => void;
}

/**
 * The keyboard on the drawing: arrows walk, with Shift they move the drawing; plus, minus and full stop
 * zoom in, out and to natural size, 0 fits; letters and digits go to an id; Space opens and closes a
 * group; Escape closes the details. How far it is zoomed is announced.
 */
export function useGraphKeys(keys: GraphKeys): (event: KeyboardEvent<HTMLElement>) => void {
  const { graph, layout, active, selected, goTo, onToggle, onClose, showAll, onMoved } = keys;
  const camera = useCamera();
  const words = useGraphWords();
  const announce = useAnnounce();
  const typed = useRef<Typed | undefined>(undefined);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const duration = isStill ? 0 : 120;

  const zoomTo = (wanted: number): void => {
    const zoom = Math.min(largestZoom, Math.max(smallestZoom, wanted));
    onMoved();
    announce(words.zoomIs(Math.round(zoom * 100)));
    const box = active === undefined ? undefined : layout.boxes.get(active);
    if (wanted === 1 && box !== undefined) {
      camera.centre(middleOf(box), zoom, duration);
    } else camera.zoomTo(zoom, duration);
  };
  const view = (key: string): boolean => {
    if (key === '+' || key === '=') zoomTo(camera.seen.zoom * ZOOM);
    else if (key === '-' || key === '_') zoomTo(camera.seen.zoom / ZOOM);
    else if (key === '.') zoomTo(1);
    else if (key === '0') {
      showAll();
      announce(words.fitted);
    } else return false;
    return true;
  };

  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = directions[event.key];
    if (direction !== undefined && event.shiftKey) {
      event.preventDefault();
      const { x, y, zoom } = camera.seen;
      onMoved();
      camera.moveTo({ x: x + pans[direction].x, y: y + pans[direction].y, zoom }, duration);
    } else if (direction !== undefined && active !== undefined) {
      event.preventDefault();
      const next = walk(active, direction, graph, layout);
      if (next !== undefined) goTo(next);
    } else if (event.key === 'Escape' && selected !== undefined) {
      event.preventDefault();
      onClose();
    } else if (event.key === ' ' && active !== undefined && isGroup(graph, active)) {
      // The space bar would press the button, which selects.
      event.preventDefault();
      onToggle(active);
    } else {
      const next = typedOn(typed.current, event.key, event.timeStamp);
      typed.current = next;
      if (next !== undefined) {
        const meant = idByPrefix([...layout.boxes.keys()], next.text, active);
        if (meant !== undefined) goTo(meant);
      } else if (view(event.key)) event.preventDefault();
    }
  };
}

function isGroup(graph: PlanGraph, id: string): boolean {
  return graph.children.has(id) || graph.closed?.has(id) === true;
}
