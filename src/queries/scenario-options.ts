import { queryOptions } from '@tanstack/react-query';
import type { Assumption } from '../gates/assumptions.ts';
import { judgedKey } from './options.ts';
import type { BundleSession, OpenRequest } from './session-types.ts';

/** The plan under assumptions. Falls with everything that was judged; what was judged stays as it is. */
export function scenarioQuery(
  session: BundleSession,
  request: OpenRequest,
  assumptions: readonly Assumption[],
) {
  return queryOptions({
    queryKey: [...judgedKey(request), 'scenario', assumptions],
    queryFn: () => session.scenario(request, assumptions),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    gcTime: 120_000,
  });
}
