import { type Benchmark, type Context, isMet, type Outcome, type Part } from './result.ts';
import { significant } from './statistics.ts';

export interface Measured {
  readonly benchmark: Pick<Benchmark, 'name' | 'title'>;
  readonly outcome: Outcome;
}

export interface Machine {
  readonly cores: number;
  readonly node: string;
}

/** What one benchmark prints as its last line: its most important part, with the others inside. */
export function lastLine({ benchmark, outcome }: Measured): string {
  const parts = outcome.parts.map(rounded);
  const [headline] = parts;
  const { ratio, goal, better, samples } = headline ?? rounded(outcome.parts[0]);
  return JSON.stringify({
    name: benchmark.name,
    title: benchmark.title,
    ratio,
    goal,
    better,
    samples,
    parts,
    context: outcome.context,
  });
}

/** The report of a whole run. `when` is an RFC 3339 instant. */
export function jsonReport(when: string, machine: Machine, runs: readonly Measured[]) {
  return {
    when,
    machine,
    results: runs.flatMap(({ outcome }) => outcome.parts.map(rounded)),
    context: Object.fromEntries(
      runs.map(({ benchmark, outcome }) => [benchmark.name, outcome.context]),
    ),
  };
}

export function markdownReport(when: string, machine: Machine, runs: readonly Measured[]): string {
  const lines = [
    '# Benchmarks',
    '',
    `${when} · ${machine.cores} cores · Node ${machine.node}. Ratios are the result; absolute times depend on the machine.`,
  ];
  for (const { benchmark, outcome } of runs) {
    lines.push('', `## ${benchmark.name}: ${benchmark.title}`, '');
    lines.push('| part | measured | goal | | samples |', '| --- | --- | --- | --- | --- |');
    for (const part of outcome.parts) lines.push(row(part));
    const notes = outcome.parts.filter(({ note }) => note !== undefined);
    if (notes.length > 0)
      lines.push('', ...notes.map(({ name, note }) => `- \`${name}\`: ${note}`));
    lines.push('', '```json', JSON.stringify(outcome.context, null, 2), '```');
  }
  return `${lines.join('\n')}\n`;
}

/** For the terminal, one line for each part. */
export function textOf(part: Part): string {
  const sign = part.better === 'lower' ? '≤' : '≥';
  const mark = isMet(part) ? 'ok  ' : 'MISS';
  const value = `${significant(part.ratio)}${part.unit === undefined ? '×' : ` ${part.unit}`}`;
  return `${mark} ${part.name}: ${value} (goal ${sign} ${part.goal}) ${part.title}`;
}

function row(part: Part): string {
  const sign = part.better === 'lower' ? '≤' : '≥';
  const unit = part.unit === undefined ? '' : ` ${part.unit}`;
  const verdict = isMet(part) ? 'met' : '**missed**';
  return `| ${part.title} (\`${part.name}\`) | ${significant(part.ratio)}${unit} | ${sign} ${part.goal}${unit} | ${verdict} | ${part.samples} |`;
}

function rounded(part: Part): Part {
  return { ...part, ratio: significant(part.ratio, 4) };
}

/** Numbers rounded for reading, all the way down. */
export function readable(context: Context): Context {
  const brief = (value: Context[string]): Context[string] => {
    if (typeof value === 'number') return significant(value, 4);
    if (typeof value !== 'object') return value;
    if (isList(value))
      return value.map((entry) =>
        typeof entry === 'number' ? significant(entry, 4) : readable(entry),
      );
    return readable(value);
  };
  return Object.fromEntries(Object.entries(context).map(([name, value]) => [name, brief(value)]));
}

function isList(
  value: Context | readonly (Context | number)[],
): value is readonly (Context | number)[] {
  return Array.isArray(value);
}
