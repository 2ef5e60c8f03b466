import { unreadableId } from '../bundle/conditions.ts';
import { bundleId, parseSha256Sums, sumsFile } from '../bundle/digest.ts';
import {
  type EvidencePart,
  joinEvidence,
  parseEvidenceLines,
  unreadableEvidence,
} from '../bundle/evidence-lines.ts';
import { limits } from '../bundle/limits.ts';
import { problem } from '../bundle/problem-codes.ts';
import type { EvidenceCollection } from '../bundle/wire.ts';
import type { BundleOrigin } from '../derive/snapshot.ts';
import type { Problem } from '../model/problem.ts';
import type { ProjectContent } from '../model/project.ts';
import type { Reading } from '../model/project-index.ts';
import { ByteBudget, sumProblem } from './bundle-checks.ts';
import { inParallel } from './in-parallel.ts';
import { bundleFile, type PlanStage } from './load-plan.ts';
import { loadSeries } from './load-series.ts';
import type { Sums } from './verify-digests.ts';

const width = 6;

/** Everything of a bundle but the evidence files themselves. */
export interface Rest {
  readonly content: ProjectContent;
  readonly reading: Pick<
    Reading,
    'problems' | 'series' | 'seriesRows' | 'unknownCritical' | 'doubtedPlan'
  >;
  readonly origin: BundleOrigin;
  readonly sums: Sums;
}

/**
 * Reads what `bundle.json` points to. Never fails: what cannot be read, or is not what the list of
 * sums records, becomes a problem and stands in `unknownCritical` when it may concern any gate,
 * since it may have held the very report that failed.
 */
export async function loadRest(stage: PlanStage): Promise<Rest> {
  const { plan, files, bytes } = stage;
  const sums = await loadSums(stage);
  const budget = new ByteBudget(bytes.byteLength + (sums.bytes?.byteLength ?? 0));
  const parts = await inParallel(plan.collections.evidence, width, (collection) =>
    loadCollection(stage, collection, sums.digests, budget),
  );
  const joined = joinEvidence(plan, bundleFile, parts);
  const series = await loadSeries(stage, sums.digests, budget);
  const main = sumProblem(bundleFile, bytes, sums.digests);
  return {
    content: joined.content,
    reading: {
      problems: [...joined.problems, ...sums.problems, ...main, ...series.problems],
      series: series.series,
      seriesRows: series.seriesRows,
      unknownCritical: [
        ...joined.unknownCritical,
        ...(sums.problems.length > 0 ? [unreadableId(sumsFile)] : []),
        ...(main.length > 0 ? [unreadableId(bundleFile)] : []),
      ],
      ...doubtedPlan(main, sums.problems),
    },
    origin: {
      origin: files.origin,
      formatVersion: plan.formatVersion ?? '',
      bundleId: bundleId(sums.bytes ?? bytes),
      bytes: budget.used,
    },
    sums: sums.digests,
  };
}

/** The list of sums says, or may have said, that another plan was meant: one with more gates. */
function doubtedPlan(
  ofPlan: readonly Problem[],
  ofSums: readonly Problem[],
): Pick<Reading, 'doubtedPlan'> {
  if (ofPlan.length > 0) return { doubtedPlan: bundleFile };
  return ofSums.length > 0 ? { doubtedPlan: sumsFile } : {};
}

interface ReadSums {
  readonly digests: Sums;
  readonly problems: readonly Problem[];
  readonly bytes?: Uint8Array;
}

/**
 * A bundle need not have the list; one that has it and cannot give it is not to be believed. A host
 * that answers every address with its own page has none.
 */
async function loadSums({ files }: PlanStage): Promise<ReadSums> {
  const digests = new Map<string, string>();
  if (files.paths?.includes(sumsFile) === false) return { digests, problems: [] };
  const file = await files.read(sumsFile, { maxBytes: limits.bundleBytes });
  if (file.ok) {
    const { bytes } = file.value;
    return { ...parseSha256Sums(bytes, sumsFile), bytes };
  }
  const { code, params: more } = file.error;
  const isHostPage = code === 'wrong-type' && more?.['hint'] === 'html-page';
  if (code === 'not-found' || isHostPage) return { digests, problems: [] };
  const params = { reason: file.error.code };
  return { digests, problems: [problem('file-unreadable', { file: sumsFile, params })] };
}

async function loadCollection(
  { files }: PlanStage,
  { path, ...stated }: EvidenceCollection,
  sums: Sums,
  budget: ByteBudget,
): Promise<EvidencePart> {
  const file = await files.read(path, { maxBytes: limits.bundleBytes });
  if (!file.ok) return unreadableEvidence(path, file.error.code);
  const { bytes } = file.value;
  if (!budget.take(bytes.byteLength)) return unreadableEvidence(path, 'too-large');
  const part = parseEvidenceLines(bytes, path, stated);
  const other = sumProblem(path, bytes, sums);
  if (other.length === 0) return part;
  return {
    ...part,
    problems: [...part.problems, ...other],
    unknownCritical: [...part.unknownCritical, unreadableId(path)],
  };
}
