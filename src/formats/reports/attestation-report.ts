import type { Pointer, Timestamp } from '../../model/common.ts';

/**
 * Signed claims: in-toto statements, alone or in DSSE envelopes, one or many in a file. Nothing here
 * says that a signature is good: that takes keys that the viewer chose (`src/bundle/integrity/`).
 */
export interface AttestationReport {
  readonly family: 'attestation';
  readonly statements: readonly AttestationStatement[];
}

export interface AttestationStatement {
  /** `absent`: the payload of an envelope is not a statement. */
  readonly version: '0.1' | '1' | 'unknown' | 'absent';
  readonly subjects: readonly AttestedSubject[];
  readonly predicateType: string;
  readonly predicate: Predicate;
  readonly envelope?: DsseEnvelope;
  readonly pointer: Pointer;
}

export interface AttestedSubject {
  readonly name?: string;
  readonly uri?: string;
  /** Algorithm and value as written. */
  readonly digests: readonly { readonly algorithm: string; readonly value: string }[];
  readonly pointer: Pointer;
}

/** What the statement claims, by its type. `value` is the JSON as it stands, to be shown as a tree. */
export type Predicate =
  | {
      /** SLSA Verification Summary Attestation. */
      readonly kind: 'vsa';
      readonly verifier?: string;
      readonly verifiedAt?: Timestamp;
      readonly resource?: string;
      readonly policy?: string;
      readonly result?: 'passed' | 'failed';
      readonly levels: readonly string[];
      readonly value: unknown;
    }
  | {
      /** in-toto test-result. */
      readonly kind: 'test-result';
      readonly result?: 'passed' | 'warned' | 'failed';
      readonly url?: string;
      readonly passed: readonly string[];
      readonly warned: readonly string[];
      readonly failed: readonly string[];
      readonly value: unknown;
    }
  | {
      /** SLSA provenance 0.1, 0.2 or 1. */
      readonly kind: 'provenance';
      readonly slsa: '0.1' | '0.2' | '1';
      readonly builder?: string;
      readonly buildType?: string;
      readonly invocation?: string;
      readonly startedAt?: Timestamp;
      readonly finishedAt?: Timestamp;
      /** Source that was built, where the file says it. */
      readonly source?: string;
      readonly materials: readonly {
        readonly uri?: string;
        readonly digests: readonly { readonly algorithm: string; readonly value: string }[];
      }[];
      readonly value: unknown;
    }
  | { readonly kind: 'other'; readonly value: unknown };

/** Dead Simple Signing Envelope 1.0. */
export interface DsseEnvelope {
  readonly payloadType: string;
  /** The bytes that were signed, before the pre-authentication encoding. */
  readonly payload: Uint8Array;
  readonly signatures: readonly DsseSignature[];
  readonly pointer: Pointer;
}

export interface DsseSignature {
  /** A hint by whoever wrote the file; proves nothing. */
  readonly keyId?: string;
  /** Absent when it is no Base64. */
  readonly bytes?: Uint8Array;
  /** A certificate came with it. It is not checked, and proves nothing by itself. */
  readonly hasCertificate: boolean;
  readonly pointer: Pointer;
}
