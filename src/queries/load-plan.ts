import { parsePlan } from '../bundle/parse-plan.ts';
import type { BundleFiles, EvidenceSource, SourceError } from '../source/types.ts';
import type { Opened, OpenRequest } from './session-types.ts';

export const bundleFile = 'bundle.json';

type ParsedPlan = ReturnType<typeof parsePlan>;
type ReadablePlan = ParsedPlan & { readonly content: NonNullable<ParsedPlan['content']> };

/** The first stage of a load: what `bundle.json` says. */
export interface PlanStage {
  readonly files: BundleFiles;
  readonly bytes: Uint8Array;
  readonly plan: ReadablePlan;
}

/** Reads and parses `bundle.json`. A plan with faults is opened; one that says nothing is not. */
export async function loadPlan(
  source: EvidenceSource,
  request: OpenRequest,
): Promise<Opened<PlanStage>> {
  const files = await source.open(request.project, request.revision);
  if (!files.ok) return sourceFailure(files.error);
  const file = await files.value.read(bundleFile);
  if (!file.ok) return sourceFailure(file.error);
  const plan = parsePlan(file.value.bytes, bundleFile);
  return isReadable(plan)
    ? { ok: true, value: { files: files.value, bytes: file.value.bytes, plan } }
    : { ok: false, error: { kind: 'bundle', problems: plan.problems } };
}

function isReadable(plan: ParsedPlan): plan is ReadablePlan {
  return plan.content !== undefined;
}

export function sourceFailure(error: SourceError): Opened<never> {
  return { ok: false, error: { kind: 'source', error } };
}
