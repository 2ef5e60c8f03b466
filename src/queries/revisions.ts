import { answers } from '../derive/answers.ts';
import type { DeriveContext } from '../derive/context.ts';
import { revisionDiff } from '../derive/revision-diff.ts';
import type { RevisionDiff } from '../derive/revision-diff-types.ts';
import type { GateVerdict } from '../gates/types.ts';
import { parseTimestamp } from '../lib/timestamp.ts';
import { type GateId, gateId } from '../model/ids.ts';
import type { Severity } from '../model/problem.ts';
import type { ProjectListing } from '../source/types.ts';
import { BoundedCache } from './bounded-cache.ts';
import { sourceFailure } from './load-plan.ts';
import type { LoadedBundle } from './loaded-bundle.ts';
import { judgedUnder, type Opened, type OpenFailure, type OpenRequest } from './open-request.ts';
import type {
  GateMoment,
  RevisionAnswer,
  RevisionEntry,
  RevisionInstant,
  RevisionList,
  RevisionSession,
} from './revision-types.ts';

/** Answers are small; a history of this many revisions is judged once. */
const keptAnswers = 500;
/** What a revision says of every gate weighs more. */
const keptGates = 24;

/** What looking at revisions needs of the session. */
export interface RevisionReader {
  readonly list: (request: OpenRequest) => Promise<Opened<readonly ProjectListing[]>>;
  /** Reads one revision; the shown one must not be pushed out of memory by older ones. */
  readonly load: (request: OpenRequest) => Promise<Opened<LoadedBundle>>;
}

interface Judged {
  readonly context: DeriveContext;
  readonly bundleId: string;
}

/**
 * Lists, judges and compares revisions. Older revisions are read one after the other, so that a long
 * history never holds many bundles at once; what they answer is remembered.
 */
export function revisionSession(reader: RevisionReader): RevisionSession & {
  readonly forgetRevisions: () => void;
} {
  const kept = new BoundedCache<Opened<RevisionAnswer>>(keptAnswers, ({ ok }) => ok);
  const keptMoments = new BoundedCache<Opened<GateBook>>(keptGates, ({ ok }) => ok);
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = queue.then(task, task);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const judge = async (
    request: OpenRequest,
    revision: string,
    instant: RevisionInstant,
  ): Promise<Opened<Judged>> => {
    const asked = { ...request, revision };
    const bundle = await reader.load(asked);
    if (!bundle.ok) return bundle;
    const at = instant === 'same' ? asked : atCreation(bundle.value, asked);
    const context = await bundle.value.judge(at);
    const { bundle: summary } = await bundle.value.snapshot(at);
    return { ok: true, value: { context, bundleId: summary.bundleId } };
  };
  const revisions = async (request: OpenRequest): Promise<Opened<RevisionList>> => {
    const listed = await reader.list(request);
    if (!listed.ok) return listed;
    const project = listed.value.find(({ id }) => id === request.project);
    if (project === undefined) {
      return sourceFailure({ code: 'not-found', where: request.project });
    }
    const shown = request.revision ?? project.revisions[0]?.id;
    return {
      ok: true,
      value: {
        project: {
          id: project.id,
          title: project.title,
          sample: project.sample === true,
        },
        revisions: project.revisions.map(entryOf),
        ...(shown === undefined ? {} : { shown }),
      },
    };
  };
  const compare = (
    request: OpenRequest,
    before: string,
    after: string,
    instant: RevisionInstant,
  ): Promise<Opened<RevisionDiff>> =>
    inTurn(async () => {
      const now = await judge(request, after, instant);
      if (!now.ok) return now;
      // Samples have an instant each; what is compared is compared at that of the later side.
      const { asOf } = now.value.context.verdicts;
      const old = await judge(instant === 'same' ? { ...request, asOf } : request, before, instant);
      if (!old.ok) return old;
      return { ok: true, value: revisionDiff(old.value.context, now.value.context) };
    });

  return {
    revisions,
    revisionAnswer: (request, revision, instant = 'own') =>
      kept.get(momentKey(request, revision, instant), () =>
        inTurn(async () => {
          const judged = await judge(request, revision, instant);
          return judged.ok ? { ok: true, value: answerOf(judged.value) } : judged;
        }),
      ),
    compareRevisions: (request, before, after, instant = 'same') =>
      compare(request, before, after, instant),
    changesSincePrevious: async (request, instant = 'same') => {
      const list = await revisions(request);
      if (!list.ok) return list;
      const { revisions: all, shown } = list.value;
      const previous = all[all.findIndex(({ id }) => id === shown) + 1];
      if (shown === undefined || previous === undefined || !all.some(({ id }) => id === shown)) {
        return { ok: true, value: undefined };
      }
      return compare(request, previous.id, shown, instant);
    },
    gateHistory: async (request, gate, limit, instant = 'own') => {
      const list = await revisions(request);
      if (!list.ok) return list;
      const moments: GateMoment[] = [];
      for (const revision of list.value.revisions.slice(0, limit)) {
        const book = await keptMoments.get(momentKey(request, revision.id, instant), () =>
          inTurn(async () => {
            const judged = await judge(request, revision.id, instant);
            return judged.ok ? { ok: true, value: gateBook(judged.value.context) } : judged;
          }),
        );
        moments.push(momentOf(revision, gateId(gate), book));
      }
      return { ok: true, value: moments };
    },
    forgetRevisions: () => {
      kept.clear();
      keptMoments.clear();
    },
  };
}

/** The instant is part of the key: without a chosen one, `now` decides what counts as stale. */
function momentKey(request: OpenRequest, revision: string, instant: RevisionInstant): string {
  const { source, project } = request;
  return JSON.stringify([source, project, revision, instant, ...judgedUnder(request)]);
}

function entryOf({ id, createdAt, label }: ProjectListing['revisions'][number]): RevisionEntry {
  return {
    id,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(label === undefined ? {} : { label }),
  };
}

/**
 * A revision that claims to come from the future is judged now: a wrong clock must not make grants
 * count that are not in force yet. A sample keeps the instant that its pages have.
 */
function atCreation(bundle: LoadedBundle, request: OpenRequest): OpenRequest {
  const { revision, sample } = bundle.structure();
  if (request.asOf !== undefined || sample) return request;
  const created = parseTimestamp(revision.createdAt);
  return created <= parseTimestamp(request.now)
    ? { ...request, asOf: revision.createdAt }
    : request;
}

function answerOf({ context, bundleId }: Judged): RevisionAnswer {
  const { revision, reading } = context.project;
  const own = answers(context);
  const gates: Record<GateVerdict, number> = {
    passed: 0,
    failed: 0,
    unknown: 0,
    stale: 0,
    missing: 0,
  };
  for (const { verdict } of context.verdicts.gates.values()) gates[verdict] += 1;
  const problems: Record<Severity, number> = { fatal: 0, error: 0, warning: 0 };
  for (const { severity } of reading.problems) problems[severity] += 1;
  return {
    revision: entryOf({ ...revision, path: '' }),
    judgedAt: context.verdicts.asOf,
    bundleId,
    headline: own.headline,
    inScope: own.inScope,
    complete: own.complete,
    held: own.held,
    ready: own.ready.length,
    inProgress: own.inProgress.length,
    stopped: own.stopped.length,
    contradicted: own.contradicted.length,
    causes: own.causeCount,
    gates,
    problems,
  };
}

type JudgedMoment = Extract<GateMoment['outcome'], { kind: 'judged' }>;

/** What one revision says of each of its gates, without the plan behind it. */
interface GateBook {
  readonly judgedAt: string;
  readonly gates: ReadonlyMap<GateId, JudgedMoment>;
}

function gateBook({ verdicts }: DeriveContext): GateBook {
  const judgedAt = verdicts.asOf;
  return {
    judgedAt,
    gates: new Map(
      [...verdicts.gates].map(([id, result]) => [
        id,
        {
          kind: 'judged',
          judgedAt,
          verdict: result.verdict,
          reason: result.reason,
          ...(result.declared === undefined ? {} : { declared: result.declared.verdict }),
          contradicts: result.contradicts,
          conditions: result.conditions.map(({ id: condition, title, verdict }) => ({
            id: condition,
            title,
            verdict,
          })),
        },
      ]),
    ),
  };
}

function momentOf(revision: RevisionEntry, gate: GateId, book: Opened<GateBook>): GateMoment {
  if (!book.ok) return { revision, outcome: unreadable(book.error) };
  const { judgedAt, gates } = book.value;
  return { revision, outcome: gates.get(gate) ?? { kind: 'absent', judgedAt } };
}

function unreadable(failure: OpenFailure): GateMoment['outcome'] {
  return { kind: 'unreadable', failure };
}
