/** A series that some file holds, as a metric of the configuration. */
export interface MetricGuess {
  readonly id: string;
  readonly file: string;
  readonly why: string;
  /** Everything else of the entry, as it stands in the configuration. */
  readonly members: Readonly<Record<string, unknown>>;
  /** What a condition may ask for; absent where nobody can tell which way is good. */
  readonly limit?: {
    readonly operator: 'at-most' | 'at-least';
    readonly value: number;
    readonly unit: string;
  };
}
