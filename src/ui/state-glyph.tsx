import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { glyphBox, glyphPaths } from './glyph-paths.ts';
import { type StateTone, toneColours } from './state.ts';
import styles from './state-glyph.module.css';

export interface StateGlyphProps {
  readonly tone: StateTone;
  /** Side in CSS pixels; 16 unless told. */
  readonly size?: number;
  /** What a screen reader says. Leave out where the word stands beside the glyph. */
  readonly label?: string;
  readonly className?: string | undefined;
}

/** The glyph of a state, in the colour of that state. */
export function StateGlyph({ tone, size = 16, label, className }: StateGlyphProps): ReactNode {
  return (
    <svg
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
      className={classNames(styles.glyph, className)}
      data-tone={tone}
      width={size}
      height={size}
      viewBox={`0 0 ${glyphBox} ${glyphBox}`}
      fill="none"
      color={toneColours(tone).fg}
    >
      {glyphPaths[tone].map((layer) =>
        layer.paint === 'fill' ? (
          <path key={layer.d} d={layer.d} fill="currentColor" fillRule="evenodd" />
        ) : (
          <path
            key={layer.d}
            d={layer.d}
            stroke="currentColor"
            strokeWidth={layer.width}
            strokeDasharray={layer.dash?.join(' ')}
            strokeLinecap={layer.dash === undefined ? 'round' : 'butt'}
            strokeLinejoin="round"
          />
        ),
      )}
    </svg>
  );
}

export interface StateBadgeProps {
  readonly tone: StateTone;
  /** The word for the state, in the reader's language. */
  readonly word: string;
  /** `soft` is a pill on the soft ground, `plain` is glyph and word only. */
  readonly look?: 'soft' | 'plain';
  readonly className?: string | undefined;
}

/** Glyph, word and colour of a state: the only way in which a state is written out. */
export function StateBadge({ tone, word, look = 'soft', className }: StateBadgeProps): ReactNode {
  return (
    <span className={classNames(styles.badge, styles[look], className)} data-tone={tone}>
      <StateGlyph tone={tone} size={14} />
      <span>{word}</span>
    </span>
  );
}
