import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import styles from './tooltip.module.css';

export interface TooltipPopupProps {
  readonly id: string;
  readonly anchor: Element;
  readonly content: ReactNode;
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
}

/** The floating part of a tooltip; comes with the code that places it, when first wanted. */
export function TooltipPopup({
  id,
  anchor,
  content,
  side,
  onPointerEnter,
  onPointerLeave,
}: TooltipPopupProps): ReactNode {
  return (
    <BaseTooltip.Root open>
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner
          anchor={anchor}
          side={side}
          sideOffset={6}
          className={styles.positioner}
        >
          <BaseTooltip.Popup
            id={id}
            role="tooltip"
            className={styles.popup}
            onPointerEnter={onPointerEnter}
            onPointerLeave={onPointerLeave}
          >
            {content}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
