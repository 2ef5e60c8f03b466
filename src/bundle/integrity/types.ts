/**
 * The four claims of a bundle's integrity, computed from its bytes alone. None of them says that the
 * evidence is true, or that the bundle is the latest.
 */
export interface IntegrityReport {
  /** SHA-256 of `SHA256SUMS`; absent when the bundle has none. */
  readonly bundleId?: string;
  readonly intact: IntactClaim;
  readonly complete: CompleteClaim;
  readonly authentic: AuthenticClaim;
  readonly recomputed: RecomputedClaim;
}

/**
 * `holds`: checked and found so. `broken`: checked and found otherwise. `unknown`: something could not be
 * checked, and nothing was found wrong. `unclaimed`: the bundle holds nothing that could be checked.
 */
export type ClaimState = 'holds' | 'broken' | 'unknown' | 'unclaimed';

/** The bytes match what was recorded of them. */
export interface IntactClaim {
  readonly state: ClaimState;
  /** Bytes hashed. */
  readonly bytes: number;
  readonly matching: number;
  /** Every file that does not match or could not be compared, by path. */
  readonly faults: readonly FileFault[];
  /** Lines of `SHA256SUMS` that say nothing, by number from 1. */
  readonly unreadableLines: readonly number[];
  readonly ledger: LedgerCheck;
}

export interface FileFault {
  readonly path: string;
  readonly fault: 'differs' | 'missing' | 'unreadable';
  /** Where the other digest is recorded. */
  readonly recordedIn: readonly ('sums' | 'evidence' | 'collection')[];
  readonly stated?: string;
  readonly found?: string;
  /** Why it could not be read, as a code of the source. */
  readonly reason?: string;
}

/** Each line of `ledger.jsonl` holds the SHA-256 of the line before it. */
export interface LedgerCheck {
  readonly state: ClaimState;
  readonly entries: number;
  /** The first line that does not follow from the one before, from 1. */
  readonly brokenAt?: number;
  readonly why?: 'not-json' | 'previous-missing' | 'previous-differs' | 'unreadable';
}

/** The bundle has exactly the files that it lists. */
export interface CompleteClaim {
  readonly state: ClaimState;
  readonly listed: number;
  readonly missing: readonly string[];
  /** Files that nobody lists: they are covered by no digest and no signature. */
  readonly unlisted: readonly string[];
  /** False over HTTP, where nobody can tell which other files there are. */
  readonly isListingKnown: boolean;
}

/** The bundle was signed by a key that the viewer chose. A key inside the bundle proves nothing. */
export interface AuthenticClaim {
  readonly state: ClaimState;
  readonly signatures: readonly SignatureCheck[];
  /** Keys of the viewer that signed the list of sums, and so the whole bundle. */
  readonly signedBy: readonly string[];
  /**
   * What is odd about the file: codes of its reader, `not-signed`, `not-ended`, `key-id-differs` and
   * `other-spelling`, which alone leaves no doubt.
   */
  readonly remarks: readonly { readonly code: string; readonly line: number }[];
}

export interface SignatureCheck {
  /** Index of the envelope in `attestations.intoto.jsonl`, from 0. */
  readonly envelope: number;
  /** 1-based line of the file. */
  readonly line: number;
  readonly predicateType: string;
  /** The hint of whoever signed. */
  readonly keyId?: string;
  readonly result: SignatureResult;
  /** Id of the key of the viewer's that it was verified with. */
  readonly verifiedBy?: string;
  /** What was signed of this bundle. */
  readonly covers: 'bundle' | 'files' | 'nothing';
  /** Subjects whose digest is not that of the file in this bundle. */
  readonly otherSubjects: readonly string[];
}

export type SignatureResult =
  | 'verified'
  /** Names a key of the viewer's, and is not its signature of these bytes. */
  | 'wrong'
  /** By none of the keys that the viewer chose. */
  | 'no-trusted-key'
  /** No Base64, or no signature in any encoding that is known. */
  | 'unreadable';

/** What we find is what the bundle records: facts of the evidence, and decisions about gates. */
export interface RecomputedClaim {
  readonly state: ClaimState;
  readonly facts: FactsCheck;
  readonly decisions: DecisionsCheck;
}

export interface FactsCheck {
  /** Facts that the bytes give again, as recorded. */
  readonly agreeing: number;
  readonly differing: readonly FactDifference[];
  /** Facts that no reader derives, or whose bytes are not here. */
  readonly unchecked: number;
}

export interface FactDifference {
  readonly evidence: string;
  /** Index of the fact in its record, from 0. */
  readonly fact: number;
  /** What differs, as a member of the fact: `passed`, `value`, `lines`… */
  readonly member: string;
  readonly stated: string;
  readonly found: string;
}

export interface DecisionsCheck {
  readonly agreeing: number;
  readonly differing: readonly DecisionDifference[];
  /** Gates that the bundle records and this plan does not have. */
  readonly unknownGates: readonly string[];
}

export interface DecisionDifference {
  readonly gate: string;
  readonly stated: string;
  readonly found: string;
  readonly recordedIn: 'ledger' | 'plan';
  /** 1-based line of the ledger. */
  readonly line?: number;
}

/** How far hashing is. */
export interface IntegrityProgress {
  readonly files: number;
  readonly filesDone: number;
  readonly bytesDone: number;
  /** Absent when the bundle does not state the sizes of its files. */
  readonly bytes?: number;
}
