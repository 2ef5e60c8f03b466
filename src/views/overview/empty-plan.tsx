import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOpenProject } from '../../parts/project-context.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { useOverviewWords } from './words/use-overview-words.ts';

/** What stands under the answer when there is nothing to answer for. */
export function EmptyPlan(): ReactNode {
  const words = useOverviewWords();
  const { request } = useOpenProject();
  return (
    <EmptyState
      title={words.empty}
      action={
        <Link to="/p/$project/bundle" params={{ project: request.project }}>
          {words.emptyBundle}
        </Link>
      }
    >
      {words.emptyWhy}
    </EmptyState>
  );
}
