import type {
  EvidenceCondition,
  TestsCondition,
  ValueCondition,
} from '../../../src/model/condition.ts';
import { conditionId, evidenceId } from '../../../src/model/ids.ts';

/** Days as seconds, for ages. */
export const days = (count: number): number => count * 86_400;

/** The cases of one suite, in whichever test reports say that they cover the subject. */
export function suite(
  id: string,
  title: string,
  covers: string,
  more: Partial<Omit<TestsCondition, 'id' | 'kind' | 'title' | 'evidence'>> = {},
): TestsCondition {
  return {
    id: conditionId(id),
    kind: 'tests',
    title,
    evidence: { kind: 'test-report', covers },
    suite: id,
    ...more,
  };
}

/** Some admissible evidence of a kind that covers the subject. */
export function present(
  id: string,
  title: string,
  kind: string,
  covers: string,
  more: Partial<Omit<EvidenceCondition, 'id' | 'kind' | 'title' | 'evidence'>> = {},
): EvidenceCondition {
  return { id: conditionId(id), kind: 'evidence', title, evidence: { kind, covers }, ...more };
}

/** A value inside a JSON record. */
export function valueAt(
  id: string,
  title: string,
  evidence: string,
  pointer: string,
  expected: Pick<ValueCondition, 'operator' | 'target'> & { readonly unit?: string },
  more: Partial<Omit<ValueCondition, 'id' | 'kind' | 'title' | 'evidence' | 'pointer'>> = {},
): ValueCondition {
  return {
    id: conditionId(id),
    kind: 'value',
    title,
    evidence: evidenceId(evidence),
    pointer: { kind: 'json', pointer },
    ...expected,
    ...more,
  };
}
