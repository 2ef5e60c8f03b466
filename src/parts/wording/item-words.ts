import type { ProjectInfo } from '../../model/project.ts';
import type { ItemForms } from '../item-word.ts';

/** What a plan calls its items, from what the bundle says about it. */
export type ItemWords = (own: ProjectInfo['itemWord']) => ItemForms;

export const en: ItemWords = (own) => own ?? { one: 'item', other: 'items' };
