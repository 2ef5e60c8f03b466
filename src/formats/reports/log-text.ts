/** Plain or coloured text by lines. */
export interface LogText {
  readonly family: 'log';
  /** In order; the line with index 0 is line 1. */
  readonly lines: readonly LogLine[];
  /** Whether any escape was understood and left out of the text. */
  readonly hasEscapes: boolean;
}

export interface LogLine {
  /** Without escapes. */
  readonly text: string;
  /** Cover the text from its start to its end, in order; a single one for plain text. */
  readonly spans: readonly LogSpan[];
}

export interface LogSpan {
  readonly text: string;
  readonly style: LogStyle;
}

/**
 * How the terminal would show it. Colours are names or numbers of the terminal's palette, never CSS:
 * the interface maps them to colours that can be read in its themes.
 */
export interface LogStyle {
  readonly colour?: LogColour;
  readonly background?: LogColour;
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly inverse?: true;
}

export type LogColour =
  | { readonly kind: 'palette'; readonly index: number }
  | {
      readonly kind: 'rgb';
      readonly red: number;
      readonly green: number;
      readonly blue: number;
    };
