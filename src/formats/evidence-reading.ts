import type { Fact } from '../model/evidence.ts';
import type { FormatId, Recognition } from './format-id.ts';
import type { ReaderWarning } from './reading.ts';
import type { Report } from './reports/report.ts';

/** What is known of bytes beside themselves. */
export interface EvidenceHint {
  /** Path or name; only its ending is looked at. */
  readonly name?: string;
  readonly mediaType?: string;
  /** The format that somebody chose. */
  readonly format?: FormatId;
}

/** What the reader of its format made of a piece of evidence. */
export interface EvidenceReading extends Recognition {
  /** Absent when the format has no report, or the bytes none that can be read. */
  readonly report?: Report;
  /** What conditions are judged by, with pointers into the bytes. */
  readonly facts: readonly Fact[];
  readonly warnings: readonly ReaderWarning[];
}
