import { type MarkdownLine, markdownLines } from './markdown-lines.ts';

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly raw: string;
}

/** A table as it stands, with the heading above it. */
export interface MarkdownTable {
  readonly heading: string | undefined;
  readonly header: TableRow;
  /** Rows with as many cells as the header. */
  readonly rows: readonly TableRow[];
  /** Rows whose cells cannot be told apart: kept as text, never shifted into the columns. */
  readonly broken: readonly TableRow[];
}

const delimiter = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/**
 * The tables of a document (GFM, https://github.github.com/gfm/#tables-extension-). A row may lack its
 * leading or its final pipe; a row with too few or too many cells is reported and not padded.
 */
export function markdownTables(lines: readonly MarkdownLine[]): readonly MarkdownTable[] {
  const tables: MarkdownTable[] = [];
  let heading: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line === undefined || line.isCode) continue;
    if (line.heading !== undefined) heading = line.heading.text;
    if (next === undefined || next.isCode || !line.text.includes('|')) continue;
    if (!delimiter.test(next.text) || !next.text.includes('-')) continue;
    const header = rowOf(line);
    const width = cellsOf(next.text).length;
    if (header.cells.length !== width) continue;
    const rows: TableRow[] = [];
    const broken: TableRow[] = [];
    let end = at + 2;
    for (; end < lines.length; end += 1) {
      const row = lines[end];
      if (row === undefined || row.isCode || isEnd(row, width)) break;
      const cells = rowOf(row);
      if (cells.cells.length === width) rows.push(cells);
      else broken.push(cells);
    }
    tables.push({ heading: heading ?? bareTitleAbove(lines, at), header, rows, broken });
    at = end - 1;
  }
  return tables;
}

/** A scraped page has its titles as bare lines: the line right above the table is one. */
function bareTitleAbove(lines: readonly MarkdownLine[], at: number): string | undefined {
  const above = lines[at - 1]?.text.trim() ?? '';
  return above === '' || above.length > 100 || above.includes('|') ? undefined : above;
}

function isEnd({ text, heading }: MarkdownLine, width: number): boolean {
  if (text.trim() === '' || heading !== undefined) return true;
  if (/^ {0,3}(?:>|[-*+]\s|\d+[.)]\s)/.test(text) && !text.includes('|')) return true;
  // In a table of several columns a line without any pipe is the next paragraph of a scraped page.
  return width > 1 && !text.includes('|');
}

const rowOf = ({ number, text }: MarkdownLine): TableRow => ({
  line: number,
  cells: cellsOf(text),
  raw: text,
});

/** Splits at pipes that are not escaped; the outer ones are optional, on each side for itself. */
function cellsOf(text: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  const trimmed = text.trim();
  for (let at = trimmed.startsWith('|') ? 1 : 0; at < trimmed.length; at += 1) {
    const character = trimmed[at];
    if (character === '\\' && trimmed[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += character ?? '';
  }
  if (cell.trim() !== '' || !trimmed.endsWith('|') || trimmed.endsWith('\\|'))
    cells.push(cell.trim());
  return cells;
}

/** The tables of a text. */
export function tablesOf(text: string): readonly MarkdownTable[] {
  return markdownTables(markdownLines(text));
}
