import {
  type ComponentProps,
  cloneElement,
  isValidElement,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

export interface TooltipProps {
  /** The text shown on hover and focus. */
  readonly content: ReactNode;
  /** One focusable element, which the tooltip speaks about. */
  readonly children: ReactElement;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /**
   * Whether the content adds to the name of the trigger (then it is announced as description)
   * or merely repeats it.
   */
  readonly describes?: boolean;
}

/** Every button has a tooltip, so what places it must not weigh on the first page. */
const TooltipPopup = lazy(() =>
  import('./tooltip-popup.tsx').then((module) => ({ default: module.TooltipPopup })),
);

/** Milliseconds until a resting pointer shows it, and until a leaving one hides it. */
const showAfter = 400;
const hideAfter = 120;

/** A short remark on hover and focus. Nothing that a person needs may live only here. */
export function Tooltip({
  content,
  children,
  side = 'top',
  describes = true,
}: TooltipProps): ReactNode {
  const id = useId();
  const [anchor, setAnchor] = useState<Element | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const after = (delay: number, next: Element | undefined): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(next), delay);
  };
  const hide = (): void => {
    clearTimeout(timer.current);
    setAnchor(undefined);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (anchor === undefined) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setAnchor(undefined);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [anchor]);

  if (!isValidElement<ComponentProps<'button'>>(children)) return children;
  const own = children.props;
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: (event) => {
          own.onPointerEnter?.(event);
          // A finger does not rest: touch shows what it presses and nothing else.
          if (event.pointerType !== 'touch') after(showAfter, event.currentTarget);
        },
        onPointerLeave: (event) => {
          own.onPointerLeave?.(event);
          after(hideAfter, undefined);
        },
        onPointerDown: (event) => {
          own.onPointerDown?.(event);
          hide();
        },
        onFocus: (event) => {
          own.onFocus?.(event);
          if (event.currentTarget.matches(':focus-visible')) setAnchor(event.currentTarget);
        },
        onBlur: (event) => {
          own.onBlur?.(event);
          hide();
        },
        ...(describes && anchor !== undefined && { 'aria-describedby': id }),
      })}
      {anchor !== undefined && (
        <Suspense fallback={null}>
          <TooltipPopup
            id={id}
            anchor={anchor}
            content={content}
            side={side}
            onPointerEnter={() => clearTimeout(timer.current)}
            onPointerLeave={() => after(hideAfter, undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
