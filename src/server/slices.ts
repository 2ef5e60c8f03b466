import type { PlanSlice, Points, VerdictSlice } from '../api/generated/types.ts';
import { parsePlan } from '../bundle/parse-plan.ts';
import { downsample } from '../derive/downsample.ts';
import { pointsOf } from '../derive/metrics.ts';
import { parseTimestamp } from '../lib/timestamp.ts';
import { metricId } from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import { BoundedCache } from '../queries/bounded-cache.ts';
import { beginLoad } from '../queries/load-plan.ts';
import { type LoadedBundle, loadedBundle } from '../queries/loaded-bundle.ts';
import type { EvidenceSource } from '../source/types.ts';
import { type Answer, problem, type Question } from './answer.ts';
import type { ServedProject, ServedRevision } from './catalogue.ts';
import { integerOf, jsonAnswer } from './json-answer.ts';
import type { ContentStore } from './store.ts';

/** Plans are large; a few are kept as they were read. */
const keptPlans = 4;
const plans = new BoundedCache<ProjectContent | undefined>(keptPlans);
const bundles = new BoundedCache<LoadedBundle | undefined>(keptPlans);

const slice = { least: 1, most: 5000, otherwise: 500 };
const fromStart = { least: 0, most: 999_999_999, otherwise: 0 };

/** Some items of the plan, with what they wait for and the gates that guard them. */
export async function planSlice(
  store: ContentStore,
  question: Question,
  revision: ServedRevision,
): Promise<Answer> {
  const offset = integerOf(question.query, 'offset', fromStart);
  const limit = integerOf(question.query, 'limit', slice);
  if (offset === undefined || limit === undefined) return badSlice(question);
  const content = await plans.get(revision.fingerprint, async () => {
    const document = await store.file(revision, 'bundle.json');
    return document.ok ? parsePlan(document.value.bytes, 'bundle.json').content : undefined;
  });
  if (content === undefined) return unreadable(question);
  const parent = question.query.get('parent');
  const all = content.items.filter((item) => parent === null || item.parent === parent);
  const items = all.slice(offset, offset + limit);
  const shown = new Set(items.map(({ id }) => id));
  return jsonAnswer(question, {
    offset,
    total: all.length,
    items: [...items],
    dependencies: content.dependencies.filter(({ item }) => shown.has(item)),
    gates: (content.gates ?? []).filter(({ guards }) => guards.some(({ item }) => shown.has(item))),
  } satisfies PlanSlice);
}

/** Verdicts by the same engine as everywhere. For readers that cannot compute. */
export async function verdictSlice(
  store: ContentStore,
  question: Question,
  project: ServedProject,
  revision: ServedRevision,
  now: string,
): Promise<Answer> {
  const offset = integerOf(question.query, 'offset', fromStart);
  const limit = integerOf(question.query, 'limit', slice);
  const asOf = question.query.get('asOf');
  if (
    offset === undefined ||
    limit === undefined ||
    (asOf !== null && Number.isNaN(parseTimestamp(asOf)))
  ) {
    return badSlice(question);
  }
  const bundle = await bundleOf(store, project, revision);
  if (bundle === undefined) return unreadable(question);
  const { verdicts } = await bundle.judge(requestOf(project, asOf ?? undefined, now));
  const gates = [...verdicts.gates.values()];
  const items = [...verdicts.items.values()];
  return jsonAnswer(question, {
    asOf: verdicts.asOf,
    offset,
    totalGates: gates.length,
    totalItems: items.length,
    gates: gates
      .slice(offset, offset + limit)
      .map(({ id, verdict, reason }) => ({ id, verdict, reason: reason.code })),
    items: items.slice(offset, offset + limit).map(({ id, state }) => ({ id, state })),
  } satisfies VerdictSlice);
}

/** Points of a metric; every bucket keeps its extremes. */
export async function metricPoints(
  store: ContentStore,
  question: Question,
  project: ServedProject,
  revision: ServedRevision,
  now: string,
): Promise<Answer> {
  const { query } = question;
  const most = integerOf(query, 'points', { least: 4, most: 100_000, otherwise: 1000 });
  const from = numberOf(query.get('from'), Number.NEGATIVE_INFINITY);
  const to = numberOf(query.get('to'), Number.POSITIVE_INFINITY);
  if (most === undefined || Number.isNaN(from) || Number.isNaN(to)) return badSlice(question);
  const bundle = await bundleOf(store, project, revision);
  if (bundle === undefined) return unreadable(question);
  const context = await bundle.judge(requestOf(project, undefined, now));
  const metric = context.project.index.metrics.get(metricId(query.get('metric') ?? ''));
  if (metric === undefined) return problem(404, 'Not Found', question.path);
  const { t, v } = pointsOf(context, metric);
  const within = t.flatMap((time, at) => (time >= from && time <= to ? [at] : []));
  const points = downsample(
    { t: within.map((at) => t[at] ?? 0), v: within.map((at) => v[at] ?? null) },
    most,
  );
  return jsonAnswer(question, {
    metric: metric.id,
    unit: metric.unit,
    total: within.length,
    t: [...points.t],
    v: [...points.v],
  } satisfies Points);
}

function bundleOf(
  store: ContentStore,
  project: ServedProject,
  revision: ServedRevision,
): Promise<LoadedBundle | undefined> {
  return bundles.get(revision.fingerprint, async () => {
    const { name, paths } = revision.files;
    const source: EvidenceSource = {
      list: async () => ({ ok: true, value: [] }),
      open: async () => ({
        ok: true,
        value: {
          origin: name,
          ...(paths === undefined ? {} : { paths }),
          read: async (path) => {
            const found = await store.file(revision, path);
            return found.ok ? { ok: true, value: { path, bytes: found.value.bytes } } : found;
          },
        },
      }),
    };
    const begun = await beginLoad(source, requestOf(project, undefined, ''));
    const stage = begun.ok ? await begun.value.finish() : begun;
    return stage.ok ? loadedBundle(stage.value) : undefined;
  });
}

function requestOf(project: ServedProject, asOf: string | undefined, now: string) {
  return {
    source: { kind: 'static', url: '' } as const,
    project: project.id,
    now,
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function numberOf(text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  return /^-?\d{1,16}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function badSlice(question: Question): Answer {
  return problem(400, 'Bad Request', question.path, { detail: 'A parameter is out of bounds.' });
}

function unreadable(question: Question): Answer {
  return problem(422, 'Unprocessable Content', question.path, {
    detail: 'The bundle cannot be read; its own bytes can be had.',
  });
}
