/**
 * The thirteen faces a state can have on screen. Views map what the engine says to one of
 * these; this module knows nothing of gates or items.
 */
export type StateTone =
  | 'passed'
  | 'failed'
  | 'blocked'
  | 'ready'
  | 'in-progress'
  | 'missing'
  | 'stale'
  | 'unknown'
  | 'not-reached'
  | 'deferred'
  | 'waived'
  | 'contradicted'
  | 'stopped';

/** Every tone once, from what needs attention most to what needs it least. */
export const stateTones: readonly StateTone[] = [
  'stopped',
  'contradicted',
  'failed',
  'unknown',
  'stale',
  'missing',
  'blocked',
  'in-progress',
  'ready',
  'waived',
  'passed',
  'not-reached',
  'deferred',
];

/** The CSS custom properties of a tone, as `var(...)` references. */
export interface ToneColours {
  /** Glyphs and words. */
  readonly fg: string;
  /** Grounds behind them. */
  readonly soft: string;
  /** Rules, strips and graph edges. */
  readonly line: string;
}

/** References to the three colours of a tone, for inline styles and SVG attributes. */
export function toneColours(tone: StateTone): ToneColours {
  return {
    fg: `var(--state-${tone}-fg)`,
    soft: `var(--state-${tone}-soft)`,
    line: `var(--state-${tone}-line)`,
  };
}
