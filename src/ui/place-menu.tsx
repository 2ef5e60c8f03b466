import { Menu as BaseMenu } from '@base-ui/react/menu';
import { type ReactNode, useMemo } from 'react';
import { classNames } from './class-names.ts';
import styles from './floating.module.css';
import { Entry, type MenuEntry } from './menu.tsx';

export interface PlaceMenuProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly entries: readonly MenuEntry[];
  /** Has the focus when the menu closes, if it is still there. */
  readonly returnTo: HTMLElement | null;
}

/** What can be done with a place, opened at that place by whoever asked for it. */
export function PlaceMenu({
  open,
  onOpenChange,
  x,
  y,
  entries,
  returnTo,
}: PlaceMenuProps): ReactNode {
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y]);
  return (
    <BaseMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <BaseMenu.Portal>
        <BaseMenu.Positioner anchor={anchor} align="start" className={styles.positioner}>
          <BaseMenu.Popup
            className={classNames(styles.popup, styles.list)}
            finalFocus={() => (returnTo?.isConnected === true ? returnTo : true)}
          >
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
