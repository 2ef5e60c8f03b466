import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { snapshotQuery } from '../queries/options.ts';
import type { BundleSession, OpenRequest } from '../queries/session-types.ts';

/** Which bundle the pages below are about, and the engine that answers for it. */
export interface OpenProject {
  readonly session: BundleSession;
  readonly request: OpenRequest;
}

const ProjectContext = createContext<OpenProject | undefined>(undefined);

export function ProjectProvider({
  project,
  children,
}: {
  readonly project: OpenProject;
  readonly children: ReactNode;
}): ReactNode {
  return <ProjectContext value={project}>{children}</ProjectContext>;
}

/** @throws when used outside a project's pages, which is a fault of the program. */
export function useOpenProject(): OpenProject {
  const project = useContext(ProjectContext);
  if (project === undefined) throw new Error('useOpenProject needs a ProjectProvider above it.');
  return project;
}

/** The snapshot of the open project. Suspends while it is read; the route's loader starts it. */
export function useSnapshot(): PlanSnapshot {
  const { session, request } = useOpenProject();
  return useSuspenseQuery(snapshotQuery(session, request)).data;
}
