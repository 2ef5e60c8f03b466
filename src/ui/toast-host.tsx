import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Icon } from './icon.tsx';
import type { StateTone } from './state.ts';
import { StateGlyph } from './state-glyph.tsx';
import type { ToastMessage } from './toast-message.ts';
import styles from './toasts.module.css';
import { useWording } from './wording/use-wording.ts';

interface ToastData {
  readonly tone?: StateTone;
}

export interface ToastHostProps {
  /** Called once with the way to show messages, as soon as there is one. */
  readonly onReady: (show: (message: ToastMessage) => void) => void;
}

/** The corner of the window in which messages stand; comes with the first message. */
export function ToastHost({ onReady }: ToastHostProps): ReactNode {
  return (
    <Toast.Provider limit={4}>
      <Manager onReady={onReady} />
      <ToastList />
    </Toast.Provider>
  );
}

function Manager({ onReady }: ToastHostProps): ReactNode {
  const { add } = Toast.useToastManager<ToastData>();
  useEffect(() => {
    onReady(({ title, description, tone, action, failure = false }) => {
      add({
        title,
        description,
        timeout: failure ? 0 : 6000,
        data: tone === undefined ? {} : { tone },
        ...(action === undefined
          ? {}
          : { actionProps: { children: action.label, onClick: action.onPress } }),
      });
    });
  }, [add, onReady]);
  return null;
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
