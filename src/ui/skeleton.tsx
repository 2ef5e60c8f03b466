import type { CSSProperties, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './skeleton.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';
import { useWording } from './wording/use-wording.ts';

export interface SkeletonProps {
  /** CSS lengths; give what the real thing will take, so that nothing jumps. */
  readonly width?: CSSProperties['width'];
  readonly height?: CSSProperties['height'];
  readonly className?: string | undefined;
}

/** The place of something that is on its way. */
export function Skeleton({ width = '100%', height = 14, className }: SkeletonProps): ReactNode {
  return (
    <span
      aria-hidden
      className={classNames(styles.skeleton, className)}
      style={{ width, height }}
    />
  );
}

export interface SkeletonRowsProps {
  readonly rows: number;
  /** Height of a row in CSS pixels. */
  readonly rowHeight?: number;
}

/** Rows on their way, with one announcement for all of them. */
export function SkeletonRows({ rows, rowHeight = 32 }: SkeletonRowsProps): ReactNode {
  const words = useWording();
  return (
    <div role="status" aria-label={words.loading} className={styles.skeletonRows}>
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <div key={row} className={styles.skeletonRow} style={{ height: rowHeight }}>
          <Skeleton width={`${58 - ((row * 17) % 30)}%`} height={10} />
        </div>
      ))}
    </div>
  );
}
