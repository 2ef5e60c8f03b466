import type { Pointer } from '../../model/common.ts';
import { readJsonDocument } from './json-document.ts';
import { JsonNode } from './json-node.ts';
import { decodeText } from './text.ts';
import { textLines } from './text-parts.ts';
import type { WarningLog } from './warning-log.ts';

/** One record of a file with one a line. */
export interface JsonRecord {
  readonly node: JsonNode;
  /** 1-based. */
  readonly line: number;
  /** Of the record in the file: its line, or its place when the file is one list. */
  readonly place: Pointer;
}

/**
 * The records of JSON Lines, or of a single list of them. A line that is no JSON is left out and said;
 * empty lines are passed over.
 */
export function jsonRecords(source: string | Uint8Array, log: WarningLog): readonly JsonRecord[] {
  if (isList(source)) return listRecords(source, log);
  const records: JsonRecord[] = [];
  let line = 0;
  for (const content of textLines(source, log)) {
    line += 1;
    if (content.trim() === '') continue;
    const { root, warnings: found } = readJsonDocument(content);
    for (const warning of found) {
      if (root !== undefined) log.add(warning.code, { ...warning, line });
    }
    if (root === undefined) {
      log.add('record-unreadable', { line, params: { reason: found[0]?.code ?? 'syntax' } });
    } else records.push({ node: root, line, place: { kind: 'lines', from: line, to: line } });
  }
  return log.has('too-large') ? [] : records;
}

/** Whether the first character that is no space opens a list. */
function isList(source: string | Uint8Array): boolean {
  const head = typeof source === 'string' ? source : source.subarray(0, 64 * 1024);
  return decodeText(head).text.trimStart().startsWith('[');
}

function listRecords(source: string | Uint8Array, log: WarningLog): readonly JsonRecord[] {
  const { root, warnings } = readJsonDocument(source);
  log.addAll(warnings);
  return (root ?? new JsonNode(undefined))
    .items()
    .map((node) => ({ node, line: 1, place: node.place }));
}
