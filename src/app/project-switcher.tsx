import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { useOpenProject } from '../parts/project-context.tsx';
import { projectsQuery } from '../queries/options.ts';
import { Icon } from '../ui/icon.tsx';
import { MenuOnDemand } from '../ui/on-demand.tsx';
import { useFormat } from '../ui/wording/use-format.ts';
import styles from './project-switcher.module.css';
import { useShellWords } from './words/use-shell-words.ts';

/** The project being looked at; opens the others of the same source. */
export function ProjectSwitcher({
  snapshot,
}: {
  readonly snapshot: PlanSnapshot | undefined;
}): ReactNode {
  const words = useShellWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { session, request } = useOpenProject();
  const { data: projects = [] } = useQuery(projectsQuery(session, request.source));
  return (
    <MenuOnDemand
      trigger={
        <button type="button" className={styles.trigger}>
          <span className={styles.text}>
            <span className={styles.title}>
              <bdi>{snapshot?.info.title ?? request.project}</bdi>
            </span>
            {snapshot !== undefined && (
              <span className={styles.remark}>
                <bdi>{snapshot.revision.label ?? snapshot.revision.id}</bdi>
                {' · '}
                {format.count(
                  snapshot.items.length,
                  snapshot.info.itemWord ?? { one: 'item', other: 'items' },
                )}
              </span>
            )}
          </span>
          <Icon of={ChevronsUpDown} />
        </button>
      }
      entries={[
        {
          kind: 'choice',
          id: 'project',
          value: request.project,
          options: projects.map((project) => ({
            value: project.id,
            label: <bdi>{project.title}</bdi>,
          })),
          onChange: (project) => {
            void navigate({
              to: '/p/$project/overview',
              params: { project },
              search: { rev: undefined, asOf: undefined, keys: undefined },
            });
          },
        },
        { kind: 'separator', id: 'line' },
        {
          kind: 'action',
          id: 'all',
          label: words.allProjects,
          onSelect: () => {
            void navigate({
              to: '/',
              search: { source: undefined, rev: undefined, asOf: undefined, keys: undefined },
            });
          },
        },
      ]}
    />
  );
}
