import type { LogColour, LogLine, LogSpan, LogStyle } from '../reports/log-text.ts';

/** A line with the style that is still in force behind it. */
export interface AnsiLine extends LogLine {
  readonly after: LogStyle;
  readonly hasEscapes: boolean;
}

type Draft = { -readonly [K in keyof LogStyle]: LogStyle[K] };

const plain: LogStyle = {};

/** Escape, its eight-bit form, return and backspace: a line without them is plain. */
const controls = ['\u001b', '\u009b', '\r', '\b'];

/**
 * Escape sequences of terminals (ECMA-48): colours and emphasis (`CSI … m`) are understood; every
 * other sequence, titles and hyperlinks (`OSC`) among them, is left out: a page moves no cursor and
 * follows no link of a log.
 */
const sequence = new RegExp(
  [
    // CSI, in seven and in eight bits: parameters, intermediates, final.
    '(?:\u001b\\[|\u009b)([0-9:;<=>?]*)[ -/]*([@-~])',
    // OSC, up to a bell or a string terminator.
    '\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?',
    // DCS, SOS, PM and APC.
    '\u001b[PX^_][^\u001b]*(?:\u001b\\\\)?',
    '\u001b[ -/]*[0-~]',
  ].join('|'),
  'g',
);

/**
 * Takes one line apart. A carriage return begins the line anew, as a terminal shows it: what a
 * progress bar wrote before it is left out.
 *
 * @param before the style in force at its start: `after` of the line above
 */
export function readAnsiLine(line: string, before: LogStyle = plain): AnsiLine {
  const shown = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (!controls.some((control) => shown.includes(control))) {
    const spans = shown === '' ? [] : [{ text: shown, style: before }];
    return { text: shown, spans, after: before, hasEscapes: false };
  }
  let spans: LogSpan[] = [];
  let style = before;
  let hasEscapes = false;
  const write = (text: string): void => {
    const back = text.lastIndexOf('\r');
    if (back >= 0) spans = [];
    // What begins a sequence and is none is left out as well.
    const rest = text
      .slice(back + 1)
      .replaceAll('\b', '')
      .replaceAll('\u001b', '')
      .replaceAll('\u009b', '');
    const last = spans.at(-1);
    if (rest === '') return;
    if (last !== undefined && last.style === style) {
      spans[spans.length - 1] = { text: last.text + rest, style };
    } else spans.push({ text: rest, style });
  };
  let at = 0;
  for (const match of shown.matchAll(sequence)) {
    hasEscapes = true;
    write(shown.slice(at, match.index));
    at = match.index + match[0].length;
    const [, params, final] = match;
    if (final === 'm') style = styled(style, params ?? '');
  }
  write(shown.slice(at));
  return { text: spans.map(({ text }) => text).join(''), spans, after: style, hasEscapes };
}

const set: Readonly<Record<number, keyof Omit<LogStyle, 'colour' | 'background'>>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
};

/** Applies "select graphic rendition": an empty parameter is 0. */
function styled(style: LogStyle, params: string): LogStyle {
  const codes = params.split(/[;:]/).map((code) => (code === '' ? 0 : Number(code)));
  let next: Draft = { ...style };
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    const flag = set[code];
    if (code === 0) next = {};
    else if (flag !== undefined) next[flag] = true;
    else if (code === 22) {
      delete next.bold;
      delete next.dim;
    } else if (code === 23) delete next.italic;
    else if (code === 24) delete next.underline;
    else if (code === 27) delete next.inverse;
    else if (code === 29) delete next.strike;
    else if (code === 39) delete next.colour;
    else if (code === 49) delete next.background;
    else if (code === 38 || code === 48) {
      const { colour, used } = extended(codes, at + 1);
      at += used;
      if (colour !== undefined) next[code === 38 ? 'colour' : 'background'] = colour;
    } else if (code >= 30 && code <= 37) next.colour = palette(code - 30);
    else if (code >= 90 && code <= 97) next.colour = palette(code - 82);
    else if (code >= 40 && code <= 47) next.background = palette(code - 40);
    else if (code >= 100 && code <= 107) next.background = palette(code - 92);
  }
  return next;
}

function palette(index: number): LogColour {
  return { kind: 'palette', index };
}

function extended(
  codes: readonly number[],
  at: number,
): { readonly colour?: LogColour; readonly used: number } {
  const isByte = (value: number | undefined): value is number =>
    value !== undefined && Number.isInteger(value) && value >= 0 && value <= 255;
  if (codes[at] === 5) {
    const index = codes[at + 1];
    return { ...(isByte(index) && { colour: palette(index) }), used: 2 };
  }
  if (codes[at] === 2) {
    const [red, green, blue] = codes.slice(at + 1, at + 4);
    return isByte(red) && isByte(green) && isByte(blue)
      ? { colour: { kind: 'rgb', red, green, blue }, used: 4 }
      : { used: 4 };
  }
  return { used: 0 };
}
