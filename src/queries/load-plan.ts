import { beginPlan, type ParsedPlan } from '../bundle/parse-plan.ts';
import { skimPlan } from '../bundle/skim-plan.ts';
import { buildStructure } from '../derive/structure.ts';
import type { PlanStructure } from '../derive/types.ts';
import type { BundleFiles, EvidenceSource, SourceError } from '../source/types.ts';
import { unlessLeft } from './open-error.ts';
import type { Opened, OpenRequest } from './session-types.ts';

export const bundleFile = 'bundle.json';

type ReadablePlan = ParsedPlan & { readonly content: NonNullable<ParsedPlan['content']> };

/** The first stage of a load: what `bundle.json` says. */
export interface PlanStage {
  readonly files: BundleFiles;
  readonly bytes: Uint8Array;
  readonly plan: ReadablePlan;
}

/** A plan that can be drawn, as long as nobody asks for more. */
export interface BegunLoad {
  /** Absent when only the whole plan tells what it is. */
  readonly structure?: PlanStructure;
  /** Reads the whole plan, in a later task: an answer that is under way goes out first. */
  readonly finish: () => Promise<Opened<PlanStage>>;
}

/**
 * Reads `bundle.json` as far as it takes to draw it. A plan with faults is opened; one that says
 * nothing is not.
 */
export async function beginLoad(
  source: EvidenceSource,
  request: OpenRequest,
): Promise<Opened<BegunLoad>> {
  const opened = await source.open(request.project, request.revision);
  if (!opened.ok) return sourceFailure(opened.error);
  const files: BundleFiles = {
    ...opened.value,
    read: async (path, options) => unlessLeft(await opened.value.read(path, options)),
  };
  const file = await files.read(bundleFile);
  if (!file.ok) return sourceFailure(file.error);
  const { bytes } = file.value;
  const early = skimPlan(bytes, bundleFile);
  if (early !== undefined) {
    const later = async (): Promise<Opened<PlanStage>> => {
      await laterTask();
      return staged(beginPlan(bytes, bundleFile).finish(), files, bytes);
    };
    return { ok: true, value: { structure: buildStructure(early), finish: later } };
  }
  const { outline, finish } = beginPlan(bytes, bundleFile);
  const whole = (): Opened<PlanStage> => staged(finish(), files, bytes);
  if (outline === undefined) {
    const stage = whole();
    return stage.ok ? { ok: true, value: { finish: async () => stage } } : stage;
  }
  return {
    ok: true,
    value: {
      structure: buildStructure(outline),
      finish: async () => {
        await laterTask();
        return whole();
      },
    },
  };
}

function staged(plan: ParsedPlan, files: BundleFiles, bytes: Uint8Array): Opened<PlanStage> {
  return isReadable(plan)
    ? { ok: true, value: { files, bytes, plan } }
    : { ok: false, error: { kind: 'bundle', problems: plan.problems } };
}

function laterTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function isReadable(plan: ParsedPlan): plan is ReadablePlan {
  return plan.content !== undefined;
}

export function sourceFailure(error: SourceError): Opened<never> {
  return { ok: false, error: { kind: 'source', error } };
}
