import { visibleText } from '../../../lib/text/visible.ts';

export const fonts = {
  text: "'Inter Variable', Inter, system-ui, sans-serif",
  mono: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
};
/** A letter is about this much of its size wide. */
export const letter = { text: 0.56, mono: 0.62 } as const;

/** Text as XML content or attribute; control and direction characters are made visible. */
export function escapeXml(value: string): string {
  return visibleText(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly font?: keyof typeof fonts;
  /** Pixels that it may take; what is longer is cut. */
  readonly room?: number;
}

/** One line of text. */
export function text(value: string, look: TextLook): string {
  const { x, y, size, fill, weight = 400, font = 'text', room } = look;
  const shown = room === undefined ? value : cut(value, room / (size * letter[font]));
  return `<text x="${x}" y="${y}" font-family="${fonts[font]}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(shown)}</text>`;
}

/** Lines of at most so many letters, broken at spaces where there are any. */
export function wrap(value: string, most: number): readonly string[] {
  const lines: string[] = [];
  let at = '';
  for (const word of value.split(' ').flatMap((one) => pieces(one, Math.floor(most)))) {
    if (at !== '' && at.length + 1 + word.length > most) {
      lines.push(at);
      at = word;
    } else at = at === '' ? word : `${at} ${word}`;
  }
  return [...lines, at];
}

function pieces(word: string, most: number): readonly string[] {
  const letters = [...word];
  const parts: string[] = [];
  for (let from = 0; from < letters.length; from += most) {
    parts.push(letters.slice(from, from + most).join(''));
  }
  return parts;
}

function cut(value: string, most: number): string {
  const letters = [...value];
  if (letters.length <= most) return value;
  return `${letters.slice(0, Math.max(1, Math.floor(most) - 1)).join('')}…`;
}
