import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { decodeBase64, encodeBase64 } from '../../lib/base64.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { sha256Hex } from '../digest.ts';
import { readJson } from '../json.ts';
import { isRawRecord, type RawRecord, textAt } from '../raw.ts';
import { type DerValue, derTag, readDerSequence, readOnlySequence, writeDer } from './der.ts';

export type KeyAlgorithm = 'p256' | 'ed25519';

/** A key that the viewer chose to trust. */
export interface PublicKey {
  readonly algorithm: KeyAlgorithm;
  /** SHA-256 of its SubjectPublicKeyInfo in DER: the same for one key, however it was written. */
  readonly id: string;
  /** The id that came with it, for example `kid` of a JWK. */
  readonly name?: string;
  /** P-256: an uncompressed point of 65 bytes. Ed25519: 32 bytes. */
  readonly bytes: Uint8Array;
}

/** A key to sign with. It must never reach a bundle or a page. */
export interface PrivateKey {
  readonly algorithm: KeyAlgorithm;
  /** 32 bytes. */
  readonly secret: Uint8Array;
  readonly publicKey: PublicKey;
}

/** Why a text is no key that can be used. */
export type KeyError =
  | 'empty'
  | 'not-a-key'
  /** A private key where a public one is wanted, or the other way round. */
  | 'private-key'
  | 'public-key'
  /** A certificate: its key counts only with a chain that nobody checks here. */
  | 'certificate'
  | 'encrypted'
  /** Another algorithm or curve than P-256 and Ed25519. */
  | 'algorithm-unknown'
  /** No point of the curve, or one of small order. */
  | 'key-invalid';

const oids = {
  ecPublicKey: '2a8648ce3d0201',
  p256: '2a8648ce3d030107',
  ed25519: '2b6570',
} as const;

/**
 * Reads a public key: PEM with `PUBLIC KEY` (SubjectPublicKeyInfo, RFC 5280), or a JWK (RFC 7517) of
 * type `EC` with curve P-256, or `OKP` with Ed25519.
 */
export function readPublicKey(text: string): Result<PublicKey, KeyError> {
  const trimmed = text.trim();
  if (trimmed === '') return err('empty');
  if (trimmed.startsWith('{')) return publicFromJwk(trimmed);
  const pem = readPem(trimmed);
  if (pem === undefined) return err('not-a-key');
  if (pem.label.endsWith('PRIVATE KEY')) return err('private-key');
  if (pem.label.includes('CERTIFICATE')) return err('certificate');
  return pem.label === 'PUBLIC KEY' ? publicFromSpki(pem.bytes) : err('algorithm-unknown');
}

/** Reads a private key: PEM with `PRIVATE KEY` (PKCS #8, RFC 5958) or `EC PRIVATE KEY`, or a JWK. */
export function readPrivateKey(text: string): Result<PrivateKey, KeyError> {
  const trimmed = text.trim();
  if (trimmed === '') return err('empty');
  if (trimmed.startsWith('{')) return privateFromJwk(trimmed);
  const pem = readPem(trimmed);
  if (pem === undefined) return err('not-a-key');
  if (pem.label === 'ENCRYPTED PRIVATE KEY') return err('encrypted');
  if (pem.label.endsWith('PUBLIC KEY')) return err('public-key');
  if (pem.label === 'EC PRIVATE KEY') {
    return privateFromSec1(readOnlySequence(pem.bytes), undefined);
  }
  return pem.label === 'PRIVATE KEY' ? privateFromPkcs8(pem.bytes) : err('not-a-key');
}

/** The key as PEM, for `openssl` and for other viewers. */
export function formatPublicKey(key: PublicKey): string {
  const lines = encodeBase64(spkiOf(key)).match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
}

function readPem(text: string): { readonly label: string; readonly bytes: Uint8Array } | undefined {
  // A file may hold parameters before the key; the last block that is none counts.
  const blocks = [
    ...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g),
  ].filter(([, label]) => label !== 'EC PARAMETERS');
  const [, label, body] = blocks.length === 1 ? (blocks[0] ?? []) : [];
  if (label === undefined || body === undefined) return undefined;
  const bytes = decodeBase64(body.replaceAll(/\s/g, ''));
  return bytes === undefined ? undefined : { label, bytes };
}

function publicFromSpki(spki: Uint8Array): Result<PublicKey, KeyError> {
  const [algorithm, bits, ...rest] = readOnlySequence(spki) ?? [];
  if (algorithm?.tag !== derTag.sequence || bits?.tag !== derTag.bitString || rest.length > 0) {
    return err('not-a-key');
  }
  // The first byte counts unused bits.
  if (bits.content[0] !== 0) return err('not-a-key');
  const kind = algorithmOf(algorithm);
  return kind === undefined ? err('algorithm-unknown') : publicKey(kind, bits.content.subarray(1));
}

function algorithmOf({ content }: DerValue): KeyAlgorithm | undefined {
  const [id, curve, ...rest] = readDerSequence(content) ?? [];
  if (id?.tag !== derTag.objectId || rest.length > 0) return undefined;
  const oid = hexOf(id.content);
  if (oid === oids.ed25519) return curve === undefined ? 'ed25519' : undefined;
  const isP256 = curve?.tag === derTag.objectId && hexOf(curve.content) === oids.p256;
  return oid === oids.ecPublicKey && isP256 ? 'p256' : undefined;
}

/** Checks the point, and gives a P-256 key its uncompressed form. */
function publicKey(
  algorithm: KeyAlgorithm,
  raw: Uint8Array,
  name?: string,
): Result<PublicKey, KeyError> {
  let bytes: Uint8Array;
  try {
    if (algorithm === 'p256') bytes = p256.Point.fromBytes(raw).toBytes(false);
    else {
      const point = ed25519.Point.fromBytes(raw, false);
      // A point of small order verifies signatures that nobody made.
      if (point.isSmallOrder()) return err('key-invalid');
      bytes = Uint8Array.from(raw);
    }
  } catch {
    return err('key-invalid');
  }
  const id = sha256Hex(spkiOf({ algorithm, bytes }));
  return ok({ algorithm, id, ...(name === undefined ? {} : { name }), bytes });
}

function spkiOf({ algorithm, bytes }: Pick<PublicKey, 'algorithm' | 'bytes'>): Uint8Array {
  const ids = algorithm === 'p256' ? [oids.ecPublicKey, oids.p256] : [oids.ed25519];
  const parts = ids.map((oid) => writeDer(derTag.objectId, bytesOf(oid)));
  return writeDer(
    derTag.sequence,
    writeDer(derTag.sequence, ...parts),
    writeDer(derTag.bitString, Uint8Array.of(0), bytes),
  );
}

function jwkOf(text: string): RawRecord | undefined {
  const { value, ambiguous } = readJson(new TextEncoder().encode(text), 'jwk');
  return ambiguous.length === 0 && isRawRecord(value) ? value : undefined;
}

function publicFromJwk(text: string): Result<PublicKey, KeyError> {
  const jwk = jwkOf(text);
  if (jwk === undefined) return err('not-a-key');
  if (jwk['d'] !== undefined) return err('private-key');
  return publicPartOf(jwk);
}

function publicPartOf(jwk: RawRecord): Result<PublicKey, KeyError> {
  const curve = textAt(jwk, 'crv');
  const kind = textAt(jwk, 'kty');
  const x = decodeBase64(textAt(jwk, 'x') ?? '');
  const y = decodeBase64(textAt(jwk, 'y') ?? '');
  const name = textAt(jwk, 'kid');
  if (kind === undefined) return err('not-a-key');
  if (kind === 'OKP' && curve === 'Ed25519') {
    return x?.length === 32 ? publicKey('ed25519', x, name) : err('key-invalid');
  }
  if (kind !== 'EC' || curve !== 'P-256') return err('algorithm-unknown');
  if (x?.length !== 32 || y?.length !== 32) return err('key-invalid');
  return publicKey('p256', Uint8Array.of(4, ...x, ...y), name);
}

function privateFromJwk(text: string): Result<PrivateKey, KeyError> {
  const jwk = jwkOf(text);
  if (jwk === undefined) return err('not-a-key');
  const secret = decodeBase64(textAt(jwk, 'd') ?? '');
  if (jwk['d'] === undefined) return err('public-key');
  const stated = publicPartOf(jwk);
  if (!stated.ok) return stated;
  return secret === undefined
    ? err('key-invalid')
    : privateKey(stated.value.algorithm, secret, stated.value.name, stated.value.bytes);
}

function privateFromPkcs8(pkcs8: Uint8Array): Result<PrivateKey, KeyError> {
  const [version, algorithm, key] = readOnlySequence(pkcs8) ?? [];
  if (
    version?.tag !== derTag.integer ||
    algorithm?.tag !== derTag.sequence ||
    key?.tag !== derTag.octetString
  ) {
    return err('not-a-key');
  }
  const kind = algorithmOf(algorithm);
  if (kind === undefined) return err('algorithm-unknown');
  if (kind === 'p256') return privateFromSec1(readOnlySequence(key.content), 'p256');
  const [inner, ...rest] = readDerSequence(key.content) ?? [];
  return inner?.tag === derTag.octetString && rest.length === 0
    ? privateKey('ed25519', inner.content)
    : err('not-a-key');
}

/** @param known the algorithm, when it stands around the key; otherwise the key names its curve */
function privateFromSec1(
  values: readonly DerValue[] | undefined,
  known: KeyAlgorithm | undefined,
): Result<PrivateKey, KeyError> {
  const [version, secret, ...optional] = values ?? [];
  if (version?.tag !== derTag.integer || secret?.tag !== derTag.octetString) {
    return err('not-a-key');
  }
  const curve = optional.find(({ tag }) => tag === 0xa0);
  const [oid] = curve === undefined ? [] : (readDerSequence(curve.content) ?? []);
  const isP256 = oid !== undefined && hexOf(oid.content) === oids.p256;
  return isP256 || (known === 'p256' && curve === undefined)
    ? privateKey('p256', secret.content)
    : err('algorithm-unknown');
}

/** @param stated the public key that came with it; another one than it has is refused */
function privateKey(
  algorithm: KeyAlgorithm,
  secret: Uint8Array,
  name?: string,
  stated?: Uint8Array,
): Result<PrivateKey, KeyError> {
  try {
    const raw =
      algorithm === 'p256' ? p256.getPublicKey(secret, false) : ed25519.getPublicKey(secret);
    const found = publicKey(algorithm, raw, name);
    if (!found.ok) return found;
    if (stated !== undefined && hexOf(stated) !== hexOf(found.value.bytes)) {
      return err('key-invalid');
    }
    return ok({ algorithm, secret: Uint8Array.from(secret), publicKey: found.value });
  } catch {
    return err('key-invalid');
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
