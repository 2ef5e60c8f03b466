import { readCsvText } from '../../src/formats/csv-table.ts';
import { readTree, type Tree } from '../../src/formats/plans/tree.ts';
import { parseTimestamp } from '../../src/lib/timestamp.ts';
import type { Pointer, Scalar } from '../../src/model/common.ts';
import type { Evidence, ValueFact } from '../../src/model/evidence.ts';
import type { Repository } from './repository.ts';

/** A place in a piece of evidence that some condition looks at. */
export interface WantedValue {
  readonly evidence: string;
  readonly pointer: Pointer;
  /** The unit that the author of the condition states. */
  readonly unit?: string;
}

/** Every pointer that conditions name, however deeply they are nested. */
export function wantedValues(conditions: readonly unknown[]): readonly WantedValue[] {
  const wanted: WantedValue[] = [];
  const visit = (value: unknown, unit: string | undefined): void => {
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry, unit);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const record = new Map(Object.entries(value));
    const own = record.get('unit');
    const evidence = record.get('evidence');
    const pointer = pointerOf(record.get('pointer'));
    const stated = typeof own === 'string' ? own : unit;
    if (typeof evidence === 'string' && pointer !== undefined) {
      wanted.push({ evidence, pointer, ...(stated !== undefined && { unit: stated }) });
    }
    for (const member of record.values()) visit(member, stated);
  };
  visit(conditions, undefined);
  return wanted;
}

function pointerOf(value: unknown): Pointer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = new Map(Object.entries(value));
  const pointer = record.get('pointer');
  if (record.get('kind') === 'json' && typeof pointer === 'string')
    return { kind: 'json', pointer };
  const row = record.get('row');
  const column = record.get('column');
  return record.get('kind') === 'cell' && typeof row === 'number' && typeof column === 'string'
    ? { kind: 'cell', row, column }
    : undefined;
}

/** Evidence with a value fact for each wanted place that is really there. */
export async function withValues(
  evidence: readonly Evidence[],
  wanted: readonly WantedValue[],
  repository: Repository,
): Promise<readonly Evidence[]> {
  const byEvidence = new Map<string, WantedValue[]>();
  for (const value of wanted) {
    byEvidence.set(value.evidence, [...(byEvidence.get(value.evidence) ?? []), value]);
  }
  return Promise.all(
    evidence.map(async (entry) => {
      const own = byEvidence.get(entry.id);
      const path = entry.source?.path;
      if (own === undefined || path === undefined) return entry;
      const text = await repository.text(path);
      if (text === undefined) return entry;
      const facts = own.flatMap((value) => factAt(text, path, value));
      const known = new Set(
        (entry.facts ?? []).flatMap((fact) =>
          fact.type === 'value' ? [JSON.stringify(fact.pointer)] : [],
        ),
      );
      const added = facts.filter(({ pointer }) => !known.has(JSON.stringify(pointer)));
      return added.length === 0 ? entry : { ...entry, facts: [...(entry.facts ?? []), ...added] };
    }),
  );
}

function factAt(text: string, path: string, { pointer, unit }: WantedValue): readonly ValueFact[] {
  const value =
    pointer.kind === 'json'
      ? jsonValue(text, path, pointer.pointer)
      : pointer.kind === 'cell'
        ? cellValue(text, pointer.row, pointer.column)
        : undefined;
  if (value === undefined) return [];
  return [
    {
      type: 'value',
      pointer,
      value,
      ...(unit !== undefined && typeof value === 'number' && { unit }),
    },
  ];
}

function jsonValue(text: string, path: string, pointer: string): Scalar | undefined {
  const { documents } = readTree(text, path);
  let found: Tree | undefined = documents[0];
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    found =
      found?.kind === 'map'
        ? found.entries.get(name)
        : found?.kind === 'list' && /^\d+$/.test(name)
          ? found.items[Number(name)]
          : undefined;
  }
  return found?.kind === 'scalar' ? found.value : undefined;
}

function cellValue(text: string, row: number, column: string): Scalar | undefined {
  const { header, rows } = readCsvText(text);
  const cell = rows[row - 1]?.[header.indexOf(column)];
  if (cell === undefined) return undefined;
  const number = Number(cell);
  return cell.trim() !== '' && Number.isFinite(number) && Number.isNaN(parseTimestamp(cell))
    ? number
    : cell;
}
