import { countIn, formatList } from '../../../../lib/format/list.ts';
import type { CompareWords } from './en.ts';

const n = countIn('de');

export const de: CompareWords = {
  compare: 'Vergleich',
  none: 'Mit nichts',
  heading: 'Vergleichen mit',
  comparedWith: (revision) => `Verglichen mit ${revision}:`,
  judgedAt: (instant) => `beide beurteilt zum ${instant}`,
  comparing: 'Beide Revisionen werden verglichen.',
  failed: (revision) => `Die Revision ${revision} konnte nicht verglichen werden.`,
  retry: 'Noch einmal versuchen',
  leave: 'Vergleich beenden',
  same: 'im Plan weicht nichts ab.',
  gates: (count) => `${n(count, 'Gate', 'Gates')} gewechselt`,
  counted: {
    added: (count) => `${count} neu`,
    removed: (count) => `${count} entfernt`,
    flipped: (count) => `${count} gewechselt`,
    changed: (count) => `${count} geändert`,
  },
  edges: (added, removed) =>
    `Abhängigkeiten: ${[added > 0 ? `${added} neu` : '', removed > 0 ? `${removed} entfernt` : ''].filter((part) => part !== '').join(', ')}`,
  list: (count) => `Liste mit ${n(count, 'Änderung', 'Änderungen')}`,
  listTitle: 'Was abweicht',
  group: {
    added: 'Neu',
    removed: 'Entfernt',
    flipped: 'In anderem Zustand',
    changed: 'Geändert',
  },
  edgeGroup: 'Abhängigkeiten',
  edgeAdded: (item, on) => `${item} wartet jetzt auf ${on}`,
  edgeRemoved: (item, on) => `${item} wartet nicht mehr auf ${on}`,
  fields: (names) => `weicht ab in ${formatList(names, 'de')}`,
  gatesFlipped: (ids) =>
    `${ids.length === 1 ? 'Gate' : 'Gates'} ${formatList(ids, 'de')} gewechselt`,
  wasIs: (was, is) => `war ${was}, ist ${is}`,
  was: (state) => `war ${state}`,
  only: (revision) => `Nur ${revision} hat das.`,
  onlyRemedy: 'Es wurde entfernt. Öffnen Sie jene Revision, um Gates und Nachweise zu sehen.',
  more: (count) => `${count} weitere`,
  remark: (revision, counts) => `Verglichen mit ${revision}: ${counts}.`,
};
