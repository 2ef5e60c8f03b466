/** Where in the bytes something was found. Lines and columns are 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** In characters from the start of the file. */
  readonly offset: number;
}

/**
 * `fatal`: nothing can be shown. `error`: a part was left out or cannot be judged.
 * `warning`: all was read, and something deserves a look.
 */
export type Severity = 'fatal' | 'error' | 'warning';

/**
 * Something wrong with what was read. Problems are values: reading goes on, and the user sees
 * them. `code` and `params` carry the meaning; the wording belongs to the interface.
 */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The file inside the bundle, or the address. */
  readonly file?: string;
  /** JSON Pointer (RFC 6901) into that file. */
  readonly path?: string;
  readonly position?: Position;
  /** Something that was written is not in the content: nobody knows what it would have shown. */
  readonly isLoss?: true;
  /** Ids of items, gates, evidence… that cannot be trusted because of it. */
  readonly affects?: readonly string[];
}
