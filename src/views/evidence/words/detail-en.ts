import { formatCount, formatWhole } from '../../../lib/format/list.ts';
import type { Fact } from '../../../model/evidence.ts';

/** Words of one piece of evidence. */
export interface DetailWords {
  readonly back: string;
  readonly close: string;
  readonly unknown: (id: string) => string;
  readonly unknownWhy: string;
  readonly advisory: string;
  readonly advisoryNote: string;
  readonly inadmissible: string;
  readonly warnings: string;
  readonly download: string;
  readonly copyDigest: string;
  readonly hashing: string;
  readonly digest: {
    readonly match: string;
    readonly mismatch: string;
    readonly mismatchRemedy: string;
    readonly mismatchSums: string;
    readonly unrecorded: string;
    readonly recorded: string;
    readonly computed: string;
    readonly notInRecord: string;
  };
  readonly references: string;
  readonly noReferences: string;
  readonly reliesOn: (conditions: number, gates: number) => string;
  readonly allReferences: (count: number) => string;
  readonly openPlace: string;
  readonly related: string;
  readonly relations: Readonly<
    Record<'supersededBy' | 'supersedes' | 'sameName' | 'sameBytes', string>
  >;
  readonly superseded: string;
  readonly stale: string;
  readonly staleWhy: string;
  readonly content: string;
  readonly record: string;
  readonly facts: string;
  readonly moreFacts: (count: number) => string;
  readonly factKinds: Readonly<Record<Fact['type'], string>>;
  readonly tests: (passed: number, total: number, failed: number) => string;
  readonly lines: (count: number) => string;
  readonly rows: (count: number) => string;
  readonly noFile: string;
  readonly signedBy: (signer: string) => string;
  readonly fields: Readonly<
    Record<
      | 'id'
      | 'kind'
      | 'path'
      | 'uri'
      | 'mediaType'
      | 'size'
      | 'sha256'
      | 'producer'
      | 'collectedAt'
      | 'observedAt'
      | 'validFor'
      | 'collector'
      | 'run'
      | 'commit'
      | 'strength'
      | 'rawStatus'
      | 'covers'
      | 'supersedes'
      | 'source'
      | 'annotations',
      string
    >
  >;
  readonly role: (role: string) => string;
  readonly faces: Readonly<
    Record<
      'recordOnly' | 'absent' | 'tooLarge' | 'unreachable' | 'engine',
      { readonly what: string; readonly remedy: string }
    >
  >;
  readonly consequence: string;
  readonly openElsewhere: string;
  readonly tryAgain: string;
  readonly asText: string;
  readonly asReport: string;
  readonly asItIs: string;
  readonly show: string;
  readonly badUtf8: (count: number, line: number) => string;
  readonly badUtf8Title: string;
  readonly viewerFailed: string;
  readonly misfit: string;
  readonly misfitWhy: (place: string) => string;
  readonly badPlace: string;
  readonly badPlaceWhy: string;
  readonly empty: string;
}

export const en: DetailWords = {
  back: 'All evidence',
  close: 'Close',
  unknown: (id) => `The bundle has no evidence ${id}`,
  unknownWhy: 'The link may come from another revision. Choose a piece from the list.',
  advisory: 'advisory',
  advisoryNote: 'It advises and never authorises.',
  inadmissible: 'Kept, never counted',
  warnings: 'Remarks of the reader',
  download: 'Download',
  copyDigest: 'Copy digest',
  hashing: 'Reading and hashing the file',
  digest: {
    match: 'Hashed in this browser: these are the bytes that were recorded.',
    mismatch: 'These are not the bytes that were recorded',
    mismatchRemedy:
      'Nothing that rests on this file counts as a pass. Restore the recorded file, or collect the evidence again.',
    mismatchSums:
      'The record of this piece and SHA256SUMS do not name the same digest; a file must agree with both.',
    unrecorded: 'No digest was recorded, so nobody can tell whether these are the original bytes.',
    recorded: 'recorded',
    computed: 'computed here',
    notInRecord: 'only in SHA256SUMS',
  },
  references: 'Conditions that rely on it',
  noReferences: 'No condition relies on it. It proves nothing in this plan.',
  reliesOn: (conditions, gates) =>
    `${formatCount(conditions, { one: 'condition', other: 'conditions' })} in ${formatCount(gates, { one: 'gate', other: 'gates' })}`,
  allReferences: (count) => `Show all ${formatWhole(count)}`,
  openPlace: 'the place that decides',
  related: 'Other pieces to know of',
  relations: {
    supersededBy: 'superseded by',
    supersedes: 'supersedes',
    sameName: 'same name, other bytes',
    sameBytes: 'same bytes',
  },
  superseded: 'Another piece says that it replaces this one',
  stale: 'Too old',
  staleWhy: 'Its validity is over, or a condition that relies on it asks for something newer.',
  content: 'Content',
  record: 'Record',
  facts: 'What was read out of it',
  moreFacts: (count) => `and ${formatWhole(count)} more`,
  factKinds: {
    tests: 'tests',
    value: 'value',
    file: 'file',
    observation: 'observation',
    rehearsal: 'rehearsal',
    attestation: 'attestation',
    review: 'review',
    report: 'report',
    series: 'series',
  },
  tests: (passed, total, failed) =>
    `${formatWhole(passed)} of ${formatCount(total, { one: 'test', other: 'tests' })} passed${failed > 0 ? `, ${formatWhole(failed)} failed` : ''}`,
  lines: (count) => formatCount(count, { one: 'line', other: 'lines' }),
  rows: (count) => formatCount(count, { one: 'row', other: 'rows' }),
  noFile: 'does not exist',
  signedBy: (signer) => `by ${signer}`,
  fields: {
    id: 'Id',
    kind: 'Kind',
    path: 'Path',
    uri: 'Address',
    mediaType: 'Type',
    size: 'Size',
    sha256: 'SHA-256',
    producer: 'Producer',
    collectedAt: 'Collected',
    observedAt: 'Observed',
    validFor: 'Valid for',
    collector: 'Collector',
    run: 'Run',
    commit: 'Commit',
    strength: 'Strength',
    rawStatus: 'Status as written',
    covers: 'Covers',
    supersedes: 'Supersedes',
    source: 'Stated in',
    annotations: 'Annotations',
  },
  role: (role) => `as ${role}`,
  faces: {
    recordOnly: {
      what: 'The bundle holds the record of this piece, and not its file.',
      remedy:
        'Look at it where the record says it is. What is not in the bundle cannot be checked.',
    },
    absent: {
      what: 'The file of this piece is missing.',
      remedy:
        'Put the file back at this path, or collect the evidence again and make a new bundle.',
    },
    tooLarge: {
      what: 'The file is larger than the 16 MiB that are shown here.',
      remedy: 'Download it, and compare its digest with “sha256sum”.',
    },
    unreachable: {
      what: 'The file cannot be reached.',
      remedy: 'Try again. If it keeps failing, download the bundle and drop it on this page.',
    },
    engine: {
      what: 'The file was not read: the engine stopped.',
      remedy: 'Try again.',
    },
  },
  consequence: 'A condition that needs it does not pass.',
  openElsewhere: 'Open the file itself',
  tryAgain: 'Try again',
  asText: 'Text',
  asReport: 'Report',
  asItIs: 'Formatted',
  show: 'Show as',
  badUtf8: (count, line) =>
    `${formatCount(count, { one: 'place is', other: 'places are' })} shown as �, the first on line ${line}.`,
  badUtf8Title: 'Not all of it is UTF-8',
  viewerFailed: 'It could not be shown as what it claims to be',
  misfit: 'The place cannot be shown',
  misfitWhy: (place) => `A file of this type has no place like “${place}”.`,
  badPlace: 'The link names a place that is not understood',
  badPlaceWhy: 'The content is shown without a mark.',
  empty: 'The file is empty',
};
