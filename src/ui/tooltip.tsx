import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import styles from './tooltip.module.css';

export interface TooltipProps {
  /** The text shown on hover and focus. */
  readonly content: ReactNode;
  /** One focusable element, which the tooltip speaks about. */
  readonly children: ReactElement;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /**
   * Whether the content adds to the name of the trigger (then it is announced as description)
   * or merely repeats it.
   */
  readonly describes?: boolean;
}

/** A short remark on hover and focus. Nothing that a person needs may live only here. */
export function Tooltip({
  content,
  children,
  side = 'top',
  describes = true,
}: TooltipProps): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <BaseTooltip.Root open={open} onOpenChange={setOpen}>
      <BaseTooltip.Trigger
        render={children}
        delay={400}
        {...(describes && open ? { 'aria-describedby': id } : {})}
      />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className={styles.positioner}>
          <BaseTooltip.Popup id={id} role="tooltip" className={styles.popup}>
            {content}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
