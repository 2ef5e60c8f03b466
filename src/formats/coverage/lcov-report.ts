import { textLines } from '../input/text-parts.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type {
  CoverageReport,
  CoverageShare,
  CoveredFile,
  FunctionHits,
  LineHits,
} from '../reports/coverage-report.ts';
import {
  type CoverageKind,
  coverageKinds,
  lowerShare,
  shareOf,
  sumShares,
} from './coverage-totals.ts';

/** The records that sum up one file, by what they count. */
const sums: Readonly<Record<string, { kind: CoverageKind; side: 'total' | 'covered' }>> = {
  LF: { kind: 'lines', side: 'total' },
  LH: { kind: 'lines', side: 'covered' },
  FNF: { kind: 'functions', side: 'total' },
  FNH: { kind: 'functions', side: 'covered' },
  BRF: { kind: 'branches', side: 'total' },
  BRH: { kind: 'branches', side: 'covered' },
};

/** Records that are known and say nothing that is shown. */
const passedOver: ReadonlySet<string> = new Set(['TN', 'VER', 'FNL', 'FNA', 'MCF', 'MCH', 'MCDC']);

interface Counted {
  readonly name: string;
  readonly line?: number;
  hits: number;
}

interface OpenFile {
  readonly path: string;
  readonly from: number;
  readonly group: string | undefined;
  readonly stated: Map<CoverageKind, { total?: number; covered?: number }>;
  readonly lines: Map<number, number>;
  readonly branches: Map<number, number[]>;
  /** In order; names may repeat, as those of anonymous functions do. */
  readonly functions: Counted[];
  /** Of them those whose count has not come yet, by name. */
  readonly uncounted: Map<string, { readonly functions: Counted[]; next: number }>;
}

/**
 * Reads an LCOV tracefile, file by file. Where what a file states differs from what it lists, that is
 * a warning, and the lower share counts. A kind that is never counted is absent, since 0 of 0 proves
 * nothing.
 *
 * Source of the records: the manual page of geninfo(1).
 */
export function readLcovReport(source: string | Uint8Array): ReportReading<CoverageReport> {
  const log = new WarningLog();
  const files: CoveredFile[] = [];
  let open: OpenFile | undefined;
  let group: string | undefined;
  let last = 0;
  let unknown = 0;
  let line = 0;
  for (const text of textLines(source, log)) {
    line += 1;
    if (text === '') continue;
    last = line;
    if (text === 'end_of_record') {
      if (open !== undefined) files.push(finish(open, line, log));
      open = undefined;
      continue;
    }
    const separator = text.indexOf(':');
    const record = text.slice(0, Math.max(0, separator));
    const value = text.slice(separator + 1);
    if (record === 'TN') group = value === '' ? undefined : value;
    else if (record === 'SF') {
      if (open !== undefined) {
        log.add('not-closed', { line: open.from, params: { record: 'SF' } });
        files.push(finish(open, line - 1, log));
      }
      open = newFile(value, line, group);
    } else if (passedOver.has(record) || text.startsWith('#')) continue;
    else if (open === undefined || !takeRecord(open, record, value, line, log)) unknown += 1;
  }
  if (open !== undefined) {
    log.add('not-closed', { line });
    files.push(finish(open, line, log));
  }
  if (log.has('too-large')) return { warnings: log.warnings };
  if (files.length === 0) return { warnings: [{ code: 'not-this-format' }] };
  if (unknown > 0) log.add('not-understood', { params: { what: 'records', count: unknown } });
  const totals = sumShares(files);
  const place = (column: CoverageKind) =>
    // The file holds no total of its own, so the fact is named in place of an address.
    ({ kind: 'rows', from: 1, to: last, column }) as const;
  return {
    report: {
      family: 'coverage',
      files,
      totals,
      pointers: Object.fromEntries(
        coverageKinds
          .filter((kind) => totals[kind] !== undefined)
          .map((kind) => [kind, place(kind)]),
      ),
    },
    warnings: log.warnings,
  };
}

function newFile(path: string, from: number, group: string | undefined): OpenFile {
  return {
    path,
    from,
    group,
    stated: new Map(),
    lines: new Map(),
    branches: new Map(),
    functions: [],
    uncounted: new Map(),
  };
}

/** Takes one record in; false when nobody knows what it means. */
function takeRecord(
  file: OpenFile,
  record: string,
  value: string,
  line: number,
  log: WarningLog,
): boolean {
  const unreadable = (): boolean => {
    log.add('number-unreadable', { line, params: { [record]: value } });
    return true;
  };
  if (Object.hasOwn(sums, record)) {
    const sum = sums[record];
    if (!/^\d+$/.test(value) || sum === undefined) return unreadable();
    const known = file.stated.get(sum.kind) ?? {};
    file.stated.set(sum.kind, { ...known, [sum.side]: Number(value) });
    return true;
  }
  if (record === 'DA') {
    const [, at, hits] = /^(\d+),(-?\d+)(?:,.*)?$/.exec(value) ?? [];
    if (at === undefined || hits === undefined) return unreadable();
    // Negative counts are a known fault of old compilers; what was not run is not covered.
    const count = Math.max(0, Number(hits));
    file.lines.set(Number(at), (file.lines.get(Number(at)) ?? 0) + count);
    return true;
  }
  if (record === 'BRDA') {
    const [, at, taken] = /^(\d+),.*,(-|\d+)$/.exec(value) ?? [];
    if (at === undefined || taken === undefined) return unreadable();
    const found = file.branches.get(Number(at)) ?? [];
    found.push(taken === '-' ? 0 : Number(taken));
    file.branches.set(Number(at), found);
    return true;
  }
  if (record === 'FN') {
    const [, at, name] = /^(\d+),(?:\d+,)?(.*)$/.exec(value) ?? [];
    if (at === undefined || name === undefined) return unreadable();
    const entry = { name, line: Number(at), hits: 0 };
    file.functions.push(entry);
    const waiting = file.uncounted.get(name);
    if (waiting === undefined) file.uncounted.set(name, { functions: [entry], next: 0 });
    else waiting.functions.push(entry);
    return true;
  }
  if (record === 'FNDA') {
    const [, hits, name] = /^(\d+),(.*)$/.exec(value) ?? [];
    if (hits === undefined || name === undefined) return unreadable();
    // Of several functions with one name the counts come in the order of the functions.
    const waiting = file.uncounted.get(name);
    const known = waiting?.functions[waiting.next];
    if (waiting === undefined || known === undefined) {
      file.functions.push({ name, hits: Number(hits) });
    } else {
      known.hits += Number(hits);
      waiting.next += 1;
    }
    return true;
  }
  return false;
}

function finish(file: OpenFile, to: number, log: WarningLog): CoveredFile {
  const hits: LineHits[] = [...file.lines]
    .sort(([a], [b]) => a - b)
    .map(([line, count]) => {
      const branches = file.branches.get(line);
      return { line, hits: count, ...(branches !== undefined && { branches: shareOf(branches) }) };
    });
  const functionHits: readonly FunctionHits[] = file.functions;
  const listed: Readonly<Partial<Record<CoverageKind, CoverageShare>>> = {
    ...(file.lines.size > 0 && { lines: shareOf(hits.map((line) => line.hits)) }),
    ...(file.functions.length > 0 && {
      functions: shareOf(functionHits.map((entry) => entry.hits)),
    }),
    ...(file.branches.size > 0 && { branches: shareOf([...file.branches.values()].flat()) }),
  };
  const shares: { [K in CoverageKind]?: CoverageShare } = {};
  for (const kind of coverageKinds) {
    const share = settle(kind, file, listed[kind], log);
    if (share !== undefined && share.total > 0) shares[kind] = share;
  }
  return {
    path: file.path,
    ...(file.group !== undefined && { group: file.group }),
    ...shares,
    hits,
    functionHits,
    pointer: { kind: 'lines', from: file.from, to },
  };
}

/** Of what a file states and what it lists the lower share counts; a difference is said. */
function settle(
  kind: CoverageKind,
  { stated, from }: OpenFile,
  listed: CoverageShare | undefined,
  log: WarningLog,
): CoverageShare | undefined {
  const { total, covered } = stated.get(kind) ?? {};
  if (total === undefined || covered === undefined) return listed;
  const share = { total, covered };
  if (listed === undefined) return share;
  const differs = (of: string, a: number, b: number): void => {
    if (a !== b) log.add('count-differs', { line: from, params: { of, stated: a, listed: b } });
  };
  differs(`${kind} found`, total, listed.total);
  differs(`${kind} hit`, covered, listed.covered);
  return lowerShare(share, listed);
}
