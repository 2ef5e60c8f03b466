import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import { namesWithoutKey, useTrustedKeys } from '../../state/trusted-keys.ts';
import { NoticeBar, Notices } from '../../ui/notice-bar.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { useKeysNoticeWords } from './words/use-keys-notice-words.ts';

/**
 * Verdicts that rest on keys which the viewer chose are never shown without saying so. A link that names
 * keys which are not here says that too.
 */
export function KeysNotice({
  named,
  snapshot,
}: {
  /** What the link says. */
  readonly named: string;
  readonly snapshot: PlanSnapshot | undefined;
}): ReactNode {
  const words = useKeysNoticeWords();
  const navigate = useNavigate();
  const { request } = useOpenProject();
  const trusted = useTrustedKeys(({ keys }) => keys);
  const absent = namesWithoutKey(named, trusted);
  const used = snapshot?.keys;
  const leaveOut = (): void => {
    void navigate({ to: '.', search: (before) => ({ ...before, keys: undefined }) });
  };
  return (
    <Notices label={words.region}>
      {used !== undefined && (
        <NoticeBar tone="in-progress" actions={[{ label: words.without, onClick: leaveOut }]}>
          {words.judged(used.tried.length)}{' '}
          {used.tried.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              {name !== undefined && <SafeText text={name} />} <CodeRef code={id.slice(0, 16)} />
            </span>
          ))}
          . {words.conditions(used.conditions)}
        </NoticeBar>
      )}
      {absent.length > 0 && (
        <NoticeBar
          tone="missing"
          before={
            <Link to="/p/$project/bundle" params={{ project: request.project }}>
              {words.choose}
            </Link>
          }
          actions={[{ label: words.leaveOut, onClick: leaveOut }]}
        >
          {words.absent(absent.length)} <code>{absent.join(', ')}</code>. {words.absentMeans}
        </NoticeBar>
      )}
    </Notices>
  );
}
