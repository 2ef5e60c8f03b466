import type { ReactNode } from 'react';
import type { EffectDetail } from '../../derive/authorisation-step.ts';
import { ReasonText } from '../../parts/reason-text.tsx';
import { conditionTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Panel } from '../../ui/panel.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import styles from './step-detail.module.css';
import { useAuthorisationsWords } from './words/use-authorisations-words.ts';

/** What the step may do to the world beside what it must never do, with what the probes show. */
export function StepEffects({ effects }: { readonly effects: readonly EffectDetail[] }): ReactNode {
  const words = useAuthorisationsWords();
  return (
    <Panel headingLevel={3} title={words.effects}>
      <div className={styles.pair}>
        {(['allowed', 'forbidden'] as const).map((kind) => {
          const listed = effects.filter(({ effect }) => effect.kind === kind);
          return (
            <div key={kind}>
              <h4 className={styles.subheading}>
                {kind === 'allowed' ? words.mayDo : words.mustNotDo}
              </h4>
              {listed.length === 0 ? (
                <p className={styles.quiet}>{words.nothingListed}</p>
              ) : (
                <ul className={styles.list}>
                  {listed.map((entry) => (
                    <EffectLine key={entry.effect.id} entry={entry} />
                  ))}
                </ul>
              )}
            </div>
          );
        })}
      </div>
    </Panel>
  );
}

function EffectLine({ entry: { effect, result } }: { readonly entry: EffectDetail }): ReactNode {
  const states = useStateWords();
  return (
    <li>
      <SafeText text={effect.text} />
      {result !== undefined && (
        <div className={styles.small}>
          <StateBadge
            tone={conditionTone[result.verdict]}
            word={states.condition[result.verdict]}
            look="plain"
          />{' '}
          <ReasonText reason={result.reason} />
        </div>
      )}
    </li>
  );
}
