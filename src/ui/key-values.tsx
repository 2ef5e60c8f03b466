import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './key-values.module.css';

export interface KeyValue {
  readonly id: string;
  readonly name: ReactNode;
  readonly value: ReactNode;
}

export interface KeyValueListProps {
  readonly items: readonly KeyValue[];
  /** `inset` stands on the sunken ground, as expected and actual under a condition do. */
  readonly look?: 'plain' | 'inset';
}

/** Names on the left, values on the right. */
export function KeyValueList({ items, look = 'plain' }: KeyValueListProps): ReactNode {
  return (
    <dl className={classNames(styles.list, look === 'inset' && styles.inset)}>
      {items.map((item) => (
        <div key={item.id} className={styles.pair}>
          <dt className={styles.name}>{item.name}</dt>
          <dd className={styles.value}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface StatProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Target, comparison or period under the value. */
  readonly note?: ReactNode;
  /** A small picture to the right. */
  readonly chart?: ReactNode;
}

/** One number with its name. Colour the value with `ToneText`, and say the state in the note. */
export function Stat({ label, value, note, chart }: StatProps): ReactNode {
  return (
    <div className={styles.stat}>
      <div className={styles.statLabel}>{label}</div>
      <div className={styles.statLine}>
        <div className={styles.statWords}>
          <div className={styles.statValue}>{value}</div>
          {note !== undefined && <div className={styles.statNote}>{note}</div>}
        </div>
        {chart !== undefined && <div className={styles.statChart}>{chart}</div>}
      </div>
    </div>
  );
}

/** Stats in one bordered strip with hairlines between. */
export function StatStrip({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.strip}>{children}</div>;
}
