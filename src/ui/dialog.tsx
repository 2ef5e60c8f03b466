import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { Icon } from './icon.tsx';
import { useWording } from './wording/use-wording.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** Keeps the title for screen readers only, as a command palette does. */
  readonly hideTitle?: boolean;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at the bottom, the decisive one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'default' | 'large';
}

/** A modal dialog in the middle of the window. Its head is no banner: it stands outside every landmark. */
export function Dialog({
  open,
  onOpenChange,
  title,
  hideTitle = false,
  description,
  children,
  footer,
  size = 'default',
}: DialogProps): ReactNode {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup className={classNames(styles.popup, styles.dialog, styles[size])}>
          <div className={hideTitle ? styles.hidden : styles.header}>
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            {!hideTitle && <CloseButton />}
          </div>
          {description !== undefined && (
            <BaseDialog.Description className={styles.description}>
              {description}
            </BaseDialog.Description>
          )}
          {children !== undefined && (
            <div className={classNames(styles.body, hideTitle && styles.bare)}>{children}</div>
          )}
          {footer !== undefined && <div className={styles.footer}>{footer}</div>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

export interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly children: ReactNode;
  readonly side?: 'left' | 'right';
}

/** A panel from the side; below 720 px of width it comes from the bottom. */
export function Sheet({
  open,
  onOpenChange,
  title,
  hideTitle = false,
  children,
  side = 'right',
}: SheetProps): ReactNode {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup className={classNames(styles.popup, styles.sheet, styles[side])}>
          <div className={styles.header}>
            <BaseDialog.Title className={hideTitle ? styles.hidden : styles.title}>
              {title}
            </BaseDialog.Title>
            <CloseButton />
          </div>
          <div className={styles.body}>{children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

function CloseButton(): ReactNode {
  const words = useWording();
  return (
    <BaseDialog.Close aria-label={words.close} className={styles.close}>
      <Icon of={X} />
    </BaseDialog.Close>
  );
}
