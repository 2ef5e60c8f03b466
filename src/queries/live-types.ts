import type { SourceNews, SourceRef } from '../source/types.ts';

/** News in order; `last` is to be given with the next question. */
export interface NewsBatch {
  readonly last: number;
  readonly news: readonly SourceNews[];
}

/** The part of the session that stays in touch with a server. */
export interface LiveSession {
  /**
   * Waits for what comes after `after`; 0 begins. A question that waits is answered by an empty batch when
   * nobody follows any longer. `undefined`: the source tells nothing by itself.
   */
  news(source: SourceRef, after: number): Promise<NewsBatch | undefined>;
  /** Ends following. */
  unfollow(source: SourceRef): Promise<void>;
  /** Kept in memory for as long as the page is open; `undefined` forgets it. */
  signIn(source: SourceRef, token: string | undefined): Promise<void>;
  /** Lets the next question about the project see what the server has now. */
  moveOn(source: SourceRef, project: string): Promise<void>;
  /** Stops reading for a project that nobody looks at any longer. */
  leave(source: SourceRef, project: string): Promise<void>;
}
