/** Words of values: what is compared, and how, where no sign says it. */
export interface ValueWords {
  /** Operators that have no sign, by the word of the format. */
  readonly operators: Readonly<Record<string, string>>;
  /** What was measured, by the word of the engine; any other word stands for itself. */
  readonly measured: (of: string) => string;
  /** A value that is a word of the engine. */
  readonly word: (value: string) => string;
}

export const en: ValueWords = {
  operators: {
    contains: 'contains',
    'one-of': 'one of',
    matches: 'matches',
    exists: 'exists',
    absent: 'absent',
  },
  measured: (of) => of,
  word: (value) => value,
};
