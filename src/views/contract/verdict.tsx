import type { ReactNode } from 'react';
import type { ConditionResult } from '../../gates/types.ts';
import { ReasonText } from '../../parts/reason-text.tsx';
import { conditionTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { StateBadge } from '../../ui/state-glyph.tsx';
import styles from './contract.module.css';

/** Verdict and reason of a result; what nobody judged cannot be judged. */
export function Verdict({ result }: { readonly result: ConditionResult | undefined }): ReactNode {
  const states = useStateWords();
  const verdict = result?.verdict ?? 'unknown';
  return (
    <>
      <StateBadge tone={conditionTone[verdict]} word={states.condition[verdict]} look="plain" />
      {result !== undefined && (
        <span className={styles.quiet}>
          <ReasonText reason={result.reason} />
        </span>
      )}
    </>
  );
}
