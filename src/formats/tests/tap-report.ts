import type { Outcome } from '../../model/evidence.ts';
import { textLines } from '../input/text-parts.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { TestReportBuilder } from './test-report-builder.ts';

/** The tests of one level of indentation. */
interface Level {
  readonly indent: number;
  readonly line: number;
  plan: { readonly count: number; readonly line: number } | undefined;
  /** Numbers of the tests that were seen. */
  readonly seen: Set<number>;
  points: number;
  failures: number;
}

interface Point {
  readonly ok: boolean;
  readonly number: number | undefined;
  readonly name: string;
  readonly directive: 'skip' | 'todo' | undefined;
  readonly reason: string;
}

const maxDepth = 64;

/**
 * Reads the Test Anything Protocol, versions 12 to 14: subtests are suites, and the line that sums one up
 * is no case of its own. A test that is marked to do and fails is skipped, as the protocol has it. Tests
 * that the plan announces and that never came are failures, as is a run that bailed out.
 *
 * Source: https://testanything.org/tap-version-14-specification.html
 */
export function readTapReport(source: string | Uint8Array): ReportReading<TestReport> {
  const log = new WarningLog();
  const walk = new TapWalk(log);
  let line = 0;
  for (const text of textLines(source, log)) {
    line += 1;
    walk.take(text, line);
  }
  return log.has('too-large') ? { warnings: log.warnings } : walk.finish();
}

class TapWalk {
  readonly #log: WarningLog;
  readonly #builder = new TestReportBuilder();
  readonly #levels: Level[] = [newLevel(0, 1)];
  /** A level that just ended, waiting for the line that sums it up. */
  #ended: Level | undefined;
  #title: string | undefined;
  #diagnosis: { readonly indent: number; readonly lines: string[] } | undefined;
  #pending: (() => void) | undefined;
  #detail: string | undefined;
  #isKnown = false;
  #hasBailed = false;
  #unknown = 0;

  constructor(log: WarningLog) {
    this.#log = log;
  }

  take(line: string, at: number): void {
    if (this.#takeDiagnosis(line) || line.trim() === '' || this.#hasBailed) return;
    const indent = line.length - line.trimStart().length;
    const text = line.trimStart();
    if (/^bail out!/i.test(text)) this.#bailOut(text, at);
    else if (/^TAP version \d+\s*$/.test(text)) this.#takeVersion(text, at);
    else if (/^1\.\.\d+/.test(text)) this.#takePlan(text, indent, at);
    else if (/^(?:not )?ok\b/.test(text)) this.#takePoint(text, indent, at);
    else if (text === '---' && this.#pending !== undefined) {
      this.#diagnosis = { indent, lines: [] };
    } else if (text.startsWith('#')) {
      const title = /^# Subtest:?\s*(.*)$/.exec(text)?.[1];
      if (title !== undefined) this.#title = title;
    } else if (!/^pragma\s/.test(text)) this.#unknown += 1;
  }

  finish(): ReportReading<TestReport> {
    this.#settlePoint();
    while (this.#levels.length > 0) this.#closeLevel();
    if (!this.#isKnown) return { warnings: [{ code: 'not-this-format' }] };
    if (this.#unknown > 0) {
      this.#log.add('not-understood', { params: { what: 'lines', count: this.#unknown } });
    }
    return { report: this.#builder.finish({ kind: 'whole' }), warnings: this.#log.warnings };
  }

  #takeDiagnosis(line: string): boolean {
    if (this.#diagnosis === undefined) return false;
    if (line.trim() === '...') {
      this.#detail = this.#diagnosis.lines.join('\n');
      this.#diagnosis = undefined;
    } else this.#diagnosis.lines.push(line.slice(this.#diagnosis.indent));
    return true;
  }

  #takeVersion(text: string, at: number): void {
    this.#isKnown = true;
    const version = text.replace(/^TAP version\s*/, '').trim();
    if (!['12', '13', '14'].includes(version)) {
      this.#log.add('version-unknown', { line: at, params: { version } });
    }
  }

  #takePlan(text: string, indent: number, at: number): void {
    this.#isKnown = true;
    this.#settlePoint();
    const level = this.#levelAt(indent, at);
    const count = Number(/^1\.\.(\d+)/.exec(text)?.[1]);
    if (level.plan !== undefined)
      this.#log.add('duplicate-name', { line: at, params: { name: text } });
    level.plan = { count, line: at };
  }

  #takePoint(text: string, indent: number, at: number): void {
    this.#isKnown = true;
    this.#settlePoint();
    const level = this.#levelAt(indent, at);
    const point = parsePoint(text);
    level.points += 1;
    const number = point.number ?? level.points;
    if (level.seen.has(number)) {
      this.#log.add('duplicate-name', { line: at, params: { name: String(number) } });
    }
    level.seen.add(number);
    const outcome = outcomeOf(point);
    if (outcome === 'failed') level.failures += 1;
    const inner = this.#ended;
    this.#ended = undefined;
    this.#pending = () => {
      const detail = this.#detail;
      this.#detail = undefined;
      // The line behind a subtest sums it up; it counts when it knows more than its tests.
      if (inner !== undefined && (outcome !== 'failed' || inner.failures > 0)) {
        if (inner.points > 0) return;
      }
      const milliseconds = /^duration_ms:\s*([\d.]+)\s*$/m.exec(detail ?? '')?.[1];
      const message = point.reason === '' ? messageOf(detail) : point.reason;
      this.#builder.addCase({
        name: point.name,
        outcome,
        ...(milliseconds !== undefined && { durationMs: Number(milliseconds) }),
        ...(message !== undefined && { message }),
        ...(detail !== undefined && detail !== '' && { detail }),
        pointer: { kind: 'lines', from: at, to: at },
      });
    };
  }

  #bailOut(text: string, at: number): void {
    this.#isKnown = true;
    this.#settlePoint();
    this.#hasBailed = true;
    const reason = text.replace(/^bail out!\s*/i, '');
    this.#log.add('run-stopped', { line: at, params: { reason } });
    this.#builder.addCase({
      name: 'Bail out!',
      outcome: 'error',
      ...(reason !== '' && { message: reason }),
      pointer: { kind: 'lines', from: at, to: at },
    });
  }

  #settlePoint(): void {
    this.#pending?.();
    this.#pending = undefined;
    this.#detail = undefined;
  }

  /** Closes inner levels, or opens one for tests that are indented. */
  #levelAt(indent: number, at: number): Level {
    while (this.#levels.length > 1 && (this.#levels.at(-1)?.indent ?? 0) > indent) {
      this.#ended = this.#closeLevel();
    }
    const level = this.#levels.at(-1);
    if (level !== undefined && (level.indent >= indent || this.#levels.length >= maxDepth)) {
      return level;
    }
    const inner = newLevel(indent, at);
    this.#levels.push(inner);
    this.#builder.openSuite(this.#title ?? '', {
      pointer: { kind: 'lines', from: at, to: at },
    });
    this.#title = undefined;
    return inner;
  }

  #closeLevel(): Level | undefined {
    const level = this.#levels.pop();
    if (level === undefined) return undefined;
    if (level.plan === undefined) {
      if (level.points > 0 || level.indent === 0) {
        this.#log.add('plan-missing', { line: level.line });
        // The plan may stand at the end: without it nobody knows whether that was reached.
        if (!this.#hasBailed) this.#builder.addLost(1);
      }
    } else if (level.plan.count !== level.points) {
      const params = { stated: level.plan.count, listed: level.points };
      this.#log.add('count-differs', { line: level.plan.line, params });
      const missing = level.plan.count - level.points;
      if (missing > 0) this.#builder.addUnlisted({ total: missing, failed: missing, skipped: 0 });
    }
    if (level.indent > 0) this.#builder.closeSuite();
    return level;
  }
}

function newLevel(indent: number, line: number): Level {
  return { indent, line, plan: undefined, seen: new Set(), points: 0, failures: 0 };
}

function parsePoint(text: string): Point {
  const [, not, digits, rest = ''] = /^(not )?ok\b[ \t]*(\d+)?[ \t]*(.*)$/.exec(text) ?? [];
  const parts = splitDirective(rest);
  return {
    ok: not === undefined,
    number: digits === undefined ? undefined : Number(digits),
    name: parts.description
      .replace(/^-\s*/, '')
      .replaceAll('\\#', '#')
      .replaceAll('\\\\', '\\')
      .replace(/\s*\{\s*$/, '')
      .trim(),
    directive: parts.directive,
    reason: parts.reason,
  };
}

/** The first `#` that is not escaped and that begins a directive. */
function splitDirective(text: string): {
  readonly description: string;
  readonly directive: 'skip' | 'todo' | undefined;
  readonly reason: string;
} {
  for (const match of text.matchAll(/#\s*(skip|todo)\b\S*\s*(.*)$/gi)) {
    let slashes = 0;
    while (text[match.index - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 1) continue;
    const [, word = '', reason = ''] = match;
    return {
      description: text.slice(0, match.index),
      directive: word.toLowerCase() === 'skip' ? 'skip' : 'todo',
      reason: reason.trim(),
    };
  }
  return { description: text, directive: undefined, reason: '' };
}

function outcomeOf({ ok, directive }: Point): Outcome {
  if (directive === 'skip') return ok ? 'skipped' : 'failed';
  if (directive === 'todo') return ok ? 'passed' : 'skipped';
  return ok ? 'passed' : 'failed';
}

function messageOf(detail: string | undefined): string | undefined {
  const stated = /^(?:message|error):\s*(?:\|-\s*\n\s+)?(.+)$/m.exec(detail ?? '')?.[1]?.trim();
  return stated?.replace(/^(['"])(.*)\1$/, '$2');
}
