import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProblemList } from '../../parts/problem-list.tsx';
import { useSourceErrorWords } from '../../parts/wording/source-errors.ts';
import type { OpenFailure } from '../../queries/session-types.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/feedback.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef } from '../../ui/safe-text.tsx';
import styles from './failure.module.css';
import { useFailureWords } from './words/use-failure-words.ts';

/** A bundle that cannot be shown at all: what is wrong, where, and what to do. */
export function FailureView({
  failure,
  onRetry,
  signIn,
}: {
  readonly failure: OpenFailure;
  readonly onRetry: () => void;
  /** Asks who is asking, where the source takes an answer. */
  readonly signIn?: ReactNode;
}): ReactNode {
  const words = useFailureWords();
  const sourceWords = useSourceErrorWords();
  const actions = (
    <span className={styles.actions}>
      <Button onClick={onRetry}>{words.tryAgain}</Button>
      <Link to="/" search={{ source: undefined, rev: undefined, asOf: undefined }}>
        {words.home}
      </Link>
    </span>
  );
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.title}</h1>
      {failure.kind === 'source' ? (
        <ErrorState
          what={sourceWords.what(failure.error)}
          where={<CodeRef code={failure.error.where} />}
          remedy={
            <>
              {sourceWords.remedy(failure.error)}
              {failure.error.code === 'unauthorised' && signIn}
            </>
          }
          action={actions}
        />
      ) : (
        <>
          <ErrorState what={words.unreadable} remedy={words.unreadableRemedy} action={actions} />
          <Panel title={words.problems} padding="none">
            <ProblemList problems={failure.problems} />
          </Panel>
        </>
      )}
    </div>
  );
}
