import type { Pointer } from '../../../model/common.ts';

/** What every viewer of text gets. */
export interface TextViewerProps {
  /** Names the content for screen readers. */
  readonly name: string;
  readonly text: string;
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
