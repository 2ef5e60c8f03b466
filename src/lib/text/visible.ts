/**
 * Text from a bundle, made visible: control, formatting and direction characters could hide or
 * reorder what a reader sees, so they are shown as escapes.
 */

/** A run of ordinary text or one character that is shown as an escape. */
export interface TextPiece {
  readonly kind: 'text' | 'escape';
  /** What to show. */
  readonly text: string;
}

/*
 * Cc: control; Cf: formatting, among them direction marks and zero-width characters; Zl and Zp:
 * line and paragraph separator; Co, Cs and noncharacters: private use and half surrogates. Then
 * letters that look like nothing: Hangul fillers, Khmer inherent vowels, combining grapheme
 * joiner, Mongolian and variation selectors, Braille blank, and spaces that are not a plain one.
 */
const suspect =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]|\u034f|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180f]|[\u2800\u3164\uffa0]|[\u{e0100}-\u{e01ef}]/u;

/** Emoji need their joiner and presentation selectors; elsewhere those are shown. */
const emojiJoined = /^\p{Extended_Pictographic}$/u;

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Splits text into what can be shown and what must be escaped.
 * @param keep characters that are left alone, such as `\n` and `\t` in a text block.
 */
export function visiblePieces(text: string, keep = ''): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let plain = '';
  let before = '';
  for (const character of text) {
    const joiner = character === '\u200d' && emojiJoined.test(before);
    if (!suspect.test(character) || keep.includes(character) || joiner) {
      plain += character;
    } else {
      if (plain !== '') pieces.push({ kind: 'text', text: plain });
      plain = '';
      pieces.push({ kind: 'escape', text: escapeOf(character) });
    }
    if (character !== '\ufe0f') before = character;
  }
  if (plain !== '') pieces.push({ kind: 'text', text: plain });
  return pieces;
}

/** The same as one plain string, for titles, file names and canvases: escapes stand in brackets. */
export function visibleText(text: string): string {
  return visiblePieces(text)
    .map((piece) => (piece.kind === 'escape' ? `[${piece.text}]` : piece.text))
    .join('');
}

const latin = /\p{Script=Latin}/u;
const lookAlike: readonly RegExp[] = [
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Lisu}/u,
];

/**
 * Whether an id mixes Latin letters with a script that has look-alikes of them, as in a Cyrillic
 * "а" within "gate". Follows the single-script idea of Unicode TS 39, narrowed to alphabets
 * that imitate Latin, so that "日本-1" is not flagged.
 */
export function mixesScripts(text: string): boolean {
  const found = lookAlike.filter((script) => script.test(text)).length;
  return latin.test(text) ? found > 0 : found > 1;
}

/** Keeps both ends of a long id: `sha256:9f3c…a1b2`. Counts code points, never cuts a pair. */
export function shortenMiddle(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most || most < 3) return text;
  const head = Math.ceil((most - 1) / 2);
  const tail = Math.floor((most - 1) / 2);
  return `${characters.slice(0, head).join('')}…${characters.slice(-tail).join('')}`;
}
