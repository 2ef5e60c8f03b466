import { limits } from '../bundle/limits.ts';
import { problem } from '../bundle/problem-codes.ts';
import { readSeriesFile } from '../bundle/series-csv.ts';
import type { Result } from '../lib/result.ts';
import type { MetricId } from '../model/ids.ts';
import type { Series } from '../model/metric.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceError, SourceFile } from '../source/types.ts';
import { type ByteBudget, sumProblem } from './bundle-checks.ts';
import { inParallel } from './in-parallel.ts';
import type { PlanStage } from './load-plan.ts';
import type { Sums } from './verify-digests.ts';

const width = 6;

export interface LoadedSeries {
  readonly series: ReadonlyMap<MetricId, Series>;
  /** Row of the file of each point, for the metrics whose points are not its rows one by one. */
  readonly seriesRows: ReadonlyMap<MetricId, readonly number[]>;
  readonly problems: readonly Problem[];
}

/**
 * Reads the points of every metric whose points lie in a file; a file that several metrics share is
 * read once. Points from a file that is gone, or is not the one that the list of sums records, are
 * left out, and the metric is reported as affected.
 */
export async function loadSeries(
  { files, plan }: PlanStage,
  sums: Sums,
  budget: ByteBudget,
): Promise<LoadedSeries> {
  const wanted = (plan.content.metrics ?? []).flatMap(({ id, seriesFile }) =>
    seriesFile === undefined ? [] : [{ id, seriesFile }],
  );
  const paths = [...new Set(wanted.map(({ seriesFile }) => seriesFile.path))];
  const read = await inParallel(paths, width, async (path) => {
    const file = await files.read(path, { maxBytes: limits.bundleBytes });
    return [path, file] as const;
  });
  const contents = new Map<string, Content>();
  for (const [path, file] of read) contents.set(path, judge(path, file, sums, budget));
  const series = new Map<MetricId, Series>();
  const seriesRows = new Map<MetricId, readonly number[]>();
  const problems: Problem[] = [];
  let room = limits.points;
  for (const { id, seriesFile } of wanted) {
    const content = contents.get(seriesFile.path);
    if (content?.bytes === undefined) {
      const [why] = content?.problems ?? [];
      if (why !== undefined) problems.push({ ...why, affects: [id] });
      continue;
    }
    const table = readSeriesFile(seriesFile, content.bytes, id, room);
    problems.push(...table.problems);
    if (table.series === undefined) continue;
    room -= table.series.t.length;
    series.set(id, table.series);
    if (table.rows !== undefined) seriesRows.set(id, table.rows);
  }
  return { series, seriesRows, problems };
}

interface Content {
  /** Absent when they cannot be used. */
  readonly bytes?: Uint8Array;
  readonly problems: readonly Problem[];
}

function judge(
  path: string,
  file: Result<SourceFile, SourceError>,
  sums: Sums,
  budget: ByteBudget,
): Content {
  const unreadable = (reason: string): Content => ({
    problems: [problem('file-unreadable', { file: path, params: { reason } })],
  });
  if (!file.ok) return unreadable(file.error.code);
  const { bytes } = file.value;
  if (!budget.take(bytes.byteLength)) return unreadable('too-large');
  const problems = sumProblem(path, bytes, sums);
  return problems.length > 0 ? { problems } : { bytes, problems };
}
