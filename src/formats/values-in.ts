import { pointerMembers } from '../lib/json/json-pointer.ts';
import type { Pointer } from '../model/common.ts';
import { readTable } from './data/table-report.ts';
import type { EvidenceReading } from './evidence-reading.ts';
import { readJsonDocument } from './input/json-document.ts';
import { JsonNode } from './input/json-node.ts';
import { decodeText } from './input/text.ts';
import { readEvidence } from './read-evidence.ts';

/** What stands where a pointer leads, as it is written. */
export type PointedValue =
  /** A value of JSON or YAML. */
  | { readonly kind: 'value'; readonly value: unknown }
  /** A field of a table, or lines of a text. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

const nothing: PointedValue = { kind: 'nothing' };

/**
 * Looks up several pointers in one piece of evidence; each form of the bytes is read once.
 *
 * @param reading of the same bytes, so that they are not read again
 */
export function valuesIn(
  bytes: Uint8Array,
  reading: EvidenceReading,
): (pointer: Pointer) => PointedValue {
  let root: JsonNode | undefined;
  let lines: readonly string[] | undefined;
  let table: ReturnType<typeof readTable> | undefined;

  const json = (): JsonNode => {
    root ??= new JsonNode(documentOf(bytes, reading));
    return root;
  };
  const cell = (row: number, column: string): PointedValue => {
    table ??= readTable(bytes);
    const at = table.report?.header.indexOf(column) ?? -1;
    const text = at < 0 ? undefined : table.report?.rows[row - 1]?.[at];
    return text === undefined ? nothing : { kind: 'text', text };
  };

  return (pointer) => {
    switch (pointer.kind) {
      case 'json': {
        const found = pointerMembers(pointer.pointer).reduce(step, json());
        return found.exists ? { kind: 'value', value: found.value } : nothing;
      }
      case 'cell':
        return cell(pointer.row, pointer.column);
      case 'rows':
        return pointer.column !== undefined && pointer.from === pointer.to
          ? cell(pointer.from, pointer.column)
          : nothing;
      case 'lines': {
        lines ??= decodeText(bytes).text.split(/\r?\n/);
        const text = lines.slice(pointer.from - 1, pointer.to).join('\n');
        return pointer.from >= 1 && pointer.from <= lines.length ? { kind: 'text', text } : nothing;
      }
      case 'test':
      case 'whole':
        return nothing;
    }
  };
}

function documentOf(bytes: Uint8Array, reading: EvidenceReading): unknown {
  const { report } = reading;
  if (report?.family === 'data' && report.syntax !== 'json-lines') return report.documents[0];
  const { root } = readJsonDocument(bytes);
  if (root !== undefined) return root.value;
  const yaml = readEvidence(bytes, { format: 'yaml' }).report;
  return yaml?.family === 'data' ? yaml.documents[0] : undefined;
}

function step(node: JsonNode, member: string): JsonNode {
  if (!node.isList) return node.at(member);
  return /^(?:0|[1-9]\d*)$/.test(member)
    ? (node.items()[Number(member)] ?? new JsonNode(undefined))
    : new JsonNode(undefined);
}
