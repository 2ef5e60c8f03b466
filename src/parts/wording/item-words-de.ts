import { formatCount } from '../../lib/format/list.ts';
import type { ItemForms, ItemWords } from './item-words.ts';

const item: ItemForms = { one: 'Vorgang', other: 'Vorgänge', ofSeveral: 'Vorgängen' };

/** Common words of plans. A word that is not among them is the plan's own and stands for itself. */
const known: ReadonlyMap<string, ItemForms> = new Map([
  ['item', item],
  ['plan item', item],
  ['work item', item],
  ['wave', { one: 'Welle', other: 'Wellen' }],
  ['step', { one: 'Schritt', other: 'Schritte', ofSeveral: 'Schritten' }],
  ['phase', { one: 'Phase', other: 'Phasen' }],
  ['stage', { one: 'Stufe', other: 'Stufen' }],
  ['task', { one: 'Aufgabe', other: 'Aufgaben' }],
  ['milestone', { one: 'Meilenstein', other: 'Meilensteine', ofSeveral: 'Meilensteinen' }],
  ['work package', { one: 'Arbeitspaket', other: 'Arbeitspakete', ofSeveral: 'Arbeitspaketen' }],
  ['workstream', { one: 'Arbeitsstrang', other: 'Arbeitsstränge', ofSeveral: 'Arbeitssträngen' }],
  ['epic', { one: 'Epic', other: 'Epics' }],
  ['story', { one: 'Story', other: 'Storys' }],
  ['ticket', { one: 'Ticket', other: 'Tickets' }],
  ['release', { one: 'Release', other: 'Releases' }],
  ['change', { one: 'Änderung', other: 'Änderungen' }],
]);

export const de: ItemWords = (own) =>
  own === undefined ? item : (known.get(own.one.toLowerCase()) ?? own);

/** A count of items behind "von": `von 12 Vorgängen`. */
export function ofItems(count: number, forms: ItemForms): string {
  const { one, other, ofSeveral = other } = forms;
  return formatCount(count, { one: one ?? other, other: ofSeveral }, 'de');
}
