import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BundleSession, OpenRequest } from '../../queries/session-types.ts';
import { settleNews, useSourceNews } from '../../queries/source-news.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { OpenBundle } from './open-bundle.tsx';
import { ProjectAnswer } from './project-answer.tsx';
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
  session,
  request,
}: {
  readonly projects: readonly ListedProject[];
  readonly session: BundleSession;
  /** Source and instants; the project is filled in. */
  readonly request: Omit<OpenRequest, 'project'>;
}): ReactNode {
  const words = useProjectsWords();
  const { projectsChanged, updates } = useSourceNews(session, request.source);
  const client = useQueryClient();
  const router = useRouter();
  const show = async (): Promise<void> => {
    settleNews(session, request.source);
    for (const project of updates.keys()) {
      await session.moveOn(request.source, project);
      settleNews(session, request.source, project);
    }
    await client.invalidateQueries({ queryKey: ['projects', request.source] });
    await client.invalidateQueries({ queryKey: ['revisions', request.source] });
    await router.invalidate();
  };
  return (
    <div className={styles.page}>
      <PageHeading
        question={words.question}
        answer={words.answer(projects.length)}
        note={words.note}
      />
      {(projectsChanged || updates.size > 0) && (
        <p role="status" className={styles.changed}>
          {words.changed}{' '}
          <Button size="small" onClick={() => void show()}>
            {words.show}
          </Button>
        </p>
      )}
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
                <ProjectAnswer
                  session={session}
                  request={{ ...request, project: project.id }}
                  revisions={project.revisions}
                />
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
        <OpenBundle session={session} />
      </Panel>
    </div>
  );
}
