import { type Behaviour, type FaultPlan, htmlPage } from './behaviours.ts';

/** What a page may expect of a server that misbehaves in one way. */
export interface FaultScenario {
  readonly name: string;
  readonly plan: FaultPlan;
  /** The fault comes when a part of the answer is there already. */
  readonly isMidStream?: boolean;
  /** What somebody sees who comes for the first time: the plan, or why there is none. */
  readonly first: 'shown' | 'refused';
  /** What is known of the last good view when the fault comes afterwards. */
  readonly later: 'fresh' | 'stale' | 'unauthorised';
  /**
   * What comes is a plan of its own, with other demands. Its gates and items are in doubt since the list
   * of sums names other bytes; its single conditions are what they are.
   */
  readonly isAnotherPlan?: boolean;
}

const document = /^projects\/plan\/[^/]+\/(bundle|delta)\.json/;
const collection = /\/collections\//;
const sums = /SHA256SUMS$/;
const evidence = /\/evidence\/(late|unit)\.json$/;
const series = /\/metrics\/latency\.csv$/;
const index = /^index\.json/;

function at(path: RegExp, behaviour: Behaviour, times?: number): FaultPlan {
  return { rules: [{ path, behaviour, ...(times === undefined ? {} : { times }) }] };
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Behaviour {
  const body = JSON.stringify({ type: 'about:blank', title: 'Fault', status });
  return { kind: 'answer', status, headers, body };
}

function text(body: string, type = 'application/json'): Behaviour {
  return { kind: 'answer', status: 200, type, body };
}

function edit(from: string | RegExp, to: string): Behaviour {
  return { kind: 'edit', change: (body) => body.replaceAll(new RegExp(from, 'g'), to) };
}

/** The document is asked for whole, since a delta would bring it past the fault. */
function whole(behaviour: Behaviour): FaultPlan {
  const noDelta = { path: /delta\.json/, behaviour: answer(404) };
  return { rules: [noDelta, ...at(document, behaviour).rules] };
}

const shown = { first: 'shown', later: 'fresh' } as const;
const refused = { first: 'refused', later: 'fresh' } as const;
const gone = { first: 'refused', later: 'stale' } as const;
const partly = { first: 'shown', later: 'stale' } as const;

/** Faults of single answers. */
export const answerFaults: readonly FaultScenario[] = [
  { name: 'the connection is refused', plan: at(/./, { kind: 'refuse' }), ...gone },
  { name: 'the document: connection refused', plan: at(document, { kind: 'refuse' }), ...gone },
  { name: 'the document: 500', plan: at(document, answer(500)), ...gone },
  { name: 'the document: 502, once', plan: at(document, answer(502), 1), ...shown },
  {
    name: 'the document: 503 with Retry-After, twice',
    plan: at(document, answer(503, { 'retry-after': '1' }), 2),
    ...shown,
  },
  { name: 'the document: 429', plan: at(document, answer(429)), ...gone },
  {
    name: 'the document: 429 with Retry-After, once',
    plan: at(document, answer(429, { 'retry-after': '2' }), 1),
    ...shown,
  },
  {
    name: 'the document: 429 with a wait that nobody waits',
    plan: at(document, answer(429, { 'retry-after': '86400' })),
    ...gone,
  },
  {
    name: 'the document: 401',
    plan: at(document, answer(401, { 'www-authenticate': 'Bearer' })),
    first: 'refused',
    later: 'unauthorised',
  },
  { name: 'the document: 403', plan: at(document, answer(403)), ...gone },
  { name: 'the document: 404', plan: at(document, answer(404)), ...refused },
  { name: 'the document: 409', plan: at(document, answer(409)), ...gone },
  { name: 'the document: 410', plan: at(document, answer(410)), ...refused },
  { name: 'the document: 413', plan: at(document, answer(413)), ...gone },
  { name: 'the document: 204', plan: at(document, answer(204)), ...gone },
  { name: 'the document: slow', plan: at(document, { kind: 'slow', ms: 40 }), ...shown },
  { name: 'the document: a page', plan: at(document, text(htmlPage, 'text/html')), ...gone },
  { name: 'the document: a page that says JSON', plan: at(document, text(htmlPage)), ...gone },
  { name: 'the document: nothing at all', plan: at(document, text('')), ...refused },
  { name: 'the document: no JSON', plan: at(document, text('{ "project": oops')), ...refused },
  { name: 'the document: another document', plan: at(document, text('{"a":1}')), ...refused },
  { name: 'the document: null', plan: at(document, text('null')), ...refused },
  { name: 'the document: other bytes', plan: at(document, { kind: 'garble' }), ...gone },
  {
    name: 'the document: a later version',
    plan: whole(edit('"1.0.0"', '"9.0.0"')),
    ...refused,
  },
  {
    name: 'drift: conditions have another name',
    plan: whole(edit('"conditions"', '"criteria"')),
    ...shown,
  },
  {
    name: 'drift: gates are gone',
    plan: whole(edit('"gates"', '"doors"')),
    ...shown,
    isAnotherPlan: true,
  },
  {
    name: 'drift: targets are text',
    plan: whole(edit('"target": (\\d+)', '"target": "$1"')),
    ...shown,
  },
  { name: 'drift: ids are numbers', plan: whole(edit('"id": "late"', '"id": 7')), ...shown },
  {
    name: 'drift: more tests may fail',
    plan: whole(edit('"maxFailed": 0', '"maxFailed": 99')),
    ...shown,
    isAnotherPlan: true,
  },
  {
    name: 'the document: 304 that nobody asked for',
    plan: at(document, { kind: 'stale-304' }),
    ...gone,
  },
  {
    name: 'the document: 304 for another tag',
    plan: at(document, { kind: 'stale-304', etag: '"another"' }),
    ...gone,
  },
  { name: 'the collection: 404', plan: at(collection, answer(404)), ...shown },
  {
    name: 'the collection: 500',
    plan: at(collection, answer(500)),
    ...partly,
  },
  {
    name: 'the collection: a page',
    plan: at(collection, text(htmlPage, 'text/html')),
    ...partly,
  },
  {
    name: 'the collection: empty',
    plan: at(collection, text('', 'application/x-ndjson')),
    ...shown,
  },
  {
    name: 'the collection: a broken line',
    plan: at(collection, edit('"kind"', '"kind')),
    ...shown,
  },
  {
    name: 'the collection: no failure in it',
    plan: at(collection, edit('"failed":3', '"failed":0')),
    ...shown,
  },
  { name: 'the list of sums: 404', plan: at(sums, answer(404)), ...shown },
  { name: 'the list of sums: 500', plan: at(sums, answer(500)), first: 'shown', later: 'stale' },
  {
    name: 'the list of sums: other bytes',
    plan: at(sums, { kind: 'garble' }),
    ...partly,
  },
  { name: 'evidence: 404', plan: at(evidence, answer(404)), ...shown },
  { name: 'evidence: 500', plan: at(evidence, answer(500)), first: 'shown', later: 'stale' },
  {
    name: 'evidence: other bytes',
    plan: at(evidence, { kind: 'garble' }),
    ...partly,
  },
  {
    name: 'evidence: a page',
    plan: at(evidence, text(htmlPage, 'text/html')),
    ...partly,
  },
  { name: 'the series: 404', plan: at(series, answer(404)), ...shown },
  { name: 'the series: better numbers', plan: at(series, edit(',31', ',3')), ...shown },
  { name: 'the series: no numbers', plan: at(series, edit(',\\d+\n', ',\n')), ...shown },
  { name: 'the index: 500', plan: at(index, answer(500)), first: 'refused', later: 'stale' },
  {
    name: 'the index: a page',
    plan: at(index, text(htmlPage, 'text/html')),
    first: 'refused',
    later: 'stale',
  },
  { name: 'the index: 401', plan: at(index, answer(401)), first: 'refused', later: 'unauthorised' },
  { name: 'the index: no JSON', plan: at(index, text('[')), ...refused },
  { name: 'the index: without the project', plan: at(index, text('{"projects":[]}')), ...refused },
];

/** A fault that comes when a part is there already. */
function middle(
  name: string,
  plan: FaultPlan,
  expected: Pick<FaultScenario, 'first' | 'later'>,
): FaultScenario {
  return { name, isMidStream: true, plan, ...expected };
}

/** Faults that come when a part is there already. */
export const midStreamFaults: readonly FaultScenario[] = [
  middle('the document: cut off at once', whole({ kind: 'cut-off', after: 0 }), gone),
  middle('the document: cut off after some', whole({ kind: 'cut-off', after: 700 }), gone),
  middle('the document: cut off in the last gate', whole({ kind: 'cut-off', after: 4000 }), gone),
  middle('the document: silence after some', whole({ kind: 'stall', after: 700 }), gone),
  middle('the document: ends too early', whole({ kind: 'short', after: 700 }), gone),
  middle('the collection: cut off', at(collection, { kind: 'cut-off', after: 20 }), partly),
  middle('the collection: silence', at(collection, { kind: 'stall', after: 20 }), partly),
  middle('the list of sums: cut off', at(sums, { kind: 'cut-off', after: 90 }), partly),
  middle('evidence: cut off', at(evidence, { kind: 'cut-off', after: 10 }), partly),
  middle('evidence: silence', at(evidence, { kind: 'stall', after: 10 }), partly),
  middle('the series: cut off behind a row', at(series, { kind: 'cut-off', after: 32 }), partly),
  middle('the series: ends too early', at(series, { kind: 'short', after: 32 }), partly),
  middle('the index: cut off', at(index, { kind: 'cut-off', after: 30 }), {
    first: 'refused',
    later: 'stale',
  }),
];
