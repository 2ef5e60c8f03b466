import type { EvidenceReading } from '../../../formats/evidence-reading.ts';
import type { Pointer } from '../../../model/common.ts';

/** A limit that the plan sets on the numbers in a file. */
export interface ValueTarget {
  /** Of the metric whose points stand in the file. */
  readonly title: string;
  readonly operator: string;
  readonly value: number;
  readonly unit: string;
  /** The column of the points, where it is known. */
  readonly column?: string | undefined;
}

/** What every viewer of text gets. */
export interface TextViewerProps {
  /** Names the content for screen readers. */
  readonly name: string;
  readonly text: string;
  /** What the reader of its format makes of it, where somebody asked. */
  readonly reading?: EvidenceReading | undefined;
  /** Drawn into charts of tables. */
  readonly targets?: readonly ValueTarget[];
  /** The place to mark and to scroll to. */
  readonly pointer: Pointer | undefined;
  /** Puts another place into the link. */
  readonly onPoint: (pointer: Pointer) => void;
}

/** What viewers of anything else get. */
export interface BytesViewerProps {
  readonly name: string;
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
