import {
  locatePointers,
  locateSyntaxError,
  pointerAround,
  positionAt,
} from '../formats/json/json-locate.ts';
import { childPointer } from '../lib/json/json-pointer.ts';
import { scanJson } from '../lib/json/json-scan.ts';
import type { Problem } from '../model/problem.ts';
import { limits } from './limits.ts';
import { problem } from './problem-codes.ts';

export interface JsonLimits {
  readonly maxBytes?: number;
  readonly maxDepth?: number;
}

/** JSON that was read safely, or why not. */
export interface JsonReading {
  /** Absent when a problem is fatal. */
  readonly value?: unknown;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Pointers to objects that have a member twice: which one counts is not ours to choose. */
  readonly ambiguous: readonly string[];
}

/**
 * Reads JSON from bytes: size, UTF-8, nesting, refused keys and duplicate members are checked
 * before or beside `JSON.parse`. Positions are worked out only when there is a problem.
 */
export function readJson(bytes: Uint8Array, file: string, options: JsonLimits = {}): JsonReading {
  const { maxBytes = limits.bundleBytes, maxDepth = limits.depth } = options;
  const refuse = (found: Problem, text = ''): JsonReading => ({
    text,
    problems: [found],
    ambiguous: [],
  });
  if (bytes.length > maxBytes) {
    const params = { bytes: bytes.length, limit: maxBytes };
    return refuse(problem('too-large', { file, params }));
  }
  if (bytes.length === 0) return refuse(problem('empty', { file }));
  const marked = hasByteOrderMark(bytes);
  const body = marked ? bytes.subarray(3) : bytes;
  const text = decodeUtf8(body);
  if (text === undefined) {
    return refuse(problem('not-utf8', { file, params: { byte: invalidUtf8At(bytes) } }));
  }
  const scan = scanJson(body, maxDepth);
  const position = (byte: number) => positionAt(text, charactersBefore(body, byte));
  if (scan.tooDeepAt !== undefined) {
    const found = { file, params: { limit: maxDepth }, position: position(scan.tooDeepAt) };
    return refuse(problem('too-deep', found), text);
  }
  if (scan.refused !== undefined) {
    const { at, key } = scan.refused;
    const found = { file, params: { key }, position: position(at) };
    return refuse(problem('refused-key', found), text);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const where = scan.brokenAt === undefined ? locateSyntaxError(text) : position(scan.brokenAt);
    return refuse(
      problem('json-syntax', { file, ...(where === undefined ? {} : { position: where }) }),
      text,
    );
  }
  const problems: Problem[] = [];
  const ambiguous: string[] = [];
  if (marked) problems.push(problem('byte-order-mark', { file }));
  for (const { at, key } of scan.duplicates) {
    const offset = charactersBefore(body, at);
    const path = pointerAround(text, offset);
    ambiguous.push(path);
    problems.push(
      problem('duplicate-member', {
        file,
        path: childPointer(path, key),
        params: { member: key },
        position: positionAt(text, offset),
      }),
    );
  }
  return { value, text, problems, ambiguous };
}

/** Adds positions to the problems of a file that have a path and no position. */
export function withPositions(
  problems: readonly Problem[],
  file: string,
  text: string,
): readonly Problem[] {
  const wanted = problems.filter(needsPosition(file)).flatMap(({ path }) => path ?? []);
  if (wanted.length === 0) return problems;
  const found = locatePointers(text, wanted);
  return problems.map((entry) => {
    const position = needsPosition(file)(entry) ? found.get(entry.path ?? '') : undefined;
    return position === undefined ? entry : { ...entry, position };
  });
}

const needsPosition = (file: string) => (entry: Problem) =>
  entry.file === file && entry.path !== undefined && entry.position === undefined;

export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The text, or nothing when the bytes are not UTF-8. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function charactersBefore(bytes: Uint8Array, offset: number): number {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset)).length;
}

/** Offset of the byte at which the bytes stop being UTF-8, found by halving. */
function invalidUtf8At(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** A character that is cut off at the end does not count as invalid. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
