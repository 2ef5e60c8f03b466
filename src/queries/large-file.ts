import { readCsvText } from '../formats/csv-table.ts';
import {
  type ByteLines,
  bytesOfLines,
  indexLines,
  indexRecords,
  lineOfByte,
} from './byte-lines.ts';
import {
  type FileHits,
  type FileLine,
  type FileSearch,
  mostOfLine,
  type OpenedFile,
  searchedAtOnce,
} from './evidence-files.ts';

/** Lines or rows that travel at once at most. */
const mostAtOnce = 2000;

/** A file that is held as bytes, with where its lines begin. Nothing of it is decoded before it is asked for. */
export class LargeFile {
  readonly bytes: Uint8Array;
  readonly opened: OpenedFile;
  readonly #lines: ByteLines;
  readonly #records: ByteLines | undefined;
  readonly #header: string;

  constructor(bytes: Uint8Array, mediaType: string, path: string) {
    this.bytes = bytes;
    const isText = !bytes.subarray(0, 8192).includes(0);
    const isTable = isText && (/\.(csv|tsv)$/i.test(path) || /^text\/(csv|tab-)/.test(mediaType));
    this.#lines = isText ? indexLines(bytes) : { starts: new Uint32Array(1), count: 0 };
    this.#records = isTable
      ? indexRecords(bytes, separatorOf(this.#text(this.#lines, 0, 1)))
      : undefined;
    const header = this.#records === undefined ? '' : this.#text(this.#records, 0, 1);
    this.#header = header;
    this.opened = {
      size: bytes.length,
      mediaType,
      isText,
      lines: this.#lines.count,
      ...(this.#records !== undefined && {
        table: {
          header: readCsvText(header).header,
          rows: Math.max(0, this.#records.count - 1),
        },
      }),
    };
  }

  lines(from: number, count: number): readonly FileLine[] {
    const text = this.#text(this.#lines, from, from + Math.min(count, mostAtOnce));
    if (text === '') return [];
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    return lines.map((line) => {
      const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
      return { text: whole.slice(0, mostOfLine), rest: Math.max(0, whole.length - mostOfLine) };
    });
  }

  rows(from: number, count: number): readonly (readonly string[])[] {
    if (this.#records === undefined) return [];
    const body = this.#text(this.#records, from + 1, from + 1 + Math.min(count, mostAtOnce));
    // The header goes along, so that every part is read with the same separator.
    return readCsvText(this.#header + (/\n$/.test(this.#header) ? '' : '\n') + body).rows;
  }

  find({ text, from, unit }: FileSearch): FileHits {
    const wanted = text.toLowerCase();
    if (wanted === '' || !this.opened.isText) return { hits: [] };
    const { starts, count } = this.#lines;
    const first = lineOfByte(this.#lines, from);
    const stop = from + searchedAtOnce;
    const end =
      stop >= this.bytes.length ? count : Math.max(first + 1, lineOfByte(this.#lines, stop));
    const part = this.#text(this.#lines, first, end).toLowerCase();
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
    const next = starts[end] ?? this.bytes.length;
    return {
      hits: unit === 'rows' ? this.#rowsOf(hits) : hits,
      ...(end < count && { next }),
    };
  }

  #rowsOf(lines: readonly number[]): readonly number[] {
    const records = this.#records;
    if (records === undefined) return [];
    const rows = lines.map((line) => lineOfByte(records, this.#lines.starts[line] ?? 0) - 1);
    return [...new Set(rows)].filter((row) => row >= 0);
  }

  #text(lines: ByteLines, from: number, to: number): string {
    return new TextDecoder().decode(bytesOfLines(this.bytes, lines, from, to));
  }
}

/** Code of the character that separates the fields of a header; the reader of tables decides alike. */
function separatorOf(header: string): number {
  const counts = [',', '\t', ';', '|'].map((mark) => [mark, header.split(mark).length] as const);
  const most = counts.reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  return most[0].charCodeAt(0);
}
