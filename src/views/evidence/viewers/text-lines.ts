import type { Pointer } from '../../../model/common.ts';

/** 1-based, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Lines without their ends; a last line break makes no further line. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * The lines that a pointer names. A test case is found by its line, and where that is absent by its
 * name, in its suite if possible.
 * @returns `undefined` when there is no such place
 */
export function pointedLines(
  lines: readonly string[],
  pointer: Pointer | undefined,
): LineRange | undefined {
  if (pointer === undefined) return undefined;
  if (pointer.kind === 'lines') return within(lines, pointer.from, pointer.to);
  if (pointer.kind !== 'test') return undefined;
  if (pointer.line !== undefined) return within(lines, pointer.line, pointer.line);
  const line = caseLine(lines, pointer.name, pointer.suite);
  return line === undefined ? undefined : { from: line, to: line };
}

function within(lines: readonly string[], from: number, to: number): LineRange | undefined {
  if (from < 1 || from > lines.length || to < from) return undefined;
  return { from, to: Math.min(to, lines.length) };
}

function caseLine(
  lines: readonly string[],
  name: string,
  suite: string | undefined,
): number | undefined {
  const wanted = [...new Set([name, escapeXml(name)])];
  const quoted = wanted.flatMap((text) => [`name="${text}"`, `name='${text}'`]);
  const suites = suite === undefined ? [] : [suite, escapeXml(suite)];
  let inSuite = suite === undefined;
  let anywhere: number | undefined;
  let loosely: number | undefined;
  for (const [index, line] of lines.entries()) {
    const isExact = quoted.some((text) => line.includes(text));
    const isNamed = suites.some((text) => line.includes(text));
    if (line.includes('<testsuite')) inSuite = suite === undefined || isNamed;
    if (isExact && line.includes('<testcase') && (inSuite || isNamed)) return index + 1;
    if (isExact) anywhere ??= index + 1;
    if (wanted.some((text) => line.includes(text))) loosely ??= index + 1;
  }
  return anywhere ?? loosely;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Indexes of the lines that hold a text, without regard to case; at most `most`. */
export function findLines(lines: readonly string[], text: string, most: number): readonly number[] {
  const wanted = text.toLowerCase();
  const found: number[] = [];
  if (wanted === '') return found;
  for (const [index, line] of lines.entries()) {
    if (!line.toLowerCase().includes(wanted)) continue;
    found.push(index);
    if (found.length >= most) break;
  }
  return found;
}
