import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { filesOfDrop } from '../queries/files-of-drop.ts';
import { formatSource } from '../queries/source-text.ts';
import { useToasts } from '../ui/toasts.tsx';
import { useLanguage } from '../ui/wording/language.tsx';

/**
 * Keeps dropped or chosen files in this browser and opens them, or says why that is refused. Call it
 * inside the event handler: the browser empties a transfer when the handler returns.
 */
export function useOpenDropped(): (dropped: DataTransfer | Iterable<File>) => Promise<void> {
  const navigate = useNavigate();
  const client = useQueryClient();
  const toasts = useToasts();
  const language = useLanguage();
  return useCallback(
    async (dropped) => {
      const files = filesOfDrop(dropped);
      const { keepDrop, localBundlesQuery } = await import('../queries/local-bundles.ts');
      const kept = await keepDrop(files, Date.now());
      if (!kept.ok) {
        if (kept.error.kind === 'source') {
          const { sourceErrorWords } = await import('./wording/source-errors.ts');
          const words = await sourceErrorWords(language);
          toasts.add({
            title: words.what(kept.error.error),
            description: words.remedy(kept.error.error),
            tone: 'failed',
            failure: true,
          });
        }
        return;
      }
      void client.invalidateQueries({ queryKey: localBundlesQuery().queryKey });
      await navigate({
        to: '/',
        search: { source: formatSource(kept.value.source), rev: undefined, asOf: undefined },
      });
    },
    [navigate, client, toasts, language],
  );
}
