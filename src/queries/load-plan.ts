import { beginPlan, type ParsedPlan } from '../bundle/parse-plan.ts';
import { PlanSkimmer, type Skimmed, skimPlan } from '../bundle/skim-plan.ts';
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
 * Reads `bundle.json` as far as it takes to draw it, where possible while the rest of it is still on
 * its way. A plan with faults is opened; one that says nothing is not.
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
  const { reading, early } = beginReading(files);
  const beginning = await early;
  if (beginning !== undefined) {
    const finish = async (): Promise<Opened<PlanStage>> => {
      await laterTask();
      const file = await reading;
      if (!file.ok) return sourceFailure(file.error);
      const { bytes } = file.value;
      return beginsWith(bytes, beginning.head)
        ? staged(beginPlan(bytes, bundleFile).finish(), files, bytes)
        : sourceFailure(otherThanBegun(files.origin));
    };
    return { ok: true, value: { structure: structureOf(beginning), finish } };
  }
  const file = await reading;
  return file.ok ? beginWhole(files, file.value.bytes) : sourceFailure(file.error);
}

/** What a plan can be drawn from, and the bytes in which it stood. */
interface Beginning extends Skimmed {
  readonly head: Uint8Array;
}

/** Reads the plan, and tells as early as possible what its beginning gives; nothing where it gives nothing. */
function beginReading({ read }: BundleFiles): {
  readonly reading: ReturnType<BundleFiles['read']>;
  readonly early: Promise<Beginning | undefined>;
} {
  let tell: (beginning: Beginning | undefined) => void = () => undefined;
  const early = new Promise<Beginning | undefined>((resolve) => {
    tell = resolve;
  });
  const reading = read(bundleFile, {
    arriving: () => {
      const skimmer = new PlanSkimmer(bundleFile);
      return (bytes, total) => {
        const found = skimmer.add(bytes, total);
        if (found !== undefined) tell({ ...found, head: bytes.subarray(0, found.end) });
      };
    },
  });
  // Whatever became of it, whoever waits for the file is told.
  const isOver = (): void => tell(undefined);
  reading.then(isOver, isOver);
  return { reading, early };
}

/** Whether the plan is a sample may be said further on. */
function structureOf({ outline }: Beginning): PlanStructure {
  const { sample: _, ...structure } = buildStructure(outline);
  return outline.sample === undefined ? structure : { ...structure, sample: outline.sample };
}

function beginsWith(bytes: Uint8Array, head: Uint8Array): boolean {
  if (bytes.buffer === head.buffer && bytes.byteOffset === head.byteOffset) return true;
  return bytes.length >= head.length && head.every((byte, at) => byte === bytes[at]);
}

/** The answer broke off, and what came instead of it is another plan than the one that is drawn. */
function otherThanBegun(where: string): SourceError {
  return { code: 'unreachable', where, params: { reason: 'cut-off' } };
}

function beginWhole(files: BundleFiles, bytes: Uint8Array): Opened<BegunLoad> {
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
