import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Icon } from './icon.tsx';
import type { StateTone } from './state.ts';
import { StateGlyph } from './state-glyph.tsx';
import styles from './toasts.module.css';
import { useWording } from './wording/use-wording.ts';

export interface ToastMessage {
  readonly title: string;
  readonly description?: string;
  /** The state it reports; a neutral remark has none. */
  readonly tone?: StateTone;
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** Failures stay until they are dismissed. */
  readonly failure?: boolean;
}

interface ToastData {
  readonly tone?: StateTone;
}

/** Hosts the toasts; `useToasts` below it adds them. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Toast.Provider limit={4}>
      {children}
      <ToastList />
    </Toast.Provider>
  );
}

export interface Toasts {
  /** Shows a message; returns its id. */
  readonly add: (message: ToastMessage) => string;
  readonly close: (id: string) => void;
}

/** Adds and closes short messages in the corner of the window. */
export function useToasts(): Toasts {
  const { add, close } = Toast.useToastManager<ToastData>();
  return useMemo(
    () => ({
      add: ({ title, description, tone, action, failure = false }) =>
        add({
          title,
          description,
          timeout: failure ? 0 : 6000,
          data: tone === undefined ? {} : { tone },
          ...(action === undefined
            ? {}
            : { actionProps: { children: action.label, onClick: action.onPress } }),
        }),
      close,
    }),
    [add, close],
  );
}

function ToastList(): ReactNode {
  const words = useWording();
  const { toasts } = Toast.useToastManager<ToastData>();
  return (
    <Toast.Portal>
      <Toast.Viewport className={styles.viewport} aria-label={words.notifications}>
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection="right">
            <Toast.Content className={styles.content}>
              {toast.data?.tone !== undefined && <StateGlyph tone={toast.data.tone} />}
              <div className={styles.text}>
                <Toast.Title className={styles.title} />
                <Toast.Description className={styles.description} />
                <Toast.Action className={styles.action} />
              </div>
              {/* Base UI hides the button of a resting toast, although it can be focused. */}
              <Toast.Close aria-label={words.dismiss} aria-hidden={false} className={styles.close}>
                <Icon of={X} />
              </Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
