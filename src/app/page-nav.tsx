import { Link, useMatchRoute, useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { useOpenProject } from '../parts/project-context.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { MenuOnDemand } from '../ui/on-demand.tsx';
import { useMedia } from '../ui/use-media.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useFormat } from '../ui/wording/use-format.ts';
import { hasContent, type Page, type PageEntry, pages } from './page-list.ts';
import styles from './page-nav.module.css';
import type { ShellWords } from './words/en.ts';
import { useShellWords } from './words/use-shell-words.ts';

/** The pages of a project, each with the number that says whether it wants attention. */
export function PageNav({ snapshot }: { readonly snapshot: PlanSnapshot | undefined }): ReactNode {
  const words = useShellWords();
  const isNarrow = useMedia('(width < 760px)');
  const known = pages.filter(({ page }) => hasContent(page, snapshot));
  const shown = isNarrow ? known.filter(({ main }) => main) : known;
  return (
    <nav aria-label={words.pages} className={styles.nav}>
      {shown.map((entry) => (
        <PageLink key={entry.page} entry={entry} snapshot={snapshot} />
      ))}
      {isNarrow && <MorePages entries={known.filter(({ main }) => !main)} />}
    </nav>
  );
}

function PageLink({
  entry: { page, to, icon },
  snapshot,
}: {
  readonly entry: PageEntry;
  readonly snapshot: PlanSnapshot | undefined;
}): ReactNode {
  const words = useShellWords();
  const format = useFormat();
  const { request } = useOpenProject();
  const remark = snapshot === undefined ? undefined : remarkOf(page, snapshot, words);
  return (
    <Link
      to={to}
      params={{ project: request.project }}
      className={styles.link}
      activeProps={{ className: styles.active }}
    >
      <Icon of={icon} />
      <span className={styles.name}>{words[page]}</span>
      {remark !== undefined && (
        <>
          <span className={styles.count} data-attention={remark.attention} aria-hidden>
            {format.compact(remark.count)}
          </span>
          <VisuallyHidden>{remark.text}</VisuallyHidden>
        </>
      )}
    </Link>
  );
}

/** The pages for which a narrow bar has no room. */
function MorePages({ entries }: { readonly entries: readonly PageEntry[] }): ReactNode {
  const words = useShellWords();
  const { request } = useOpenProject();
  const navigate = useNavigate();
  const match = useMatchRoute();
  const params = { project: request.project };
  const current = entries.find(({ to }) => match({ to, params }) !== false);
  return (
    <MenuOnDemand
      align="end"
      trigger={
        <button
          type="button"
          className={classNames(styles.link, styles.more, current !== undefined && styles.active)}
        >
          <Icon of={current?.icon ?? Ellipsis} />
          <span className={styles.name}>{words.more}</span>
        </button>
      }
      entries={entries.map(({ page, to, icon }) => ({
        kind: 'action',
        id: page,
        label: words[page],
        icon: <Icon of={icon} />,
        onSelect: () => void navigate({ to, params }),
      }))}
    />
  );
}

function remarkOf(
  page: Page,
  { items, gates, metrics, invariants, bundle }: PlanSnapshot,
  words: ShellWords,
): { count: number; attention: boolean; text: string } | undefined {
  switch (page) {
    case 'overview':
      return undefined;
    case 'graph':
      return counted(items.length);
    case 'gates': {
      const open = gates.filter((gate) => gate.verdict !== 'passed').length;
      return {
        count: open,
        attention: gates.some((gate) => gate.verdict === 'failed'),
        text: words.notPassed(open),
      };
    }
    case 'evidence':
      return counted(bundle.counts.evidence);
    case 'metrics':
      return counted(metrics.length);
    case 'authorisations':
    case 'documents':
    case 'history':
      return undefined;
    case 'contract':
      return counted(bundle.counts.deliverables);
    case 'invariants': {
      const violated = invariants.filter(({ verdict }) => verdict === 'violated').length;
      return violated === 0
        ? undefined
        : { count: violated, attention: true, text: words.violated(violated) };
    }
    case 'bundle': {
      const serious = bundle.problems.fatal + bundle.problems.error;
      const count = serious + bundle.problems.warning;
      return count === 0
        ? undefined
        : { count, attention: serious > 0, text: words.problems(count) };
    }
  }
}

function counted(count: number) {
  return { count, attention: false, text: String(count) };
}
