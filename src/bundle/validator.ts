/** What a compiled validator found first. */
export interface ValidationError {
  /** JSON Pointer into the value that was validated. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A validator that was compiled ahead of time. `errors` belongs to the last call. */
export interface Validator<T> {
  (value: unknown): value is T;
  readonly errors?: readonly ValidationError[] | null;
}
