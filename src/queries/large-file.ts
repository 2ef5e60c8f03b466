import { readCsvText } from '../formats/csv-table.ts';
import { type ByteIndex, LineIndex, RecordIndex } from './byte-lines.ts';
import { type ColumnSketch, ColumnSketcher } from './column-sketch.ts';
import {
  type FileCount,
  type FileHits,
  type FileLine,
  type FileSearch,
  mostOfLine,
  type OpenedFile,
  searchedAtOnce,
} from './evidence-files.ts';

/** Lines or rows that travel at once at most. */
const mostAtOnce = 2000;
/** Bytes that are indexed before the engine looks for other questions. */
const indexedAtOnce = 8 * 1024 * 1024;
/** Bytes that are indexed before a first count is told. */
const head = 1024 * 1024;

/**
 * A file that is held as bytes. Its lines, or the rows of its table, are found part by part and beside
 * other questions; nothing is decoded before it is asked for.
 */
export class LargeFile {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly opened: OpenedFile;
  readonly #lines: LineIndex;
  readonly #rows: RecordIndex | undefined;
  readonly #header: string;
  readonly #running = new Set<ByteIndex>();
  readonly #columns = new Map<string, Sketching>();

  constructor(bytes: Uint8Array, mediaType: string, path: string) {
    this.bytes = bytes;
    this.path = path;
    const isText = !bytes.subarray(0, 8192).includes(0);
    const isTable = isText && (/\.(csv|tsv)$/i.test(path) || /^text\/(csv|tab-)/.test(mediaType));
    this.#lines = new LineIndex(isText ? bytes : new Uint8Array());
    this.#rows = isTable
      ? new RecordIndex(bytes, separatorOf(textOf(this.#lines.slice(0, 1))))
      : undefined;
    this.#header = this.#rows === undefined ? '' : textOf(this.#rows.slice(0, 1));
    this.opened = {
      size: bytes.length,
      mediaType,
      isText,
      ...(this.#rows !== undefined && { header: readCsvText(this.#header).header }),
    };
  }

  /** How many lines or rows are known, and whether these are all. Counting goes on by itself. */
  count(unit: 'lines' | 'rows'): FileCount {
    const index = this.#indexOf(unit);
    index.indexTo(head);
    if (!index.isComplete) this.#continue(index);
    return {
      count: unit === 'rows' ? Math.max(0, index.count - 1) : index.count,
      share: this.bytes.length === 0 ? 1 : index.done / this.bytes.length,
      isComplete: index.isComplete,
    };
  }

  lines(from: number, count: number): readonly FileLine[] {
    const text = textOf(this.#lines.slice(from, from + Math.min(count, mostAtOnce)));
    if (text === '') return [];
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    return lines.map((line) => {
      const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
      return { text: whole.slice(0, mostOfLine), rest: Math.max(0, whole.length - mostOfLine) };
    });
  }

  rows(from: number, count: number): readonly (readonly string[])[] {
    if (this.#rows === undefined) return [];
    const body = textOf(this.#rows.slice(from + 1, from + 1 + Math.min(count, mostAtOnce)));
    // The header goes along, so that every part is read with the same separator.
    return readCsvText(this.#header + (this.#header.endsWith('\n') ? '' : '\n') + body).rows;
  }

  /** A column of numbers as far as it is known; going through its rows goes on by itself. */
  column(name: string): ColumnSketch {
    const index = this.opened.header?.indexOf(name) ?? -1;
    const known = this.#columns.get(name);
    const sketching = known ?? { sketcher: new ColumnSketcher(), next: 0, isComplete: index < 0 };
    if (known === undefined) {
      this.#columns.set(name, sketching);
      if (index >= 0) this.#sketch(index, sketching);
    }
    const { sketcher, next, isComplete } = sketching;
    const done = this.#rows?.startOf(next + 1) ?? 0;
    const share = isComplete || this.bytes.length === 0 ? 1 : done / this.bytes.length;
    return sketcher.sketch(share, isComplete);
  }

  /** Some rows in every turn, so that other questions are answered in between. */
  #sketch(index: number, sketching: Sketching): void {
    const turn = (): void => {
      const rows = this.rows(sketching.next, mostAtOnce);
      for (const row of rows) sketching.sketcher.add(row[index]);
      sketching.next += rows.length;
      sketching.isComplete = rows.length === 0;
      if (!sketching.isComplete) setTimeout(turn, 0);
    };
    turn();
  }

  find({ text, from, unit }: FileSearch): FileHits {
    const wanted = text.toLowerCase();
    if (wanted === '' || !this.opened.isText) return { hits: [] };
    const lines = this.#lines;
    const first = lines.entryAt(from);
    const stop = from + searchedAtOnce;
    lines.indexTo(stop + 1);
    const end =
      lines.isComplete && stop >= this.bytes.length
        ? lines.count
        : Math.max(first + 1, lines.entryAt(stop));
    const part = textOf(lines.slice(first, end)).toLowerCase();
    const hits: number[] = [];
    let line = first;
    let lineStart = 0;
    for (let at = part.indexOf(wanted); at >= 0; ) {
      let lineEnd = part.indexOf('\n', lineStart);
      while (lineEnd >= 0 && lineEnd < at) {
        line += 1;
        lineStart = lineEnd + 1;
        lineEnd = part.indexOf('\n', lineStart);
      }
      hits.push(line);
      if (lineEnd < 0) break;
      at = part.indexOf(wanted, lineEnd);
    }
    const next = lines.startOf(end);
    return {
      hits: unit === 'rows' ? this.#rowsOf(hits) : hits,
      ...(next < this.bytes.length && { next }),
    };
  }

  #indexOf(unit: 'lines' | 'rows'): ByteIndex {
    return unit === 'rows' ? (this.#rows ?? this.#lines) : this.#lines;
  }

  /** A part in every turn, so that questions that came meanwhile are answered in between. */
  #continue(index: ByteIndex): void {
    if (this.#running.has(index)) return;
    this.#running.add(index);
    const turn = (): void => {
      index.indexTo(index.done + indexedAtOnce);
      if (index.isComplete) this.#running.delete(index);
      else setTimeout(turn, 0);
    };
    setTimeout(turn, 0);
  }

  #rowsOf(lines: readonly number[]): readonly number[] {
    const index = this.#rows;
    if (index === undefined) return [];
    const rows = lines.map((line) => index.entryAt(this.#lines.startOf(line)) - 1);
    return [...new Set(rows)].filter((row) => row >= 0);
  }
}

interface Sketching {
  readonly sketcher: ColumnSketcher;
  /** 0-based row that comes next. */
  next: number;
  isComplete: boolean;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Code of the character that separates the fields of a header; the reader of tables decides alike. */
function separatorOf(header: string): number {
  const counts = [',', '\t', ';', '|'].map((mark) => [mark, header.split(mark).length] as const);
  const most = counts.reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  return most[0].charCodeAt(0);
}
