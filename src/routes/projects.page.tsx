import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProjectsView } from '../views/projects/projects-view.tsx';

const route = getRouteApi('/');

export function ProjectsRoute(): ReactNode {
  return <ProjectsView projects={route.useLoaderData()} />;
}
