import type { Admission, EvidenceSelector } from '../model/condition.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Admitted, admit } from './admission.ts';
import type { JudgeContext } from './context.ts';
import type { Judgement } from './judgement.ts';
import { judgement } from './judgement.ts';
import { reason } from './reason-codes.ts';

export interface Selection extends Admitted {
  /** A named piece of evidence that is not in the bundle. */
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
  const { index } = context.project;
  if (ids !== undefined) return ofIds(context, ids, selector, admission);
  const pools = [
    path === undefined ? undefined : (index.evidenceByPath.get(path) ?? []),
    covers === undefined ? undefined : (index.evidenceByCover.get(covers) ?? []),
    kind === undefined ? undefined : (index.evidenceByKind.get(kind) ?? []),
  ];
  let pool: readonly Evidence[] | undefined;
  for (const next of pools) {
    if (next !== undefined && (pool === undefined || next.length < pool.length)) pool = next;
  }
  const candidates = pool ?? [];
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

function ofIds(
  context: JudgeContext,
  ids: NonNullable<EvidenceSelector['ids']>,
  selector: EvidenceSelector,
  admission: Admission,
): Selection {
  const found: Evidence[] = [];
  const lost: string[] = [];
  for (const id of new Set(ids)) {
    const evidence = context.project.index.evidence.get(id);
    if (evidence !== undefined && isMeant(evidence, selector)) found.push(evidence);
    else lost.push(id);
  }
  const admitted = admit(context, found, admission);
  const missing = lost.sort()[0];
  if (missing === undefined) return admitted;
  const absent = judgement('missing', reason('evidence-not-found', { evidence: missing }));
  return { obstacle: absent, ...admitted, absent };
}

function isMeant(evidence: Evidence, { kind, covers, path }: EvidenceSelector): boolean {
  return (
    (kind === undefined || evidence.kind === kind) &&
    (path === undefined || evidence.path === path) &&
    (covers === undefined || evidence.covers?.includes(covers) === true)
  );
}
