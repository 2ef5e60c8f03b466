import { galleryRoute } from './gallery.tsx';
import { bundleRoute } from './pages/bundle.tsx';
import { evidenceRoute } from './pages/evidence.tsx';
import { gatesRoute } from './pages/gates.tsx';
import { graphRoute } from './pages/graph.tsx';
import { metricsRoute } from './pages/metrics.tsx';
import { overviewRoute } from './pages/overview.tsx';
import { projectIndexRoute, projectRoute } from './project.tsx';
import { projectsRoute } from './projects.tsx';
import { rootRoute } from './root.tsx';

export const routeTree = rootRoute.addChildren([
  projectsRoute,
  projectRoute.addChildren([
    projectIndexRoute,
    overviewRoute,
    graphRoute,
    gatesRoute,
    evidenceRoute,
    metricsRoute,
    bundleRoute,
  ]),
  galleryRoute,
]);
