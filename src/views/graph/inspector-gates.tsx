import type { ReactNode } from 'react';
import type { GateDetail } from '../../derive/types.ts';
import { ConditionCard } from '../../parts/condition-card.tsx';
import { GateLink } from '../../parts/links.tsx';
import { ReasonText } from '../../parts/reason-text.tsx';
import { gateTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import styles from './inspector.module.css';
import { useInspectorWords } from './inspector-words.ts';
import { AssumeCondition, AssumeGate } from './scenario/assume-menu.tsx';

/** The gates that guard the item, each with all of its conditions, those that hold too. */
export function InspectorGates({
  gates,
  item,
}: {
  readonly gates: readonly GateDetail[];
  readonly item: string;
}): ReactNode {
  const words = useInspectorWords();
  const states = useStateWords();
  if (gates.length === 0) return <EmptyState title={words.noGates} />;
  return (
    <ul className={styles.stack}>
      {gates.map(({ gate, result }) => (
        <li key={gate.id} className={styles.gate}>
          <p className={styles.status}>
            <GateLink gate={gate.id} className={styles.link}>
              <CodeRef code={gate.id} id strong />
            </GateLink>
            <StateBadge tone={gateTone[result.verdict]} word={states.gate[result.verdict]} />
            {gate.nonBypassable === true && <Badge>{words.cannotBeWaived}</Badge>}
            <AssumeGate gate={gate.id} />
          </p>
          <h3 className={styles.gateTitle}>
            <GateLink gate={gate.id} className={styles.link}>
              <SafeText text={gate.title} />
            </GateLink>
          </h3>
          <p className={styles.note}>
            {[
              ...new Set(
                gate.guards.filter((guard) => guard.item === item).map((guard) => guard.effect),
              ),
            ]
              .map((effect) => words.guards[effect])
              .join(', ')}
            {' · '}
            <ReasonText reason={result.reason} />
          </p>
          {result.declared !== undefined && (
            <p className={result.contradicts ? styles.differs : styles.note}>
              <SafeText
                text={words.recordedAs(
                  result.declared.raw ?? states.recorded[result.declared.verdict],
                )}
              />
            </p>
          )}
          <ul className={styles.conditions}>
            {result.conditions.map((condition) => (
              <li key={condition.id}>
                <ConditionCard gate={gate.id} result={condition} />
                <AssumeCondition gate={gate.id} condition={condition.id} title={condition.title} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
