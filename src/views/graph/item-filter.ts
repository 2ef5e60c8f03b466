import type { ItemRow } from '../../derive/types.ts';
import type { ItemState } from '../../gates/types.ts';

/** What a filter can look at; before the snapshot only id, title and kind are there. */
export type Filterable = Readonly<Record<'id' | 'title' | 'kind', string>> &
  Partial<Pick<ItemRow, 'state' | 'owner' | 'classTitle' | 'numbers'>>;

export type ItemFilter = (item: Filterable) => boolean;

/**
 * The filter of the link: every word of the text occurs somewhere in what names the item, and its
 * state is one of those chosen. `undefined` when nothing is filtered.
 */
export function itemFilter(
  q: string | undefined,
  states: readonly ItemState[] | undefined,
): ItemFilter | undefined {
  const words = (q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 && states === undefined) return undefined;
  return (item) => {
    if (states !== undefined && (item.state === undefined || !states.includes(item.state))) {
      return false;
    }
    const text = [
      item.id,
      item.title,
      item.kind,
      item.owner,
      item.classTitle,
      ...(item.numbers ?? []),
    ]
      .filter((part) => part !== undefined)
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
