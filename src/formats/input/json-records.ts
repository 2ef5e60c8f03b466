import type { Pointer } from '../../model/common.ts';
import { readJsonDocument } from './json-document.ts';
import { JsonNode } from './json-node.ts';
import { decodeText, maxReportBytes } from './text.ts';
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
  if (source.length > maxReportBytes) {
    log.add('too-large', { params: { bytes: source.length, limit: maxReportBytes } });
    return [];
  }
  const { text, warnings } = decodeText(source);
  log.addAll(warnings);
  if (text.trimStart().startsWith('[')) return listRecords(text, log);
  return text.split('\n').flatMap((content, index) => {
    if (content.trim() === '') return [];
    const line = index + 1;
    const { root, warnings: found } = readJsonDocument(content);
    for (const warning of found) {
      if (root !== undefined) log.add(warning.code, { ...warning, line });
    }
    if (root !== undefined) {
      return [{ node: root, line, place: { kind: 'lines', from: line, to: line } }];
    }
    log.add('record-unreadable', { line, params: { reason: found[0]?.code ?? 'syntax' } });
    return [];
  });
}

function listRecords(text: string, log: WarningLog): readonly JsonRecord[] {
  const { root, warnings } = readJsonDocument(text);
  log.addAll(warnings);
  return (root ?? new JsonNode(undefined))
    .items()
    .map((node) => ({ node, line: 1, place: node.place }));
}
