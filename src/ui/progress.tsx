import { type ReactNode, useId } from 'react';
import styles from './bars.module.css';

export interface ProgressProps {
  readonly label: string;
  /** 0 to 1, or `null` while nobody knows how long it takes. */
  readonly value: number | null;
  /** What is under way, such as "312 of 1,204 files". */
  readonly detail?: ReactNode;
}

/** Work under way. */
export function Progress({ label, value, detail }: ProgressProps): ReactNode {
  const id = useId();
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      className={styles.root}
      aria-labelledby={id}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div className={styles.line}>
        <span id={id} className={styles.label}>
          {label}
        </span>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </div>
      <div className={styles.track}>
        <div
          className={styles.indicator}
          data-indeterminate={percent === undefined ? '' : undefined}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
