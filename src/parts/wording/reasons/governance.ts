import { paramsIn, sentences } from './help.ts';

const { count, instant } = paramsIn('en');

/** Reasons about authorisations, attestations, documents, reviews, and conditions made of others. */
export const governanceReasons = sentences({
  authorised: ({ records, granted, needed }) => `Granted by ${records} (${granted} of ${needed})`,
  'authorised-when-done': ({ records, at }) =>
    `Granted by ${records}, and valid on ${instant(at)} when it was done`,
  'authorisation-none': ({ role }) => `No record by ${role}`,
  'authorisation-quorum': ({ role, granted, needed }) =>
    `${granted} of ${needed} grants by ${role}`,
  'authorisation-advisory-only': ({ role, record }) =>
    `Only an adviser spoke (${record}); a grant by ${role} is needed`,
  'authorisation-rehearsal-only': ({ record }) =>
    `${record} allows a rehearsal, never the step itself`,
  'authorisation-other-role': ({ role, given, record }) =>
    `${record} is by ${given}; it must be by ${role}`,
  'authorisation-form': ({ form, record }) =>
    `${record} has the form “${form}”, which does not count`,
  'authorisation-not-holder': ({ person, record }) =>
    `${person}, who gave ${record}, does not hold the role`,
  'authorisation-covers-several': ({ record, steps }) =>
    `${record} covers ${steps}; a grant covers one step, so it covers none`,
  'authorisation-other-step': ({ record }) => `${record} is for another step`,
  'authorisation-superseded': ({ record, definition }) =>
    `${record} was given under ${definition}, which is no longer in force`,
  'authorisation-expired': ({ record, at }) => `${record} expired on ${instant(at)}`,
  'authorisation-refused': ({ record }) => `Refused by ${record}`,
  'authorisation-withdrawn': ({ record }) => `Withdrawn by ${record}`,
  'authorisation-record-unreadable': ({ record }) => `${record} cannot be read in full`,
  'authorisation-unsupported': ({ record }) => `${record} rests on evidence that does not count`,
  'authorisation-step-unnamed': ({ rule }) =>
    `${rule} is granted step by step, and no step is named`,
  'authorisation-no-definition': ({ rule }) =>
    `No definition of ${rule} is in force at this instant`,
  'authorisation-no-demand': ({ rule }) => `${rule} demands nothing, so nothing can meet it`,
  'authorisation-part': ({ rule, part }) => `${part}, a part of ${rule}, is not granted`,
  'authorisation-role-advisory': ({ role }) => `${role} only advises and cannot grant`,

  attested: ({ evidence }) => `Attested by ${evidence}`,
  'attestation-none': ({ predicateType }) => `No statement of the type ${predicateType}`,
  'attestation-failed': ({ evidence }) => `The statement ${evidence} says that it failed`,
  'attested-with-key': ({ evidence, key }) =>
    `Attested by ${evidence}; its signature was verified with the key ${key} that you chose`,
  'attestation-unverified': ({ evidence }) =>
    `The signature of ${evidence} was not verified with a key that you chose`,
  'attestation-other-key': ({ evidence, key }) =>
    `${evidence} is signed with the key ${key}, which belongs to none of the signers that count`,
  'attestation-other-signer': ({ evidence }) => `${evidence} is signed by somebody else`,
  'attestation-other-subject': ({ evidence }) => `${evidence} speaks of something else`,
  'attestation-digest-differs': ({ evidence }) => `${evidence} speaks of other bytes`,
  'document-there': ({ document }) => `${document} is there`,
  'document-absent': ({ document }) => `${document} is missing`,
  'document-not-checked': ({ document }) => `Nobody checked whether ${document} exists`,
  'document-status': ({ document, status }) => `${document} has the status “${status}”`,
  'document-without-status': ({ document }) => `${document} has no status`,
  'document-changed-after-lock': ({ document }) => `${document} changed after it was locked`,
  reviewed: (p) => `${count(p.count, 'review', 'reviews')} accepted it`,
  'review-none': ({ role }) => `No review by ${role}`,
  'review-objects': ({ evidence, decision }) => `The review ${evidence} says “${decision}”`,

  'parts-hold': ({ count: holding, of }) => `${holding} of ${of} parts hold`,
  'parts-open': ({ count: open, of }) => `${open} of ${of} parts do not hold`,
  'parts-none': () => 'It has no parts, so nothing is shown by it',
  'parts-not-applicable': () => 'None of its parts applies',
  'parts-count-impossible': ({ needed, of }) => `${needed} of ${of} parts cannot be had`,
  'not-holds': () => 'What must not hold does not hold',
  'not-violated': () => 'What must not hold holds',
  'not-confined': ({ kind }) =>
    `A negation of “${kind}” could turn absence into a pass, so it is not judged`,
  'other-gate': ({ gate, verdict }) => `The gate ${gate} is ${verdict}`,
  waived: ({ waiver, expires }) => `Waived by ${waiver} until ${instant(expires)}`,
  'gate-passed': (p) => `${count(p.count, 'condition holds', 'conditions hold')}`,
  'gate-open': ({ failed, unknown, stale, missing }) =>
    [
      [failed, 'failed'],
      [unknown, 'not judged'],
      [stale, 'stale'],
      [missing, 'without evidence'],
    ]
      .filter(([number]) => number !== 0)
      .map(([number, word]) => `${number} ${word}`)
      .join(', '),
  'gate-without-blocking-condition': () => 'It has no blocking condition, so it cannot pass',
  'gate-cycle': ({ members }) => `Gates wait for each other: ${members}`,
  assumed: () => 'Assumed for this scenario',
});
