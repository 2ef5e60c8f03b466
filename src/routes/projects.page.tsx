import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProjectsView } from '../views/projects/projects-view.tsx';
import { sourceOf } from './root.tsx';

const route = getRouteApi('/');

export function ProjectsRoute(): ReactNode {
  const context = route.useRouteContext();
  const search = route.useSearch();
  return (
    <ProjectsView
      projects={route.useLoaderData()}
      session={context.session}
      request={{
        source: sourceOf(search, context),
        now: context.now,
        ...(search.asOf !== undefined && { asOf: search.asOf }),
      }}
    />
  );
}
