import type { Admission, EvidenceSelector } from '../model/condition.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Admitted, admit, notYetThere } from './admission.ts';
import type { JudgeContext } from './context.ts';
import type { Judgement } from './judgement.ts';
import { judgement } from './judgement.ts';
import { reason } from './reason-codes.ts';
import type { Reason } from './types.ts';

export interface Selection extends Admitted {
  /** A named piece of evidence that is not in the bundle, or was not there yet at `asOf`. */
  readonly absent?: Judgement;
}

/** From this many candidates on, equal questions are answered once. */
const WORTH_SHARING = 16;

/**
 * The evidence that a selector means, sorted into what counts and what does not. Looks things up
 * by the narrowest index, so that its cost is that of its answer.
 */
export function select(
  context: JudgeContext,
  selector: EvidenceSelector,
  admission: Admission,
): Selection {
  const { ids, kind, covers, path } = selector;
  if (ids === undefined && kind === undefined && covers === undefined && path === undefined) {
    const obstacle = judgement('missing', reason('selector-empty'));
    return { counted: [], considered: [], obstacle };
  }
  if (ids !== undefined) return ofIds(context, ids, selector, admission);
  const candidates = narrowest(context, selector);
  const compute = () =>
    admit(
      context,
      candidates.filter((entry) => isMeant(entry, selector)),
      admission,
    );
  if (candidates.length < WORTH_SHARING) return compute();
  const { maxAge, commit, minStrength, producers } = admission;
  const key = JSON.stringify([kind, covers, path, maxAge, commit, minStrength, producers]);
  return context.share(key, compute);
}

/** Everything that matches one of the properties: the one that the fewest pieces have. */
function narrowest(
  { project: { index } }: JudgeContext,
  { kind, covers, path }: EvidenceSelector,
): readonly Evidence[] {
  let found: readonly Evidence[] | undefined;
  if (path !== undefined) found = index.evidenceByPath.get(path) ?? NONE;
  if (covers !== undefined) {
    const pool = index.evidenceByCover.get(covers) ?? NONE;
    if (found === undefined || pool.length < found.length) found = pool;
  }
  if (kind !== undefined) {
    const pool = index.evidenceByKind.get(kind) ?? NONE;
    if (found === undefined || pool.length < found.length) found = pool;
  }
  return found ?? NONE;
}

const NONE: readonly Evidence[] = [];

function ofIds(
  context: JudgeContext,
  ids: NonNullable<EvidenceSelector['ids']>,
  selector: EvidenceSelector,
  admission: Admission,
): Selection {
  const found: Evidence[] = [];
  let lacking: { readonly id: string; readonly why: Reason } | undefined;
  for (const id of new Set(ids)) {
    const evidence = context.project.index.evidence.get(id);
    const isThere = evidence !== undefined && isMeant(evidence, selector);
    if (isThere) found.push(evidence);
    const why = isThere
      ? notYetThere(context, evidence)
      : reason('evidence-not-found', { evidence: id });
    if (why !== undefined && (lacking === undefined || id < lacking.id)) lacking = { id, why };
  }
  const admitted = admit(context, found, admission);
  if (lacking === undefined) return admitted;
  const absent = judgement('missing', lacking.why);
  return found.length === 0
    ? { counted: [], considered: [], obstacle: absent, absent }
    : { obstacle: absent, ...admitted, absent };
}

function isMeant(evidence: Evidence, { kind, covers, path }: EvidenceSelector): boolean {
  return (
    (kind === undefined || evidence.kind === kind) &&
    (path === undefined || evidence.path === path) &&
    (covers === undefined || evidence.covers?.includes(covers) === true)
  );
}
