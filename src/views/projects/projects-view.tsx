import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { OpenBundle } from './open-bundle.tsx';
import styles from './projects.module.css';
import { useProjectsWords } from './words/use-projects-words.ts';

/** One project as a source lists it. */
export interface ListedProject {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly sample?: boolean;
  readonly revisions: readonly { readonly id: string; readonly label?: string }[];
}

/** Which plan? The projects of the source, and the ways to open something else. */
export function ProjectsView({
  projects,
}: {
  readonly projects: readonly ListedProject[];
}): ReactNode {
  const words = useProjectsWords();
  return (
    <div className={styles.page}>
      <PageHeading
        question={words.question}
        answer={words.answer(projects.length)}
        note={words.note}
      />
      {projects.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {projects.map((project) => (
            <li key={project.id} className={styles.project}>
              <Link
                to="/p/$project/overview"
                params={{ project: project.id }}
                search={{ rev: undefined, asOf: undefined }}
                className={styles.link}
              >
                <span className={styles.title}>
                  <SafeText text={project.title} />
                </span>
                {project.description !== undefined && (
                  <span className={styles.description}>
                    <SafeText text={project.description} />
                  </span>
                )}
                <span className={styles.remarks}>
                  {project.sample === true && <Badge look="outline">{words.sample}</Badge>}
                  {words.revisions(project.revisions.length)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Panel title={words.openTitle}>
        <OpenBundle />
      </Panel>
    </div>
  );
}
