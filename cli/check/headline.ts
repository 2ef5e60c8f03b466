import { formatCount, type PluralForms } from '../../src/lib/format/list.ts';
import { plain } from '../core/io.ts';
import type { CheckReport } from './judge.ts';

/** The first line of a report: the answer, as the overview gives it. */
export function headlineText(report: CheckReport): string {
  const { answers, worse } = report;
  if (worse !== undefined) {
    return worse.length === 0
      ? 'Nothing got worse.'
      : `${formatCount(worse.length, { one: 'thing', other: 'things' })} got worse.`;
  }
  if (report.scope === 'named') return namedHeadline(report);
  const items = report.project.itemWord ?? { one: 'item', other: 'items' };
  const cause = { one: 'cause', other: 'causes' };
  const holds = answers.causeCount === 1 ? 'holds' : 'hold';
  const held =
    answers.held > 0 && answers.causeCount > 0
      ? `${formatCount(answers.causeCount, cause)} ${holds} back ${answers.held} of ${formatCount(answers.inScope, items)}.`
      : '';
  const open =
    answers.causeCount === 1
      ? '1 cause is open, and nothing else waits for it.'
      : `${formatCount(answers.causeCount, cause)} are open, and nothing else waits for them.`;
  switch (report.headline) {
    case 'empty':
      return 'Cannot be judged: this plan has no items.';
    case 'all-complete':
      return `Yes. All ${formatCount(answers.complete, items)} are complete.`;
    case 'not-begun':
      return `Yes. Nothing has begun, and ${formatCount(answers.ready.length, items)} may start.`;
    case 'may-advance':
      return mayAdvance(report, items);
    case 'halted':
      return `No. A stop condition has halted ${formatCount(answers.stopped.length, items)}. ${held}`;
    case 'contradicted': {
      const count = answers.contradicted.length;
      const told =
        count === 0
          ? 'A recorded pass does not hold.'
          : `${formatCount(count, items)} ${count === 1 ? 'is' : 'are'} declared further than the evidence allows.`;
      return `No. ${told} ${held}`.trim();
    }
    case 'held':
      return held === '' ? `No. ${open}` : `No. ${held}`;
  }
}

function mayAdvance({ answers }: CheckReport, items: PluralForms): string {
  if (answers.ready.length === 0) {
    return `Not yet. Nothing is at fault; first ${formatCount(answers.inProgress.length, items)} in progress must be complete.`;
  }
  const may = `Yes. ${formatCount(answers.ready.length, items)} may start`;
  return answers.held === 0
    ? `${may}, and nothing is held back.`
    : `${may}; ${answers.held} of ${formatCount(answers.inScope, items)} wait for work that comes first.`;
}

function namedHeadline({ exitCode, gates, items }: CheckReport): string {
  const subject =
    items.length > 0
      ? items.map(({ result }) => result.id).join(', ')
      : gates.map(({ result }) => result.id).join(', ');
  return exitCode === 0
    ? `Yes: ${subject}.`
    : exitCode === 1
      ? `No: ${subject}.`
      : `Cannot be judged: ${subject}.`;
}

/** Whose signatures were counted, and how much of the answer rests on them. */
export function keysText({ tried, conditions }: NonNullable<CheckReport['keys']>): string {
  const names = tried.map(({ id, name }) => (name === undefined ? id.slice(0, 12) : plain(name)));
  const hold = conditions === 1 ? 'condition holds' : 'conditions hold';
  return `Judged with the ${tried.length === 1 ? 'key' : 'keys'} of ${names.join(', ')}: ${conditions} ${hold} by their signatures alone.`;
}
