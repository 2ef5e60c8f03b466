import { stepAuthorisation } from '../derive/authorisation-step.ts';
import { authorisationsOf } from '../derive/authorisations.ts';
import { gateDetail, itemDetail, planContent } from '../derive/details.ts';
import { evidencePage } from '../derive/evidence-page.ts';
import { evidenceDetail } from '../derive/evidence-rows.ts';
import { scenarioOf } from '../derive/scenario.ts';
import type { PlanStructure } from '../derive/types.ts';
import { assumeCleared } from '../derive/what-if.ts';
import { evidenceId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { EvidenceSource, SourceRef } from '../source/types.ts';
import { BoundedCache } from './bounded-cache.ts';
import { evidenceFiles } from './evidence-files-session.ts';
import { integritySession } from './integrity-session.ts';
import { liveSession } from './live.ts';
import { type BegunLoad, beginLoad, sourceFailure } from './load-plan.ts';
import { type LoadedBundle, loadedBundle } from './loaded-bundle.ts';
import { metricSession } from './metric-session.ts';
import { OpenError, opened } from './open-error.ts';
import { revisionSession } from './revisions.ts';
import type {
  BundleSession,
  EvidenceUse,
  Opened,
  OpenFailure,
  OpenRequest,
} from './session-types.ts';

/** Two revisions can be compared without reading either again. */
const keptLoads = 2;
/** Older revisions are read on the side, so that the shown one stays. */
const keptAside = 2;
const keptSources = 4;

export interface SessionOptions {
  readonly openSource: (source: SourceRef) => EvidenceSource;
}

/**
 * The engine behind the pages. Each revision is read once, however many questions come at the same
 * time; the last two stay. Questions about a bundle that cannot be opened reject with `OpenError`,
 * except where the answer itself says so.
 */
export function createSession({ openSource }: SessionOptions): BundleSession {
  const sources = new BoundedCache<EvidenceSource>(keptSources);
  const loads = new BoundedCache<Opened<Load>>(keptLoads, ({ ok }) => ok);
  const aside = new BoundedCache<Opened<Load>>(keptAside, ({ ok }) => ok);

  const hosts = new Map<string, EvidenceSource>();
  /** A server is opened once: it knows who asks, and somebody may follow it. Of folders, a few stay. */
  const host = (ref: SourceRef): EvidenceSource => {
    const key = keyOf(ref);
    const known = hosts.get(key) ?? openSource(ref);
    hosts.delete(key);
    hosts.set(key, known);
    const folders = [...hosts.keys()].filter((other) => other.startsWith(folderPart));
    for (const oldest of folders.slice(0, -keptSources)) hosts.delete(oldest);
    return known;
  };
  const sourceOf = async (ref: SourceRef): Promise<EvidenceSource> =>
    ref.kind === 'local' ? sources.get(keyOf(ref), async () => openSource(ref)) : host(ref);
  const reading = new Map<string, Set<AbortController>>();
  /** Reads a piece for as long as somebody wants to see it. */
  const whileWanted = async <T>(
    request: OpenRequest,
    evidence: string,
    use: EvidenceUse,
    read: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    const key = JSON.stringify([loadKey(request), evidence, use]);
    const controller = new AbortController();
    const all = reading.get(key) ?? new Set();
    reading.set(key, all.add(controller));
    try {
      return await read(controller.signal);
    } finally {
      all.delete(controller);
      if (all.size === 0 && reading.get(key) === all) reading.delete(key);
    }
  };
  const read = async (request: OpenRequest): Promise<Opened<Load>> => {
    const begun = await beginLoad(await sourceOf(request.source), request);
    return begun.ok ? { ok: true, value: loadOf(begun.value) } : begun;
  };
  const begin = (request: OpenRequest): Promise<Opened<Load>> =>
    loads.get(loadKey(request), () => read(request));
  /** A plan that broke off, or was left, after its beginning was drawn is read anew by the next who asks. */
  const finished = async (request: OpenRequest, load: Load): Promise<Opened<LoadedBundle>> => {
    let isRead = false;
    try {
      const bundle = await load.bundle();
      isRead = bundle.ok || bundle.error.kind !== 'source';
      return bundle;
    } finally {
      if (!isRead) {
        const own = loadKey(request);
        for (const cache of [loads, aside]) cache.forgetWhere((key) => key === own);
      }
    }
  };
  const load = async (request: OpenRequest): Promise<Opened<LoadedBundle>> => {
    const begun = await begin(request);
    return begun.ok ? finished(request, begun.value) : begun;
  };
  const listProjects: BundleSession['listProjects'] = async (ref) => {
    const listed = await (await sourceOf(ref)).list();
    return listed.ok ? listed : sourceFailure(listed.error);
  };
  const { forgetRevisions, ...revisions } = revisionSession({
    list: ({ source }) => listProjects(source),
    load: async (request) => {
      const key = loadKey(request);
      const begun = await (loads.has(key) ? loads : aside).get(key, () => read(request));
      return begun.ok ? finished(request, begun.value) : begun;
    },
  });
  const live = liveSession({
    open: (ref) => (ref.kind === 'local' ? noServer : host(ref)),
    drop: (ref, project) => {
      const isOf = (key: string) => key.startsWith(projectPart(ref, project));
      loads.forgetWhere(isOf);
      aside.forgetWhere(isOf);
      forgetRevisions();
    },
  });
  const context = async (request: OpenRequest) => opened(await load(request)).judge(request);
  const digests = async (request: OpenRequest) => opened(await load(request)).digests();

  return {
    ...revisions,
    ...live,
    listProjects,
    structure: async (request) => {
      const begun = await begin(request);
      if (!begun.ok) return begun;
      const { structure } = begun.value;
      if (structure !== undefined) return { ok: true, value: structure };
      const bundle = await finished(request, begun.value);
      return bundle.ok ? { ok: true, value: bundle.value.structure() } : bundle;
    },
    snapshot: async (request) => {
      const bundle = await load(request);
      return bundle.ok ? { ok: true, value: await bundle.value.snapshot(request) } : bundle;
    },
    problems: async (request, offset, limit) => {
      const bundle = await load(request);
      const all = bundle.ok ? await bundle.value.problems() : problemsOf(bundle.error);
      return { rows: all.slice(offset, offset + limit), total: all.length };
    },
    itemDetail: async (request, item) => itemDetail(await context(request), item),
    gateDetail: async (request, gate) => gateDetail(await context(request), gate),
    evidencePage: async (request, query) =>
      evidencePage(await context(request), query, await digests(request)),
    evidenceDetail: async (request, evidence) =>
      evidenceDetail(await context(request), evidence, await digests(request)),
    evidenceContent: async (request, evidence) => {
      const bundle = await load(request);
      if (bundle.ok) {
        const { content } = bundle.value;
        return whileWanted(request, evidence, 'content', (signal) =>
          content(evidenceId(evidence), signal),
        );
      }
      if (bundle.error.kind === 'source') return { ok: false, error: bundle.error.error };
      return { ok: false, error: { code: 'not-a-bundle', where: request.project } };
    },
    leaveEvidence: async (request, evidence, use) => {
      const key = JSON.stringify([loadKey(request), evidence, use]);
      for (const controller of reading.get(key) ?? []) controller.abort();
    },
    files: evidenceFiles({
      keyOf: loadKey,
      context,
      digests,
      read: async (request, evidence, use, maxBytes) => {
        const { file } = opened(await load(request));
        return whileWanted(request, evidence, use, (signal) => file(evidence, maxBytes, signal));
      },
      head: async (request, evidence, bytes) => {
        const { head } = opened(await load(request));
        return whileWanted(request, evidence, 'open', (signal) => head(evidence, bytes, signal));
      },
      compare: async (request, evidence, bytes) =>
        opened(await load(request)).compare(evidence, bytes),
    }),
    ...integritySession({
      parts: async (request) => opened(await load(request)).parts(),
      judge: (request, asOf) => context(asOf === undefined ? request : { ...request, asOf }),
      learn: async (request, states) => opened(await load(request)).learn(states),
    }),
    ...metricSession(context),
    content: async (request) => planContent(await context(request)),
    authorisations: async (request) => authorisationsOf(await context(request)),
    stepAuthorisation: async (request, step) => stepAuthorisation(await context(request), step),
    scenario: async (request, assumptions) => scenarioOf(await context(request), assumptions),
    clearing: async (request, causes) => assumeCleared(await context(request), causes),
    forget: async () => {
      sources.clear();
      for (const source of hosts.values()) source.live?.moveOn();
      loads.clear();
      aside.clear();
      forgetRevisions();
    },
  };
}

/** A revision that was begun; the whole of it is read when a question first needs it. */
interface Load {
  readonly structure?: PlanStructure;
  readonly bundle: () => Promise<Opened<LoadedBundle>>;
}

function loadOf({ structure, finish }: BegunLoad): Load {
  let made: Promise<Opened<LoadedBundle>> | undefined;
  const bundle = (): Promise<Opened<LoadedBundle>> => {
    made ??= wholeOf(finish);
    return made;
  };
  return { ...(structure === undefined ? {} : { structure }), bundle };
}

async function wholeOf(finish: BegunLoad['finish']): Promise<Opened<LoadedBundle>> {
  const stage = await finish();
  return stage.ok ? { ok: true, value: loadedBundle(stage.value) } : stage;
}

function problemsOf(failure: OpenFailure): readonly Problem[] {
  if (failure.kind === 'source') throw new OpenError(failure);
  return failure.problems;
}

/** What was dropped on the page tells nothing by itself; nothing is read of this one. */
const noServer: EvidenceSource = {
  list: async () => ({ ok: true, value: [] }),
  open: async (project) => ({ ok: false, error: { code: 'not-found', where: project } }),
};

function loadKey({ source, project, revision }: OpenRequest): string {
  return JSON.stringify([keyOf(source), project, revision ?? null]);
}

/** What the keys of all revisions of a project begin with. */
function projectPart(source: SourceRef, project: string): string {
  return `${JSON.stringify([keyOf(source), project]).slice(0, -1)},`;
}

/** What the keys of folders on a host begin with. */
const folderPart = '["static",';

function keyOf(source: SourceRef): string {
  return JSON.stringify(source.kind === 'local' ? ['local', source.id] : [source.kind, source.url]);
}
