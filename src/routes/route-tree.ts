import { galleryRoute } from './gallery.tsx';
import { authorisationsRoute } from './pages/authorisations.tsx';
import { bundleRoute } from './pages/bundle.tsx';
import { contractRoute } from './pages/contract.tsx';
import { documentsRoute } from './pages/documents.tsx';
import { evidenceRoute } from './pages/evidence.tsx';
import { gatesRoute } from './pages/gates.tsx';
import { graphRoute } from './pages/graph.tsx';
import { historyRoute } from './pages/history.tsx';
import { invariantsRoute } from './pages/invariants.tsx';
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
    authorisationsRoute,
    evidenceRoute,
    metricsRoute,
    contractRoute,
    documentsRoute,
    invariantsRoute,
    historyRoute,
    bundleRoute,
  ]),
  galleryRoute,
]);
