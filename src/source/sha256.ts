import { sha256 } from '@noble/hashes/sha2.js';

/**
 * SHA-256 in lower-case hexadecimal. The browser's own implementation works off the thread and needs
 * a secure context; a page from a plain `http:` host computes it itself.
 */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  const digest =
    subtle === undefined
      ? sha256(bytes)
      : new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
