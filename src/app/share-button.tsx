import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOpenProject } from '../parts/project-context.tsx';
import { Button } from '../ui/button.tsx';
import { useToasts } from '../ui/toasts.tsx';
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
  return <Button onClick={() => void share()}>{words.share}</Button>;
}
