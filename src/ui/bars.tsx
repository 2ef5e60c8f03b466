import { type ReactNode, useId } from 'react';
import styles from './bars.module.css';
import { classNames } from './class-names.ts';
import type { StateTone } from './state.ts';
import { StateGlyph } from './state-glyph.tsx';
import { useWording } from './wording/use-wording.ts';

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
  const id = useId();
  const full = max > 0 ? max : 1;
  const filled = Math.min(Math.max(0, value), full);
  const at = mark === undefined || max <= 0 ? undefined : Math.min(1, Math.max(0, mark / max));
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw a <meter> by rules of their own
    <div
      role="meter"
      className={styles.root}
      data-tone={tone}
      aria-labelledby={id}
      aria-valuemin={0}
      aria-valuemax={full}
      aria-valuenow={filled}
      aria-valuetext={valueText}
    >
      <div className={styles.line}>
        <span id={id} className={styles.label}>
          {label}
        </span>
        <span className={classNames(styles.detail, tone !== undefined && styles.toned)}>
          {tone !== undefined && <StateGlyph tone={tone} size={12} />}
          {valueText}
        </span>
      </div>
      <div className={styles.track}>
        <div
          className={classNames(styles.indicator, tone !== undefined && styles.filled)}
          style={{ width: `${(filled / full) * 100}%` }}
        />
        {at !== undefined && (
          <span className={styles.mark} style={{ insetInlineStart: `${at * 100}%` }} />
        )}
      </div>
    </div>
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
