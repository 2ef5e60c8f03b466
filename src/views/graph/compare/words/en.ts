import { formatCount, formatList, type PluralForms } from '../../../../lib/format/list.ts';
import type { CompareMark } from '../../node-mark.ts';

/** Words of the comparison with another revision. */
export interface CompareWords {
  readonly compare: string;
  readonly none: string;
  readonly heading: string;
  readonly comparedWith: (revision: string) => string;
  /** The instant at which both sides were judged. */
  readonly judgedAt: (instant: string) => string;
  readonly comparing: string;
  readonly failed: (revision: string) => string;
  readonly retry: string;
  readonly leave: string;
  readonly same: string;
  readonly gates: (count: number) => string;
  readonly counted: Readonly<Record<CompareMark, (count: number) => string>>;
  readonly edges: (added: number, removed: number) => string;
  readonly list: (count: number) => string;
  readonly listTitle: string;
  readonly group: Readonly<Record<CompareMark, string>>;
  readonly edgeGroup: string;
  readonly edgeAdded: (item: string, on: string) => string;
  readonly edgeRemoved: (item: string, on: string) => string;
  readonly fields: (names: readonly string[]) => string;
  readonly gatesFlipped: (ids: readonly string[]) => string;
  readonly wasIs: (was: string, is: string) => string;
  readonly was: (state: string) => string;
  readonly only: (revision: string) => string;
  readonly onlyRemedy: string;
  readonly more: (count: number) => string;
  readonly remark: (revision: string, counts: string) => string;
}

const gateForms: PluralForms = { one: 'gate', other: 'gates' };

export const en: CompareWords = {
  compare: 'Compare',
  none: 'With nothing',
  heading: 'Compare with',
  comparedWith: (revision) => `Compared with ${revision}:`,
  judgedAt: (instant) => `both judged at ${instant}`,
  comparing: 'Both revisions are being compared.',
  failed: (revision) => `The revision ${revision} could not be compared.`,
  retry: 'Try again',
  leave: 'Stop comparing',
  same: 'nothing in the plan differs.',
  gates: (count) => `${formatCount(count, gateForms)} flipped`,
  counted: {
    added: (count) => `${count} added`,
    removed: (count) => `${count} removed`,
    flipped: (count) => `${count} flipped`,
    changed: (count) => `${count} changed`,
  },
  edges: (added, removed) =>
    `dependencies: ${[added > 0 ? `${added} added` : '', removed > 0 ? `${removed} removed` : ''].filter((part) => part !== '').join(', ')}`,
  list: (count) => `List of ${formatCount(count, { one: 'change', other: 'changes' })}`,
  listTitle: 'What differs',
  group: {
    added: 'Added',
    removed: 'Removed',
    flipped: 'Flipped to another state',
    changed: 'Changed',
  },
  edgeGroup: 'Dependencies',
  edgeAdded: (item, on) => `${item} now waits for ${on}`,
  edgeRemoved: (item, on) => `${item} no longer waits for ${on}`,
  fields: (names) => `differs in ${formatList(names)}`,
  gatesFlipped: (ids) => `${ids.length === 1 ? 'gate' : 'gates'} ${formatList(ids)} flipped`,
  wasIs: (was, is) => `was ${was}, is ${is}`,
  was: (state) => `was ${state}`,
  only: (revision) => `Only ${revision} has this item.`,
  onlyRemedy: 'It was removed. Open that revision to see its gates and evidence.',
  more: (count) => `${count} more`,
  remark: (revision, counts) => `Compared with ${revision}: ${counts}.`,
};
