import { scanJson } from '../../lib/json/json-scan.ts';
import { locatePointers, locateSyntaxError } from '../json/json-locate.ts';
import type { ReaderWarning } from '../reading.ts';
import { JsonNode } from './json-node.ts';
import { decodeText, maxReportBytes } from './text.ts';

/** Evidence is nested deeper than bundles: reports have suites in suites, logs have messages. */
const maxDepth = 256;

export interface JsonDocument {
  /** Absent when nothing can be read. */
  readonly root?: JsonNode;
  readonly text: string;
  readonly warnings: readonly ReaderWarning[];
}

/**
 * Reads JSON that somebody else wrote: size, nesting, members that occur twice and members that
 * reach into prototypes are looked for before anything is parsed.
 */
export function readJsonDocument(source: string | Uint8Array): JsonDocument {
  const refuse = (warning: ReaderWarning, text = ''): JsonDocument => ({
    text,
    warnings: [warning],
  });
  if (source.length > maxReportBytes) {
    const params = { bytes: source.length, limit: maxReportBytes };
    return refuse({ code: 'too-large', params });
  }
  const { text, warnings } = decodeText(source);
  if (text.trim() === '') return refuse({ code: 'empty' }, text);
  // Pointers into the text count characters, and so must the scan: what is not UTF-8 was replaced.
  const isPlain = typeof source !== 'string' && warnings.length === 0;
  const body = isPlain ? source : new TextEncoder().encode(text);
  const scan = scanJson(body, maxDepth);
  const lineAt = (byte: number): number => linesBefore(body, byte) + 1;
  if (scan.tooDeepAt !== undefined) {
    const line = lineAt(scan.tooDeepAt);
    return refuse({ code: 'too-deep', line, params: { limit: maxDepth } }, text);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const line =
      scan.brokenAt === undefined ? locateSyntaxError(text)?.line : lineAt(scan.brokenAt);
    return refuse({ code: 'syntax', ...(line === undefined ? {} : { line }) }, text);
  }
  // `constructor` is a fair name in a report, and the nodes read own members only.
  if (scan.refused !== undefined && reachesPrototype(value)) {
    const { at, key } = scan.refused;
    const line = key === '__proto__' ? { line: lineAt(at) } : {};
    return refuse({ code: 'refused-key', ...line, params: { key: '__proto__' } }, text);
  }
  return {
    root: new JsonNode(value),
    text,
    warnings: [
      ...warnings,
      ...scan.duplicates.map(
        ({ at, key }): ReaderWarning => ({
          code: 'duplicate-member',
          line: lineAt(at),
          params: { member: key },
        }),
      ),
    ],
  };
}

function reachesPrototype(root: unknown): boolean {
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return true;
    for (const child of Object.values(value)) {
      if (typeof child === 'object' && child !== null) open.push(child);
    }
  }
  return false;
}

/** Adds lines to warnings that name a place in JSON and no line. */
export function withJsonLines(
  warnings: readonly ReaderWarning[],
  text: string,
): readonly ReaderWarning[] {
  const wanted = warnings.flatMap(({ line, pointer }) =>
    line === undefined && pointer?.kind === 'json' ? [pointer.pointer] : [],
  );
  if (wanted.length === 0) return warnings;
  const found = locatePointers(text, wanted);
  return warnings.map((warning) => {
    if (warning.line !== undefined || warning.pointer?.kind !== 'json') return warning;
    const line = found.get(warning.pointer.pointer)?.line;
    return line === undefined ? warning : { ...warning, line };
  });
}

function linesBefore(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
