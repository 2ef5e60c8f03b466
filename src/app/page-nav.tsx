import { Link } from '@tanstack/react-router';
import {
  Activity,
  FileCheck2,
  LayoutDashboard,
  type LucideIcon,
  Package,
  ShieldCheck,
  Workflow,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { formatCompact } from '../lib/format/number.ts';
import { useOpenProject } from '../parts/project-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './page-nav.module.css';
import { type ShellWords, useShellWords } from './words.ts';

const pages = [
  { page: 'overview', to: '/p/$project/overview', icon: LayoutDashboard },
  { page: 'graph', to: '/p/$project/graph', icon: Workflow },
  { page: 'gates', to: '/p/$project/gates', icon: ShieldCheck },
  { page: 'evidence', to: '/p/$project/evidence', icon: FileCheck2 },
  { page: 'metrics', to: '/p/$project/metrics', icon: Activity },
  { page: 'bundle', to: '/p/$project/bundle', icon: Package },
] as const satisfies readonly { page: string; to: string; icon: LucideIcon }[];

type Page = (typeof pages)[number]['page'];

/** The pages of a project, each with the number that says whether it wants attention. */
export function PageNav({ snapshot }: { readonly snapshot: PlanSnapshot | undefined }): ReactNode {
  const words = useShellWords();
  const { request } = useOpenProject();
  return (
    <nav aria-label={words.pages} className={styles.nav}>
      {pages.map(({ page, to, icon }) => {
        const remark = snapshot === undefined ? undefined : remarkOf(page, snapshot, words);
        return (
          <Link
            key={page}
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
                  {formatCompact(remark.count)}
                </span>
                <VisuallyHidden>{remark.text}</VisuallyHidden>
              </>
            )}
          </Link>
        );
      })}
    </nav>
  );
}

function remarkOf(
  page: Page,
  { items, gates, metrics, bundle }: PlanSnapshot,
  words: ShellWords,
): { count: number; attention: boolean; text: string } | undefined {
  switch (page) {
    case 'overview':
      return undefined;
    case 'graph':
      return { count: items.length, attention: false, text: String(items.length) };
    case 'gates': {
      const open = gates.filter((gate) => gate.verdict !== 'passed').length;
      return {
        count: open,
        attention: gates.some((gate) => gate.verdict === 'failed'),
        text: words.notPassed(open),
      };
    }
    case 'evidence':
      return {
        count: bundle.counts.evidence,
        attention: false,
        text: String(bundle.counts.evidence),
      };
    case 'metrics':
      return { count: metrics.length, attention: false, text: String(metrics.length) };
    case 'bundle': {
      const serious = bundle.problems.fatal + bundle.problems.error;
      const count = serious + bundle.problems.warning;
      return count === 0
        ? undefined
        : { count, attention: serious > 0, text: words.problems(count) };
    }
  }
}
