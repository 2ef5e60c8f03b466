import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import styles from './split-pane.module.css';
import { useWording } from './wording/use-wording.ts';

export interface SplitPaneProps {
  readonly children: ReactNode;
  /** The inspector on the right; without it the main part takes the whole width. */
  readonly side: ReactNode | undefined;
  /** Name of the inspector, for the region and its handle. */
  readonly sideLabel: string;
  /** Width of the side in CSS pixels. */
  readonly size: number;
  /** Called once a drag has ended, or a key has moved the handle. */
  readonly onSizeChange: (size: number) => void;
  readonly min?: number;
  readonly max?: number;
}

/** Pixels that an arrow key moves the handle. */
const step = 16;

/** A main part and an inspector with a handle between them, by pointer and by keyboard. */
export function SplitPane({
  children,
  side,
  sideLabel,
  size,
  onSizeChange,
  min = 280,
  max = 720,
}: SplitPaneProps): ReactNode {
  const words = useWording();
  const drag = useRef<{ readonly x: number; readonly from: number } | undefined>(undefined);
  // While dragging the width lives here, so that the owner need not store every pixel.
  const [moving, setMoving] = useState<number | undefined>(undefined);
  const clamp = (wanted: number): number => Math.round(Math.min(max, Math.max(min, wanted)));
  const shown = moving ?? clamp(size);

  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current === undefined) return;
    setMoving(clamp(drag.current.from + drag.current.x - event.clientX));
  };
  const end = (): void => {
    if (drag.current === undefined) return;
    drag.current = undefined;
    setMoving(undefined);
    onSizeChange(shown);
  };
  const key = (event: KeyboardEvent<HTMLDivElement>): void => {
    const wanted: Readonly<Record<string, number>> = {
      ArrowLeft: shown + step,
      ArrowRight: shown - step,
      Home: max,
      End: min,
    };
    const next = wanted[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onSizeChange(clamp(next));
  };

  return (
    <div className={styles.split}>
      <div className={styles.main}>{children}</div>
      {side !== undefined && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged or focused */}
          <div
            role="separator"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={words.resize(sideLabel)}
            aria-valuenow={shown}
            aria-valuemin={min}
            aria-valuemax={max}
            className={styles.handle}
            onKeyDown={key}
            onPointerDown={(event) => {
              drag.current = { x: event.clientX, from: shown };
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={move}
            onPointerUp={end}
            onPointerCancel={end}
          />
          <aside aria-label={sideLabel} className={styles.side} style={{ width: shown }}>
            {side}
          </aside>
        </>
      )}
    </div>
  );
}
