/*
 * The part of Papa Parse that the pure core may use: parsing a string at once. The published types
 * pull in all of Node, so tsconfig.core.json maps the package to this file instead.
 */

export interface ParseError {
  readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
  readonly code: string;
  readonly message: string;
  readonly row?: number;
  readonly index?: number;
}

export interface ParseMeta {
  readonly delimiter: string;
  readonly linebreak: string;
  readonly aborted: boolean;
  readonly truncated: boolean;
  readonly cursor: number;
  readonly fields?: string[];
}

export interface ParseResult<T> {
  readonly data: T[];
  readonly errors: ParseError[];
  readonly meta: ParseMeta;
}

export interface ParseConfig {
  readonly delimiter?: string;
  readonly newline?: '\r' | '\n' | '\r\n';
  readonly quoteChar?: string;
  readonly escapeChar?: string;
  readonly header?: false;
  readonly preview?: number;
  readonly comments?: false | string;
  readonly skipEmptyLines?: boolean | 'greedy';
  readonly dynamicTyping?: false;
}

export interface StepResult {
  readonly data: string[];
  readonly errors: ParseError[];
  readonly meta: ParseMeta;
}

export interface Parser {
  abort(): void;
}

export interface ParseStepConfig extends ParseConfig {
  readonly step: (result: StepResult, parser: Parser) => void;
  readonly complete?: (result: ParseResult<string[]>) => void;
}

export interface PapaParse {
  parse(csv: string, config: ParseStepConfig): void;
  parse<T = string[]>(csv: string, config?: ParseConfig): ParseResult<T>;
  unparse(
    rows: readonly (readonly unknown[])[],
    config?: { newline?: string; header?: boolean },
  ): string;
}

declare const papa: PapaParse;
export default papa;
export const parse: PapaParse['parse'];
export const unparse: PapaParse['unparse'];
