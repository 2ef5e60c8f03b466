import { type TouchEvent, useEffect, useRef } from 'react';

/** After how long a touch that stays asks for the menu, in milliseconds. */
const LONG = 500;
/** A finger that moves farther than this pans, in pixels. */
const STEADY = 10;

export interface LongPress {
  readonly onTouchStartCapture: (event: TouchEvent) => void;
  readonly onTouchMoveCapture: (event: TouchEvent) => void;
  readonly onTouchEndCapture: (event: TouchEvent) => void;
  readonly onTouchCancelCapture: () => void;
  readonly onContextMenuCapture: () => void;
}

interface Touch {
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * A long touch asks for the menu as a right click does, also where the browser does not say so by
 * itself and where what lies inside keeps touches to itself for panning. Handlers are for the capture
 * phase, so that they see what is kept.
 */
export function useLongPress(): LongPress {
  const touch = useRef<Touch | undefined>(undefined);
  const hasAsked = useRef(false);
  const end = (): void => {
    if (touch.current !== undefined) clearTimeout(touch.current.timer);
    touch.current = undefined;
  };
  useEffect(
    () => () => {
      if (touch.current !== undefined) clearTimeout(touch.current.timer);
    },
    [],
  );
  return {
    onTouchStartCapture: (event) => {
      end();
      hasAsked.current = false;
      const first = event.touches[0];
      const { target } = event;
      if (first === undefined || event.touches.length > 1 || !(target instanceof Element)) return;
      const { clientX, clientY } = first;
      const timer = setTimeout(() => {
        touch.current = undefined;
        hasAsked.current = true;
        target.dispatchEvent(
          new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }),
        );
      }, LONG);
      touch.current = { x: clientX, y: clientY, timer };
    },
    onTouchMoveCapture: (event) => {
      const at = touch.current;
      const first = event.touches[0];
      if (at === undefined || first === undefined) return;
      if (Math.abs(first.clientX - at.x) > STEADY || Math.abs(first.clientY - at.y) > STEADY) end();
    },
    onTouchEndCapture: (event) => {
      end();
      // Else lifting the finger would press what has just opened under it.
      if (hasAsked.current) event.preventDefault();
    },
    onTouchCancelCapture: end,
    // The browser asked already.
    onContextMenuCapture: end,
  };
}
