import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState } from '../../ui/feedback.tsx';
import styles from './graph-view.module.css';
import { useMoreWords } from './more-words.ts';
import { useGraphWords } from './words.tsx';

/** A plan without items. */
export function NothingToDraw(): ReactNode {
  const words = useGraphWords();
  return <EmptyState title={words.empty}>{words.emptyRemedy}</EmptyState>;
}

/** The plan could not be laid out; its table twin needs no layout. */
export function LayoutTrouble({
  error,
  onRetry,
  onTable,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
  readonly onTable: () => void;
}): ReactNode {
  const words = useGraphWords();
  const more = useMoreWords();
  return (
    <div className={styles.trouble}>
      <ErrorState
        what={more.layoutFailed}
        remedy={more.layoutFailedRemedy}
        action={
          <>
            <Button onClick={onRetry}>{words.retry}</Button>{' '}
            <Button onClick={onTable}>{words.showTable}</Button>
          </>
        }
        details={error.message}
      />
    </div>
  );
}
