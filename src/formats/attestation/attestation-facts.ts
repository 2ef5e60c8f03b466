import type { AttestationFact } from '../../model/evidence.ts';
import type { AttestationReport, AttestationStatement } from '../reports/attestation-report.ts';

/**
 * What conditions are judged by. That a signature is good is no fact of the bytes: `verified` is set by
 * whoever checked it against keys that the viewer trusts.
 */
export function attestationFacts({ statements }: AttestationReport): readonly AttestationFact[] {
  return statements.flatMap((statement): AttestationFact[] => {
    if (statement.version === 'absent') return [];
    const result = conclusionOf(statement);
    return [
      {
        type: 'attestation',
        predicateType: statement.predicateType,
        subjects: statement.subjects.map(({ name, uri, digests }) => {
          const sha256 = digests.find(({ algorithm }) => algorithm === 'sha256')?.value;
          return { name: name ?? uri ?? '', ...(sha256 !== undefined && { sha256 }) };
        }),
        ...(result !== undefined && { result }),
      },
    ];
  });
}

function conclusionOf({ predicate }: AttestationStatement): 'passed' | 'failed' | undefined {
  if (predicate.kind === 'vsa') return predicate.result;
  if (predicate.kind !== 'test-result') return undefined;
  // Warnings are no failure: the type defines WARNED as passed with warnings.
  return predicate.result === 'warned' ? 'passed' : predicate.result;
}
