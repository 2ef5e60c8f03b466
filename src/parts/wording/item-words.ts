import type { PluralForms } from '../../lib/format/list.ts';
import type { ProjectInfo } from '../../model/project.ts';

/** One item and several. */
export type ItemForms = PluralForms & {
  /** Behind "of", where a language bends the plural there. */
  readonly ofSeveral?: string;
};

/** What a plan calls its items, from what the bundle says about it. */
export type ItemWords = (own: ProjectInfo['itemWord']) => ItemForms;

export const en: ItemWords = (own) => own ?? { one: 'item', other: 'items' };
