/** How a server misbehaves; the same in the mocked API and in the static host of the tests. */
export type HttpFault =
  | { readonly kind: 'status'; readonly status: number; readonly title: string }
  /** Answers properly, after a while. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Status 200 and a page instead of the document, as hosts of single-page applications do. */
  | { readonly kind: 'html' }
  /** Announces the whole document and breaks off after some of it. */
  | { readonly kind: 'cut-off'; readonly after: number };

/** Sentinel projects whose bundle is served with a fault. Others are faulty in their files. */
export const httpFaults: Readonly<Record<string, HttpFault>> = {
  'fault-500': { kind: 'status', status: 500, title: 'Internal Server Error' },
  'fault-401': { kind: 'status', status: 401, title: 'Unauthorized' },
  'fault-403': { kind: 'status', status: 403, title: 'Forbidden' },
  'fault-429': { kind: 'status', status: 429, title: 'Too Many Requests' },
  'fault-slow': { kind: 'slow', ms: 3000 },
  'fault-html': { kind: 'html' },
  'fault-cut-off': { kind: 'cut-off', after: 200 },
};

export const htmlPage = '<!doctype html><title>Some application</title><div id="root"></div>\n';

/**
 * The fault with which a file is served. Only bundle documents have one.
 *
 * @param path relative to the root of the resource tree
 */
export function httpFaultOf(path: string): HttpFault | undefined {
  const project = /^projects\/([^/]+)\/[^/]+\/bundle\.json$/.exec(path)?.[1];
  return project !== undefined && Object.hasOwn(httpFaults, project)
    ? httpFaults[project]
    : undefined;
}
