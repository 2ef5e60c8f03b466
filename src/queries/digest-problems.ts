import { problem } from '../bundle/problem-codes.ts';
import type { DigestState, Evidence } from '../model/evidence.ts';
import type { EvidenceId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';

/**
 * What comparing evidence files found wrong, as problems. They name no `affects`: the engine knows
 * the state of each piece and gives the better reason.
 */
export function digestProblems(
  evidence: readonly Evidence[],
  digests: ReadonlyMap<EvidenceId, DigestState>,
): readonly Problem[] {
  return evidence.flatMap(({ id, path, digest }) => {
    const state = digests.get(id);
    if (state === undefined || state === 'match') return [];
    const file = path === undefined ? {} : { file: path };
    return state === 'mismatch'
      ? [
          problem('digest-differs', {
            ...file,
            params: { stated: digest?.sha256 ?? '', found: '' },
          }),
        ]
      : [problem('file-unreadable', { ...file, params: { reason: state, evidence: id } })];
  });
}
