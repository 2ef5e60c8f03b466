import type { ProblemSentence, ProblemWords } from './problems-en.ts';
import { term } from './terms-de.ts';

const makeAnew = 'Erzeugen Sie das Bündel mit dem Werkzeug neu, das es geschrieben hat.';
const correct = 'Berichtigen Sie es an der genannten Stelle.';
const compareFormat = 'Vergleichen Sie die genannte Stelle mit der Beschreibung des Formats.';
const keepOne = 'Behalten Sie eines davon.';
const sumsAnew = 'Schreiben Sie die Prüfsummen mit sha256sum neu.';

/** What is wrong and what to do, by the code of the problem. A test checks that none is lacking. */
export const problemSentences: Readonly<Record<string, ProblemSentence>> = {
  'too-large': {
    what: ({ bytes, limit }) => `Die Datei hat ${bytes} Bytes; erlaubt sind ${limit}`,
    remedy: 'Lagern Sie große Sammlungen und Nachweise in eigene Dateien aus.',
  },
  empty: { what: () => 'Die Datei ist leer', remedy: makeAnew },
  'not-utf8': {
    what: ({ byte }) => `Der Text ist ab Byte ${byte} kein UTF-8`,
    remedy: 'Speichern Sie die Datei als UTF-8.',
  },
  'byte-order-mark': {
    what: () => 'Die Datei beginnt mit einer Byte-Reihenfolge-Marke; sie wurde übergangen',
    remedy: 'Speichern Sie ohne diese Marke.',
  },
  'json-syntax': {
    what: () => 'Das ist kein JSON',
    remedy:
      'Berichtigen Sie die Syntax an der genannten Stelle; oft ist es ein Komma oder ein Anführungszeichen.',
  },
  'too-deep': {
    what: ({ limit }) => `Es ist tiefer als ${limit} Ebenen verschachtelt`,
    remedy: 'Machen Sie es flacher; kein Plan braucht diese Tiefe.',
  },
  'refused-key': {
    what: ({ key }) =>
      `Der Name „${key}“ wird abgelehnt, weil er das Verhalten von Programmen ändern kann`,
    remedy: 'Benennen Sie es um.',
  },
  'duplicate-member': {
    what: ({ member }) =>
      `„${member}“ steht zweimal in einem Objekt, daher ist keinem der beiden zu trauen`,
    remedy: keepOne,
  },
  'duplicate-member-at-root': {
    what: ({ member }) => `„${member}“ steht zweimal auf der obersten Ebene der Datei`,
    remedy: keepOne,
  },
  'not-an-object': {
    what: () => 'Die Datei enthält etwas anderes als ein Objekt',
    remedy: compareFormat,
  },
  'version-missing': {
    what: () => 'Es sagt nicht, welche Version des Formats es hat',
    remedy: 'Fügen Sie oben "wavegate": "1.0.0" ein, wenn es ein Bündel ist.',
  },
  'version-unsupported': {
    what: ({ version, supported }) =>
      `Es hat die Version ${version}; dieses Programm liest ${supported}`,
    remedy:
      'Nehmen Sie ein neueres Wavegate, oder schreiben Sie das Bündel in einer Version, die dieses liest.',
  },
  'version-newer': {
    what: ({ version, supported }) =>
      `Es hat die Version ${version}, neuer als ${supported}; was darin neu ist, bleibt weg`,
    remedy: 'Nehmen Sie ein neueres Wavegate, um alles zu sehen.',
  },
  'critical-unknown': {
    what: ({ name }) =>
      `Ohne „${name}“ darf es nicht beurteilt werden, und diese Version kennt das nicht`,
    remedy:
      'Nehmen Sie eine Version, die es kennt. Bis dahin können die betroffenen Gates nicht bestehen.',
  },
  'critical-unreadable': {
    what: () => 'Die Liste dessen, was für ein Urteil bekannt sein muss, ist nicht lesbar',
    remedy: 'Schreiben Sie sie als Liste von Namen. Bis dahin kann kein Gate bestehen.',
  },
  'extension-without-namespace': {
    what: ({ name }) => `Die Erweiterung „${name}“ hat keinen Namensraum`,
    remedy: 'Benennen Sie sie wie eine Domain, zum Beispiel org.example.name.',
  },
  'project-unreadable': {
    what: ({ rule }) => `Das Projekt ist nicht lesbar (${rule})`,
    remedy: compareFormat,
  },
  'revision-unreadable': {
    what: ({ rule }) => `Die Revision ist nicht lesbar (${rule})`,
    remedy: compareFormat,
  },
  'too-many-items': {
    what: ({ count, limit }) => `Der Plan hat ${count} Vorgänge; erlaubt sind ${limit}`,
    remedy: 'Teilen Sie ihn in mehrere Projekte.',
  },
  'too-many-points': {
    what: ({ count, limit }) => `Die Kennzahlen haben ${count} Messwerte; erlaubt sind ${limit}`,
    remedy: 'Fassen Sie alte Messwerte zusammen, bevor sie gesammelt werden.',
  },
  'member-unknown': {
    what: ({ member, kind }) => `„${member}“ gehört nicht zu ${kind}; es blieb unbeachtet`,
    remedy: 'Prüfen Sie die Schreibweise, oder setzen Sie es unter extensions.',
  },
  'member-left-out': {
    what: ({ member, kind, rule }) =>
      `„${member}“ von ${kind} ist nicht lesbar (${rule}); es wurde weggelassen`,
    remedy: correct,
  },
  'word-unknown': {
    what: ({ word, member, used }) =>
      `„${word}“ ist kein Wort für ${member}; stattdessen gilt „${used}“`,
    remedy: correct,
  },
  'title-missing': { what: ({ id }) => `${id} hat keinen Titel`, remedy: 'Geben Sie ihm einen.' },
  'record-unreadable': {
    what: ({ kind, rule }) => `Ein Eintrag der Art ${term(kind)} ist nicht lesbar (${rule})`,
    remedy: 'Berichtigen Sie ihn. Was davon abhängt, kann bis dahin nicht bestehen.',
  },
  'collection-unreadable': {
    what: ({ member }) => `„${member}“ ist keine Liste`,
    remedy: compareFormat,
  },
  'condition-unknown-kind': {
    what: ({ kind, id }) =>
      `Die Bedingung ${id} hat die Art „${kind}“, die diese Version nicht kennt`,
    remedy:
      'Sie ist nicht beurteilbar. Nehmen Sie eine Version, die diese Art kennt, oder berichtigen Sie die Schreibweise.',
  },
  'condition-unreadable': {
    what: ({ kind, id, rule }) =>
      `Die Bedingung ${id} der Art ${term(kind)} ist nicht lesbar (${rule})`,
    remedy: 'Sie ist nicht beurteilbar, bis sie berichtigt ist.',
  },
  'condition-unrecognised': {
    what: ({ kind, id }) =>
      `Die Bedingung ${id} hat keine Art, die sich beurteilen lässt (${kind})`,
    remedy: 'Nehmen Sie eine Version, die sie kennt, oder sammeln Sie neu.',
  },
  'duplicate-id': {
    what: ({ kind, id }) => `Zwei verschiedene Dinge der Art ${term(kind)} haben die Kennung ${id}`,
    remedy: 'Geben Sie jedem eine eigene Kennung. Bis dahin zählt die strengere Lesart.',
  },
  'duplicate-record': {
    what: ({ kind, id }) => `${term(kind)} ${id} steht zweimal da, im selben Wortlaut`,
    remedy: 'Entfernen Sie eines davon.',
  },
  'dangling-reference': {
    what: ({ kind, id }) => `Es verweist auf ${id} (${term(kind)}); das Bündel hat das nicht`,
    remedy:
      'Berichtigen Sie die Kennung, oder ergänzen Sie, was fehlt. Was darauf wartet, bleibt blockiert.',
  },
  'dangling-mention': {
    what: ({ kind, id }) => `Es erwähnt ${id} (${term(kind)}); das Bündel hat das nicht`,
    remedy: 'Berichtigen Sie die Kennung, wenn sie irgendwohin führen soll.',
  },
  'parent-cycle': {
    what: ({ members }) => `Vorgänge enthalten einander im Kreis: ${members}`,
    remedy: 'Entfernen Sie eine der Zuordnungen.',
  },
  'dependency-cycle': {
    what: ({ members }) => `Vorgänge warten im Kreis aufeinander: ${members}`,
    remedy: 'Entfernen Sie eine der Abhängigkeiten. Bis dahin sind alle blockiert.',
  },
  'gate-cycle': {
    what: ({ members }) => `Gates warten im Kreis aufeinander: ${members}`,
    remedy: 'Entfernen Sie einen der Verweise. Bis dahin kann keines bestehen.',
  },
  'waiver-ambiguous': {
    what: ({ gate, condition }) =>
      `Die Ausnahme für ${condition} von ${gate} passt auf mehr als eine Bedingung`,
    remedy: 'Geben Sie den Bedingungen verschiedene Kennungen. Bis dahin ist nichts ausgenommen.',
  },
  'unsafe-path': {
    what: ({ text }) => `Der Pfad „${text}“ wird abgelehnt`,
    remedy: 'Pfade sind relativ, mit /, und enthalten nie „..“.',
  },
  'id-mixed-scripts': {
    what: ({ id, kind }) =>
      `Die Kennung ${id} (${term(kind)}) mischt Schriften, die einander ähnlich sehen`,
    remedy: 'Prüfen Sie, ob es die Kennung ist, nach der es aussieht.',
  },
  'id-invisible-characters': {
    what: ({ id, kind }) => `Die Kennung ${id} (${term(kind)}) enthält unsichtbare Zeichen`,
    remedy: 'Entfernen Sie sie.',
  },
  'unit-unknown': {
    what: ({ unit }) => `„${unit}“ ist keine Einheit, die sich umrechnen lässt`,
    remedy: 'Werte darin lassen sich nur mit genau demselben Wort vergleichen.',
  },
  'unit-mismatch': {
    what: ({ unit, expected }) => `Der Zielwert steht in ${unit}, die Kennzahl in ${expected}`,
    remedy: 'Nennen Sie beide in Einheiten derselben Art. Bis dahin ist es nicht beurteilbar.',
  },
  'series-uneven': {
    what: ({ metric, times, values }) => `${metric} hat ${times} Zeitpunkte und ${values} Werte`,
    remedy: 'Geben Sie jedem Messwert beides. Bis dahin hat die Kennzahl keine Messwerte.',
  },
  'series-and-file': {
    what: ({ metric }) =>
      `${metric} hat Messwerte im Bündel und in einer Datei; es gelten die im Bündel`,
    remedy: keepOne,
  },
  'period-reversed': { what: ({ from, to }) => `${from} liegt nach ${to}`, remedy: correct },
  'invariant-without-rule': {
    what: ({ id }) => `Die Regel ${id} nennt weder eine bekannte Regel noch eine Bedingung`,
    remedy: 'Geben Sie ihr genau eines von beiden.',
  },
  'line-unreadable': {
    what: ({ line }) => `Zeile ${line} ist kein JSON; sie wurde weggelassen`,
    remedy: 'Berichtigen Sie die Zeile. Die anderen Zeilen sind da.',
  },
  'file-unreadable': {
    what: ({ reason }) => `Die Datei ist nicht lesbar (${term(reason)})`,
    remedy:
      'Legen Sie sie ins Bündel, oder entfernen Sie den Verweis. Was sie braucht, kann nicht bestehen.',
  },
  'count-differs': {
    what: ({ stated, found }) => `Genannt sind ${stated} Einträge, gefunden wurden ${found}`,
    remedy: `Unterwegs ging etwas verloren oder kam etwas hinzu. ${makeAnew}`,
  },
  'digest-differs': {
    what: () => 'Die Bytes sind nicht die aufgezeichneten',
    remedy:
      'Holen Sie die Datei noch einmal von ihrer Quelle, oder zeichnen Sie sie neu auf, wenn die Änderung gewollt ist.',
  },
  'csv-syntax': {
    what: ({ row, reason }) => `Zeile ${row} ist nicht lesbar (${term(reason)})`,
    remedy: correct,
  },
  'csv-column-missing': {
    what: ({ column }) => `Es gibt keine Spalte „${column}“`,
    remedy: 'Berichtigen Sie den Namen der Spalte, in der Datei oder in der Kennzahl.',
  },
  'csv-column-twice': {
    what: ({ column }) => `Die Spalte „${column}“ steht zweimal da`,
    remedy: correct,
  },
  'csv-row-length': {
    what: ({ row, cells, columns }) =>
      `Zeile ${row} hat ${cells} Felder; die Kopfzeile hat ${columns}`,
    remedy: correct,
  },
  'csv-time-unreadable': {
    what: ({ row, text }) =>
      `Die Zeit „${text}“ in Zeile ${row} ist nicht lesbar; der Messwert wurde weggelassen`,
    remedy: 'Schreiben Sie RFC 3339, ein Datum oder Unix-Sekunden.',
  },
  'csv-value-unreadable': {
    what: ({ row, text }) => `Der Wert „${text}“ in Zeile ${row} ist keine Zahl; er gilt als Lücke`,
    remedy: correct,
  },
  'csv-empty': { what: () => 'Die Tabelle hat keine Zeilen', remedy: 'Messen Sie noch einmal.' },
  'sums-line-unreadable': {
    what: ({ line }) => `Zeile ${line} der Prüfsummen ist nicht lesbar`,
    remedy: sumsAnew,
  },
  'sums-path-twice': {
    what: ({ text }) => `Die Prüfsummen nennen ${text} zweimal`,
    remedy: sumsAnew,
  },
  'problems-not-listed': {
    what: ({ count }) => `${count} weitere Probleme sind nicht aufgeführt`,
    remedy: 'Beheben Sie zuerst die oben genannten; der Rest verschwindet oft mit ihnen.',
  },
};

export const de: ProblemWords = {
  severity: { fatal: 'Nichts darstellbar', error: 'Fehler', warning: 'Warnung' },
  // A code from a newer engine is shown as it is rather than hidden.
  what: ({ code, params = {} }) => problemSentences[code]?.what(params) ?? code,
  remedy: ({ code }) => problemSentences[code]?.remedy ?? compareFormat,
  affects: 'Betrifft',
  position: (line, column) => `Zeile ${line}, Spalte ${column}`,
  none: 'Beim Lesen wurden keine Probleme gefunden',
  list: 'Beim Lesen gefundene Probleme',
  columns: { severity: 'Schwere', what: 'Was', where: 'Wo', remedy: 'Was zu tun ist' },
};
