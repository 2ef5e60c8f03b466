import { Meter as BaseMeter } from '@base-ui/react/meter';
import { Progress as BaseProgress } from '@base-ui/react/progress';
import type { ReactNode } from 'react';
import styles from './bars.module.css';
import { classNames } from './class-names.ts';
import type { StateTone } from './state.ts';
import { StateGlyph } from './state-glyph.tsx';
import { useWording } from './wording/use-wording.ts';

export interface ProgressProps {
  readonly label: string;
  /** 0 to 1, or `null` while nobody knows how long it takes. */
  readonly value: number | null;
  /** What is under way, such as "312 of 1,204 files". */
  readonly detail?: ReactNode;
}

/** Work under way. */
export function Progress({ label, value, detail }: ProgressProps): ReactNode {
  return (
    <BaseProgress.Root
      className={styles.root}
      value={value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100)}
    >
      <div className={styles.line}>
        <BaseProgress.Label className={styles.label}>{label}</BaseProgress.Label>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </div>
      <BaseProgress.Track className={styles.track}>
        <BaseProgress.Indicator className={styles.indicator} />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}

export interface MeterProps {
  readonly label: string;
  readonly value: number;
  /** What a full bar stands for. A value above it fills the bar; the text tells the truth. */
  readonly max: number;
  /** The value in words, such as "412 of 450 €". */
  readonly valueText: string;
  /** State of the value; neutral when absent. */
  readonly tone?: StateTone;
  /** A mark on the bar, in the same unit as the value. */
  readonly mark?: number;
}

/** A value against a limit. */
export function Meter({ label, value, max, valueText, tone, mark }: MeterProps): ReactNode {
  const at = mark === undefined || max <= 0 ? undefined : Math.min(1, Math.max(0, mark / max));
  return (
    <BaseMeter.Root
      className={styles.root}
      data-tone={tone}
      min={0}
      max={max > 0 ? max : 1}
      value={Math.min(Math.max(0, value), max > 0 ? max : 1)}
      getAriaValueText={() => valueText}
    >
      <div className={styles.line}>
        <BaseMeter.Label className={styles.label}>{label}</BaseMeter.Label>
        <span className={classNames(styles.detail, tone !== undefined && styles.toned)}>
          {tone !== undefined && <StateGlyph tone={tone} size={12} />}
          {valueText}
        </span>
      </div>
      <BaseMeter.Track className={styles.track}>
        <BaseMeter.Indicator
          className={classNames(styles.indicator, tone !== undefined && styles.filled)}
        />
        {at !== undefined && (
          <span className={styles.mark} style={{ insetInlineStart: `${at * 100}%` }} />
        )}
      </BaseMeter.Track>
    </BaseMeter.Root>
  );
}

export interface StateCount {
  readonly tone: StateTone;
  readonly count: number;
  /** The word for the state; the component's own word when absent. */
  readonly word?: string;
}

export interface RatioBarProps {
  /** What is counted, such as "Conditions". */
  readonly label: string;
  /** Each tone at most once, in the order of the bar. */
  readonly parts: readonly StateCount[];
  /** Writes the counts under the bar. */
  readonly legend?: boolean;
}

/** How many of a whole are in which state. */
export function RatioBar({ label, parts, legend = false }: RatioBarProps): ReactNode {
  const words = useWording();
  const shown = parts.filter((part) => part.count > 0);
  const told = shown.map((part) => ({
    ...part,
    text: words.countOfState(part.count, part.word ?? words.states[part.tone]),
  }));
  return (
    <div className={styles.ratio}>
      <div
        role="img"
        aria-label={`${label}: ${told.map((part) => part.text).join(', ')}`}
        className={styles.ratioBar}
      >
        {told.map((part) => (
          <span
            key={part.tone}
            data-tone={part.tone}
            className={styles.part}
            style={{ flexGrow: part.count }}
          />
        ))}
      </div>
      {legend && (
        <ul className={styles.legend} aria-hidden>
          {told.map((part) => (
            <li key={part.tone} className={styles.legendItem}>
              <StateGlyph tone={part.tone} size={12} />
              {part.text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export interface PipsProps {
  /** What the pips are, such as "Conditions of G-W3". */
  readonly label: string;
  /** In the order in which they are stated. */
  readonly tones: readonly StateTone[];
  /** More than this many are cut and counted. */
  readonly most?: number;
}

/**
 * A row of tiny conditions. Held ones are filled, failing ones stand on their tip, open ones
 * are hollow, so that the row reads without colour; its name counts them.
 */
export function Pips({ label, tones, most = 12 }: PipsProps): ReactNode {
  const words = useWording();
  const counts = new Map<StateTone, number>();
  for (const tone of tones) counts.set(tone, (counts.get(tone) ?? 0) + 1);
  const summary = [...counts].map(([tone, count]) => words.countOfState(count, words.states[tone]));
  const cut = tones.length - most;
  return (
    <span className={styles.pips} role="img" aria-label={`${label}: ${summary.join(', ')}`}>
      {tones.slice(0, most).map((tone, index) => (
        // The place is the identity: pips have no ids and never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={index} data-tone={tone} className={styles.pip} />
      ))}
      {cut > 0 && <span className={styles.cut}>+{cut}</span>}
    </span>
  );
}
