import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './kbd.module.css';

export interface KbdProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A key or a chord, such as `⌘K`. */
export function Kbd({ children, className }: KbdProps): ReactNode {
  return <kbd className={classNames(styles.kbd, className)}>{children}</kbd>;
}
