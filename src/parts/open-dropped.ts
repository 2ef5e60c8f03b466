import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { keepTransfer } from '../queries/local-bundles.ts';
import { localBundlesQuery } from '../queries/local-bundles.ts';
import { formatSource } from '../queries/source-text.ts';
import { useToasts } from '../ui/toasts.tsx';
import { useSourceErrorWords } from './wording/source-errors.ts';

type Kept = ReturnType<typeof keepTransfer>;

/** Opens what has just been kept in this browser, or says why it could not be kept. */
export function useOpenDropped(): (kept: Kept) => Promise<void> {
  const navigate = useNavigate();
  const client = useQueryClient();
  const toasts = useToasts();
  const words = useSourceErrorWords();
  return useCallback(
    async (kept) => {
      const result = await kept;
      if (!result.ok) {
        toasts.add({
          title: words.what(result.error),
          description: words.remedy(result.error),
          tone: 'failed',
          failure: true,
        });
        return;
      }
      void client.invalidateQueries({ queryKey: localBundlesQuery.queryKey });
      const source = formatSource({ kind: 'local', id: result.value.id });
      await navigate({ to: '/', search: { source, rev: undefined, asOf: undefined } });
    },
    [navigate, client, toasts, words],
  );
}
