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
  obtained: 2,
  authorised: 2,
  ready: 1,
  'in-progress': 1,
};

interface Asking {
  readonly session: BundleSession;
  readonly request: OpenRequest;
  /** A verdict under a name. */
  readonly note: (name: readonly string[], verdict: string) => void;
  readonly count: (name: string, value: number) => void;
}

/** Questions that say nothing of a plan. */
type Aside =
  | 'snapshot'
  | 'structureTo'
  | 'news'
  | 'unfollow'
  | 'signIn'
  | 'moveOn'
  | 'leave'
  | 'leaveEvidence'
  | 'forget'
  | 'readTrustedKey'
  | 'integrityProgress';

const instantSpan = { from: Date.parse('2026-05-01'), to: Date.parse('2026-06-02') };

/** Every question that a page can ask: one that is added to the session has to be asked here, too. */
const questions: Readonly<
  Record<Exclude<keyof BundleSession, Aside>, (asking: Asking) => Promise<unknown>>
> = {
  listProjects: ({ session, request }) => session.listProjects(request.source),
  structure: ({ session, request }) => session.structure(request),
  problems: ({ session, request }) => session.problems(request, 0, 50),
  itemDetail: async ({ session, request, note }) => {
    for (const id of ['A', 'B', 'C']) {
      const detail = await session.itemDetail(request, id);
      note(['item page', id], detail?.row.state ?? 'gone');
    }
  },
  gateDetail: async ({ session, request, note }) => {
    for (const id of gateIds) {
      const detail = await session.gateDetail(request, id);
      note(['gate page', id], detail?.result.verdict ?? 'gone');
      for (const condition of detail?.result.conditions ?? []) {
        note(['condition', id, condition.id], condition.verdict);
      }
    }
  },
  evidencePage: async ({ session, request, note }) => {
    const { rows } = await session.evidencePage(request, { offset: 0, limit: 100 });
    for (const { id, digest } of rows) note(['evidence', id], digest);
  },
  evidenceDetail: async ({ session, request, note }) => {
    for (const id of evidenceIds) {
      const detail = await session.evidenceDetail(request, id);
      note(['evidence page', id], detail?.row.digest ?? 'gone');
    }
  },
  evidenceContent: async ({ session, request, note }) => {
    for (const id of evidenceIds) {
      const content = await session.evidenceContent(request, id);
      note(['evidence bytes', id], content.ok ? content.digest : 'gone');
    }
  },
  files: async ({ session: { files }, request, note }) => {
    for (const id of gateIds) {
      const queue = await files.reviewQueue(request, id);
      note(['review', id], queue?.verdict ?? 'gone');
    }
    const digest = await files.digest(request, 'late');
    note(['file', 'late'], digest.ok ? digest.value.digest : 'gone');
    await files.reading(request, 'late');
  },
  content: async ({ session, request, note }) => {
    const { invariants, contracts } = await session.content(request);
    for (const { contract, targets } of contracts) {
      for (const { target, result } of targets) {
        note(['contract', contract.id, target.id], result?.verdict ?? 'gone');
      }
    }
    return invariants;
  },
  authorisations: async ({ session, request, note, count }) => {
    const { steps, authorised } = await session.authorisations(request);
    count('authorised steps', authorised);
    for (const { item, permission, cells } of steps) {
      note(['permission', item], permission);
      for (const { rule, state } of cells) note(['leave', item, rule], state);
    }
  },
  stepAuthorisation: async ({ session, request, note }) => {
    const step = await session.stepAuthorisation(request, 'B');
    for (const { rule, state } of step?.leaves ?? []) note(['leave page', rule], state);
  },
  scenario: async ({ session, request, count }) => {
    const { released, startable } = await session.scenario(request, []);
    count('released by nothing', released.length);
    count('startable by nothing', startable.length);
  },
  clearing: ({ session, request }) => session.clearing(request, []),
  integrityReport: async ({ session, request, note }) => {
    const { intact, complete, authentic, recomputed } = await session.integrityReport(request, []);
    for (const [name, { state }] of Object.entries({ intact, complete, authentic, recomputed })) {
      note(['claim', name], state);
    }
  },
  metricPicture: ({ session, request }) =>
    session.metricPicture(request, 'latency', instantSpan, 100),
  metricStudy: ({ session, request }) => session.metricStudy(request, 'latency', instantSpan),
  metricPoints: ({ session, request }) =>
    session.metricPoints(request, 'latency', instantSpan, 0, 10),
  metricOutlooks: ({ session, request }) => session.metricOutlooks(request),
  metricsCsv: ({ session, request }) => session.metricsCsv(request, ['latency'], instantSpan),
  compareMetrics: ({ session, request }) =>
    session.compareMetrics(request, { metric: 'latency' }, { metric: 'latency' }, instantSpan),
  budgets: ({ session, request }) => session.budgets(request),
  targets: async ({ session, request, note }) => {
    for (const { key, verdict } of await session.targets(request)) {
      note(['target', key], verdict ?? 'gone');
    }
  },
  gateHistory: async ({ session, request, note }) => {
    const history = await session.gateHistory(request, 'gate-B', 5);
    for (const { revision, outcome } of history.ok ? history.value : []) {
      note(['history', revision.id], outcome.kind === 'judged' ? outcome.verdict : 'unknown');
    }
  },
  revisions: ({ session, request }) => session.revisions(request),
  revisionAnswer: async ({ session, request, count }) => {
    const revisions = await session.revisions(request);
    for (const { id } of revisions.ok ? revisions.value.revisions : []) {
      const answer = await session.revisionAnswer(request, id);
      count(`passed gates in ${id}`, answer.ok ? answer.value.gates.passed : 0);
    }
  },
  compareRevisions: async ({ session, request, note }) => {
    const diff = await session.compareRevisions(request, 'r1', 'r2');
    for (const { id, after } of diff.ok ? diff.value.gates : []) {
      note(['diff', id], after ?? 'gone');
    }
  },
  changesSincePrevious: async ({ session, request, note }) => {
    const diff = await session.changesSincePrevious(request);
    for (const { id, after } of diff.ok ? (diff.value?.gates ?? []) : []) {
      note(['changes', id], after ?? 'gone');
    }
  },
};

const gateIds = ['gate-A', 'gate-B', 'gate-C'];
const evidenceIds = ['unit', 'decision', 'late'];

/**
 * Asks everything that every page can ask, and writes down each verdict, before and after all of it was
 * read; `undefined` when there is nothing to show.
 */
export async function everyPage(
  session: BundleSession,
  request: OpenRequest,
): Promise<Greenness | undefined> {
  const { found, asking } = asker(session, request);
  if (!(await overview(asking, 'first'))) return undefined;
  for (const ask of Object.values(questions)) await ask(asking);
  return (await overview(asking, 'then')) ? found : undefined;
}

/** The same of the first page alone. */
export async function onePage(
  session: BundleSession,
  request: OpenRequest,
): Promise<Greenness | undefined> {
  const { found, asking } = asker(session, request);
  return (await overview(asking, 'first')) ? found : undefined;
}

function asker(session: BundleSession, request: OpenRequest) {
  const found = new Map<string, number>();
  const asking: Asking = {
    session,
    request,
    note: (name, verdict) => {
      found.set(JSON.stringify(name), verdicts[verdict] ?? 0);
    },
    count: (name, value) => {
      found.set(name, value);
    },
  };
  return { found, asking };
}

async function overview(
  { session, request, note, count }: Asking,
  when: 'first' | 'then',
): Promise<boolean> {
  const snapshot = await session.snapshot(request);
  if (!snapshot.ok) return false;
  const { items, gates, metrics, invariants, answers, bundle } = snapshot.value;
  for (const { id, state } of items) note(['item', id, when], state);
  for (const { id, verdict } of gates) note(['gate', id, when], verdict);
  for (const { id, verdict } of metrics) note(['metric', id, when], verdict);
  for (const { id, verdict } of invariants) note(['rule', id, when], verdict);
  count(`verified files ${when}`, bundle.digests.match);
  count(`complete ${when}`, answers.complete);
  count(`ready ${when}`, answers.ready.length);
  return true;
}

/** Names of what is greener than it truly is. What is not named in truth must not be green at all. */
export function greener(seen: Greenness, truth: Greenness): readonly string[] {
  return [...seen].flatMap(([name, value]) => (value > (truth.get(name) ?? 0) ? [name] : []));
}
