import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ToastMessage } from './toast-message.ts';

export interface Toasts {
  /** Shows a message in the corner of the window. */
  readonly add: (message: ToastMessage) => void;
}

const ToastHost = lazy(() =>
  import('./toast-host.tsx').then((module) => ({ default: module.ToastHost })),
);

const ToastContext = createContext<Toasts | undefined>(undefined);

/** Hosts the toasts; `useToasts` below it adds them. What shows them comes with the first one. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [isWanted, setIsWanted] = useState(false);
  const show = useRef<((message: ToastMessage) => void) | undefined>(undefined);
  const waiting = useRef<ToastMessage[]>([]);
  const onReady = useCallback((ready: (message: ToastMessage) => void) => {
    show.current = ready;
    for (const message of waiting.current.splice(0)) ready(message);
  }, []);
  const toasts = useMemo(
    (): Toasts => ({
      add: (message) => {
        if (show.current !== undefined) show.current(message);
        else waiting.current.push(message);
        setIsWanted(true);
      },
    }),
    [],
  );
  return (
    <ToastContext value={toasts}>
      {children}
      {isWanted && (
        <Suspense fallback={null}>
          <ToastHost onReady={onReady} />
        </Suspense>
      )}
    </ToastContext>
  );
}

/**
 * Adds short messages in the corner of the window.
 * @throws outside a `ToastProvider`, which is a fault of the program
 */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (toasts === undefined) throw new Error('useToasts needs a ToastProvider above it.');
  return toasts;
}
