import { formatCount } from '../../../../lib/format/list.ts';
import type { IntegrityReport, KeyError } from '../../../../queries/integrity-types.ts';

type Claim = 'intact' | 'complete' | 'authentic' | 'recomputed';
type ClaimState = IntegrityReport['intact']['state'];
type Fault = IntegrityReport['intact']['faults'][number];
type Signature = IntegrityReport['authentic']['signatures'][number];

/** Words of the integrity claims. */
export interface IntegrityWords {
  readonly title: string;
  readonly lead: string;
  readonly check: string;
  readonly again: string;
  readonly working: string;
  readonly files: (done: number, all: number) => string;
  readonly failed: string;
  readonly failedRemedy: string;
  readonly claims: Readonly<Record<Claim, { readonly title: string; readonly means: string }>>;
  readonly states: Readonly<Record<ClaimState, string>>;
  readonly intact: {
    readonly compared: (matching: number, size: string) => string;
    readonly faults: (count: number) => string;
    readonly fault: Readonly<Record<Fault['fault'], string>>;
    readonly recordedIn: Readonly<Record<Fault['recordedIn'][number], string>>;
    readonly stated: string;
    readonly found: string;
    readonly lines: (lines: string) => string;
    readonly ledger: (entries: number) => string;
    readonly noLedger: string;
    readonly ledgerBroken: (line: number) => string;
    readonly ledgerWhy: Readonly<
      Record<NonNullable<IntegrityReport['intact']['ledger']['why']>, string>
    >;
  };
  readonly complete: {
    readonly listed: (count: number) => string;
    readonly missing: (count: number) => string;
    readonly unlisted: (count: number) => string;
    readonly unknown: string;
  };
  readonly authentic: {
    readonly none: string;
    readonly signedBy: (count: number) => string;
    readonly results: Readonly<Record<Signature['result'], string>>;
    readonly covers: Readonly<Record<Signature['covers'], string>>;
    readonly line: (line: number) => string;
    readonly otherSubjects: (count: number) => string;
    readonly remark: (code: string, line: number) => string;
  };
  readonly recomputed: {
    readonly facts: (agreeing: number, unchecked: number) => string;
    readonly decisions: (agreeing: number) => string;
    readonly fact: (evidence: string, member: string, stated: string, found: string) => string;
    readonly decision: (gate: string, stated: string, found: string) => string;
    readonly unknownGate: (gate: string) => string;
  };
  readonly keys: {
    readonly title: string;
    readonly note: string;
    readonly noteKept: string;
    readonly keep: string;
    readonly none: string;
    readonly paste: string;
    readonly hint: string;
    readonly trust: string;
    readonly file: string;
    readonly owner: string;
    readonly ownerHint: string;
    readonly judge: string;
    readonly judgeNote: string;
    readonly distrust: (name: string) => string;
    readonly errors: Readonly<Record<KeyError, string>>;
  };
  readonly showFiles: string;
  readonly more: (count: number) => string;
}

const fileForms = { one: 'file', other: 'files' };

export const en: IntegrityWords = {
  title: 'Check the integrity of this bundle',
  lead: 'Four claims, computed in this browser from the bytes alone. None of them says that the evidence is true, or that it is the latest.',
  check: 'Hash every file and check',
  again: 'Check again',
  working: 'Hashing the files of the bundle',
  files: (done, all) => `${done} of ${formatCount(all, fileForms)}`,
  failed: 'The check did not come to an end',
  failedRemedy: 'Try again. If it keeps failing, read the bundle again.',
  claims: {
    intact: { title: 'Intact', means: 'The bytes are the ones that were recorded.' },
    complete: { title: 'Complete', means: 'The bundle has exactly the files that it lists.' },
    authentic: {
      title: 'Authentic',
      means: 'It was signed by a key that you trust. A key inside the bundle proves nothing.',
    },
    recomputed: {
      title: 'Recomputed',
      means: 'The facts and the decisions that are recorded are the ones that the bytes give here.',
    },
  },
  states: {
    holds: 'Holds',
    broken: 'Does not hold',
    unknown: 'Cannot be told',
    unclaimed: 'Nothing to check',
  },
  intact: {
    compared: (matching, size) => `${formatCount(matching, fileForms)} match; ${size} hashed.`,
    faults: (count) =>
      `${formatCount(count, { one: 'file is', other: 'files are' })} not as recorded`,
    fault: {
      differs: 'has other bytes',
      missing: 'is missing',
      unreadable: 'cannot be read',
    },
    recordedIn: {
      sums: 'SHA256SUMS',
      evidence: 'its record',
      collection: 'its collection',
    },
    stated: 'recorded',
    found: 'computed here',
    lines: (lines) => `Lines of SHA256SUMS that say nothing: ${lines}.`,
    ledger: (entries) =>
      `${formatCount(entries, { one: 'entry', other: 'entries' })} of the ledger follow one from the other.`,
    noLedger: 'There is no ledger of decisions.',
    ledgerBroken: (line) => `The ledger is broken at line ${line}.`,
    ledgerWhy: {
      'not-json': 'The line is not JSON.',
      'previous-missing': 'It does not name the line before.',
      'previous-differs': 'The line before is not the one that it names.',
      unreadable: 'The file cannot be read.',
    },
  },
  complete: {
    listed: (count) => `${formatCount(count, fileForms)} listed.`,
    missing: (count) => `${formatCount(count, fileForms)} listed and not there`,
    unlisted: (count) => `${formatCount(count, fileForms)} that nobody lists`,
    unknown: 'Over HTTP nobody can tell which other files lie beside these.',
  },
  authentic: {
    none: 'The bundle is not signed.',
    signedBy: (count) =>
      `Signed as a whole by ${formatCount(count, { one: 'key', other: 'keys' })} that you trust.`,
    results: {
      verified: 'verified',
      wrong: 'names a key that you trust, and is not its signature',
      'no-trusted-key': 'by none of the keys that you trust',
      unreadable: 'cannot be read',
    },
    covers: {
      bundle: 'covers the whole bundle',
      files: 'covers some files',
      nothing: 'covers nothing of this bundle',
    },
    line: (line) => `line ${line}`,
    otherSubjects: (count) =>
      `${formatCount(count, { one: 'subject has', other: 'subjects have' })} other bytes here`,
    remark: (code, line) => `Line ${line}: ${code}`,
  },
  recomputed: {
    facts: (agreeing, unchecked) =>
      `${formatCount(agreeing, { one: 'fact agrees', other: 'facts agree' })}${unchecked === 0 ? '' : `; ${unchecked} cannot be derived here`}.`,
    decisions: (agreeing) =>
      `${formatCount(agreeing, { one: 'decision agrees', other: 'decisions agree' })}.`,
    fact: (evidence, member, stated, found) =>
      `${evidence}: ${member} is recorded as ${stated}, the bytes give ${found}`,
    decision: (gate, stated, found) => `${gate}: recorded as ${stated}, computed as ${found}`,
    unknownGate: (gate) => `${gate}: recorded, and not a gate of this plan`,
  },
  keys: {
    title: 'Keys that you trust',
    note: 'They are kept as long as this page, and nowhere else.',
    noteKept: 'They are kept in this browser until you take them away, and nowhere else.',
    keep: 'Keep them in this browser',
    none: 'None yet. Without one no signature counts.',
    paste: 'Public key as PEM or JWK',
    hint: 'ECDSA P-256 or Ed25519. Get it from whoever signs, never from the bundle.',
    trust: 'Trust this key',
    file: 'Choose a key file',
    owner: 'Whose key it is',
    ownerHint: 'As the plan names its signers. Left empty, the name that came with the key counts.',
    judge: 'Judge with these keys',
    judgeNote:
      'Attestations signed with them count as verified. The link then names the keys; whoever opens it without having chosen them sees those signatures as unverified.',
    distrust: (name) => `No longer trust ${name}`,
    errors: {
      empty: 'There is nothing in it.',
      'not-a-key': 'It is no key.',
      'private-key': 'It is a private key. Never put it into a page; use the public one.',
      'public-key': 'It is a public key.',
      certificate: 'It is a certificate. Give the public key in it.',
      encrypted: 'It is encrypted.',
      'algorithm-unknown': 'It is of another algorithm than P-256 and Ed25519.',
      'key-invalid': 'Its numbers are no valid key.',
    },
  },
  showFiles: 'Show these files',
  more: (count) => `and ${count} more`,
};
