import {
  type PointerEvent,
  type PointerEventHandler,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { ChartModel, ChartProps, ChartSpan } from './chart-model.ts';
import { type Finger, pinched, wheelFactor, zoomed } from './gestures.ts';
import { frame, timeAt } from './scale.ts';

/** A press that moves less than this is no selection. */
const leastDrag = 5;
/** A finger that stays this long begins a selection; one that moves at once only reads. */
const holdMilliseconds = 400;
/** More often than this no stretch is asked for while a gesture goes on. */
const leastPause = 60;
/** After this a turn of the wheel is a gesture of its own. */
const gesturePause = 1000;

interface HandProps extends Pick<ChartProps, 'onSpan'> {
  readonly model: ChartModel;
  readonly box: RefObject<HTMLDivElement | null>;
  /** Width of the plot, in CSS pixels. */
  readonly width: number;
  /** A hand is over this moment; none: it left. */
  readonly onCursor: (time: number | undefined) => void;
}

interface Hands {
  /** A stretch that is being drawn, from where it was begun. */
  readonly drag: ChartSpan | undefined;
  readonly setDrag: (drag: ChartSpan | undefined) => void;
  readonly handlers: {
    readonly onPointerDown: PointerEventHandler<HTMLElement>;
    readonly onPointerMove: PointerEventHandler<HTMLElement>;
    readonly onPointerUp: PointerEventHandler<HTMLElement>;
    readonly onPointerCancel: PointerEventHandler<HTMLElement>;
    readonly onPointerLeave: PointerEventHandler<HTMLElement>;
  };
}

/**
 * Mouse, wheel and fingers on a chart. A drag of the mouse, or of a finger that was held first, draws a
 * stretch; two fingers, and the wheel with Ctrl or ⌘ (which is what a pinch on a touchpad sends), zoom.
 * A plain wheel is the page's.
 */
export function useHands({ model, box, width, onSpan, onCursor }: HandProps): Hands {
  const [drag, setDrag] = useState<ChartSpan | undefined>(undefined);
  const fingers = useRef(new Map<number, Finger>());
  const hold = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pressedAt = useRef(0);
  const lately = useRef(0);

  const shareOf = (clientX: number): number => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    return Math.min(1, Math.max(0, (clientX - left - frame.left) / width));
  };
  const timeOf = (event: PointerEvent<HTMLElement>): number =>
    timeAt(shareOf(event.clientX), model);
  const letGo = (): void => {
    clearTimeout(hold.current);
    hold.current = undefined;
  };
  /** A few times a second; within one gesture each but the first takes the place of the one before. */
  const zoom = (span: ChartSpan | undefined, now: number, isLast = false): void => {
    const pause = now - lately.current;
    if (span === undefined || (!isLast && pause < leastPause)) return;
    lately.current = now;
    onSpan(span, pause < gesturePause);
  };
  const turn = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const centre = timeAt(shareOf(event.clientX), model);
    zoom(zoomed(model, centre, wheelFactor(event.deltaY)), event.timeStamp);
  };
  const pinch = (event: PointerEvent<HTMLElement>, isLast = false): void => {
    const [one, other] = fingers.current.values();
    if (one !== undefined && other !== undefined) {
      zoom(pinched(one, other), event.timeStamp, isLast);
    }
  };

  // React listens passively to the wheel, so that the page could not be kept from scrolling.
  useEffect(() => {
    const element = box.current;
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  });
  useEffect(() => () => clearTimeout(hold.current), []);

  return {
    drag,
    setDrag,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        const time = timeOf(event);
        onCursor(time);
        if (event.pointerType === 'mouse') {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: time, to: time });
          return;
        }
        fingers.current.set(event.pointerId, { share: shareOf(event.clientX), time });
        letGo();
        setDrag(undefined);
        if (fingers.current.size > 1) return;
        pressedAt.current = event.clientX;
        hold.current = setTimeout(() => setDrag({ from: time, to: time }), holdMilliseconds);
      },
      onPointerMove: (event) => {
        const time = timeOf(event);
        const share = shareOf(event.clientX);
        const finger = fingers.current.get(event.pointerId);
        if (finger !== undefined && fingers.current.size > 1) {
          fingers.current.set(event.pointerId, { ...finger, share });
          pinch(event);
          return;
        }
        if (finger !== undefined) fingers.current.set(event.pointerId, { share, time });
        if (Math.abs(event.clientX - pressedAt.current) >= leastDrag) letGo();
        onCursor(time);
        if (drag !== undefined) setDrag({ from: drag.from, to: time });
      },
      onPointerUp: (event) => {
        const isAlone = fingers.current.size < 2;
        if (!isAlone) pinch(event, true);
        fingers.current.delete(event.pointerId);
        letGo();
        const chosen = drag;
        setDrag(undefined);
        if (chosen === undefined || !isAlone) return;
        const to = timeOf(event);
        const [first, last] = [Math.min(chosen.from, to), Math.max(chosen.from, to)];
        const length = model.to - model.from || 1;
        if (((last - first) / length) * width >= leastDrag) onSpan({ from: first, to: last });
      },
      onPointerCancel: (event) => {
        fingers.current.delete(event.pointerId);
        letGo();
        setDrag(undefined);
      },
      // A finger that is lifted leaves the cursor where it was, to be read.
      onPointerLeave: (event) => {
        if (event.pointerType === 'mouse' && drag === undefined) onCursor(undefined);
      },
    },
  };
}
