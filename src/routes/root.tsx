import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet, retainSearchParams } from '@tanstack/react-router';
import type { BundleSession, OpenRequest } from '../queries/session-types.ts';
import { parseSource } from '../queries/source-text.ts';
import { trustedKeysNamed } from '../state/trusted-keys.ts';
import { keysField } from './keys-field.ts';
import { instantField, type RawSearch, textField } from './search-fields.ts';

/** What every loader needs; given once when the router is made. */
export interface RouterContext {
  readonly queryClient: QueryClient;
  readonly session: BundleSession;
  /** Where bundles are looked for when the link names no source. */
  readonly defaultSource: OpenRequest['source'];
  /** The page's clock when it opened, RFC 3339. */
  readonly now: string;
}

export interface RootSearch {
  /** Where the bundles are; see `source-text.ts`. */
  readonly source?: string | undefined;
  readonly rev?: string | undefined;
  /** Instant of judgement. */
  readonly asOf?: string | undefined;
  /** The viewer's keys that signatures are judged with; see `state/trusted-keys.ts`. */
  readonly keys?: string | undefined;
}

function validateRootSearch(search: RawSearch): RootSearch {
  return {
    source: textField(search, 'source'),
    rev: textField(search, 'rev'),
    asOf: instantField(search, 'asOf'),
    keys: keysField(search, 'keys'),
  };
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: validateRootSearch,
  // A link inside the app stays with the bundle, revision, instant and keys that are being looked at.
  search: { middlewares: [retainSearchParams(['source', 'rev', 'asOf', 'keys'])] },
  component: Outlet,
});

/** The source that a link names, or the deployment's own. */
export function sourceOf(search: RootSearch, context: RouterContext): OpenRequest['source'] {
  return search.source === undefined ? context.defaultSource : parseSource(search.source);
}

export function openRequest(
  project: string,
  search: RootSearch,
  context: RouterContext,
): OpenRequest {
  const keys = trustedKeysNamed(search.keys);
  return {
    source: sourceOf(search, context),
    project,
    now: context.now,
    ...(search.rev !== undefined && { revision: search.rev }),
    ...(search.asOf !== undefined && { asOf: search.asOf }),
    ...(keys.length > 0 && { keys }),
  };
}
