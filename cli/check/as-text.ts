import type { CauseRow } from '../../src/derive/types.ts';
import type {
  ConditionResult,
  ConditionVerdict,
  ItemState,
  Quantity,
} from '../../src/gates/types.ts';
import { formatCount } from '../../src/lib/format/list.ts';
import { type Io, paint, plain, type Tone } from '../core/io.ts';
import { problemText, reasonText } from '../core/wording.ts';
import { headlineText, keysText } from './headline.ts';
import type { CheckReport, JudgedGate, Worsening } from './judge.ts';

type Word = ConditionVerdict | ItemState | 'holds' | 'violated' | 'not-evaluated' | 'removed';

const looks: Readonly<Record<Word, { readonly mark: string; readonly tone: Tone }>> = {
  passed: { mark: '✓', tone: 'good' },
  complete: { mark: '✓', tone: 'good' },
  holds: { mark: '✓', tone: 'good' },
  waived: { mark: '~', tone: 'doubt' },
  'not-applicable': { mark: '–', tone: 'faint' },
  failed: { mark: '✗', tone: 'bad' },
  violated: { mark: '✗', tone: 'bad' },
  stopped: { mark: '■', tone: 'bad' },
  contradicted: { mark: '≠', tone: 'bad' },
  removed: { mark: '✗', tone: 'bad' },
  missing: { mark: '○', tone: 'doubt' },
  stale: { mark: '◷', tone: 'doubt' },
  unknown: { mark: '?', tone: 'doubt' },
  'not-evaluated': { mark: '?', tone: 'doubt' },
  blocked: { mark: '·', tone: 'doubt' },
  ready: { mark: '▸', tone: 'good' },
  'in-progress': { mark: '▸', tone: 'good' },
  deferred: { mark: '–', tone: 'faint' },
};

/** As many causes as the overview shows. */
const mostCauses = 8;
const mostProblems = 10;

/** For people: the answer, the causes in the overview's order, then what was asked in detail. */
export function asText(report: CheckReport, io: Io): string {
  const lines: string[] = [];
  const answerTone: Tone = report.exitCode === 0 ? 'good' : report.exitCode === 1 ? 'bad' : 'doubt';
  lines.push(paint(io, answerTone, headlineText(report)));
  lines.push(
    paint(
      io,
      'faint',
      `${plain(report.project.title)} · ${plain(report.revision.label ?? report.revision.id)} · as of ${report.asOf}${report.sample ? ' · sample data' : ''}`,
    ),
  );
  if (report.keys !== undefined) lines.push(paint(io, 'doubt', keysText(report.keys)));
  // What got worse is told however little is asked for: it may have been accepted.
  if (report.worse !== undefined) lines.push(...worseLines(report.worse, io));
  if (io.verbosity === 'quiet') return `${lines.join('\n')}\n`;
  for (const item of report.items) {
    lines.push(
      '',
      `${mark(io, item.result.state)} ${paint(io, 'strong', plain(item.result.id))} ${plain(item.title)}: ${item.result.state}`,
      `  ${reasonText(item.result.reason)}`,
    );
  }
  lines.push(...causeLines(report, io));
  const gates =
    report.scope === 'named' || io.verbosity === 'verbose'
      ? report.gates
      : report.gates.filter(({ result }) => result.verdict === 'failed' || result.contradicts);
  for (const gate of gates) lines.push(...gateLines(gate, io));
  const violated =
    report.scope === 'named'
      ? []
      : report.invariants.filter(
          ({ verdict }) =>
            verdict === 'violated' || (verdict !== 'holds' && io.verbosity === 'verbose'),
        );
  if (violated.length > 0) lines.push('', paint(io, 'strong', 'Rules of the plan'));
  for (const { id, title, verdict, reason } of violated) {
    lines.push(`${mark(io, verdict)} ${plain(title || id)}: ${reasonText(reason)}`);
  }
  lines.push(...problemLines(report, io));
  const { ready } = report.answers;
  if (report.scope === 'plan' && ready.length > 0) {
    lines.push(
      '',
      `May start now: ${ready.slice(0, 12).map(plain).join(', ')}${ready.length > 12 ? '…' : ''}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const mark = (io: Io, word: Word): string => paint(io, looks[word].tone, looks[word].mark);

const isWord = (word: string): word is Word => Object.hasOwn(looks, word);

function worseLines(worse: readonly Worsening[], io: Io): string[] {
  return worse.map((entry) => {
    if (entry.kind === 'demand') {
      const { change } = entry;
      const where = change.within === undefined ? change.id : `${change.within} ${change.id}`;
      return `${paint(io, 'bad', '↓')} ${change.of} ${plain(where)} was loosened: ${change.field} ${String(change.before ?? 'none')} → ${String(change.after ?? 'none')}`;
    }
    const word = isWord(entry.after) ? mark(io, entry.after) : entry.after;
    return `${word} ${entry.kind} ${plain(entry.id)} ${plain(entry.title)}: ${entry.before} → ${entry.after}`;
  });
}

function causeLines(report: CheckReport, io: Io): string[] {
  const shown = io.verbosity === 'verbose' ? report.causes : report.causes.slice(0, mostCauses);
  if (shown.length === 0) return [];
  const items = report.project.itemWord ?? { one: 'item', other: 'items' };
  const total = report.scope === 'plan' ? report.answers.causeCount : report.causes.length;
  const lines = ['', paint(io, 'strong', `What holds it back, by ${items.other} released`)];
  for (const [index, cause] of shown.entries()) {
    const effect =
      cause.releaseCount > 0
        ? ` (frees ${formatCount(cause.releaseCount, items)})`
        : cause.holdCount > 0
          ? ` (holds ${formatCount(cause.holdCount, items)} with others)`
          : '';
    const where = causePlace(cause);
    lines.push(
      `${String(index + 1).padStart(2)}. ${mark(io, cause.verdict)} ${cause.item === undefined ? '' : `${paint(io, 'strong', plain(cause.item))} `}${plain(cause.title)}${paint(io, 'faint', effect)}`,
      `      ${reasonText(cause.reason)}${where === '' ? '' : paint(io, 'faint', ` · ${where}`)}${cause.owner === undefined ? '' : paint(io, 'faint', ` · ${plain(cause.owner)}`)}`,
    );
  }
  if (total > shown.length) lines.push(paint(io, 'faint', `    and ${total - shown.length} more`));
  return lines;
}

function causePlace({ cause, uses }: CauseRow): string {
  const gate = cause.kind === 'condition' ? `gate ${plain(cause.gate)}` : '';
  const use = uses[0] === undefined ? '' : plain(uses[0].evidence);
  return [gate, use].filter((part) => part !== '').join(' · ');
}

function gateLines({ result, title, conditions }: JudgedGate, io: Io): string[] {
  const declared =
    result.contradicts && result.declared !== undefined
      ? ` (recorded as ${result.declared.verdict})`
      : '';
  return [
    '',
    `${mark(io, result.verdict)} ${paint(io, 'strong', plain(result.id))} ${plain(title)}: ${result.verdict}${declared}`,
    ...conditions.map(
      ({ result: condition }) =>
        `  ${mark(io, condition.verdict)} ${plain(condition.title)}: ${reasonText(condition.reason)}${comparison(condition)}`,
    ),
  ];
}

/** What was found and what was asked for, where both are known and the sentence has not said so. */
function comparison({ actual, expected, reason }: ConditionResult): string {
  return actual === undefined || expected === undefined || reason.params?.['expected'] !== undefined
    ? ''
    : ` (found ${quantityText(actual)}, asked for ${quantityText(expected)})`;
}

function quantityText({ value, unit, operator }: Quantity): string {
  const values = (Array.isArray(value) ? value : [value]).map(String).join(', ').slice(0, 80);
  return [operator?.replaceAll('-', ' '), values, unit === 'count' ? undefined : unit]
    .filter((part) => part !== undefined)
    .map(plain)
    .join(' ');
}

function problemLines({ problems }: CheckReport, io: Io): string[] {
  const wanted = problems.filter(
    ({ severity }) => severity !== 'warning' || io.verbosity === 'verbose',
  );
  if (wanted.length === 0) return [];
  const lines = ['', paint(io, 'strong', 'Problems found while reading')];
  for (const found of wanted.slice(0, mostProblems)) {
    const { what, remedy } = problemText(found);
    const place = [found.file, found.position?.line].filter((part) => part !== undefined).join(':');
    lines.push(
      `${paint(io, found.severity === 'warning' ? 'faint' : 'doubt', found.severity)} ${plain(place)} ${what}. ${remedy}`,
    );
  }
  if (wanted.length > mostProblems) lines.push(`    and ${wanted.length - mostProblems} more`);
  return lines;
}
