import { useRouter } from '@tanstack/react-router';
import { Share2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useOpenProject } from '../parts/project-context.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useToasts } from '../ui/toasts.tsx';
import styles from './share-button.module.css';
import { useShellWords } from './words.ts';

/** Copies a link that shows what is on the screen now. */
export function ShareButton(): ReactNode {
  const words = useShellWords();
  const toasts = useToasts();
  const router = useRouter();
  const { request } = useOpenProject();
  const share = async (): Promise<void> => {
    const href = router.history.createHref(router.state.location.href);
    try {
      await navigator.clipboard.writeText(new URL(href, window.location.href).href);
      toasts.add({ title: request.source.kind === 'local' ? words.shareLocal : words.shared });
    } catch {
      toasts.add({ title: words.shareFailed, failure: true });
    }
  };
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
