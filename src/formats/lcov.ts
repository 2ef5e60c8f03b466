import type { ValueFact } from '../model/evidence.ts';
import type { FormatReading, ReaderWarning } from './reading.ts';

interface Totals {
  found: number;
  hit: number;
}

/** The records that sum up one file, by what they count. */
const records = {
  lines: { found: 'LF', hit: 'LH' },
  functions: { found: 'FNF', hit: 'FNH' },
  branches: { found: 'BRF', hit: 'BRH' },
} as const;

type What = keyof typeof records;
const kinds: readonly What[] = ['lines', 'functions', 'branches'];

/**
 * Reads an LCOV tracefile: covered lines, functions and branches over all files, as shares in percent.
 * A kind that is never counted gives no fact, since 0 of 0 proves nothing. The pointer spans the lines
 * of the file from the first record to the last.
 *
 * Source of the records: the manual page of geninfo(1).
 */
export function readLcov(text: string): FormatReading<ValueFact> {
  const totals: Record<What, Totals> = {
    lines: { found: 0, hit: 0 },
    functions: { found: 0, hit: 0 },
    branches: { found: 0, hit: 0 },
  };
  const warnings: ReaderWarning[] = [];
  const lines = text.split(/\r?\n/);
  let files = 0;
  let open = false;
  lines.forEach((line, index) => {
    if (line.startsWith('SF:')) {
      files += 1;
      open = true;
    } else if (line === 'end_of_record') {
      open = false;
    } else {
      const separator = line.indexOf(':');
      if (separator > 0) count(line.slice(0, separator), line.slice(separator + 1), index + 1);
    }
  });
  if (files === 0) return { facts: [], warnings: [{ code: 'not-this-format' }] };
  if (open) warnings.push({ code: 'not-closed', line: lines.length });

  function count(record: string, value: string, line: number): void {
    for (const kind of kinds) {
      const side =
        record === records[kind].found ? 'found' : record === records[kind].hit ? 'hit' : undefined;
      if (side === undefined) continue;
      if (/^\d+$/.test(value)) totals[kind][side] += Number(value);
      else warnings.push({ code: 'number-unreadable', line, params: { [record]: value } });
    }
  }

  const last = lines.findLastIndex((line) => line !== '') + 1;
  return {
    facts: kinds
      .filter((kind) => totals[kind].found > 0)
      .map((kind) => ({
        type: 'value',
        // The file holds no total of its own, so the fact is named in place of an address.
        pointer: { kind: 'rows', from: 1, to: last, column: kind },
        value: (totals[kind].hit / totals[kind].found) * 100,
        unit: '%',
      })),
    warnings,
  };
}
