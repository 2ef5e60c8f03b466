import { CircleDashed, Inbox, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure } from './disclosure.tsx';
import styles from './feedback.module.css';
import { Icon } from './icon.tsx';
import { RelativeTime } from './relative-time.tsx';
import type { StateTone } from './state.ts';
import { StateGlyph } from './state-glyph.tsx';
import { useWording } from './wording/use-wording.ts';

export interface EmptyStateProps {
  readonly title: string;
  /** Why there is nothing, and what would change that. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** `filtered` when a filter hides what there is. */
  readonly kind?: 'empty' | 'filtered';
}

/** Nothing is here, and that is no fault. */
export function EmptyState({
  title,
  children,
  action,
  kind = 'empty',
}: EmptyStateProps): ReactNode {
  return (
    <div className={styles.empty}>
      <Icon of={kind === 'empty' ? Inbox : CircleDashed} size={20} className={styles.emptyIcon} />
      <p className={styles.emptyTitle}>{title}</p>
      {children !== undefined && <div className={styles.emptyText}>{children}</div>}
      {action !== undefined && <div className={styles.emptyAction}>{action}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened, as a sentence. */
  readonly what: string;
  /** Where: path, pointer, address. */
  readonly where?: ReactNode;
  /** What the reader can do about it. */
  readonly remedy: ReactNode;
  readonly action?: ReactNode;
  /** Raw material for whoever repairs it. */
  readonly details?: ReactNode;
}

/** Something failed: what, where, and what to do. */
export function ErrorState({ what, where, remedy, action, details }: ErrorStateProps): ReactNode {
  const words = useWording();
  return (
    <div role="alert" className={styles.error}>
      <StateGlyph tone="failed" size={20} />
      <div className={styles.errorWords}>
        <p className={styles.errorWhat}>{what}</p>
        <dl className={styles.errorList}>
          {where !== undefined && (
            <>
              <dt>{words.where}</dt>
              <dd>{where}</dd>
            </>
          )}
          <dt>{words.remedy}</dt>
          <dd>{remedy}</dd>
        </dl>
        {details !== undefined && <Disclosure summary={words.details}>{details}</Disclosure>}
        {action !== undefined && <div className={styles.errorAction}>{action}</div>}
      </div>
    </div>
  );
}

export interface BannerProps {
  /** A state, or `neutral` for a plain remark. */
  readonly tone?: StateTone | 'neutral';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A line across the page about all of it. */
export function Banner({ tone = 'neutral', title, children, action }: BannerProps): ReactNode {
  return (
    <div role="status" className={styles.banner} data-tone={tone === 'neutral' ? undefined : tone}>
      {tone === 'neutral' ? (
        <Icon of={Info} className={styles.bannerIcon} />
      ) : (
        <StateGlyph tone={tone} />
      )}
      <div className={styles.bannerWords}>
        <strong className={styles.bannerTitle}>{title}</strong>
        {children !== undefined && <span>{children}</span>}
      </div>
      {action !== undefined && <div className={styles.bannerAction}>{action}</div>}
    </div>
  );
}

export interface PartialBannerProps {
  /** What is lacking, such as "3 of 126 files could not be read". */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A part of the data is lacking; what is shown may be too good or too bad. */
export function PartialBanner({ children, action }: PartialBannerProps): ReactNode {
  const words = useWording();
  return (
    <Banner tone="missing" title={words.partial} action={action}>
      {children}
    </Banner>
  );
}

export interface StaleBannerProps {
  /** RFC 3339 time of the last good reading. */
  readonly lastGood: string;
  /** RFC 3339 time that counts as now. */
  readonly now: string;
  /** Why it could not be refreshed. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What is shown was good once and could not be refreshed. */
export function StaleBanner({ lastGood, now, children, action }: StaleBannerProps): ReactNode {
  const words = useWording();
  return (
    <Banner tone="stale" title={words.stale} action={action}>
      {words.lastGood} <RelativeTime at={lastGood} now={now} />. {children}
    </Banner>
  );
}
