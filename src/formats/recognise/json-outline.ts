import { createScanner } from 'jsonc-parser';
import { childPointer } from '../../lib/json/json-pointer.ts';

/** The kinds of tokens by the numbers that the scanner gives them (a `const enum` of the package). */
const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  text: 10,
  unknown: 16,
  end: 17,
} as const;

const maxDepth = 4;
const maxPlaces = 4000;

/**
 * The beginning of a JSON text: the pointers of the values in it, down to a few levels, with the
 * texts among them. The text may be cut off anywhere, and may be no JSON at all.
 */
export interface JsonOutline {
  readonly isList: boolean;
  /** Pointer to text; the empty text for values that are none. */
  readonly places: ReadonlyMap<string, string>;
  /** Offset behind the first value, when it ends in the text. */
  readonly end?: number;
}

interface Level {
  readonly pointer: string;
  readonly isList: boolean;
  index: number;
  member: string | undefined;
}

export function outlineJson(text: string): JsonOutline | undefined {
  const scanner = createScanner(text, true);
  const first = scanner.scan();
  if (first !== token.openBrace && first !== token.openBracket) return undefined;
  const places = new Map<string, string>();
  const levels: Level[] = [];
  let isKeyNext = false;
  let kind: number = first;
  for (; kind !== token.end && places.size < maxPlaces; kind = scanner.scan()) {
    const level = levels.at(-1);
    const here = level === undefined ? '' : pointerAt(level);
    if (kind === token.openBrace || kind === token.openBracket) {
      if (levels.length <= maxDepth) places.set(here, '');
      const isList = kind === token.openBracket;
      levels.push({ pointer: here, isList, index: 0, member: undefined });
      isKeyNext = !isList;
    } else if (kind === token.closeBrace || kind === token.closeBracket) {
      levels.pop();
      isKeyNext = false;
      if (levels.length === 0) {
        const end = scanner.getTokenOffset() + scanner.getTokenLength();
        return { isList: first === token.openBracket, places, end };
      }
    } else if (kind === token.comma && level !== undefined) {
      level.index += 1;
      isKeyNext = !level.isList;
    } else if (kind === token.text && isKeyNext && level !== undefined) {
      level.member = scanner.getTokenValue();
      isKeyNext = false;
    } else if (kind === token.unknown) {
      // A word that was cut off ends the text; any other makes it no JSON.
      if (scanner.getPosition() < text.length) return undefined;
    } else if (kind !== token.colon && levels.length <= maxDepth) {
      places.set(here, kind === token.text ? scanner.getTokenValue() : '');
    }
  }
  return { isList: first === token.openBracket, places };
}

function pointerAt({ pointer, isList, index, member }: Level): string {
  return childPointer(pointer, isList ? index : (member ?? ''));
}
