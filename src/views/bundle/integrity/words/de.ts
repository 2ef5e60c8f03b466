import { countIn } from '../../../../lib/format/list.ts';
import { term } from '../../../../parts/wording/terms-de.ts';
import type { IntegrityWords } from './en.ts';

const n = countIn('de');
const files = (count: number): string => n(count, 'Datei', 'Dateien');

export const de: IntegrityWords = {
  title: 'Die Unversehrtheit dieses Bündels prüfen',
  lead: 'Vier Aussagen, in diesem Browser allein aus den Bytes berechnet. Keine sagt, dass die Nachweise wahr oder die neuesten sind.',
  check: 'Prüfsummen aller Dateien berechnen',
  again: 'Noch einmal prüfen',
  working: 'Die Prüfsummen der Dateien werden berechnet',
  files: (done, all) => `${done} von ${files(all)}`,
  failed: 'Die Prüfung kam nicht zum Ende',
  failedRemedy: 'Versuchen Sie es noch einmal. Scheitert sie weiter, lesen Sie das Bündel neu.',
  claims: {
    intact: { title: 'Unversehrt', means: 'Die Bytes sind die aufgezeichneten.' },
    complete: {
      title: 'Vollständig',
      means: 'Das Bündel hat genau die Dateien, die es aufführt.',
    },
    authentic: {
      title: 'Echt',
      means:
        'Signiert mit einem Schlüssel, dem Sie vertrauen. Ein Schlüssel im Bündel beweist nichts.',
    },
    recomputed: {
      title: 'Nachgerechnet',
      means:
        'Die aufgezeichneten Tatsachen und Entscheidungen sind die, welche die Bytes hier ergeben.',
    },
  },
  states: {
    holds: 'Trifft zu',
    broken: 'Trifft nicht zu',
    unknown: 'Nicht feststellbar',
    unclaimed: 'Nichts zu prüfen',
  },
  intact: {
    compared: (matching, size) =>
      `${n(matching, 'Datei stimmt', 'Dateien stimmen')}; ${size} geprüft.`,
    faults: (count) => `${n(count, 'Datei ist', 'Dateien sind')} nicht wie aufgezeichnet`,
    fault: {
      differs: 'hat andere Bytes',
      missing: 'fehlt',
      unreadable: 'ist nicht lesbar',
    },
    recordedIn: {
      sums: 'SHA256SUMS',
      evidence: 'ihr Eintrag',
      collection: 'ihre Sammlung',
    },
    stated: 'aufgezeichnet',
    found: 'hier berechnet',
    lines: (lines) => `Zeilen von SHA256SUMS, die nichts sagen: ${lines}.`,
    ledger: (entries) =>
      `${n(entries, 'Eintrag', 'Einträge')} im Entscheidungsbuch, jeder folgt auf den vorigen.`,
    noLedger: 'Es gibt kein Entscheidungsbuch.',
    ledgerBroken: (line) => `Das Entscheidungsbuch bricht in Zeile ${line}.`,
    ledgerWhy: {
      'not-json': 'Die Zeile ist kein JSON.',
      'previous-missing': 'Sie nennt die Zeile davor nicht.',
      'previous-differs': 'Die Zeile davor ist nicht die, welche sie nennt.',
      unreadable: 'Die Datei ist nicht lesbar.',
    },
  },
  complete: {
    listed: (count) => `${files(count)} aufgeführt.`,
    missing: (count) => `${files(count)} aufgeführt und nicht vorhanden`,
    unlisted: (count) => `${files(count)}, die niemand aufführt`,
    unknown: 'Über HTTP lässt sich nicht sagen, welche Dateien sonst noch daneben liegen.',
  },
  authentic: {
    none: 'Das Bündel ist nicht signiert.',
    signedBy: (count) =>
      count === 1
        ? 'Als Ganzes signiert mit einem Schlüssel, dem Sie vertrauen.'
        : `Als Ganzes signiert mit ${count} Schlüsseln, denen Sie vertrauen.`,
    results: {
      verified: 'bestätigt',
      wrong: 'nennt einen Schlüssel, dem Sie vertrauen, ist aber nicht dessen Signatur',
      'no-trusted-key': 'mit keinem der Schlüssel, denen Sie vertrauen',
      unreadable: 'nicht lesbar',
    },
    covers: {
      bundle: 'deckt das ganze Bündel ab',
      files: 'deckt einige Dateien ab',
      nothing: 'deckt nichts von diesem Bündel ab',
    },
    line: (line) => `Zeile ${line}`,
    otherSubjects: (count) =>
      `${n(count, 'Gegenstand hat', 'Gegenstände haben')} hier andere Bytes`,
    remark: (code, line) => `Zeile ${line}: ${term(code)}`,
  },
  recomputed: {
    facts: (agreeing, unchecked) =>
      `${n(agreeing, 'Tatsache stimmt', 'Tatsachen stimmen')}${unchecked === 0 ? '' : `; ${unchecked} lassen sich hier nicht ableiten`}.`,
    decisions: (agreeing) => `${n(agreeing, 'Entscheidung stimmt', 'Entscheidungen stimmen')}.`,
    fact: (evidence, member, stated, found) =>
      `${evidence}: ${member} ist als ${stated} aufgezeichnet, die Bytes ergeben ${found}`,
    decision: (gate, stated, found) =>
      `${gate}: aufgezeichnet „${term(stated)}“, nachgerechnet „${term(found)}“`,
    unknownGate: (gate) => `${gate}: aufgezeichnet, aber kein Gate dieses Plans`,
  },
  keys: {
    title: 'Schlüssel, denen Sie vertrauen',
    note: 'Sie bleiben, solange diese Seite offen ist, und nirgends sonst.',
    noteKept: 'Sie bleiben in diesem Browser, bis Sie sie wegnehmen, und nirgends sonst.',
    keep: 'In diesem Browser behalten',
    none: 'Noch keine. Ohne Schlüssel zählt keine Signatur.',
    paste: 'Öffentlicher Schlüssel als PEM oder JWK',
    hint: 'ECDSA P-256 oder Ed25519. Holen Sie ihn von dem, der signiert, nie aus dem Bündel.',
    trust: 'Diesem Schlüssel vertrauen',
    file: 'Schlüsseldatei wählen',
    owner: 'Wem der Schlüssel gehört',
    ownerHint:
      'So, wie der Plan seine Unterzeichner nennt. Bleibt das Feld leer, gilt der Name, der mit dem Schlüssel kam.',
    judge: 'Mit diesen Schlüsseln beurteilen',
    judgeNote:
      'Bescheinigungen, die damit signiert sind, gelten als geprüft. Der Link nennt dann die Schlüssel; wer ihn öffnet, ohne sie gewählt zu haben, sieht diese Signaturen als ungeprüft.',
    distrust: (name) => `${name} nicht mehr vertrauen`,
    errors: {
      empty: 'Darin ist nichts.',
      'not-a-key': 'Das ist kein Schlüssel.',
      'private-key':
        'Das ist ein privater Schlüssel. Geben Sie ihn nie in eine Seite ein; nehmen Sie den öffentlichen.',
      'public-key': 'Das ist ein öffentlicher Schlüssel.',
      certificate: 'Das ist ein Zertifikat. Geben Sie den öffentlichen Schlüssel daraus an.',
      encrypted: 'Das ist verschlüsselt.',
      'algorithm-unknown': 'Das ist ein anderes Verfahren als P-256 und Ed25519.',
      'key-invalid': 'Seine Zahlen sind kein gültiger Schlüssel.',
    },
  },
  showFiles: 'Diese Dateien zeigen',
  more: (count) => `und ${count} weitere`,
};
