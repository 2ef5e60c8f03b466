import type { Fact } from '../model/evidence.ts';

/** Something that a reader noticed and did not guess about. Lines are 1-based. */
export interface ReaderWarning {
  readonly code:
    | 'not-this-format'
    | 'document-type-refused'
    | 'not-closed'
    | 'count-differs'
    | 'without-cases'
    | 'unknown-outcome'
    | 'number-unreadable'
    | 'record-unreadable';
  readonly line?: number;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a reader found in the bytes of one piece of evidence. */
export interface FormatReading<F extends Fact = Fact> {
  readonly facts: readonly F[];
  readonly warnings: readonly ReaderWarning[];
}

/** A warning as the one line of text that a bundle keeps. */
export function warningText({ code, line, params }: ReaderWarning): string {
  const details = Object.entries(params ?? {}).map(([name, value]) => `${name}=${value}`);
  return [code, ...(line === undefined ? [] : [`line=${line}`]), ...details].join(' ');
}
