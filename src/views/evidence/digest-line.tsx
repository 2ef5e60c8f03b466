import type { ReactNode } from 'react';
import type { DigestState } from '../../model/evidence.ts';
import { digestTone } from '../../parts/evidence-uses.tsx';
import { useStateWords } from '../../parts/wording/states.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorState } from '../../ui/feedback.tsx';
import { CodeRef } from '../../ui/safe-text.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import styles from './evidence-detail.module.css';
import { useDetailWords } from './words/use-detail-words.ts';

export interface DigestLineProps {
  readonly state: DigestState | 'unrecorded';
  /** SHA-256 in the record of the piece; `SHA256SUMS` may name another one. */
  readonly recorded: string | undefined;
  /** SHA-256 of the bytes that are shown. */
  readonly computed: string;
}

/** Whether the bytes that are shown are the recorded ones, from hashing them here and now. */
export function DigestLine({ state, recorded, computed }: DigestLineProps): ReactNode {
  const words = useDetailWords();
  const states = useStateWords();
  if (state === 'mismatch') {
    return (
      <ErrorState
        what={words.digest.mismatch}
        where={
          <>
            <span className={styles.digest}>
              {words.digest.recorded}{' '}
              {recorded === undefined ? words.digest.notInRecord : <CodeRef code={recorded} />}
            </span>
            <span className={styles.digest}>
              {words.digest.computed} <CodeRef code={computed} />
              <CopyButton text={computed} label={words.copyDigest} />
            </span>
          </>
        }
        remedy={
          <>
            {recorded?.toLowerCase() === computed && `${words.digest.mismatchSums} `}
            {words.digest.mismatchRemedy}
          </>
        }
      />
    );
  }
  return (
    <div className={styles.integrity}>
      <StateBadge tone={digestTone[state]} word={states.digest[state]} />
      <span className={styles.quiet}>
        {state === 'match' ? words.digest.match : words.digest.unrecorded}
      </span>
      <span className={styles.digest}>
        <CodeRef code={computed} most={24} />
        <CopyButton text={computed} label={words.copyDigest} />
      </span>
    </div>
  );
}
