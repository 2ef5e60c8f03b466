import { readAttestationLines } from '../../formats/attestation/attestation-report.ts';
import type {
  AttestationStatement,
  DsseEnvelope,
  DsseSignature,
} from '../../formats/reports/attestation-report.ts';
import { encodeBase64 } from '../../lib/base64.ts';
import { sumsFile } from '../digest.ts';
import { decodeUtf8 } from '../json.ts';
import { preAuthEncoding, verifySignature } from './dsse.ts';
import type { PublicKey } from './keys.ts';
import type { AuthenticClaim, SignatureCheck } from './types.ts';

/** Signed statements about the bundle, one envelope a line. */
export const attestationsFile = 'attestations.intoto.jsonl';

/** What the subjects of a statement are compared with. */
export interface SignedBundle {
  readonly bundleId?: string;
  /** Digests of the files as they were found, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** The outcome of verifying one signature of an envelope against the keys of the viewer. */
export interface VerifiedSignature {
  readonly signature: DsseSignature;
  readonly result: SignatureCheck['result'];
  readonly key?: PublicKey;
}

/** Verifies every signature of an envelope. No key of the file is ever used. */
export function verifyEnvelope(
  { payloadType, payload, signatures }: DsseEnvelope,
  keys: readonly PublicKey[],
): readonly VerifiedSignature[] {
  const message = preAuthEncoding(payloadType, payload);
  return signatures.map((signature) => verifyOne(message, signature, keys));
}

function verifyOne(
  message: Uint8Array,
  signature: DsseSignature,
  keys: readonly PublicKey[],
): VerifiedSignature {
  const { bytes, keyId } = signature;
  if (bytes === undefined) return { signature, result: 'unreadable' };
  const results = keys.map((key) => verifySignature(message, bytes, key));
  const key = keys[results.indexOf('good')];
  if (key !== undefined) return { signature, result: 'verified', key };
  // The hint cannot make a signature good; it can only say whose it was meant to be.
  const isNamed = keys.some((known) => known.id === keyId || known.name === keyId);
  if (isNamed && keyId !== undefined) return { signature, result: 'wrong' };
  const isUnreadable = results.length > 0 && results.every((result) => result === 'unreadable');
  return { signature, result: isUnreadable ? 'unreadable' : 'no-trusted-key' };
}

/**
 * Checks the statements of a bundle against the keys that the viewer chose. The claim holds when such a
 * key signed the list of sums that is here, nothing that it signed is otherwise, and every line can be
 * read.
 */
export function checkAuthentic(
  bytes: Uint8Array | undefined,
  keys: readonly PublicKey[],
  bundle: SignedBundle,
): AuthenticClaim {
  if (bytes === undefined || bytes.length === 0) {
    return { state: 'unclaimed', signatures: [], signedBy: [], remarks: [] };
  }
  const { report, warnings } = readAttestationLines(bytes);
  const signatures: SignatureCheck[] = [];
  const remarks: { code: string; line: number }[] = warnings.map(({ code, line, pointer }) => ({
    code,
    line: line ?? (pointer?.kind === 'lines' ? pointer.from : 1),
  }));
  // Every line ends in a line feed; a file that does not is not all there.
  if (bytes[bytes.length - 1] !== 10) remarks.push({ code: 'not-ended', line: lastLine(bytes) });
  const lines = (decodeUtf8(bytes) ?? '').split('\n');
  for (const [envelope, statement] of (report?.statements ?? []).entries()) {
    const line = statement.pointer.kind === 'lines' ? statement.pointer.from : 1;
    if (statement.envelope === undefined) {
      remarks.push({ code: 'not-signed', line });
      continue;
    }
    const subjects = subjectsIn(statement, bundle);
    if (!isPlainlySpelt(statement.envelope, lines[line - 1] ?? ''))
      remarks.push({ code: 'other-spelling', line });
    for (const verified of verifyEnvelope(statement.envelope, keys)) {
      const { signature, result, key } = verified;
      const { keyId } = signature;
      if (key !== undefined && keyId !== undefined && keyId !== key.id && keyId !== key.name) {
        remarks.push({ code: 'key-id-differs', line });
      }
      signatures.push({
        envelope,
        line,
        predicateType: statement.predicateType,
        ...(keyId === undefined ? {} : { keyId }),
        result,
        ...(key === undefined ? {} : { verifiedBy: key.id }),
        ...subjects,
      });
    }
  }
  const good = signatures.filter(({ result }) => result === 'verified');
  const signedBy = [
    ...new Set(
      good.flatMap(({ covers, verifiedBy }) => (covers === 'bundle' ? (verifiedBy ?? []) : [])),
    ),
  ];
  const isBroken =
    signatures.some(({ result }) => result === 'wrong') ||
    good.some(({ otherSubjects }) => otherSubjects.length > 0);
  const isUncertain =
    remarks.some(({ code }) => code !== 'key-id-differs') || signedBy.length === 0;
  return {
    state: isBroken ? 'broken' : isUncertain ? 'unknown' : 'holds',
    signatures,
    signedBy,
    remarks,
  };
}

/** Whether the bytes stand in their line in the usual alphabet of Base64; the other one is allowed. */
function isPlainlySpelt({ payload, signatures }: DsseEnvelope, text: string): boolean {
  return [payload, ...signatures.flatMap(({ bytes }) => bytes ?? [])].every((part) =>
    text.includes(`"${encodeBase64(part)}"`),
  );
}

function lastLine(bytes: Uint8Array): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) line += 1;
  return line;
}

/** Which files of the bundle a statement speaks of, and which of them are not what it says. */
function subjectsIn(
  { subjects }: AttestationStatement,
  { bundleId, files }: SignedBundle,
): Pick<SignatureCheck, 'covers' | 'otherSubjects'> {
  const otherSubjects: string[] = [];
  let covers: SignatureCheck['covers'] = 'nothing';
  for (const { name = '', digests } of subjects) {
    const stated = digests.find(({ algorithm }) => algorithm === 'sha256')?.value.toLowerCase();
    const found = name === sumsFile ? bundleId : files.get(name);
    // A statement may speak of things outside the bundle; a file of it must be what was signed.
    if (found === undefined && name !== sumsFile) continue;
    if (stated === undefined || stated !== found) otherSubjects.push(name);
    else if (name === sumsFile) covers = 'bundle';
    else if (covers === 'nothing') covers = 'files';
  }
  return { covers, otherSubjects };
}
