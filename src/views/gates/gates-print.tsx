import type { ReactNode } from 'react';
import type { GateRow } from '../../derive/types.ts';
import { ReasonText } from '../../parts/reason-text.tsx';
import { conditionTone, gateTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import styles from './gates-print.module.css';
import { useGatesWords } from './words/use-gates-words.ts';

/** Every gate with every condition, as a list on paper: squares would say too little there. */
export function GatesPrint({ gates }: { readonly gates: readonly GateRow[] }): ReactNode {
  const words = useGatesWords();
  const states = useStateWords();
  return (
    <div className={styles.gates}>
      {gates.map((gate) => (
        <section key={gate.id} className={styles.gate}>
          <h2 className={styles.head}>
            <StateBadge tone={gateTone[gate.verdict]} word={states.gate[gate.verdict]} />
            <CodeRef code={gate.id} id strong />
            <SafeText text={gate.title} />
          </h2>
          <p className={styles.reason}>
            <ReasonText reason={gate.reason} />
            {gate.contradicts && ` · ${words.differs}`}
            {gate.guards.map(({ item, effect }) => (
              <span key={JSON.stringify([item, effect])}>
                {' · '}
                {words.guards[effect]} <CodeRef code={item} id />
              </span>
            ))}
          </p>
          <ul>
            {gate.conditions.map((condition) => (
              <li key={condition.id} className={styles.condition}>
                <StateBadge
                  tone={conditionTone[condition.verdict]}
                  word={states.condition[condition.verdict]}
                  look="plain"
                  className={styles.verdict}
                />
                <span>
                  <SafeText text={condition.title} />
                  {!condition.blocking && ` (${states.inside(words.informative)})`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
