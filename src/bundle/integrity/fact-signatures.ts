import { attestationFacts } from '../../formats/attestation/attestation-facts.ts';
import { readEvidence } from '../../formats/read-evidence.ts';
import type { AttestationStatement } from '../../formats/reports/attestation-report.ts';
import type { AttestationFact, Evidence } from '../../model/evidence.ts';
import type { FactSignature, SignerKey } from '../../model/project-index.ts';
import { sameJson } from '../raw.ts';
import { verifyEnvelope } from './attestations.ts';
import { statementMediaType } from './dsse.ts';
import type { PublicKey } from './keys.ts';

/**
 * What trying the viewer's keys on the bytes of a piece tells of its attestations. A fact counts as signed
 * when an envelope in these bytes is signed with such a key and the signed statement says what the fact
 * says: type, subjects and conclusion. An envelope that names a key of the viewer's and is not signed
 * with it makes its facts wrong.
 */
export function factSignatures(
  { facts = [], path, mediaType }: Evidence,
  bytes: Uint8Array,
  keys: readonly PublicKey[],
): ReadonlyMap<AttestationFact, FactSignature> {
  const signatures = new Map<AttestationFact, FactSignature>();
  const { report } = readEvidence(bytes, {
    ...(path === undefined ? {} : { name: path }),
    ...(mediaType === undefined ? {} : { mediaType }),
  });
  if (report?.family !== 'attestation') return signatures;
  const tried = report.statements.flatMap((statement) => tryKeys(statement, keys) ?? []);
  for (const fact of facts) {
    if (fact.type !== 'attestation') continue;
    const own = tried.filter(({ said }) => saysTheSame(fact, said));
    if (own.length === 0) continue;
    signatures.set(fact, {
      keys: own.flatMap((one) => one.good),
      isWrong: own.some((one) => one.isWrong),
    });
  }
  return signatures;
}

interface Tried {
  readonly said: AttestationFact;
  readonly good: readonly SignerKey[];
  readonly isWrong: boolean;
}

function tryKeys(statement: AttestationStatement, keys: readonly PublicKey[]): Tried | undefined {
  const [said] = attestationFacts({ family: 'attestation', statements: [statement] });
  const { envelope } = statement;
  if (said === undefined || envelope?.payloadType !== statementMediaType) return undefined;
  const results = verifyEnvelope(envelope, keys);
  const good = results.flatMap(({ key }) => key ?? []);
  return {
    said,
    good: good.map(({ id, name }) => ({ id, ...(name === undefined ? {} : { name }) })),
    isWrong: results.some(({ result }) => result === 'wrong'),
  };
}

/** A conclusion that no reader can take out of the statement is a person's reading of it. */
function saysTheSame(fact: AttestationFact, said: AttestationFact): boolean {
  return (
    fact.predicateType === said.predicateType &&
    sameJson(fact.subjects, said.subjects) &&
    (fact.result === said.result || said.result === undefined)
  );
}
