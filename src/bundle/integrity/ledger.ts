import { sha256Hex } from '../digest.ts';
import { decodeUtf8, readJson } from '../json.ts';
import { isRawRecord, type RawRecord, textAt } from '../raw.ts';
import type { LedgerCheck } from './types.ts';

/** Decisions about gates, one a line. */
export const ledgerFile = 'ledger.jsonl';

/** A decision about a gate as it was recorded. */
export interface LedgerEntry {
  /** 1-based. */
  readonly line: number;
  readonly gate: string;
  readonly verdict: string;
  /** The instant that was judged as of. */
  readonly asOf?: string;
  readonly by?: string;
}

export interface Ledger {
  readonly check: LedgerCheck;
  /** Empty from the first line on that does not follow. */
  readonly entries: readonly LedgerEntry[];
}

/** What a decision is written from; further members are kept as they are. */
export interface Decision {
  readonly gate: string;
  readonly verdict: string;
  readonly asOf?: string;
  readonly by?: string;
}

/**
 * Reads the ledger and follows its chain: the first line has no `previous`, and every other holds in it
 * the SHA-256 of the bytes of the line before, without its line feed.
 */
export function readLedger(bytes: Uint8Array | undefined): Ledger {
  if (bytes === undefined) return { check: { state: 'unclaimed', entries: 0 }, entries: [] };
  const text = decodeUtf8(bytes);
  const broken = (brokenAt: number, why: LedgerCheck['why'], count: number): LedgerCheck => ({
    state: 'broken',
    entries: count,
    brokenAt,
    ...(why === undefined ? {} : { why }),
  });
  if (text === undefined) return { check: broken(1, 'unreadable', 0), entries: [] };
  const lines = text.split('\n');
  // Every line ends in a line feed, so what follows the last one is empty.
  const isEnded = lines.pop() === '';
  const entries: LedgerEntry[] = [];
  let previous: string | undefined;
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const record = recordOf(content);
    if (record === undefined) return { check: broken(line, 'not-json', index), entries };
    const stated = textAt(record, 'previous');
    if (stated === undefined && previous !== undefined) {
      return { check: broken(line, 'previous-missing', index), entries };
    }
    if (stated !== previous) return { check: broken(line, 'previous-differs', index), entries };
    const entry = entryOf(record, line);
    if (entry !== undefined) entries.push(entry);
    previous = sha256Hex(new TextEncoder().encode(content));
  }
  if (!isEnded) return { check: broken(lines.length + 1, 'unreadable', lines.length), entries };
  return { check: { state: 'holds', entries: lines.length }, entries };
}

/** Adds decisions to a ledger. @param before the ledger so far; empty for a new one */
export function appendToLedger(before: string, decisions: readonly Decision[]): string {
  const encoder = new TextEncoder();
  const last = before.split('\n').at(-2);
  let previous = last === undefined ? undefined : sha256Hex(encoder.encode(last));
  let ledger = before;
  for (const decision of decisions) {
    const line = JSON.stringify({ ...(previous === undefined ? {} : { previous }), ...decision });
    ledger += `${line}\n`;
    previous = sha256Hex(encoder.encode(line));
  }
  return ledger;
}

function recordOf(line: string): RawRecord | undefined {
  const { value, problems } = readJson(new TextEncoder().encode(line), ledgerFile);
  return problems.length === 0 && isRawRecord(value) ? value : undefined;
}

function entryOf(record: RawRecord, line: number): LedgerEntry | undefined {
  const gate = textAt(record, 'gate');
  const verdict = textAt(record, 'verdict');
  if (gate === undefined || verdict === undefined) return undefined;
  const asOf = textAt(record, 'asOf');
  const by = textAt(record, 'by');
  return {
    line,
    gate,
    verdict,
    ...(asOf === undefined ? {} : { asOf }),
    ...(by === undefined ? {} : { by }),
  };
}
