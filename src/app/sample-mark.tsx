import type { ReactNode } from 'react';
import { Tooltip } from '../ui/tooltip.tsx';
import styles from './sample-mark.module.css';
import { useShellWords } from './words/use-shell-words.ts';

/** Stands on every page of a bundle whose evidence is made up. */
export function SampleMark({ note }: { readonly note: string | undefined }): ReactNode {
  const words = useShellWords();
  return (
    <Tooltip content={note ?? words.sampleHint}>
      <button type="button" className={styles.mark}>
        {words.sample}
      </button>
    </Tooltip>
  );
}
