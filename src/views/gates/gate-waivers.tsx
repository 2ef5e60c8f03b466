import type { ReactNode } from 'react';
import type { GateDetail } from '../../derive/types.ts';
import type { ConditionResult } from '../../gates/types.ts';
import { parseTimestamp } from '../../lib/timestamp.ts';
import type { Waiver } from '../../model/gate.ts';
import { useSnapshot } from '../../parts/project-context.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateBadge } from '../../ui/state-glyph.tsx';
import styles from './gate-panel.module.css';
import type { WaiverStanding } from './words/en.tsx';
import { useGatesWords } from './words/use-gates-words.ts';

const tones: Readonly<Record<WaiverStanding, StateTone>> = {
  counts: 'waived',
  unneeded: 'passed',
  expired: 'stale',
  refused: 'failed',
  ignored: 'unknown',
};

/** Every recorded exception of the gate, also those that do not count, with author, reason and end. */
export function GateWaivers({
  detail: { gate, result, waivers },
}: {
  readonly detail: GateDetail;
}): ReactNode {
  const words = useGatesWords();
  const { asOf } = useSnapshot();
  if (waivers.length === 0) return null;
  return (
    <section aria-label={words.waivers}>
      <h3 className={styles.subheading}>{words.waivers}</h3>
      <ul className={styles.conditions}>
        {waivers.map((waiver) => {
          const condition = result.conditions.find(({ id }) => id === waiver.condition);
          const standing = standingOf(waiver, condition, gate.nonBypassable === true, asOf);
          return (
            <li key={waiver.id} className={styles.condition}>
              <p className={styles.waiverHead}>
                <StateBadge tone={tones[standing]} word={words.waiverStanding[standing]} />
                <strong>
                  <SafeText text={condition?.title ?? waiver.condition} />
                </strong>
              </p>
              <p>
                <SafeText text={waiver.reason} multiline />
              </p>
              <p className={styles.guards}>
                <SafeText text={words.waivedBy(waiver.author)} /> <ExactTime at={waiver.at} />,{' '}
                {words.waivedUntil} <ExactTime at={waiver.expires} />
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function standingOf(
  waiver: Waiver,
  condition: ConditionResult | undefined,
  nonBypassable: boolean,
  asOf: string,
): WaiverStanding {
  if (condition?.waiver?.id === waiver.id) return 'counts';
  if (nonBypassable) return 'refused';
  if (!(parseTimestamp(waiver.expires) > parseTimestamp(asOf))) return 'expired';
  return condition?.verdict === 'passed' || condition?.verdict === 'waived'
    ? 'unneeded'
    : 'ignored';
}
