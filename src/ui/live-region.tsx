import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface LiveRegionProps {
  readonly message: string;
  /** `assertive` interrupts the reader; it is for failures only. */
  readonly urgency?: 'polite' | 'assertive';
}

/** Announces its message to screen readers whenever it changes. */
export function LiveRegion({ message, urgency = 'polite' }: LiveRegionProps): ReactNode {
  return (
    <VisuallyHidden>
      <span role={urgency === 'assertive' ? 'alert' : 'status'} aria-live={urgency} aria-atomic>
        {message}
      </span>
    </VisuallyHidden>
  );
}

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Owns the one polite live region of the app, for `useAnnounce`. */
export function AnnounceProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => {
    setSaid((last) => ({ text, turn: last.turn + 1 }));
  }, []);
  // A no-break space on every other turn makes a repeated message a changed one.
  const message = said.turn % 2 === 0 ? said.text : `${said.text}\u00a0`;
  return (
    <AnnounceContext value={announce}>
      {children}
      <LiveRegion message={message} />
    </AnnounceContext>
  );
}

/** A function that announces what changed, such as "12 of 40 rows match". */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnounceContext);
}
