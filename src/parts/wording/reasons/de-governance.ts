import { term } from '../terms-de.ts';
import { paramsIn, sentences } from './help.ts';

const { count, instant } = paramsIn('de');

/** Reasons about authorisations, attestations, documents, reviews, and conditions made of others. */
export const governanceReasons = sentences({
  authorised: ({ records, granted, needed }) =>
    `Freigegeben durch ${records} (${granted} von ${needed})`,
  'authorised-when-done': ({ records, at }) =>
    `Freigegeben durch ${records}, gültig am ${instant(at)}, als es ausgeführt wurde`,
  'authorisation-none': ({ role }) => `Kein Vermerk der Rolle ${role}`,
  'authorisation-quorum': ({ role, granted, needed }) =>
    `${granted} von ${needed} Freigaben der Rolle ${role}`,
  'authorisation-advisory-only': ({ role, record }) =>
    `Nur ein Rat liegt vor (${record}); nötig ist eine Freigabe der Rolle ${role}`,
  'authorisation-rehearsal-only': ({ record }) =>
    `${record} erlaubt einen Probelauf, nie den Schritt selbst`,
  'authorisation-other-role': ({ role, given, record }) =>
    `${record} stammt von der Rolle ${given}; nötig ist ${role}`,
  'authorisation-form': ({ form, record }) => `${record} hat die Form „${form}“, die nicht zählt`,
  'authorisation-not-holder': ({ person, record }) =>
    `${person} hat ${record} erteilt, hat die Rolle aber nicht inne`,
  'authorisation-covers-several': ({ record, steps }) =>
    `${record} nennt ${steps}; eine Freigabe gilt für einen Schritt, diese also für keinen`,
  'authorisation-other-step': ({ record }) => `${record} gilt für einen anderen Schritt`,
  'authorisation-superseded': ({ record, definition }) =>
    `${record} wurde nach ${definition} erteilt, das nicht mehr gilt`,
  'authorisation-expired': ({ record, at }) => `${record} ist am ${instant(at)} abgelaufen`,
  'authorisation-refused': ({ record }) => `Verweigert durch ${record}`,
  'authorisation-withdrawn': ({ record }) => `Zurückgezogen durch ${record}`,
  'authorisation-record-unreadable': ({ record }) => `${record} ist nicht vollständig lesbar`,
  'authorisation-unsupported': ({ record }) =>
    `${record} stützt sich auf einen Nachweis, der nicht zählt`,
  'authorisation-step-unnamed': ({ rule }) =>
    `${rule} wird Schritt für Schritt erteilt, und kein Schritt ist genannt`,
  'authorisation-no-definition': ({ rule }) =>
    `Zu diesem Zeitpunkt gilt keine Definition von ${rule}`,
  'authorisation-no-demand': ({ rule }) => `${rule} verlangt nichts, also kann nichts es erfüllen`,
  'authorisation-part': ({ rule, part }) => `${part}, ein Teil von ${rule}, ist nicht erteilt`,
  'authorisation-role-advisory': ({ role }) => `${role} berät nur und kann nichts freigeben`,

  attested: ({ evidence }) => `Bescheinigt durch ${evidence}`,
  'attestation-none': ({ predicateType }) => `Keine Bescheinigung der Art ${predicateType}`,
  'attestation-failed': ({ evidence }) => `Die Bescheinigung ${evidence} sagt: nicht bestanden`,
  'attested-with-key': ({ evidence, key }) =>
    `Bescheinigt durch ${evidence}; die Signatur wurde mit dem Schlüssel ${key} geprüft, den Sie gewählt haben`,
  'attestation-unverified': ({ evidence }) =>
    `Die Signatur von ${evidence} wurde mit keinem Schlüssel geprüft, den Sie gewählt haben`,
  'attestation-other-key': ({ evidence, key }) =>
    `${evidence} ist mit dem Schlüssel ${key} signiert, der keinem der verlangten Unterzeichner gehört`,
  'attestation-other-signer': ({ evidence }) => `${evidence} ist von jemand anderem signiert`,
  'attestation-other-subject': ({ evidence }) => `${evidence} handelt von etwas anderem`,
  'attestation-digest-differs': ({ evidence }) => `${evidence} handelt von anderen Bytes`,
  'document-there': ({ document }) => `${document} ist vorhanden`,
  'document-absent': ({ document }) => `${document} fehlt`,
  'document-not-checked': ({ document }) => `Niemand hat geprüft, ob es ${document} gibt`,
  'document-status': ({ document, status }) => `${document} hat den Status „${status}“`,
  'document-without-status': ({ document }) => `${document} hat keinen Status`,
  'document-changed-after-lock': ({ document }) =>
    `${document} wurde nach dem Festschreiben geändert`,
  reviewed: (p) => `Angenommen in ${count(p.count, 'Review', 'Reviews')}`,
  'review-none': ({ role }) => `Kein Review der Rolle ${role}`,
  'review-objects': ({ evidence, decision }) => `Das Review ${evidence} sagt „${decision}“`,

  'parts-hold': ({ count: holding, of }) => `${holding} von ${of} Teilen erfüllt`,
  'parts-open': ({ count: open, of }) => `${open} von ${of} Teilen nicht erfüllt`,
  'parts-none': () => 'Hat keine Teile, weist also nichts nach',
  'parts-not-applicable': () => 'Keiner der Teile ist anwendbar',
  'parts-count-impossible': ({ needed, of }) => `${needed} von ${of} Teilen sind nicht zu haben`,
  'not-holds': () => 'Was nicht zutreffen darf, trifft nicht zu',
  'not-violated': () => 'Was nicht zutreffen darf, trifft zu',
  'not-confined': ({ kind }) =>
    `Die Verneinung von „${term(kind)}“ könnte Fehlendes als bestanden werten und wird daher nicht beurteilt`,
  'other-gate': ({ gate, verdict }) => `Das Gate ${gate}: ${term(verdict)}`,
  waived: ({ waiver, expires }) => `Ausgenommen durch ${waiver} bis ${instant(expires)}`,
  'gate-passed': (p) => `${count(p.count, 'Bedingung', 'Bedingungen')} erfüllt`,
  'gate-open': ({ failed, unknown, stale, missing }) =>
    [
      [failed, 'nicht erfüllt'],
      [unknown, 'nicht beurteilt'],
      [stale, 'veraltet'],
      [missing, 'ohne Nachweis'],
    ]
      .filter(([number]) => number !== 0)
      .map(([number, word]) => `${number} ${word}`)
      .join(', '),
  'gate-without-blocking-condition': () =>
    'Hat keine entscheidende Bedingung und kann daher nicht bestehen',
  'gate-cycle': ({ members }) => `Gates warten aufeinander: ${members}`,
  assumed: () => 'Für dieses Szenario angenommen',
});
