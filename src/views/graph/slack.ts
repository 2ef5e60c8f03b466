import type { PlanSnapshot } from '../../derive/types.ts';
import { formatCount, type PluralForms } from '../../lib/format/list.ts';
import { itemForms } from '../../parts/item-word.ts';
import { formatValue } from '../../parts/quantity.ts';

/** A length of the chain of open work in the measure of the plan: `5 days`, `12 open conditions`. */
export function chainLength(
  value: number,
  { answers, info }: Pick<PlanSnapshot, 'answers' | 'info'>,
  openConditions: PluralForms,
): string {
  const { basis, unit } = answers.critical;
  if (basis === 'estimate') return formatValue(value, unit ?? '');
  return formatCount(value, basis === 'open-conditions' ? openConditions : itemForms(info));
}
