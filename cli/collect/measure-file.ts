import { RE2JS } from 're2js';
import { readCsvText } from '../../src/formats/csv-table.ts';
import type { PatternRule } from '../../src/model/contract.ts';
import type { FileFact } from '../../src/model/evidence.ts';

/** Hits whose lines are named; the rest is counted. */
const namedLines = 20;
const mostHits = 1_000_000;

/** Physical lines; a last line without a newline counts, and so does none after it. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.replace(/\r?\n$/, '').split('\n').length;
}

/** Measures a text as contracts count: lines, table rows, and the hits of every pattern. */
export function measureText(
  path: string,
  text: string,
  rules: readonly PatternRule[],
  digest: string,
): FileFact {
  const table = /\.(?:csv|tsv)$/i.test(path) ? readCsvText(text) : undefined;
  return {
    type: 'file',
    path,
    exists: true,
    lines: lineCount(text),
    ...(table !== undefined && { rows: table.rows.length, columns: table.header }),
    patterns: rules.flatMap((rule) => countOf(rule, text)),
    digest,
  };
}

type PatternCount = NonNullable<FileFact['patterns']>[number];

/** A pattern that cannot be compiled has no count: the condition is then without a measurement. */
function countOf(rule: PatternRule, text: string): readonly PatternCount[] {
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(
      rule.dialect === 'literal' ? RE2JS.quote(rule.pattern) : rule.pattern,
      flagsOf(rule.flags ?? ''),
    );
  } catch {
    return [];
  }
  const lines: number[] = [];
  let count = 0;
  const hit = (line: number): void => {
    count += 1;
    if (lines.length < namedLines) lines.push(line);
  };
  if (rule.appliesTo === 'line') {
    for (const [index, line] of text.split('\n').entries()) {
      const matcher = pattern.matcher(line);
      while (count < mostHits && matcher.find()) hit(index + 1);
    }
  } else {
    const matcher = pattern.matcher(text);
    let line = 1;
    let from = 0;
    while (count < mostHits && matcher.find()) {
      const at = matcher.start();
      for (
        let next = text.indexOf('\n', from);
        next >= 0 && next < at;
        next = text.indexOf('\n', from)
      ) {
        line += 1;
        from = next + 1;
      }
      hit(line);
    }
  }
  return [{ rule: rule.id, count, ...(lines.length > 0 && { lines }) }];
}

function flagsOf(flags: string): number {
  return (
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0)
  );
}
