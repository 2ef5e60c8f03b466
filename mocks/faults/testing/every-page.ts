import type { BundleSession, OpenRequest } from '../../../src/queries/session-types.ts';

/** What the pages of a plan say that somebody could take for a pass. Larger is greener. */
export type Greenness = ReadonlyMap<string, number>;

const verdicts: Readonly<Record<string, number>> = {
  passed: 2,
  waived: 2,
  'not-applicable': 2,
  holds: 2,
  match: 2,
  complete: 2,
  ready: 1,
  'in-progress': 1,
};

/** Asks what every page asks, and writes down each verdict; `undefined` when there is nothing to show. */
export async function everyPage(
  session: BundleSession,
  request: OpenRequest,
): Promise<Greenness | undefined> {
  const snapshot = await session.snapshot(request);
  if (!snapshot.ok) return undefined;
  const found = new Map<string, number>();
  const note = (name: readonly string[], verdict: string): void => {
    found.set(JSON.stringify(name), verdicts[verdict] ?? 0);
  };
  const { items, gates, metrics, invariants, answers, bundle } = snapshot.value;
  for (const { id, state } of items) {
    note(['item', id], state);
    const detail = await session.itemDetail(request, id);
    note(['item page', id], detail?.row.state ?? 'gone');
  }
  for (const { id, verdict } of gates) {
    note(['gate', id], verdict);
    const detail = await session.gateDetail(request, id);
    note(['gate page', id], detail?.result.verdict ?? 'gone');
    for (const condition of detail?.result.conditions ?? []) {
      note(['condition', id, condition.id], condition.verdict);
    }
  }
  for (const { id, verdict } of metrics) note(['metric', id], verdict);
  for (const { id, verdict } of invariants) note(['rule', id], verdict);
  found.set('verified files', bundle.digests.match);
  found.set('complete', answers.complete);
  found.set('ready', answers.ready.length);
  const evidence = await session.evidencePage(request, { offset: 0, limit: 100 });
  for (const { id, digest } of evidence.rows) note(['evidence', id], digest);
  const history = await session.gateHistory(request, 'gate-B', 5);
  for (const { revision, outcome } of history.ok ? history.value : []) {
    note(['history', revision.id], outcome.kind === 'judged' ? outcome.verdict : 'unknown');
  }
  const revisions = await session.revisions(request);
  for (const { id } of revisions.ok ? revisions.value.revisions : []) {
    const answer = await session.revisionAnswer(request, id);
    found.set(`passed gates in ${id}`, answer.ok ? answer.value.gates.passed : 0);
  }
  await session.content(request);
  await session.authorisations(request);
  await session.problems(request, 0, 50);
  return found;
}

/** Names of what is greener than it truly is. What is not named in truth must not be green at all. */
export function greener(seen: Greenness, truth: Greenness): readonly string[] {
  return [...seen].flatMap(([name, value]) => (value > (truth.get(name) ?? 0) ? [name] : []));
}
