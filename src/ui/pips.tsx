import type { ReactNode } from 'react';
import styles from './pips.module.css';
import type { StateTone } from './state.ts';
import { useWording } from './wording/use-wording.ts';

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
