import type { Pointer } from '../model/common.ts';
import type { Fact } from '../model/evidence.ts';

/**
 * What a reader notices and does not guess about. The interface has a sentence for each; the
 * parameters are named beside the code.
 */
export type WarningCode =
  /** The bytes are not what they were taken for. */
  | 'not-this-format'
  /** Nothing stands in the file. */
  | 'empty'
  /** `bytes`, `limit`: more than is read at once. */
  | 'too-large'
  /** `limit`: nested deeper than is read. */
  | 'too-deep'
  /** `byte`: no UTF-8 from there on; read with replacement characters. */
  | 'not-utf8'
  | 'byte-order-mark'
  /** The text breaks the rules of its language; read as far as it goes, or not at all. */
  | 'syntax'
  /** `key`: a member that reaches into prototypes; the document is not read. */
  | 'refused-key'
  /** `member`: stands twice in one object; nobody knows which one counts. */
  | 'duplicate-member'
  /** A document type or entity: never followed. */
  | 'document-type-refused'
  /** `element` or `record`: began and never ended. */
  | 'not-closed'
  /** `stated`, `listed`, and `of` when it is not the number of cases. */
  | 'count-differs'
  /** `stated`: cases that are counted and not listed. */
  | 'without-cases'
  /** `status`: a word for an outcome that the format does not have. */
  | 'unknown-outcome'
  /** `member`, `value`: a word that the format does not have. */
  | 'value-unknown'
  /** The member and its text as parameters. */
  | 'number-unreadable'
  /** `value`: no instant, or one without a time zone. */
  | 'time-unreadable'
  /** `member`: the format demands it. */
  | 'member-missing'
  | 'record-unreadable'
  /** `version`: not one that the reader knows; read as the nearest it does. */
  | 'version-unknown'
  /** `limit`, `found`: the rest is counted and not listed. */
  | 'list-cut'
  /** `id`: refers to something that is not in the file. */
  | 'reference-missing'
  /** `name`: the same name for two things. */
  | 'duplicate-name'
  /** `expected`, `found`: fields of a row. */
  | 'column-count-differs'
  /** `code`: how the table is broken, in the words of its parser. */
  | 'table-fault'
  /** Points of one series with several units; `name`, `unit`, `other`. */
  | 'unit-differs'
  /** A YAML alias or tag: never followed. */
  | 'alias-refused'
  | 'tag-refused'
  /** A script with more than one assignment of data: never executed. */
  | 'script-refused'
  /** The run stopped before its end; `reason` in its own words. */
  | 'run-stopped'
  /** A report of tests that does not say how many there should be. */
  | 'plan-missing'
  /** The payload of an envelope is not what its type says. */
  | 'payload-unreadable'
  /** `what`, `count`: parts that the reader does not know and left out. */
  | 'not-understood';

/** Something that a reader noticed and did not guess about. Lines are 1-based. */
export interface ReaderWarning {
  readonly code: WarningCode;
  readonly line?: number;
  /** Where it stands, when that is more than a line. */
  readonly pointer?: Pointer;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a reader found in the bytes of one piece of evidence. */
export interface FormatReading<F extends Fact = Fact> {
  readonly facts: readonly F[];
  readonly warnings: readonly ReaderWarning[];
}

/** A report in the shape of its family; absent when the bytes hold none. */
export interface ReportReading<R> {
  readonly report?: R;
  readonly warnings: readonly ReaderWarning[];
}

/** A warning as the one line of text that a bundle keeps. */
export function warningText({ code, line, params }: ReaderWarning): string {
  const details = Object.entries(params ?? {}).map(([name, value]) => `${name}=${value}`);
  return [code, ...(line === undefined ? [] : [`line=${line}`]), ...details].join(' ');
}
