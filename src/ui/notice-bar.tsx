import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import styles from './notice-bar.module.css';
import type { StateTone } from './state.ts';
import { StateGlyph } from './state-glyph.tsx';

/** Where notices of one kind stand, and are announced when they come. */
export function Notices({
  label,
  isPrinted = true,
  children,
}: {
  readonly label: string;
  readonly isPrinted?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div role="status" aria-label={label} data-print={isPrinted ? undefined : 'none'}>
      {children}
    </div>
  );
}

export interface NoticeAction {
  readonly label: string;
  readonly onClick: () => void;
  readonly look?: ButtonProps['look'];
}

/** A line between the frame and the page, across all its width. */
export function NoticeBar({
  tone,
  children,
  before,
  actions = [],
}: {
  readonly tone: StateTone;
  readonly children: ReactNode;
  /** What can be done about it and is no button. */
  readonly before?: ReactNode;
  /** What can be done about it; paper does without. */
  readonly actions?: readonly NoticeAction[];
}): ReactNode {
  return (
    <div className={styles.bar} data-tone={tone}>
      <StateGlyph tone={tone} size={16} />
      <span className={styles.text}>{children}</span>
      {(before !== undefined || actions.length > 0) && (
        <span className={styles.action}>
          {before}
          {actions.map(({ label, onClick, look }) => (
            <Button
              key={label}
              size="small"
              onClick={onClick}
              {...(look !== undefined && { look })}
            >
              {label}
            </Button>
          ))}
        </span>
      )}
    </div>
  );
}
