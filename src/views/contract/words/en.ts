import type { DeliverableCheck } from '../../../derive/contracts.ts';
import { formatCount } from '../../../lib/format/list.ts';
import type { BudgetCondition } from '../../../model/condition.ts';
import type { Formats } from '../../../ui/wording/use-format.ts';

export interface ContractWords {
  readonly question: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly deliverablesMet: (met: number, total: number) => string;
  readonly targetsMet: (met: number, total: number) => string;
  readonly attempts: string;
  readonly attemptsUsed: (made: number, limit: number | undefined) => string;
  readonly rejected: (count: number) => string;
  readonly deliverables: string;
  readonly crossChecks: string;
  readonly agreeing: (count: number) => string;
  readonly criteria: string;
  readonly lines: string;
  readonly linesOf: (files: number) => string;
  readonly linesWanted: (min: number, max: number, format: Formats) => string;
  /** `open` is how many files state no upper limit, so that nothing bounds their sum. */
  readonly linesPossible: (least: number, most: number, open: number, format: Formats) => string;
  readonly of: (part: number, total: number) => string;
  readonly category: (title: string, listed: number, met: number) => string;
  readonly byCategory: string;
  readonly any: string;
  readonly nothingMatches: string;
  readonly deliverable: string;
  readonly limits: string;
  readonly measured: string;
  readonly verdict: string;
  readonly range: (min: number | undefined, max: number | undefined) => string;
  readonly lineUnit: Readonly<Record<'physical' | 'data-rows', string>>;
  readonly rowsAtLeast: (count: number) => string;
  readonly rows: (count: number) => string;
  readonly notMeasured: string;
  readonly hits: (count: number) => string;
  readonly check: Readonly<Record<DeliverableCheck, string>>;
  readonly required: string;
  readonly forbidden: string;
  readonly pattern: string;
  readonly found: string;
  readonly atLines: (lines: string) => string;
  readonly atLeast: (count: number) => string;
  readonly noneAllowed: string;
  readonly contains: string;
  readonly counts: string;
  readonly requirements: string;
  readonly evidence: string;
  readonly unknownDeliverable: (id: string) => string;
  readonly summaryTargets: string;
  readonly sectionTargets: string;
  readonly target: string;
  readonly wanted: string;
  readonly proof: string;
  readonly deliveredBy: string;
  readonly inBundle: string;
  readonly nobodyDelivers: string;
  readonly noFileNamed: string;
  readonly left: string;
  readonly right: string;
  readonly stated: string;
  readonly definitionOfDone: string;
  readonly budgets: string;
  readonly daily: string;
  readonly monthly: string;
  readonly alertAt: (share: string) => string;
  readonly budgetCheck: Readonly<Record<BudgetCondition['check'], string>>;
  readonly thirtyDays: (sum: string, cap: string) => string;
  readonly statedIn: string;
  readonly ceilings: string;
  readonly tokens: (count: string) => string;
  readonly validator: string;
  readonly acceptedAt: (code: number) => string;
  readonly report: string;
  readonly attempt: (number: number) => string;
  readonly history: string;
  readonly outcome: Readonly<Record<'accepted' | 'rejected' | 'pending', string>>;
  readonly exit: (code: number) => string;
  readonly statedCounts: string;
  readonly count: string;
  readonly statedNumber: string;
  readonly countedNumber: string;
  readonly notCountable: string;
  readonly agree: string;
  readonly differ: string;
  readonly checklists: string;
  readonly boxes: (checked: number, total: number) => string;
  readonly ticked: string;
  readonly open: string;
  readonly mentioned: string;
  readonly saveMarkdown: string;
  readonly saveJson: string;
  readonly saved: (name: string) => string;
  readonly reportTitle: (contract: string) => string;
  readonly reportFacts: (facts: {
    readonly project: string;
    readonly sample: boolean;
    readonly revision: string;
    readonly bundle: string;
    readonly asOf: string;
    readonly deliverables: string;
    readonly targets: string;
    readonly attempts: string;
  }) => readonly string[];
  readonly number: string;
  readonly path: string;
  readonly hitLines: (pattern: string, lines: string) => string;
}

export const en: ContractWords = {
  question: 'Is the delivery what was agreed?',
  none: 'This plan has no contract',
  noneWhy: 'No list of deliverables with limits belongs to it.',
  deliverablesMet: (met, total) =>
    `${met} of ${formatCount(total, { one: 'deliverable is', other: 'deliverables are' })} as agreed`,
  targetsMet: (met, total) =>
    `${met} of ${formatCount(total, { one: 'target is', other: 'targets are' })} met`,
  attempts: 'Attempts',
  attemptsUsed: (made, limit) => (limit === undefined ? `${made}` : `${made} of ${limit}`),
  rejected: (count) => (count === 0 ? 'none rejected' : `${count} rejected`),
  deliverables: 'Deliverables',
  crossChecks: 'Checks between files',
  agreeing: (count) => `${formatCount(count, { one: 'place agrees', other: 'places agree' })}.`,
  criteria: 'Criteria',
  lines: 'Lines',
  linesOf: (files) => `in ${formatCount(files, { one: 'file', other: 'files' })}`,
  linesWanted: (min, max, format) => `${format.number(min)} to ${format.number(max)} agreed`,
  linesPossible: (least, most, open, format) =>
    `The limits of the files sum up to ${format.number(least)} to ${format.number(most)} lines${
      open === 0
        ? ''
        : `; ${format.count(open, { one: 'file states', other: 'files state' })} no upper limit, so the sum has none`
    }.`,
  of: (part, total) => `${part} of ${total}`,
  category: (title, listed, met) => `${title}: ${met} of ${listed}`,
  byCategory: 'Category',
  any: 'Any',
  nothingMatches: 'No deliverable matches the filters',
  deliverable: 'Deliverable',
  limits: 'Agreed',
  measured: 'Measured',
  verdict: 'Verdict',
  range: (min, max) =>
    min === undefined
      ? `at most ${max ?? 0}`
      : max === undefined
        ? `at least ${min}`
        : `${min}–${max}`,
  lineUnit: { physical: 'lines', 'data-rows': 'data rows' },
  rowsAtLeast: (count) => `at least ${formatCount(count, { one: 'data row', other: 'data rows' })}`,
  rows: (count) => formatCount(count, { one: 'data row', other: 'data rows' }),
  notMeasured: 'not measured',
  hits: (count) => formatCount(count, { one: 'forbidden hit', other: 'forbidden hits' }),
  check: {
    exists: 'Exists',
    lines: 'Length',
    required: 'What it must contain',
    forbidden: 'What it must not contain',
    structure: 'Structure',
  },
  required: 'Required patterns',
  forbidden: 'Forbidden patterns',
  pattern: 'Pattern',
  found: 'Found',
  atLines: (lines) => `lines ${lines}`,
  atLeast: (count) => `at least ${count}`,
  noneAllowed: 'none',
  contains: 'Must contain',
  counts: 'At least',
  requirements: 'Asked for in words',
  evidence: 'Measured by',
  unknownDeliverable: (id) => `The contract has no deliverable ${id}`,
  summaryTargets: 'Targets of the summary',
  sectionTargets: 'Targets stated in a section only',
  target: 'Target',
  wanted: 'Agreed',
  proof: 'Proof',
  deliveredBy: 'delivered as',
  inBundle: 'in the bundle',
  nobodyDelivers: 'nobody delivers it',
  noFileNamed: 'no file is named',
  left: 'One side',
  right: 'Other side',
  stated: 'stated',
  definitionOfDone: 'Definition of done',
  budgets: 'Budgets',
  daily: 'a day',
  monthly: 'a month',
  alertAt: (share) => `alert at ${share}`,
  budgetCheck: {
    'daily-cap': 'Daily cap kept',
    'monthly-cap': 'Monthly cap kept',
    caps: 'Caps kept',
    'alert-lead': 'Warned in time',
    consistent: 'Stated alike everywhere',
  },
  thirtyDays: (sum, cap) =>
    `Thirty days at the daily cap come to ${sum}, above the ${cap} of a month: keeping the one does not keep the other.`,
  statedIn: 'Stated in',
  ceilings: 'Token ceilings',
  tokens: (count) => `${count} tokens`,
  validator: 'Validator',
  acceptedAt: (code) => `accepted at exit code ${code}`,
  report: 'Report',
  attempt: (number) => `Attempt ${number}`,
  history: 'Before this',
  outcome: { accepted: 'Accepted', rejected: 'Rejected', pending: 'Under way' },
  exit: (code) => `exit code ${code}`,
  statedCounts: 'Counts, stated and counted',
  count: 'Count of',
  statedNumber: 'Stated',
  countedNumber: 'Counted',
  notCountable: 'cannot be counted',
  agree: 'Agree',
  differ: 'Differ',
  checklists: 'Checklists',
  boxes: (checked, total) => `${checked} of ${total} ticked`,
  ticked: 'Ticked',
  open: 'Open',
  mentioned: 'Files that are mentioned and are no deliverable',
  saveMarkdown: 'Save the report (Markdown)',
  saveJson: 'Save the report (JSON)',
  saved: (name) => `Saved as ${name}`,
  reportTitle: (contract) => `Contract report: ${contract}`,
  reportFacts: ({ project, sample, revision, bundle, asOf, deliverables, targets, attempts }) => [
    `Project: ${project}${sample ? ' (sample data)' : ''}`,
    `Revision: ${revision}`,
    `Bundle: ${bundle}`,
    `Judged as of: ${asOf}`,
    `Deliverables as agreed: ${deliverables}`,
    `Targets met: ${targets}`,
    `Attempts used: ${attempts}`,
  ],
  number: 'No.',
  path: 'Path',
  hitLines: (pattern, lines) =>
    lines === '' ? `forbidden ${pattern}` : `forbidden ${pattern} in lines ${lines}`,
};
