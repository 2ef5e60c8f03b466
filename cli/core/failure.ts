/** How a run ended: 0 passed, 1 not passed, 2 could not be judged or done. */
export type ExitCode = 0 | 1 | 2;

/** Where in a file something is wrong; 1-based. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Ends a command with a message for people and a code for machines. `hint` says what to do about it.
 */
export class CliFailure extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly place: Place;

  constructor(
    code: string,
    message: string,
    more: { readonly hint?: string; readonly place?: Place } = {},
  ) {
    super(message);
    this.name = 'CliFailure';
    this.code = code;
    this.hint = more.hint;
    this.place = more.place ?? {};
  }
}

/** `file:line:column` as editors and terminals make links of it. */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
