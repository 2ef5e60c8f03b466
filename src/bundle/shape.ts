/** What the reader knows of a member beside its validator. */
export interface Member {
  /** Name of its shape, when it is an object or a list of objects. */
  readonly is?: string;
  readonly list?: true;
  /** Leaving it out never makes a verdict better. */
  readonly harmless?: true;
  /** The safest word of its vocabulary. */
  readonly fallback?: string;
}

/** The members of a type; for unions, how to find the type. */
export type Shape =
  | { readonly members: Readonly<Record<string, Member>> }
  | { readonly by: string; readonly of: Readonly<Record<string, string>> }
  | { readonly among: readonly string[] };
