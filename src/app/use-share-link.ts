import { useRouter } from '@tanstack/react-router';
import type { PlanSnapshot } from '../derive/types.ts';
import { useOpenProject } from '../parts/project-context.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { useShellWords } from './words/use-shell-words.ts';

/**
 * Copies a link that shows what is on the screen now: it names the revision, and the instant of
 * judgement where that would otherwise be the reader's own.
 */
export function useShareLink(snapshot: PlanSnapshot | undefined): () => Promise<void> {
  const words = useShellWords();
  const toasts = useToasts();
  const router = useRouter();
  const { request } = useOpenProject();
  return async () => {
    const { href: place } = router.buildLocation({
      to: '.',
      search: (before) => ({
        ...before,
        ...(snapshot !== undefined && { rev: snapshot.revision.id }),
        ...(snapshot?.asOfOrigin === 'now' && { asOf: snapshot.asOf }),
      }),
    });
    const href = router.history.createHref(place);
    try {
      await navigator.clipboard.writeText(new URL(href, window.location.href).href);
      toasts.add({ title: request.source.kind === 'local' ? words.shareLocal : words.shared });
    } catch {
      toasts.add({ title: words.shareFailed, failure: true });
    }
  };
}
