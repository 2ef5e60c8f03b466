import { RE2JS } from 're2js';
import type { MarkdownLine } from './markdown-lines.ts';
import type { TableReading } from './table-plan.ts';
import { type DraftItem, planProblem } from './types.ts';

export interface LineOptions {
  readonly kind: string;
  /**
   * RE2 with named groups: `id` is needed; `title`, `depends`, `status`, `class`, `owner`, `goal`,
   * `output` and `parent` are taken where they match. Matched against a line and its continuation.
   */
  readonly pattern: string;
  /** Lines that are indented deeper than the first one belong to it. */
  readonly joinIndented?: boolean;
  /** Only below the heading or bare line with this text, up to the next heading. */
  readonly heading?: string;
  readonly parent?: string;
}

const groups = [
  'title',
  'depends',
  'status',
  'class',
  'owner',
  'goal',
  'output',
  'parent',
] as const;

/** Items from lines of any text, by a pattern that the plan's owner gives. */
export function readLinePlan(
  lines: readonly MarkdownLine[],
  path: string,
  options: LineOptions,
): TableReading {
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(options.pattern);
  } catch {
    const params = { format: 'lines', reason: `not a pattern: ${options.pattern}` };
    return { items: [], problems: [planProblem('plan-format-unreadable', { path }, params)] };
  }
  const items: DraftItem[] = [];
  for (const { text, line } of joined(
    section(lines, options.heading),
    options.joinIndented === true,
  )) {
    const matcher = pattern.matcher(text);
    if (!matcher.find()) continue;
    const named = matcher.getNamedGroups();
    const group = (name: string): string | undefined => {
      const found = named[name]?.trim();
      return found === undefined || found === '' ? undefined : found;
    };
    const key = group('id');
    if (key === undefined) continue;
    const source = { path, line, raw: text };
    const values = new Map(groups.map((name) => [name, group(name)]));
    const written = (name: (typeof groups)[number]) => {
      const found = values.get(name);
      return found === undefined ? undefined : { text: found, source: { path, line, raw: found } };
    };
    const depends = written('depends');
    const status = written('status');
    const parent = values.get('parent') ?? options.parent;
    const rest = (['class', 'owner', 'goal', 'output'] as const).flatMap((name) => {
      const found = values.get(name);
      return found === undefined ? [] : [[name, found] as const];
    });
    items.push({
      key,
      kind: options.kind,
      title: values.get('title') ?? key,
      source,
      ...(parent !== undefined && { parent }),
      ...(depends !== undefined && { depends }),
      ...(status !== undefined && { status }),
      ...Object.fromEntries(rest),
    });
  }
  return { items, problems: [] };
}

function section(
  lines: readonly MarkdownLine[],
  heading: string | undefined,
): readonly MarkdownLine[] {
  if (heading === undefined) return lines;
  const from = lines.findIndex(
    ({ text, heading: own }) => (own?.text ?? text).trim() === heading.trim(),
  );
  if (from < 0) return [];
  const rest = lines.slice(from + 1);
  const until = rest.findIndex(({ heading: own }) => own !== undefined);
  return until < 0 ? rest : rest.slice(0, until);
}

function joined(
  lines: readonly MarkdownLine[],
  isWanted: boolean,
): readonly { readonly text: string; readonly line: number }[] {
  const result: { text: string; line: number; indent: number }[] = [];
  for (const { text, number } of lines) {
    const indent = text.length - text.trimStart().length;
    const last = result.at(-1);
    if (isWanted && last !== undefined && text.trim() !== '' && indent > last.indent) {
      last.text += ` ${text.trim()}`;
    } else result.push({ text: text.trim(), line: number, indent });
  }
  return result;
}
