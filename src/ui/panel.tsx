import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './panel.module.css';

export interface PanelProps {
  /** Heading of the panel; it names the region. */
  readonly title?: ReactNode;
  /** A remark or buttons at the end of the heading line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** A last line under a hairline. */
  readonly footer?: ReactNode;
  /** `none` for rows and tables that bring their own padding. */
  readonly padding?: 'default' | 'none';
  readonly headingLevel?: 2 | 3 | 4;
  readonly className?: string | undefined;
}

/** A surface bounded by hairlines. */
export function Panel({
  title,
  aside,
  children,
  footer,
  padding = 'default',
  headingLevel = 2,
  className,
}: PanelProps): ReactNode {
  const id = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      className={classNames(styles.panel, className)}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {(title !== undefined || aside !== undefined) && (
        <header className={styles.header}>
          <Heading id={id} className={styles.title}>
            {title}
          </Heading>
          {aside !== undefined && aside !== false && <div className={styles.aside}>{aside}</div>}
        </header>
      )}
      <div className={padding === 'default' ? styles.padded : styles.bare}>{children}</div>
      {footer !== undefined && footer !== false && (
        <footer className={styles.footer}>{footer}</footer>
      )}
    </section>
  );
}

/** Rows under each other with hairlines between, inside a Panel without padding. */
export function PanelRows({ children }: { readonly children: ReactNode }): ReactNode {
  return <ul className={styles.rows}>{children}</ul>;
}

export interface PanelRowProps {
  /** A glyph or an icon. */
  readonly lead?: ReactNode;
  /** An id between the glyph and the words. */
  readonly code?: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** Right-aligned, with its own note under it. */
  readonly end?: ReactNode;
  readonly endNote?: ReactNode;
}

/** One cause, condition or item: what, which, how much. */
export function PanelRow({ lead, code, title, note, end, endNote }: PanelRowProps): ReactNode {
  return (
    <li className={styles.row}>
      {lead !== undefined && <span className={styles.lead}>{lead}</span>}
      {code !== undefined && <span className={styles.code}>{code}</span>}
      <span className={styles.words}>
        <span className={styles.rowTitle}>{title}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </span>
      {(end !== undefined || endNote !== undefined) && (
        <span className={styles.end}>
          <span className={styles.rowTitle}>{end}</span>
          {endNote !== undefined && <span className={styles.note}>{endNote}</span>}
        </span>
      )}
    </li>
  );
}

/** Panels side by side that become one column where the room ends. */
export function PanelGrid({
  children,
  columns = 'equal',
}: {
  readonly children: ReactNode;
  /** `wide-first` gives the first panel about three fifths. */
  readonly columns?: 'equal' | 'wide-first';
}): ReactNode {
  return (
    <div className={classNames(styles.grid, columns === 'wide-first' && styles.wideFirst)}>
      {children}
    </div>
  );
}
