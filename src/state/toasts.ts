import { create } from 'zustand';

/** A short message that goes by itself. The text is already worded by whoever shows it. */
export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
}

const maxToasts = 4;

interface ToastState {
  /** Oldest first. */
  readonly toasts: readonly Toast[];
  /** Shows a message and gives its id; the same message twice is shown once. */
  readonly show: (toast: Omit<Toast, 'id'>) => number;
  readonly dismiss: (id: number) => void;
}

let lastId = 0;

export const useToasts = create<ToastState>()((set, get) => ({
  toasts: [],
  show: (toast) => {
    const shown = get().toasts.find(({ tone, text }) => tone === toast.tone && text === toast.text);
    if (shown !== undefined) return shown.id;
    lastId += 1;
    const added: Toast = { ...toast, id: lastId };
    set(({ toasts }) => ({ toasts: [...toasts, added].slice(-maxToasts) }));
    return added.id;
  },
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}));
