import type { StateTone } from './state.ts';

export interface ToastMessage {
  readonly title: string;
  readonly description?: string;
  /** The state it reports; a neutral remark has none. */
  readonly tone?: StateTone;
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** Failures stay until they are dismissed. */
  readonly failure?: boolean;
}
