import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
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
  return (
    <Collapsible.Root
      className={styles.root}
      {...(open === undefined ? { defaultOpen } : { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
    >
      <Collapsible.Trigger className={styles.trigger}>
        <Icon of={ChevronRight} className={styles.chevron} />
        <span className={styles.summary}>{summary}</span>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </Collapsible.Trigger>
      <Collapsible.Panel className={styles.panel} hiddenUntilFound>
        <div className={styles.content}>{children}</div>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
