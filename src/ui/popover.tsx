import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './floating.module.css';

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Names the popover; shown as its heading. */
  readonly title: string;
  readonly children: ReactNode;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly align?: 'start' | 'center' | 'end';
  /** Stands open from the start. */
  readonly defaultOpen?: boolean;
}

/** Something small to read or set, next to the button that asked for it. */
export function Popover({
  trigger,
  title,
  children,
  side = 'bottom',
  align = 'start',
  defaultOpen = false,
}: PopoverProps): ReactNode {
  return (
    <BasePopover.Root defaultOpen={defaultOpen}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          side={side}
          align={align}
          sideOffset={4}
          className={styles.positioner}
        >
          <BasePopover.Popup className={classNames(styles.popup, styles.content)}>
            <BasePopover.Title className={styles.title}>{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
