import type { ReactNode } from 'react';
import styles from './notice-bar.module.css';
import type { StateTone } from './state.ts';
import { StateGlyph } from './state-glyph.tsx';

/** A line between the frame and the page, across all its width. Whoever shows it announces it. */
export function NoticeBar({
  tone,
  children,
  action,
}: {
  readonly tone: StateTone;
  readonly children: ReactNode;
  /** What can be done about it; paper does without. */
  readonly action?: ReactNode;
}): ReactNode {
  return (
    <div className={styles.bar} data-tone={tone}>
      <StateGlyph tone={tone} size={16} />
      <span className={styles.text}>{children}</span>
      {action !== undefined && <span className={styles.action}>{action}</span>}
    </div>
  );
}
