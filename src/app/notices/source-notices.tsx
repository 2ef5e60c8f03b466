import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OpenProject } from '../../parts/project-context.tsx';
import { SignIn } from '../../parts/sign-in.tsx';
import { useSourceErrorWords } from '../../parts/wording/source-errors.ts';
import { type ProjectUpdate, settleNews, useSourceNews } from '../../queries/source-news.ts';
import type { SourceHealth } from '../../source/types.ts';
import { type NoticeAction, NoticeBar, Notices } from '../../ui/notice-bar.tsx';
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
    <Notices label={words.region} isPrinted={false}>
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
        <NoticeBar tone="passed" actions={[{ label: words.reload, onClick: () => void show() }]}>
          {words.back}
        </NoticeBar>
      )}
      {isShown && update === undefined && health?.state === 'fresh' && !isBack && (
        <VisuallyHidden>{words.shown}</VisuallyHidden>
      )}
    </Notices>
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
  const show: NoticeAction = { label: words.show, onClick: onShow, look: 'primary' };
  const later: NoticeAction = { label: words.later, onClick: onLater, look: 'quiet' };
  return (
    <NoticeBar tone="in-progress" actions={change === 'removed' ? [later] : [show, later]}>
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
      <NoticeBar tone="stale" before={<SignIn project={project} onSignedIn={onRetry} />}>
        {words.who}
      </NoticeBar>
    );
  }
  return (
    <NoticeBar tone="stale" actions={[{ label: words.tryAgain, onClick: onRetry }]}>
      {errors.what(health.error)} {words.stale}:{' '}
      <RelativeTime at={new Date(health.since).toISOString()} now={now} />
    </NoticeBar>
  );
}
