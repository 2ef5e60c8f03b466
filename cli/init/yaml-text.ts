/** One line, so that nothing from a file becomes configuration. */
export const comment = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 160);

/** JSON strings are YAML strings. */
export const quoted = (text: string): string =>
  JSON.stringify(text.replace(/[\u2028\u2029]/g, ' '));

/** The contract at a place of the list of guesses. */
export const contractId = (at: number): string => `C${at + 1}`;

/** A file may be promised by two contracts. */
export const deliverableId = (at: number, path: string): string => `${contractId(at)}: ${path}`;

/** Data on one line: JSON is YAML. */
export const flow = (value: object): string =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, ' ');
