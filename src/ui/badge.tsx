import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';

export interface BadgeProps {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** `outline` for a remark such as "Sample data", `soft` for a property such as "cannot be waived". */
  readonly look?: 'soft' | 'outline' | 'accent';
}

/** A property that is no state, hence without colour. States use `StateBadge`. */
export function Badge({ children, icon, look = 'soft' }: BadgeProps): ReactNode {
  return (
    <span className={classNames(styles.badge, styles[look])}>
      {icon}
      {children}
    </span>
  );
}

/** A count, as behind a navigation entry. */
export function CountBadge({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className={styles.count}>{children}</span>;
}
