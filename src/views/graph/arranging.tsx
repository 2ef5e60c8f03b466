import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './arranging.module.css';
import type { PlanLayout } from './use-plan-layout.ts';
import { useLayoutWords } from './words.tsx';

/** There is nothing to draw yet. */
export function Arranging({
  work,
  onTable,
}: {
  readonly work: PlanLayout['work'];
  readonly onTable: () => void;
}): ReactNode {
  const words = useLayoutWords();
  const share = work?.share;
  return (
    <div className={styles.waiting}>
      <Progress
        label={words.arranging}
        value={share ?? null}
        detail={share === undefined ? undefined : words.share(Math.round(share * 100))}
      />
      {/* Whoever turns to the table waits for the drawing no longer, and its thread is ended. */}
      <Button onClick={onTable}>{words.table}</Button>
    </div>
  );
}

/** A draft is shown while a better picture of the same plan is under way. */
export function Improving({ work }: { readonly work: NonNullable<PlanLayout['work']> }): ReactNode {
  const words = useLayoutWords();
  const percent = work.share === undefined ? undefined : Math.round(work.share * 100);
  return (
    <div className={styles.improving}>
      <span>{words.improving(percent)}</span>
      <Button onClick={work.stop}>{words.keepDraft}</Button>
    </div>
  );
}
