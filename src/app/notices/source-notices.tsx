import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OpenProject } from '../../parts/project-context.tsx';
import { SignIn } from '../../parts/sign-in.tsx';
import { useSourceErrorWords } from '../../parts/wording/source-errors.ts';
import { type ProjectUpdate, settleNews, useSourceNews } from '../../queries/source-news.ts';
import type { SourceHealth } from '../../source/types.ts';
import { Button } from '../../ui/button.tsx';
import { NoticeBar } from '../../ui/notice-bar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useNoticeWords } from './words/use-notice-words.ts';

/**
 * What a server tells, in bars above the page: another revision, answers that are old, and that it
 * wants to know who asks. Nothing on the page changes before somebody says so.
 */
export function SourceNotices({ project }: { readonly project: OpenProject }): ReactNode {
  const words = useNoticeWords();
  const { session, request } = project;
  const { health, isBack, updates } = useSourceNews(session, request.source);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isShown, setShown] = useState(false);
  const update = updates.get(request.project);
  const show = async (): Promise<void> => {
    await session.moveOn(request.source, request.project);
    settleNews(session, request.source, request.project);
    await Promise.all(
      ['bundle', 'revisions'].map((name) =>
        client.invalidateQueries({ queryKey: [name, request.source, request.project] }),
      ),
    );
    await client.invalidateQueries({ queryKey: ['projects', request.source] });
    setShown(true);
  };
  const showNewest = async (): Promise<void> => {
    await show();
    // A link that names a revision stays with it; whoever wants the new one follows the newest.
    if (request.revision !== undefined && update?.change === 'added') {
      await navigate({ to: '.', search: (before) => ({ ...before, rev: undefined }) });
    }
  };
  return (
    <div role="status" aria-label={words.region} data-print="none">
      {health !== undefined && health.state !== 'fresh' && (
        <Health health={health} project={project} onRetry={() => void show()} />
      )}
      {update !== undefined && (
        <Update
          update={update}
          onShow={() => void showNewest()}
          onLater={() => settleNews(session, request.source, request.project)}
        />
      )}
      {isBack && update === undefined && (
        <NoticeBar
          tone="passed"
          action={
            <Button size="small" onClick={() => void show()}>
              {words.reload}
            </Button>
          }
        >
          {words.back}
        </NoticeBar>
      )}
      {isShown && update === undefined && health?.state === 'fresh' && !isBack && (
        <VisuallyHidden>{words.shown}</VisuallyHidden>
      )}
    </div>
  );
}

function Update({
  update: { revision, label, change },
  onShow,
  onLater,
}: {
  readonly update: ProjectUpdate;
  readonly onShow: () => void;
  readonly onLater: () => void;
}): ReactNode {
  const words = useNoticeWords();
  return (
    <NoticeBar
      tone="in-progress"
      action={
        <>
          {change !== 'removed' && (
            <Button size="small" look="primary" onClick={onShow}>
              {words.show}
            </Button>
          )}
          <Button size="small" look="quiet" onClick={onLater}>
            {words.later}
          </Button>
        </>
      }
    >
      <SafeText text={words[change](label ?? revision)} />
    </NoticeBar>
  );
}

function Health({
  health,
  project,
  onRetry,
}: {
  readonly health: Exclude<SourceHealth, { state: 'fresh' }>;
  readonly project: OpenProject;
  readonly onRetry: () => void;
}): ReactNode {
  const words = useNoticeWords();
  const errors = useSourceErrorWords();
  const now = new Date().toISOString();
  if (health.state === 'unauthorised') {
    return (
      <NoticeBar tone="stale" action={<SignIn project={project} onSignedIn={onRetry} />}>
        {words.who}
      </NoticeBar>
    );
  }
  return (
    <NoticeBar
      tone="stale"
      action={
        <Button size="small" onClick={onRetry}>
          {words.tryAgain}
        </Button>
      }
    >
      {errors.what(health.error)} {words.stale}:{' '}
      <RelativeTime at={new Date(health.since).toISOString()} now={now} />
    </NoticeBar>
  );
}
