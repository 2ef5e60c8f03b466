import { type Behaviour, type FaultPlan, htmlPage } from './behaviours.ts';

const status = (
  code: number,
  title: string,
  headers: Readonly<Record<string, string>> = {},
): Behaviour => ({
  kind: 'answer',
  status: code,
  headers,
  body: JSON.stringify({ type: 'about:blank', title, status: code }),
});

/** Sentinel projects whose document is served with a fault. Others are faulty in their files. */
export const httpFaults: Readonly<Record<string, Behaviour>> = {
  'fault-500': status(500, 'Internal Server Error'),
  'fault-401': status(401, 'Unauthorized', { 'www-authenticate': 'Bearer' }),
  'fault-403': status(403, 'Forbidden'),
  'fault-409': status(409, 'Conflict'),
  'fault-429': status(429, 'Too Many Requests', { 'retry-after': '1' }),
  'fault-slow': { kind: 'slow', ms: 3000 },
  'fault-html': { kind: 'answer', status: 200, type: 'text/html', body: htmlPage },
  'fault-cut-off': { kind: 'cut-off', after: 200 },
  'fault-stale-304': { kind: 'stale-304', etag: '"another"' },
  'fault-drift': { kind: 'edit', change: (text) => text.replaceAll('"conditions"', '"criteria"') },
};

/** The same as rules of a server. */
export const sentinelFaults: FaultPlan['rules'] = Object.entries(httpFaults).map(
  ([project, behaviour]) => ({
    path: new RegExp(`^projects/${project}/[^/]+/bundle\\.json`),
    behaviour,
  }),
);

/**
 * The fault with which a file is served. Only bundle documents have one.
 *
 * @param path relative to the root of the resource tree
 */
export function httpFaultOf(path: string): Behaviour | undefined {
  return sentinelFaults.find((rule) => rule.path.test(path))?.behaviour;
}
