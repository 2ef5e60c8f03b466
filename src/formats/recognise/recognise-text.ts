import type { FormatId, Recognition } from '../format-id.ts';

interface LineMark {
  readonly format: FormatId;
  readonly pattern: RegExp;
}

/** Lines that only these formats have; looked for in the first lines. */
const marks: readonly LineMark[] = [
  { format: 'tap', pattern: /^TAP version \d+\s*$/ },
  { format: 'spdx-tag-value', pattern: /^SPDXVersion:\s*SPDX-/ },
  { format: 'benchmark-history', pattern: /^\s*window\.BENCHMARK_DATA\s*=/ },
  { format: 'benchmark-text', pattern: /^Benchmark\S*\s+\d+\s+[\d.]+ \S+\/op\b/ },
  { format: 'benchmark-text', pattern: /^test \S.*\bbench:\s+[\d,.]+ \S+\/iter/ },
  { format: 'benchmark-text', pattern: /^benchmark name\s+samples\s+iterations/ },
  { format: 'benchmark-text', pattern: /^.+ x [\d,.]+ ops\/sec ±/ },
  { format: 'benchmark-text', pattern: /^SUCCESS: .+: +[\d.]+\w+ \+\/- +[\d.]+% on / },
];

const lcovStart = /^(?:TN:|SF:)/;
const tapStart = /^(?:1\.\.\d+|(?:not )?ok\b)/;

/**
 * The format of a text by the lines that it begins with.
 *
 * @param text from the start; may be cut off
 */
export function recogniseLines(text: string): Recognition | undefined {
  const lines = text.split(/\r?\n/, 400);
  for (const line of lines) {
    const mark = line.length > 2000 ? undefined : marks.find(({ pattern }) => pattern.test(line));
    if (mark !== undefined) return found(mark.format, line);
  }
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first === undefined) return undefined;
  if (lcovStart.test(first) && lines.some((line) => line.startsWith('SF:'))) {
    return found('lcov', first);
  }
  return tapStart.test(first) ? found('tap', first) : undefined;
}

function found(format: FormatId, line: string): Recognition {
  return { format, because: { code: 'line', params: { text: line.trim().slice(0, 80) } } };
}
