import { type ErrorComponentProps, Link, useRouter, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SignIn } from '../parts/sign-in.tsx';
import { OpenError } from '../queries/options.ts';
import { parseSource } from '../queries/source-text.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/feedback.tsx';
import { FailureView } from '../views/failure/failure-view.tsx';
import styles from './pages.module.css';
import { useShellWords } from './words/use-shell-words.ts';

/** What stands in for any page that failed: says what is wrong, where, and what to do. */
export function PageError({ error, reset }: ErrorComponentProps): ReactNode {
  const words = useShellWords();
  const router = useRouter();
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  const search = useSearch({ strict: false });
  const { session, defaultSource } = router.options.context;
  const source = search.source === undefined ? defaultSource : parseSource(search.source);
  if (error instanceof OpenError) {
    return (
      <FailureView
        failure={error.failure}
        onRetry={retry}
        signIn={
          source.kind === 'api' && (
            <SignIn project={{ session, request: { source } }} onSignedIn={retry} />
          )
        }
      />
    );
  }
  return (
    <div className={styles.page}>
      <ErrorState
        what={words.crashed}
        remedy={words.crashedRemedy}
        action={<Button onClick={retry}>{words.tryAgain}</Button>}
        details={<pre className={styles.details}>{errorText(error)}</pre>}
      />
    </div>
  );
}

function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function NotFoundPage(): ReactNode {
  const words = useShellWords();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.notFound}</h1>
      <p>{words.notFoundRemedy}</p>
      <p>
        <Link to="/">{words.notFoundHome}</Link>
      </p>
    </div>
  );
}
