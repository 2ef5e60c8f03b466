import type { Scalar } from '../../../src/model/common.ts';
import type { Fact, FileFact, ValueFact } from '../../../src/model/evidence.ts';
import { type Exhibit, type ExhibitInfo, exhibit } from './exhibit.ts';

export type Json =
  | Scalar
  | readonly Json[]
  | {
      readonly [key: string]: Json;
    };

/** A value fact wanted from a JSON record: its pointer, and the unit where it has one. */
export type Wanted = string | { readonly pointer: string; readonly unit: string };

/**
 * A JSON record. Each wanted pointer becomes a value fact whose value is looked up in the record,
 * so that a fact cannot say anything that the bytes do not.
 */
export function jsonRecord(
  info: ExhibitInfo,
  record: Json,
  wanted: readonly Wanted[] = [],
  more: readonly Fact[] = [],
): Exhibit {
  const facts = wanted.map((want): ValueFact => {
    const pointer = typeof want === 'string' ? want : want.pointer;
    return {
      type: 'value',
      pointer: { kind: 'json', pointer },
      value: scalarAt(record, pointer),
      ...(typeof want === 'string' ? {} : { unit: want.unit }),
    };
  });
  return exhibit(
    { mediaType: 'application/json', ...info },
    `${JSON.stringify(record, null, 2)}\n`,
    [...facts, ...more],
  );
}

/** Looks a scalar, or a list of scalars, up by RFC 6901 pointer. Throws when there is none. */
export function scalarAt(record: Json, pointer: string): Scalar | readonly Scalar[] {
  const found = pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>(member, record);
  if (isScalar(found)) return found;
  if (Array.isArray(found) && found.every(isScalar)) return found;
  throw new Error(`No scalar at ${pointer}`);
}

function member(value: Json | undefined, token: string): Json | undefined {
  if (value === undefined || isScalar(value)) return undefined;
  return Object.entries(value).find(([key]) => key === token)?.[1];
}

function isScalar(value: Json | undefined): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** A CSV file with a header; a `file` fact states its rows and columns. */
export function csvTable(
  info: ExhibitInfo,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  more: readonly Fact[] = [],
): Exhibit {
  const text = csvText(columns, rows);
  const fact: FileFact = {
    type: 'file',
    path: info.path,
    exists: true,
    lines: rows.length + 1,
    rows: rows.length,
    columns,
  };
  return exhibit({ mediaType: 'text/csv', ...info }, text, [fact, ...more]);
}

/** RFC 4180 text with `\n` line ends; `null` is an empty cell. */
export function csvText(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A Markdown document. */
export function markdown(info: ExhibitInfo, text: string, facts: readonly Fact[] = []): Exhibit {
  return exhibit({ mediaType: 'text/markdown', ...info }, text, facts);
}

/** A plain-text log. */
export function textLog(info: ExhibitInfo, text: string, facts: readonly Fact[] = []): Exhibit {
  return exhibit({ mediaType: 'text/plain', ...info }, text, facts);
}
