import type { BundleSession, OpenRequest } from '../queries/session-types.ts';
import { parseSource } from '../queries/source-text.ts';

type Source = OpenRequest['source'];

/** Where a router is on its way to. */
export interface Going {
  readonly toLocation: {
    readonly pathname: string;
    readonly search: { readonly source?: string | undefined };
  };
}

/** The part of the router that is listened to. */
export interface Departures {
  readonly subscribe: (event: 'onBeforeNavigate', listener: (going: Going) => void) => unknown;
}

/**
 * Stops what is being read for a project as soon as somebody is on the way to another one, or to the
 * list of projects, also when the first page of it never stood.
 */
export function leaveProjects(
  router: Departures,
  session: Pick<BundleSession, 'leave'>,
  defaultSource: Source,
): void {
  let here: { readonly source: Source; readonly project: string } | undefined;
  router.subscribe('onBeforeNavigate', ({ toLocation: { pathname, search } }) => {
    const [, segment] = /^\/p\/([^/]+)/.exec(pathname) ?? [];
    const project = segment === undefined ? undefined : decoded(segment);
    const source = search.source === undefined ? defaultSource : parseSource(search.source);
    const next = project === undefined ? undefined : { source, project };
    const before = here;
    here = next;
    if (before === undefined || JSON.stringify(before) === JSON.stringify(next)) return;
    session.leave(before.source, before.project).catch(() => undefined);
  });
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
