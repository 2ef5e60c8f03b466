import type { PluralForms } from '../lib/format/list.ts';
import type { ProjectInfo } from '../model/project.ts';

/** The project's own word for a plan item, `wave` and `waves` for example. */
export function itemForms(info: ProjectInfo): PluralForms & { readonly other: string } {
  return info.itemWord ?? { one: 'item', other: 'items' };
}
