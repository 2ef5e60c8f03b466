import type { PublicKey } from '../bundle/integrity/keys.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceError, SourceRef } from '../source/types.ts';

/** Which bundle a question is about, and when it is judged. */
export interface OpenRequest {
  readonly source: SourceRef;
  readonly project: string;
  readonly revision?: string;
  /**
   * The instant of judgement that the viewer chose. Absent: `now`, except for sample bundles, which
   * are frozen at the creation of their revision.
   */
  readonly asOf?: string;
  /** The page's clock when it opened. The core has none of its own. */
  readonly now: string;
  /**
   * Keys of the viewer's that the link names: attestations signed with them count. Without any, every
   * signature is unverified, whatever keys the viewer has.
   */
  readonly keys?: readonly PublicKey[];
}

/** What a judgement depends on beside the bundle, for the keys of questions. */
export function judgedUnder({ asOf, now, keys = [] }: OpenRequest): readonly (string | null)[] {
  // A key is judged by its owner's name too.
  return [asOf ?? null, now, ...keys.flatMap(({ id, name }) => [id, name ?? null])];
}

/** A failure that leaves nothing to show. */
export type OpenFailure =
  | { readonly kind: 'source'; readonly error: SourceError }
  | { readonly kind: 'bundle'; readonly problems: readonly Problem[] };

export type Opened<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: OpenFailure };
