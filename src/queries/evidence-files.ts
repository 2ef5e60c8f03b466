import type { ReviewQueue } from '../derive/review/queue.ts';
import type { EvidenceReading } from '../formats/evidence-reading.ts';
import type { ReportedCase } from '../formats/reports/test-report.ts';
import type { TrimmedReading } from '../formats/trim-reading.ts';
import type { DigestState } from '../model/evidence.ts';
import type { SourceError } from '../source/types.ts';
import type { ColumnSketch } from './column-sketch.ts';

/**
 * Questions about single pieces of evidence whose bytes stay with the engine: a hundred megabytes are
 * opened, scrolled and searched there, and only what is looked at travels.
 */
export interface EvidenceFiles<Request> {
  /** `undefined`: the plan has no such gate. */
  reviewQueue(request: Request, gate: string): Promise<ReviewQueue | undefined>;
  /** What the reader of its format makes of a piece of at most 16 MiB; of many test cases the first ones. */
  reading(request: Request, evidence: string): Promise<ReadingAnswer>;
  /** Cases of a report of tests from a 0-based one on, at most {@link casesAtOnce}. */
  cases(
    request: Request,
    evidence: string,
    from: number,
  ): Promise<FileAnswer<readonly ReportedCase[]>>;
  /** The same of a larger one: the totals, and so many entries as can be shown. */
  largeReading(request: Request, evidence: string): Promise<FileAnswer<TrimmedReading>>;
  /** A column of a table as it is known so far; asked again until it is complete. */
  column(request: Request, evidence: string, column: string): Promise<FileAnswer<ColumnSketch>>;
  /** Reads a file of any size up to the limit of a bundle. */
  open(request: Request, evidence: string): Promise<FileAnswer<OpenedFile>>;
  /** How many lines or rows are known; asked again until these are all. */
  count(request: Request, evidence: string, unit: 'lines' | 'rows'): Promise<FileAnswer<FileCount>>;
  /** Hashes the file and compares it with what was recorded. */
  digest(request: Request, evidence: string): Promise<FileAnswer<FileDigest>>;
  /** Lines from a 0-based one on, without their ends; each cut after `mostOfLine` characters. */
  lines(
    request: Request,
    evidence: string,
    from: number,
    count: number,
  ): Promise<FileAnswer<readonly FileLine[]>>;
  /** Rows of a table from a 0-based one on; the header is none of them. */
  rows(
    request: Request,
    evidence: string,
    from: number,
    count: number,
  ): Promise<FileAnswer<readonly (readonly string[])[]>>;
  /** Looks through a part of the file; asked again with `next` until there is none. */
  find(request: Request, evidence: string, search: FileSearch): Promise<FileAnswer<FileHits>>;
  /** Bytes from one offset up to another. */
  bytes(
    request: Request,
    evidence: string,
    from: number,
    to: number,
  ): Promise<FileAnswer<Uint8Array>>;
}

export type FileAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SourceError };

/** With the number of all test cases where only the first ones are here. */
export type ReadingAnswer = FileAnswer<EvidenceReading> & { readonly allCases?: number };

export interface OpenedFile {
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly isText: boolean;
  /** Its format has a report with a viewer. */
  readonly hasReport?: boolean;
  /** Present when the name or the type says that it is a table. */
  readonly header?: readonly string[];
}

/** Lines or rows found so far. */
export interface FileCount {
  readonly count: number;
  /** Of the bytes, 0 to 1. */
  readonly share: number;
  readonly isComplete: boolean;
}

export interface FileDigest {
  readonly sha256: string;
  readonly digest: DigestState | 'unrecorded';
  /** Comparing told something that was not known before. */
  readonly isNews: boolean;
}

export interface FileLine {
  readonly text: string;
  /** Characters that were cut off. */
  readonly rest: number;
}

export interface FileSearch {
  /** Without regard to case. */
  readonly text: string;
  /** Byte to go on from; 0 at first. */
  readonly from: number;
  /** What hits are counted in. */
  readonly unit: 'lines' | 'rows';
}

export interface FileHits {
  /** 0-based lines or rows, each once, ascending. */
  readonly hits: readonly number[];
  /** Byte to go on from; absent at the end of the file. */
  readonly next?: number;
}

/** Test cases that travel at once: a page takes them in within a few milliseconds. */
export const casesAtOnce = 2000;
/** Entries of a large report that travel. */
export const mostOfReport = 5000;
/** Characters of a line that travel. */
export const mostOfLine = 4000;
/** Bytes that are searched before an answer. */
export const searchedAtOnce = 4 * 1024 * 1024;
