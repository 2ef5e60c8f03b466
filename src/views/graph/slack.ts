import type { PlanSnapshot } from '../../derive/types.ts';
import { useItemForms } from '../../parts/item-word.ts';
import { useValues } from '../../parts/use-values.ts';
import { useFormat } from '../../ui/wording/use-format.ts';
import { useMoreWords } from './more-words.ts';

/** Says a length of the chain of open work of this plan. */
export type ChainLength = (
  value: number,
  critical: Pick<PlanSnapshot['answers']['critical'], 'basis' | 'unit'>,
) => string;

/** A length of the chain of open work in the measure of the plan: `5 days`, `12 open conditions`. */
export function useChainLength(info: PlanSnapshot['info'] | undefined): ChainLength {
  const { openConditions } = useMoreWords();
  const forms = useItemForms(info);
  const values = useValues();
  const format = useFormat();
  return (value, { basis, unit }) =>
    basis === 'estimate'
      ? values.value(value, unit ?? '')
      : format.count(value, basis === 'open-conditions' ? openConditions : forms);
}
