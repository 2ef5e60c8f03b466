import { countIn, formatWhole } from '../../../lib/format/list.ts';
import type { DetailWords } from './detail-en.ts';

const n = countIn('de');
const whole = (count: number): string => formatWhole(count, 'de');

export const de: DetailWords = {
  back: 'Alle Nachweise',
  close: 'Schließen',
  unknown: (id) => `Das Bündel hat keinen Nachweis ${id}`,
  unknownWhy:
    'Vielleicht stammt der Link aus einer anderen Revision. Wählen Sie einen Nachweis aus der Liste.',
  advisory: 'beratend',
  advisoryNote: 'Er berät und gibt nie frei.',
  inadmissible: 'Aufbewahrt, nie gezählt',
  warnings: 'Bemerkungen des Lesers',
  download: 'Herunterladen',
  copyDigest: 'Prüfsumme kopieren',
  hashing: 'Die Datei wird gelesen und ihre Prüfsumme berechnet',
  digest: {
    match: 'In diesem Browser berechnet: Das sind die aufgezeichneten Bytes.',
    mismatch: 'Das sind nicht die aufgezeichneten Bytes',
    mismatchRemedy:
      'Nichts, was sich auf diese Datei stützt, zählt als bestanden. Stellen Sie die aufgezeichnete Datei wieder her, oder sammeln Sie den Nachweis neu.',
    mismatchSums:
      'Der Eintrag dieses Nachweises und SHA256SUMS nennen verschiedene Prüfsummen; eine Datei muss zu beiden passen.',
    unrecorded:
      'Keine Prüfsumme wurde aufgezeichnet, daher weiß niemand, ob das die ursprünglichen Bytes sind.',
    recorded: 'aufgezeichnet',
    computed: 'hier berechnet',
    notInRecord: 'nur in SHA256SUMS',
  },
  references: 'Bedingungen, die sich darauf stützen',
  noReferences: 'Keine Bedingung stützt sich darauf. Es weist in diesem Plan nichts nach.',
  reliesOn: (conditions, gates) =>
    `${n(conditions, 'Bedingung', 'Bedingungen')} in ${n(gates, 'Gate', 'Gates')}`,
  allReferences: (count) => `Alle ${whole(count)} zeigen`,
  openPlace: 'die entscheidende Stelle',
  related: 'Weitere Nachweise dazu',
  relations: {
    supersededBy: 'ersetzt durch',
    supersedes: 'ersetzt',
    sameName: 'gleicher Name, andere Bytes',
    sameBytes: 'gleiche Bytes',
  },
  superseded: 'Ein anderer Nachweis sagt, dass er diesen ersetzt',
  stale: 'Zu alt',
  staleWhy:
    'Seine Gültigkeit ist vorbei, oder eine Bedingung, die sich darauf stützt, verlangt Neueres.',
  content: 'Inhalt',
  record: 'Eintrag',
  facts: 'Was herausgelesen wurde',
  moreFacts: (count) => `und ${whole(count)} weitere`,
  factKinds: {
    tests: 'Tests',
    value: 'Wert',
    file: 'Datei',
    observation: 'Beobachtung',
    rehearsal: 'Probelauf',
    attestation: 'Bescheinigung',
    review: 'Review',
    report: 'Bericht',
    series: 'Messreihe',
  },
  tests: (passed, total, failed) =>
    `${whole(passed)} von ${n(total, 'Test', 'Tests')} bestanden${failed > 0 ? `, ${whole(failed)} nicht bestanden` : ''}`,
  lines: (count) => n(count, 'Zeile', 'Zeilen'),
  rows: (count) => n(count, 'Zeile', 'Zeilen'),
  noFile: 'gibt es nicht',
  signedBy: (signer) => `von ${signer}`,
  fields: {
    id: 'Kennung',
    kind: 'Art',
    path: 'Pfad',
    uri: 'Adresse',
    mediaType: 'Typ',
    size: 'Größe',
    sha256: 'SHA-256',
    producer: 'Erzeugt von',
    collectedAt: 'Gesammelt',
    observedAt: 'Beobachtet',
    validFor: 'Gültig für',
    collector: 'Sammler',
    run: 'Lauf',
    commit: 'Commit',
    strength: 'Stärke',
    rawStatus: 'Status im Wortlaut',
    covers: 'Deckt ab',
    supersedes: 'Ersetzt',
    source: 'Genannt in',
    annotations: 'Anmerkungen',
  },
  role: (role) => `als ${role}`,
  faces: {
    recordOnly: {
      what: 'Das Bündel enthält den Eintrag dieses Nachweises, nicht seine Datei.',
      remedy:
        'Sehen Sie dort nach, wo sie laut Eintrag ist. Was nicht im Bündel ist, lässt sich nicht prüfen.',
    },
    absent: {
      what: 'Die Datei dieses Nachweises fehlt.',
      remedy:
        'Legen Sie die Datei wieder unter diesem Pfad ab, oder sammeln Sie den Nachweis neu und erzeugen Sie ein neues Bündel.',
    },
    tooLarge: {
      what: 'Die Datei ist größer als die 16 MiB, die hier gezeigt werden.',
      remedy: 'Laden Sie sie herunter, und vergleichen Sie ihre Prüfsumme mit „sha256sum“.',
    },
    unreachable: {
      what: 'Die Datei ist nicht zu erreichen.',
      remedy:
        'Versuchen Sie es noch einmal. Scheitert es weiter, laden Sie das Bündel herunter und legen Sie es auf dieser Seite ab.',
    },
    engine: {
      what: 'Die Datei wurde nicht gelesen: Die Auswertung hat angehalten.',
      remedy: 'Versuchen Sie es noch einmal.',
    },
  },
  consequence: 'Eine Bedingung, die sie braucht, ist nicht erfüllt.',
  openElsewhere: 'Die Datei selbst öffnen',
  tryAgain: 'Noch einmal versuchen',
  asText: 'Text',
  asReport: 'Bericht',
  asItIs: 'Gestaltet',
  show: 'Zeigen als',
  badUtf8: (count, line) =>
    `${n(count, 'Stelle wird', 'Stellen werden')} als � gezeigt, die erste in Zeile ${line}.`,
  badUtf8Title: 'Nicht alles davon ist UTF-8',
  viewerFailed: 'Es lässt sich nicht als das zeigen, was es zu sein angibt',
  misfit: 'Die Stelle lässt sich nicht zeigen',
  misfitWhy: (place) => `Eine Datei dieses Typs hat keine Stelle wie „${place}“.`,
  badPlace: 'Der Link nennt eine Stelle, die nicht verstanden wird',
  badPlaceWhy: 'Der Inhalt wird ohne Markierung gezeigt.',
  empty: 'Die Datei ist leer',
};
