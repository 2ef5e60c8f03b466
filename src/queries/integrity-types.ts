import type { KeyError, PublicKey } from '../bundle/integrity/keys.ts';
import type { IntegrityProgress, IntegrityReport } from '../bundle/integrity/types.ts';
import type { Result } from '../lib/result.ts';
import type { OpenRequest } from './open-request.ts';

export type { IntegrityProgress, IntegrityReport, KeyError, PublicKey };

/**
 * Questions about whether a bundle is what was recorded. Everything is computed here, without asking
 * anybody: from the bytes, and from the keys that the viewer chose.
 */
export interface IntegritySession {
  /** A public key as PEM or JWK. Which keys are trusted is the page's to keep. */
  readTrustedKey(text: string): Promise<Result<PublicKey, KeyError>>;
  /**
   * The four claims. Files are hashed once for each load, however often it is asked; other keys are
   * tried on what is known. A file that is not what was recorded is not believed from then on.
   */
  integrityReport(request: OpenRequest, keys: readonly PublicKey[]): Promise<IntegrityReport>;
  /** How far hashing is; `undefined` while nobody has asked for a report. */
  integrityProgress(request: OpenRequest): Promise<IntegrityProgress | undefined>;
}
