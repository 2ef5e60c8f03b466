import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './floating.module.css';
import { Entry, type MenuEntry } from './menu.tsx';

export interface ContextMenuProps {
  /** Empty: there is nothing to choose where it was asked for, and no menu opens. */
  readonly entries: readonly MenuEntry[];
  readonly onOpenChange?: (open: boolean) => void;
  readonly className?: string | undefined;
  /** The area: the menu opens by right click, long touch or the menu key. */
  readonly children: ReactNode;
}

/** What can be done with a place in an area, opened at that place. */
export function ContextMenu({
  entries,
  onOpenChange,
  className,
  children,
}: ContextMenuProps): ReactNode {
  return (
    <BaseContextMenu.Root onOpenChange={(open) => onOpenChange?.(open)}>
      <BaseContextMenu.Trigger className={className}>{children}</BaseContextMenu.Trigger>
      {entries.length > 0 && (
        <BaseContextMenu.Portal>
          <BaseContextMenu.Positioner className={styles.positioner}>
            <BaseContextMenu.Popup className={classNames(styles.popup, styles.list)}>
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </BaseContextMenu.Popup>
          </BaseContextMenu.Positioner>
        </BaseContextMenu.Portal>
      )}
    </BaseContextMenu.Root>
  );
}
