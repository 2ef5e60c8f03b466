import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

export interface DisclosureProps {
  /** The line that opens it. */
  readonly summary: ReactNode;
  /** A remark at the end of that line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly defaultOpen?: boolean;
  /** Together with `onOpenChange` makes it controlled. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A line that opens to what is under it. Closed content is found by the browser's own search. */
export function Disclosure({
  summary,
  aside,
  children,
  defaultOpen = false,
  open,
  onOpenChange,
}: DisclosureProps): ReactNode {
  const id = useId();
  const [own, setOwn] = useState(defaultOpen);
  const isOpen = open ?? own;
  const panel = useRef<HTMLDivElement>(null);
  const turn = (next: boolean): void => {
    setOwn(next);
    onOpenChange?.(next);
  };
  // React knows of `hidden` only that it is or is not.
  useLayoutEffect(() => {
    if (!isOpen) panel.current?.setAttribute('hidden', 'until-found');
  }, [isOpen]);
  const found = useRef(turn);
  useEffect(() => {
    found.current = turn;
  });
  useEffect(() => {
    const element = panel.current;
    const onFound = (): void => found.current(true);
    element?.addEventListener('beforematch', onFound);
    return () => element?.removeEventListener('beforematch', onFound);
  }, []);
  return (
    <div>
      <button
        type="button"
        className={styles.trigger}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => turn(!isOpen)}
      >
        <Icon of={ChevronRight} className={styles.chevron} />
        <span className={styles.summary}>{summary}</span>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </button>
      <div ref={panel} id={id} className={styles.panel} hidden={!isOpen}>
        <div className={styles.content}>{children}</div>
      </div>
    </div>
  );
}
