import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { encodeBase64 } from '../../lib/base64.ts';
import type { PrivateKey, PublicKey } from './keys.ts';

export const statementMediaType = 'application/vnd.in-toto+json';

/** The bytes that are signed: type and payload with their lengths, so that neither can pass for the other. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const encoder = new TextEncoder();
  const type = encoder.encode(payloadType);
  const head = encoder.encode(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** How a signature stands to one key. */
export type Verification = 'good' | 'bad' | 'unreadable';

/**
 * Verifies one signature. ECDSA is taken as strict DER or as two numbers of 32 bytes; Ed25519 as RFC 8032
 * has it, without the wider rules of ZIP 215.
 */
export function verifySignature(
  message: Uint8Array,
  signature: Uint8Array,
  { algorithm, bytes }: PublicKey,
): Verification {
  if (algorithm === 'ed25519') {
    if (signature.length !== 64) return 'unreadable';
    return attempt(() => ed25519.verify(signature, message, bytes, { zip215: false }));
  }
  const results: Verification[] = [];
  if (isDer(signature)) {
    results.push(
      attempt(() => p256.verify(signature, message, bytes, { format: 'der', lowS: false })),
    );
  }
  if (signature.length === 64) {
    results.push(
      attempt(() => p256.verify(signature, message, bytes, { format: 'compact', lowS: false })),
    );
  }
  if (results.includes('good')) return 'good';
  return results.includes('bad') ? 'bad' : 'unreadable';
}

/** Signs with a key: ECDSA in DER with the nonces of RFC 6979, or Ed25519. */
export function signMessage(message: Uint8Array, { algorithm, secret }: PrivateKey): Uint8Array {
  return algorithm === 'ed25519'
    ? ed25519.sign(message, secret)
    : p256.sign(message, secret, { format: 'der', lowS: true });
}

/**
 * A statement in an envelope, as one line for `attestations.intoto.jsonl`. The bytes that are signed are
 * those that are written.
 */
export function signStatement(statement: object, keys: readonly PrivateKey[]): string {
  const payload = new TextEncoder().encode(JSON.stringify(statement));
  const message = preAuthEncoding(statementMediaType, payload);
  return `${JSON.stringify({
    payloadType: statementMediaType,
    payload: encodeBase64(payload),
    signatures: keys.map((key) => ({
      keyid: key.publicKey.name ?? key.publicKey.id,
      sig: encodeBase64(signMessage(message, key)),
    })),
  })}\n`;
}

function isDer(signature: Uint8Array): boolean {
  return signature[0] === 0x30 && signature[1] === signature.length - 2;
}

/** The library throws for what is no signature at all. */
function attempt(verify: () => boolean): Verification {
  try {
    return verify() ? 'good' : 'bad';
  } catch {
    return 'unreadable';
  }
}
