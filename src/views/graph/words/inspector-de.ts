import { formatList } from '../../../lib/format/list.ts';
import type { InspectorWords } from './inspector-en.ts';

export const inspectorDe: InspectorWords = {
  onCriticalPath: 'Auf der längsten Kette offener Arbeit: ohne Puffer.',
  slackIs: (length) => `Puffer: ${length}, bevor die längste Kette offener Arbeit wächst.`,
  closeInspector: 'Einzelheiten schließen',
  noSuchItemRemedy:
    'Vielleicht stammt der Link aus einer anderen Revision. Wählen Sie einen Knoten im Graphen.',
  detailFailed: 'Die Einzelheiten konnten nicht berechnet werden.',
  detailFailedRemedy:
    'Versuchen Sie es noch einmal. Scheitert es weiter, führt die Seite des Bündels auf, was nicht stimmt.',
  declared: (word, by, at) =>
    `gemeldet: ${[by === undefined ? word : `${word} von ${by}`, ...(at === undefined ? [] : [at])].join(', ')}`,
  ownedBy: (owner) => `Zuständig: ${owner}`,
  notDeclared: 'nichts gemeldet',
  differs: 'Gemeldet und berechnet weichen voneinander ab.',
  needsNothing: 'Wartet auf nichts.',
  needs: (names, more, done, total) => {
    const standing =
      done === total
        ? total === 1
          ? 'Das ist abgeschlossen.'
          : 'Alle sind abgeschlossen.'
        : done === 0
          ? total === 1
            ? 'Das ist nicht abgeschlossen.'
            : 'Nichts davon ist abgeschlossen.'
          : `${done} von ${total} abgeschlossen.`;
    return `Braucht ${someOf(names, more)}. ${standing}`;
  },
  readiness: 'Nachweis',
  permission: 'Erlaubnis',
  tabs: 'Dazu',
  why: 'Warum',
  gates: 'Gates',
  evidence: 'Nachweise',
  links: 'Bezüge',
  nothingInTheWay: {
    complete: 'Alles, was verlangt war, ist da.',
    ready: 'Nichts steht im Weg: Es darf beginnen.',
    'in-progress': 'In Arbeit, und nichts ist mangelhaft.',
    other: 'Keine offene Ursache wurde gefunden.',
  },
  toRelease: (id) => `Um ${id} zu lösen`,
  releaseExact: 'Die wenigsten Ursachen, die es lösen:',
  releaseApproximate: 'Wenige Ursachen, die es lösen (nicht bewiesen die wenigsten):',
  noGates: 'Kein Gate bewacht es',
  guards: {
    start: 'bewacht den Beginn',
    complete: 'bewacht den Abschluss',
    advance: 'bewacht den Schritt zur nächsten Phase',
  },
  cannotBeWaived: 'ohne Ausnahmen',
  recordedAs: (word) => `aufgezeichnet: ${word}`,
  noEvidence: 'Kein Nachweis',
  noEvidenceRemedy: 'Weder die Gates noch das Gemeldete stützen sich auf einen Nachweis.',
  dependsOn: 'Wartet auf',
  dependents: 'Darauf warten',
  relations: 'Verwandt',
  children: 'Darin',
  partOf: 'Teil von',
  none: 'Nichts',
  redundant: 'folgt aus anderen',
  dangling: 'nicht im Plan',
  origin: { explicit: 'genannt', implied: 'gefolgert', positional: 'nach der Stellung' },
  relation: {
    'same-as': 'dasselbe wie',
    'belongs-to': 'gehört zu',
    'applies-to': 'gilt für',
    owns: 'besitzt',
    covers: 'deckt ab',
    implements: 'setzt um',
    see: 'siehe',
  },
  stated: { explicit: 'genannt', positional: 'nach der Stellung', assumed: 'angenommen' },
  readinessHint: {
    proven: 'Jede Bedingung dafür ist erfüllt',
    failing: 'Nachweise sind da, und sie sagen nein',
    unproven: 'Der Nachweis ist nicht vollständig',
    'not-required': 'Kein Gate verlangt einen Nachweis',
  },
  permissionHint: {
    authorised: 'Die nötige Entscheidung ist aufgezeichnet und gültig',
    'not-authorised': 'Die nötige Entscheidung ist nicht aufgezeichnet',
    expired: 'Die nötige Entscheidung ist abgelaufen',
    forbidden: 'Der Plan verbietet es',
    'not-required': 'Keine Regel verlangt eine Entscheidung',
  },
};

function someOf(names: readonly string[], more: number): string {
  return formatList(more > 0 ? [...names, `${more} weitere`] : names, 'de');
}
