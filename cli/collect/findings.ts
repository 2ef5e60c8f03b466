import type { Problem } from '../../src/model/problem.ts';
import { readingWarnings } from '../../src/parts/wording/reading-en.ts';

/** A remark of a reader, as bundles keep it, in words: `time-unreadable line=2 value=yesterday`. */
export function readingFinding(warning: string, file: string): CollectFinding {
  const [, code = '', line, details] = /^(\S+)(?: line=(\d+))?(?: (.*))?$/s.exec(warning) ?? [];
  const sentence = Object.hasOwn(readings, code) ? readings[code] : undefined;
  return {
    severity: lossy.has(code) ? 'error' : 'warning',
    code: `reading-${code}`,
    text: `${sentence ?? code}${details === undefined ? '' : ` (${details})`}`,
    file,
    ...(line !== undefined && { line: Number(line) }),
  };
}

/** Remarks that say that a part of the evidence was not taken; the others say how it was. */
const lossy: ReadonlySet<string> = new Set([
  'not-this-format',
  'too-large',
  'too-deep',
  'syntax',
  'refused-key',
  'document-type-refused',
  'not-closed',
  'record-unreadable',
  'number-unreadable',
  'payload-unreadable',
  'table-fault',
  'not-understood',
  'format-unknown',
]);

const readings: Readonly<Record<string, string>> = {
  ...readingWarnings,
  'format-unknown': 'No such format is known; it was read as what it looks like',
};

/** Something that collecting noticed: where, how grave, and in words. */
export interface CollectFinding {
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
}

/** How many things were not understood; the rest are remarks. */
export const lossesOf = (findings: readonly CollectFinding[]): number =>
  findings.filter(({ severity }) => severity === 'error').length;

type Params = Readonly<Record<string, string | number>>;

const sentences: Readonly<Record<string, (params: Params) => string>> = {
  'plan-row-cells': ({ cells, columns, text }) =>
    `The row has ${cells} cells where the table has ${columns} columns, so nothing was taken from it: ${text}`,
  'plan-row-without-id': ({ text }) => `The row names no id: ${text}`,
  'plan-table-not-found': ({ heading }) => `There is no table below “${heading}”`,
  'plan-table-pipes-lost': ({ heading }) =>
    `The table below “${heading}” has lost its pipes; its cells cannot be told apart`,
  'plan-column-missing': ({ column }) => `The table has no column “${column}”`,
  'plan-id-twice': ({ id, first, title }) =>
    `${id} names something else in line ${first}; this one, “${title}”, is kept under its place`,
  'plan-token-unknown': ({ item, token, raw }) =>
    `${item} waits for “${token}”, which no item is called${raw === token ? '' : ` (written “${raw}”)`}; it stays blocked`,
  'plan-status-unknown': ({ item, text }) => `The status “${text}” of ${item} is no known word`,
  'plan-format-unreadable': ({ format, reason }) => `It cannot be read as ${format}: ${reason}`,
  'plan-too-deep': () => 'It is nested too deeply',
  'plan-alias-not-followed': ({ name }) => `The alias *${name} is not followed`,
  'plan-tag-not-followed': ({ name }) => `The tag ${name} is not followed`,
  'plan-expression-simplified': ({ text }) => `“${text}” is read as waiting for all of them`,
  'plan-include-not-read': ({ count, names }) =>
    `${count} included ${count === 1 ? 'file is' : 'files are'} not in the repository and not read (${names}${Number(count) > 3 ? ', …' : ''}); a need of a job in them stays blocked`,
  'plan-text-repaired': ({ encoding, lines }) =>
    `${lines} lines had been read as ${encoding} and were taken back to UTF-8`,
  'plan-refused-key': ({ key }) => `The name “${key}” is refused`,
};

export function findingOf({
  code,
  severity,
  params = {},
  file,
  position,
}: Problem): CollectFinding {
  return {
    severity: severity === 'warning' ? 'warning' : 'error',
    code,
    text: sentences[code]?.(params) ?? `${code} ${JSON.stringify(params)}`,
    ...(file !== undefined && { file }),
    ...(position !== undefined && { line: position.line }),
  };
}
