import { Share2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './share-button.module.css';
import { useShareLink } from './use-share-link.ts';
import { useShellWords } from './words/use-shell-words.ts';

/** Copies a link that shows what is on the screen now. */
export function ShareButton({
  snapshot,
}: {
  readonly snapshot: PlanSnapshot | undefined;
}): ReactNode {
  const words = useShellWords();
  const share = useShareLink(snapshot);
  return (
    <Button
      className={styles.share}
      icon={<Icon of={Share2} className={styles.icon} />}
      aria-label={words.share}
      onClick={() => void share()}
    >
      <span className={styles.text}>{words.share}</span>
    </Button>
  );
}
